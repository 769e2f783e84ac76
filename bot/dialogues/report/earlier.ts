/** Where one figure is asked for, and an earlier one turns out to be wrong. */
import { inStandard } from '../../../core/language/dialect.ts';
import { afterSlip } from '../../../core/language/numbers.ts';
import { lowerCase } from '../../../core/language/text.ts';
import { readLabelledCounts } from '../../../core/reports/labelled-counts.ts';
import { indicatorNamed } from '../../../core/reports/labels.ts';
import type { Indicator, ObligationFact } from '../../../core/reports/obligation.ts';
import {
  correctsFigure,
  goesBack,
  readReadBack,
  saysSlip,
  takesBack,
} from '../../../core/reports/read-back/read-back.ts';
import { type Answers, denominatorOf } from '../../../core/reports/report.ts';
import { noted } from '../../../messages/chat/report.ts';
import type { Intent } from '../shape/intent.ts';
import { type Reply, saying } from '../shape/reply.ts';
import type { ReportState } from '../shape/states.ts';
import { at, keyed, proceed } from './progress.ts';

/**
 * "bluezone nhầm, 45" corrects the figure that it names; of "à nhầm, 45" it is asked whose it is; "quay lại" asks for the figure before
 * once more. Undefined for anything else, and while nothing was told yet.
 */
export function correctEarlier(
  state: ReportState,
  form: ObligationFact,
  key: string,
  intent: Intent,
): Reply | undefined {
  const told = form.indicators.filter((one) => !one.formula && state.answers[one.key] !== undefined);
  if (intent.type !== 'answer' || told.length === 0 || state.answers[key] !== undefined) return undefined;
  const { text } = intent;
  // Of the total alone nothing is taken back by a bare figure that no slip is said of: the one that is asked for is meant.
  const isFirst = told.every((one) => one.isDenominator);
  if (goesBack(text)) return { state: at(state, { at: 'value', key: before(told, form, key).key }) };
  const total = totalCorrected(text, form, state.answers);
  if (total) return takeTotal(state, form, total);
  const isBack = takesBack(text, form, state.answers);
  const reading = isBack || !/\d/.test(text) ? readReadBack(text, form, state.answers) : undefined;
  const named = told.filter((one) => !one.isDenominator && indicatorNamed(text, one, form));
  // It is wrong, whatever else is said of it.
  if (isBack && reading?.type !== 'change' && named.length === 1)
    return { state: at(state, { at: 'value', key: named[0]?.key ?? key }) };
  if (reading?.type !== 'change') return undefined;
  const [wrong] = [...reading.figures].find(([one, value]) => value === undefined && state.answers[one]) ?? [];
  if (wrong !== undefined) return { state: at(state, { at: 'value', key: wrong }) };
  if (!isBack) return undefined;
  if (reading.unnamed !== undefined && isFirst && !saysSlip(text)) return undefined;
  if (reading.unnamed !== undefined) return { state: at(state, { at: 'which', value: reading.unnamed }) };
  const sure = [...reading.figures].filter((pair): pair is [string, number] => pair[1] !== undefined);
  const [first, ...others] = sure;
  if (!first || sure.length < reading.figures.size) return undefined;
  const answers = {
    ...state.answers,
    ...Object.fromEntries(sure.map(([one, value]) => [one, { type: 'number', value } as const])),
  };
  const said = others.length === 0 ? saying(noted(form, keyed(form, first[0]), answers)) : undefined;
  return { state: proceed({ ...state, answers }, form), ...(said && { say: said }) };
}

/** "à tổng 52 mới đúng": the number of all, named and corrected, and no other figure. */
function totalCorrected(
  text: string,
  form: ObligationFact,
  answers: Answers,
): { key: string; value: number } | undefined {
  const key = denominatorOf(form)?.key;
  if (key === undefined || answers[key] === undefined || !correctsFigure(text)) return undefined;
  const said = afterSlip(inStandard(lowerCase(text)));
  const clauses = [said, ...(said.includes(',') ? [said.slice(said.lastIndexOf(',') + 1)] : [])];
  const figures = clauses.map((clause) => readLabelledCounts(clause, form)?.figures).find((read) => read !== undefined);
  const [told, ...others] = figures ?? [];
  return told && others.length === 0 && told[0] === key && told[1] !== undefined ? { key, value: told[1] } : undefined;
}

function takeTotal(state: ReportState, form: ObligationFact, { key, value }: { key: string; value: number }): Reply {
  const answers: Answers = { ...state.answers, [key]: { type: 'number', value } };
  return { state: proceed({ ...state, answers }, form), say: saying(noted(form, keyed(form, key), answers)) };
}

/** "quay lại" where a remark is asked for: the last figure is asked for once more. */
export function backFromNote(state: ReportState, form: ObligationFact, intent: Intent): Reply | undefined {
  if (intent.type !== 'answer' || !goesBack(intent.text)) return undefined;
  const last = form.indicators.filter((one) => !one.formula && state.answers[one.key] !== undefined).at(-1);
  return last && { state: at(state, { at: 'value', key: last.key }) };
}

/** The last that was told in front of the one that is asked for, else the last that was told. */
function before(told: readonly Indicator[], form: ObligationFact, key: string): Indicator {
  const place = form.indicators.findIndex((one) => one.key === key);
  const earlier = told.filter((one) => form.indicators.indexOf(one) < place);
  return (earlier.at(-1) ?? told.at(-1)) as Indicator;
}
