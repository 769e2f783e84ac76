/** Figures that are hard to believe: yes, no, or other figures. */
import { reasonBehindYes, repeatsFigure } from '../../../core/language/assent/affirms.ts';
import { readAssent } from '../../../core/language/assent/assent.ts';
import { readNumber } from '../../../core/language/numbers.ts';
import { isAmount } from '../../../core/reports/indicators.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import { type FigureDoubt, findDoubt, namesOfDoubt } from '../../../core/reports/plausible/doubt.ts';
import * as say from '../../../messages/chat/report.ts';
import * as ask from '../../../messages/chat/talk/asking-back.ts';
import type { Intent } from '../shape/intent.ts';
import { type Reply, saying } from '../shape/reply.ts';
import type { ReportState } from '../shape/states.ts';
import { readAnswer } from './answer.ts';
import { behindNo, stopOrWait, takeValue } from './figures.ts';
import { changeByWords } from './finish.ts';
import { proceed } from './progress.ts';

export function stepDoubt(state: ReportState, form: ObligationFact, intent: Intent): Reply {
  const doubt = findDoubt(form, state.answers, state.sure);
  const [first, ...others] = doubt?.figures ?? [];
  if (!doubt || !first) return { state: proceed(state, form) };
  const { indicator } = first;
  const confirmed = (): Reply => {
    const next = proceed({ ...state, sure: [...(state.sure ?? []), ...namesOfDoubt(doubt, state.answers)] }, form);
    const isEchoed = next.step.at === 'value' || next.step.at === 'note';
    return { state: next, say: isEchoed ? saying(say.noted(form, indicator, state.answers)) : undefined };
  };
  if (intent.type === 'choice') return intent.id === 'sure' ? confirmed() : askAgain(state, form, doubt);
  if (intent.type !== 'answer') return {};
  const assent = readAssent(intent.text);
  if (assent.type === 'assent') return confirmed();
  const isOne = others.length === 0;
  if (reasonBehindYes(intent.text) !== undefined) return confirmed();
  if (isOne && repeatsFigure(intent.text, String(state.answers[indicator.key]?.value))) return confirmed();
  const said = assent.type === 'denial' ? behindNo(intent.text) : intent.text;
  const reading = readNumber(said);
  if (isOne && isAmount(indicator.kind) && readAnswer(form, indicator, intent, state.answers).type !== 'refused')
    return isSame(takeValue(state, form, indicator.key, intent), state) ?? confirmed();
  if (isOne && reading.type === 'count')
    return reading.value === state.answers[indicator.key]?.value
      ? confirmed()
      : takeValue(state, form, indicator.key, { ...intent, text: said });
  const told = changeByWords(state, form, intent);
  if (told) return isSame(told, state) ?? confirmed();
  if (assent.type === 'denial') return askAgain(state, form, doubt);
  return stopOrWait(state, intent) ?? { say: saying(isOne ? ask.doubtUnclear() : ask.doubtsUnclear()) };
}

/** A reply that changes figures; undefined where those that stand were told once more. */
const isSame = (reply: Reply, state: ReportState): Reply | undefined =>
  reply.state?.dialogue === 'report' && JSON.stringify(reply.state.answers) === JSON.stringify(state.answers)
    ? undefined
    : reply;

/** The figures in doubt are asked for anew. */
function askAgain(state: ReportState, form: ObligationFact, { figures }: FigureDoubt): Reply {
  const kept = Object.entries(state.answers).filter(([key]) => !figures.some((one) => one.indicator.key === key));
  return { state: proceed({ ...state, answers: Object.fromEntries(kept) }, form) };
}
