/** The steps at which one figure waits for its confirmation. */
import { isMereSlip, reasonBehindYes, repeatsFigure } from '../../../core/language/assent/affirms.ts';
import { readAssent } from '../../../core/language/assent/assent.ts';
import { readNumber } from '../../../core/language/numbers.ts';
import { fold } from '../../../core/language/text.ts';
import type { Exact } from '../../../core/reports/exact.ts';
import { isAmount } from '../../../core/reports/indicators.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import { sureDayUnclear, sureUnclear } from '../../../messages/chat/figures/amounts.ts';
import * as ask from '../../../messages/chat/talk/asking-back.ts';
import type { Intent } from '../shape/intent.ts';
import { type Reply, saying } from '../shape/reply.ts';
import type { ReportState } from '../shape/states.ts';
import { readAnswer } from './answer.ts';
import { behindNo, stopOrWait, takeValue, tellFigures, withAside } from './figures.ts';
import { answered, at, keyed } from './progress.ts';
import { longestRemark } from './submit.ts';

/** A zero waits for its confirmation: yes, no, or the figure itself. */
export function stepZero(
  state: ReportState,
  form: ObligationFact,
  { key, aside }: { key: string; aside?: string | undefined },
  intent: Intent,
): Reply {
  const confirmed = () => answered(withAside(state, aside), form, keyed(form, key), { type: 'number', value: 0 });
  const again: Reply = { state: at(state, { at: 'value', key }) };
  if (intent.type === 'choice') return intent.id === 'zero' ? confirmed() : again;
  if (intent.type !== 'answer') return {};
  const assent = readAssent(intent.text);
  if (assent.type === 'assent') return confirmed();
  const reason = reasonIn(intent.text);
  if (reason !== undefined)
    return answered(withAside(state, aside ?? noteOf(form, reason)), form, keyed(form, key), {
      type: 'number',
      value: 0,
    });
  if (isAmount(keyed(form, key).kind)) {
    const typed = readAnswer(form, keyed(form, key), intent, state.answers);
    if (typed.type === 'zero' && !isBareNo(intent.text)) return confirmed();
    if (typed.type === 'value' || typed.type === 'sure') return takeValue(state, form, key, intent);
  }
  const said = assent.type === 'denial' ? behindNo(intent.text) : intent.text;
  const reading = readNumber(said);
  if (reading.type === 'none') return isBareNo(said) ? { say: saying(ask.zeroUnclear(keyed(form, key))) } : confirmed();
  if (reading.type !== 'unclear')
    return takeValue(at(state, { at: 'value', key }), form, key, { ...intent, text: said });
  if (isYesWithZero(intent.text) || repeatsFigure(intent.text, '0')) return confirmed();
  if (assent.type === 'denial' && (assent.isWhole || isNoAndSlip(intent.text))) return again;
  return (
    tellFigures(state, form, intent) ?? stopOrWait(state, intent) ?? { say: saying(ask.zeroUnclear(keyed(form, key))) }
  );
}

/** A figure that is likely meant waits for its confirmation: yes, no, or the figure itself. */
export function stepSure(
  state: ReportState,
  form: ObligationFact,
  { key, value, aside }: { key: string; value: Exact; aside?: string | undefined },
  intent: Intent,
): Reply {
  const indicator = keyed(form, key);
  const again: Reply = { state: at(state, { at: 'value', key }) };
  const confirmed = () => answered(withAside(state, aside), form, indicator, { type: 'number', value });
  if (intent.type === 'choice') return intent.id === 'sure' ? confirmed() : again;
  if (intent.type !== 'answer') return {};
  const assent = readAssent(intent.text);
  if (assent.type === 'assent' || repeatsFigure(intent.text, String(value))) return confirmed();
  const reason = reasonIn(intent.text);
  if (reason !== undefined)
    return answered(withAside(state, aside ?? noteOf(form, reason)), form, indicator, { type: 'number', value });
  if (assent.type === 'denial' && assent.isWhole && isBareNo(intent.text)) return again;
  const figure: Intent = assent.type === 'denial' ? { ...intent, text: behindNo(intent.text) } : intent;
  const reading = readAnswer(form, indicator, figure, state.answers);
  if (reading.type === 'sure' && reading.value === value) return { say: saying(sureUnclear(indicator)) };
  if (reading.type !== 'refused') return takeValue(state, form, key, figure);
  if (assent.type === 'denial' && assent.isWhole) return again;
  return tellFigures(state, form, intent) ?? stopOrWait(state, intent) ?? { say: saying(sureUnclear(indicator)) };
}

/** A day that is likely meant waits for its confirmation: yes, no, or the day itself. */
export function stepSureDay(
  state: ReportState,
  form: ObligationFact,
  { key, day }: { key: string; day: string },
  intent: Intent,
): Reply {
  const indicator = keyed(form, key);
  const again: Reply = { state: at(state, { at: 'value', key }) };
  const confirmed = () => answered(state, form, indicator, { type: 'text', value: day });
  if (intent.type === 'choice') return intent.id === 'sure' ? confirmed() : again;
  if (intent.type !== 'answer') return {};
  const assent = readAssent(intent.text);
  if (assent.type === 'assent') return confirmed();
  const figure: Intent = assent.type === 'denial' ? { ...intent, text: behindNo(intent.text) } : intent;
  const reading = readAnswer(form, indicator, figure, state.answers);
  if (reading.type === 'sure-day' && reading.day === day) return confirmed();
  if (reading.type !== 'refused') return takeValue(state, form, key, figure);
  if (assent.type === 'denial' && assent.isWhole) return again;
  return tellFigures(state, form, intent) ?? stopOrWait(state, intent) ?? { say: saying(sureDayUnclear()) };
}

/** "không, gõ nhầm": a no, and that it was a slip. */
const isNoAndSlip = (text: string): boolean => {
  const [first = '', ...rest] = text.split(/[,.;]/);
  return isMereSlip(rest.join(' ')) && readAssent(first).type === 'denial';
};

/** What stands behind a yes, but for the figure once more: "đúng rồi, không có ai" explains nothing. */
function reasonIn(text: string): string | undefined {
  const reason = reasonBehindYes(text);
  return reason === undefined || readNumber(reason).type !== 'unclear' ? undefined : reason;
}

/** What explains a figure is kept where the form keeps remarks. */
const noteOf = ({ noteLabel }: ObligationFact, reason: string): string | undefined =>
  noteLabel === null ? undefined : reason.slice(0, longestRemark);

/** "đúng rồi, không có ai": a yes, and the zero in words behind it. */
function isYesWithZero(text: string): boolean {
  const words = text.trim().split(/[\s,.;]+/);
  const isZero = (said: string): boolean => readNumber(said).type === 'none' && !isBareNo(said);
  return words.some(
    (_, at) => readAssent(words.slice(0, at).join(' ')).type === 'assent' && isZero(words.slice(at).join(' ')),
  );
}

/** "không" alone may say that there is none, or that zero is not right. */
const isBareNo = (text: string): boolean => !/\d|\b(?:co|ai|nao|so)\b/.test(fold(text));
