/** The steps at which figures are asked for, or asked about. */

import { keysOfFormula } from '../../../core/directives/duty-figures.ts';
import { type Assent, readAssent } from '../../../core/language/assent/assent.ts';
import { saysNoDifficulty } from '../../../core/language/assent/remark.ts';
import { afterSlip } from '../../../core/language/numbers.ts';
import { inDigits } from '../../../core/language/reading/in-digits.ts';
import { written } from '../../../core/language/reading/tokens.ts';
import { fold, lowerCase } from '../../../core/language/text.ts';
import { restToldIn } from '../../../core/reports/beside/rest-in-order.ts';
import { toldByAnother } from '../../../core/reports/beside/told-by-another.ts';
import { findBrokenRule } from '../../../core/reports/computed.ts';
import { countsToldIn } from '../../../core/reports/counts.ts';
import type { Exact } from '../../../core/reports/exact.ts';
import { denominatorFor, isAmount } from '../../../core/reports/indicators.ts';
import { indicatorNamed } from '../../../core/reports/labels.ts';
import type { Indicator, ObligationFact } from '../../../core/reports/obligation.ts';
import { readQuickReport } from '../../../core/reports/quick-report.ts';
import { notHeldIn } from '../../../core/reports/remarks/not-held.ts';
import { mayDenyRemark, partRemark } from '../../../core/reports/remarks/remark-named.ts';
import { type Answers, denominatorValue, figureIn, findExceeding, findOutside } from '../../../core/reports/report.ts';
import { readSameOfEach } from '../../../core/reports/same-of-each.ts';
import { readToldFigures } from '../../../core/reports/told-figures.ts';
import { outsideBounds } from '../../../messages/chat/figures/amounts.ts';
import { computedHere, otherFigure } from '../../../messages/chat/figures/rules.ts';
import * as say from '../../../messages/chat/report.ts';
import * as ask from '../../../messages/chat/talk/asking-back.ts';
import type { Intent } from '../shape/intent.ts';
import { type Reply, saying } from '../shape/reply.ts';
import type { ReportState } from '../shape/states.ts';
import { readAnswer } from './answer.ts';
import { correctEarlier } from './earlier.ts';
import { mixedToldIn } from './mixed.ts';
import { answered, askToStop, at, beginReport, keyed, proceed } from './progress.ts';
import { longestRemark } from './submit.ts';

/** One indicator is asked for; an earlier one may turn out to be wrong. */
export const stepValue = (state: ReportState, form: ObligationFact, key: string, intent: Intent): Reply =>
  correctEarlier(state, form, key, intent) ?? takeValue(state, form, key, intent);

/** What is told of one indicator. */
export function takeValue(state: ReportState, form: ObligationFact, key: string, intent: Intent): Reply {
  const indicator = keyed(form, key);
  if (indicator.formula) {
    const from = keysOfFormula(indicator.formula).map((one) => keyed(form, one));
    return { state: proceed(state, form), say: saying(computedHere(indicator, from)) };
  }
  const none = intent.type === 'answer' ? notHeldIn(intent.text, form, indicator) : undefined;
  if (none && form.noteLabel !== null)
    return { state: at(state, zeroOf(none.key, intent.type === 'answer' ? intent.text : undefined)) };
  const said = intent.type === 'answer' && !bareFigure.test(intent.text) ? intent.text : undefined;
  const several = said === undefined ? undefined : tellRest(state, form, indicator, said);
  if (several) return several;
  const likely = said === undefined ? undefined : toldByAnother(said, form, indicator, state.answers);
  if (likely !== undefined)
    return { state: at(state, likely === 0 ? zeroOf(key, undefined) : sureOf(key, likely, undefined)) };
  const isMixed = intent.type === 'answer' && mixedToldIn(intent.text, form, state.answers) !== undefined;
  if (isMixed) return tellFigures(state, form, intent) ?? {};
  if (intent.type === 'answer' && isOfOther(intent.text, form, indicator))
    return (
      tellFigures(state, form, intent) ?? stopOrWait(state, intent) ?? { say: saying(say.unclear(form, indicator)) }
    );
  const reading = readAnswer(form, indicator, intent, state.answers);
  if (reading.type === 'zero') return { state: at(state, zeroOf(key, reading.aside)) };
  if (reading.type === 'sure') return { state: at(state, sureOf(key, reading.value, reading.aside)) };
  if (reading.type === 'sure-day') return { state: at(state, { at: 'sure-day', key, day: reading.day }) };
  const again = reading.type === 'value' ? refusedAgain(state, form, key, reading.value.value) : undefined;
  if (again) return again;
  if (reading.type === 'value') return answered(withAside(state, reading.aside), form, indicator, reading.value);
  const told = tellFigures(state, form, intent) ?? tellNoRemark(state, form, intent);
  return (
    (told && !isOverwritten(told, state, indicator, intent.type === 'answer' ? intent.text : '')
      ? told
      : stopOrWait(state, intent)) ?? { say: saying(reading.why) }
  );
}

/** Several figures where one is asked for: those that are left in their order, or one number for each of them. */
function tellRest(state: ReportState, form: ObligationFact, asked: Indicator, text: string): Reply | undefined {
  const told = restToldIn(text, form, asked, state.answers);
  if (told) return { state: proceed({ ...state, answers: { ...state.answers, ...told }, isNoteLeftOut: true }, form) };
  return readSameOfEach(text, form) ? tellFigures(state, form, { type: 'answer', text }) : undefined;
}

/** No word is looked for in it. */
const bareFigure = /^\s*\d*\s*$/;

/** "85/100 hộ" where a percentage is asked for: what it counts is no new figure for the households that were told before. */
function isOverwritten(reply: Reply, { answers }: ReportState, asked: Indicator, text: string): boolean {
  if (!isAmount(asked.kind) || !/\d\s*\/\s*\d/.test(text) || reply.state?.dialogue !== 'report') return false;
  const { answers: next } = reply.state;
  return Object.entries(answers).some(([key, { value }]) => next[key] !== undefined && next[key]?.value !== value);
}

/** "không có vướng mắc gì" where a figure is asked for: it is kept, and the figure is asked for again. */
const tellNoRemark = (state: ReportState, form: ObligationFact, intent: Intent): Reply | undefined =>
  intent.type === 'answer' && form.noteLabel !== null && state.note === undefined && saysNoDifficulty(intent.text)
    ? { state: { ...state, note: null }, say: saying(say.notedNone(form.noteLabel)) }
    : undefined;

/** "bluezone 45" where another one is asked for. */
const isOfOther = (text: string, form: ObligationFact, asked: Indicator): boolean =>
  asked.kind === 'count' &&
  !indicatorNamed(text, asked, form) &&
  form.indicators.some(
    (one) => one !== asked && one.kind === 'count' && !one.isDenominator && standsIn(fold(text), fold(one.label)),
  );

const standsIn = (text: string, name: string): boolean =>
  ` ${text.replace(/[^a-z0-9]+/g, ' ')} `.includes(` ${name.replace(/[^a-z0-9]+/g, ' ').trim()} `);

/** A figure that waits to be confirmed, with what explains it. */
const sureOf = (key: string, value: Exact, aside: string | undefined): ReportState['step'] => ({
  at: 'sure',
  key,
  value,
  ...(aside !== undefined && { aside: aside.trim().slice(0, longestRemark) }),
});

/** A zero that waits to be confirmed, with what was said beside it. */
const zeroOf = (key: string, aside: string | undefined): ReportState['step'] => ({
  at: 'zero',
  key,
  ...(aside !== undefined && { aside: aside.trim().slice(0, longestRemark) }),
});

/** What an aside says becomes part of the remark. */
export function withAside(state: ReportState, aside: string | undefined): ReportState {
  if (aside === undefined) return state;
  return { ...state, aside: state.aside === undefined ? aside : `${state.aside}; ${aside}` };
}

/** Figures that came with their names, or all at once: as they may instead of any single one. A remark may stand behind them. */
export function tellFigures(state: ReportState, form: ObligationFact, intent: Intent): Reply | undefined {
  if (intent.type !== 'answer') return undefined;
  const { text } = intent;
  const tellParted = (): Reply | undefined => {
    const parted = partRemark(text, form);
    const note = parted?.remark?.slice(0, longestRemark) ?? null;
    return parted && tellAlone({ ...state, note }, form, parted.said);
  };
  return mayDenyRemark(text)
    ? (tellParted() ?? tellAlone(state, form, text))
    : (tellAlone(state, form, text) ?? tellParted());
}

function tellAlone(state: ReportState, form: ObligationFact, text: string): Reply | undefined {
  if (areFiguresInGroups(text, form)) return { say: saying(ask.groupsUnclear()) };
  const told =
    mixedToldIn(text, form, state.answers) ?? countsToldIn(text, form, denominatorValue(form, state.answers));
  if (!told) return undefined;
  const keys = Object.keys(told.answers);
  const [only, ...others] = keys;
  const answers = { ...without(state.answers, told.unsure), ...told.answers };
  if (only !== undefined && others.length === 0 && answers[only]?.value === 0 && !keyed(form, only).isDenominator)
    return { state: at(state, zeroOf(only, told.aside)) };
  const again =
    others.length === 0 ? refusedAgain(state, form, only ?? '', told.answers[only ?? '']?.value) : undefined;
  if (again) return again;
  const beyond = findOutside(form, told.answers);
  if (beyond)
    return {
      state: at(withAside(state, told.aside), { at: 'value', key: beyond.key }),
      say: saying(outsideBounds(beyond, figureIn(told.answers, beyond.key) ?? 0)),
    };
  const isSingle = others.length === 0 || state.step.at === 'confirm' || state.step.at === 'note';
  const whole = { ...withAside(state, told.aside), answers, isNoteLeftOut: state.isNoteLeftOut || !isSingle };
  const next = proceed(whole, form);
  const isEchoed = only !== undefined && others.length === 0 && (next.step.at === 'value' || next.step.at === 'note');
  return { state: next, ...(isEchoed && { say: saying(say.noted(form, keyed(form, only), answers)) }) };
}

/** A figure that was refused beside another one is told once more: then the other one is asked for. */
function refusedAgain(
  state: ReportState,
  form: ObligationFact,
  key: string,
  value: Exact | string | undefined,
): Reply | undefined {
  if (value === undefined || state.answers[key]?.value !== value) return undefined;
  const exceeding = findExceeding(form, state.answers);
  const whole = exceeding && denominatorFor(form, exceeding);
  const involved = exceeding && whole ? [exceeding, whole] : (findBrokenRule(form, state.answers)?.indicators ?? []);
  const other = involved.find((one) => one.key !== key && !one.formula);
  if (!other || !involved.some((one) => one.key === key)) return undefined;
  return {
    state: at(state, { at: 'value', key: other.key }),
    say: saying(otherFigure(keyed(form, key), other, state.answers)),
  };
}

/** What was named without a sure figure is asked for once more. */
const without = (answers: Answers, keys: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => !keys.includes(key)));

/** "thôi", "khoan": said where something else is asked for. */
export function stopOrWait(state: ReportState, intent: Intent): Reply | undefined {
  const assent = assentOf(intent);
  if (assent.type === 'cancel' && assent.isWhole) return askToStop(state);
  return assent.type === 'hold' && assent.isWhole ? { say: saying(ask.waiting()) } : undefined;
}

/** "không, 1,25 ha", "không phải 46 mà 44": the figure behind the no; the whole text where there is none. */
export function behindNo(typed: string): string {
  const text = /\d/.test(typed) ? typed : inDigits(written(typed));
  const lower = lowerCase(text);
  const kept = afterSlip(lower);
  return kept === lower ? text.replace(/^\D+(?=\d)/, '') : kept.replace(/^\D+(?=\d)/, '');
}

export const assentOf = (intent: Intent): Assent =>
  intent.type === 'answer' ? readAssent(intent.text) : { type: 'nothing', isWhole: false };

/**
 * Figures outside any conversation: a whole report, or the first of one. Undefined when the message is none. The number of
 * staff alone is none: people are counted for other reasons.
 */
export function reportAtOnce(form: ObligationFact, intent: Intent): Reply | undefined {
  const begun = { ...beginReport(form, 'report', false), answers: {} };
  if (intent.type !== 'answer') return undefined;
  const { text } = intent;
  const areFigures = (said: string): boolean => {
    const told = mixedToldIn(said, form, {}) ?? countsToldIn(said, form);
    return told !== undefined && Object.keys(told.answers).some((key) => !keyed(form, key).isDenominator);
  };
  return areFigures(text) || areFigures(partRemark(text, form)?.said ?? '')
    ? tellFigures(begun, form, intent)
    : undefined;
}

/** The correction of a report that is in by figures that came unasked: to be read back first. */
export const correctAtOnce = (form: ObligationFact, answers: Answers): ReportState => {
  const begun = beginReport(form, 'change', false);
  return proceed({ ...begun, answers: { ...begun.answers, ...answers } }, form);
};

/** The figures of a whole report that is in, told once more. */
export const figuresAtOnce = (form: ObligationFact, text: string): Answers | undefined => {
  const told = readToldFigures(text, form);
  return told?.type === 'figures' ? told.answers : readQuickReport(text, form);
};

/** "1 234": one number of a report or several. */
export const areFiguresInGroups = (text: string, form: ObligationFact): boolean =>
  readToldFigures(text, form)?.type === 'groups';
