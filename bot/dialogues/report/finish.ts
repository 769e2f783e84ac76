/** The steps behind the figures: the remark, corrections, the read-back, and the end. */
import type { Context } from '../../../core/conversation/context.ts';
import { readAssent } from '../../../core/language/assent/assent.ts';
import { readRemark, saysNoDifficulty, saysNoRemark } from '../../../core/language/assent/remark.ts';
import { inStandard } from '../../../core/language/dialect.ts';
import { afterSlip, behindLabel } from '../../../core/language/numbers.ts';
import { inDigits } from '../../../core/language/reading/in-digits.ts';
import { patternsOf } from '../../../core/language/reading/patterns.ts';
import { tokensIn, written } from '../../../core/language/reading/tokens.ts';
import { asksWhether } from '../../../core/language/speech/plainly-asked.ts';
import { fold, lowerCase } from '../../../core/language/text.ts';
import { correctionIn } from '../../../core/reports/correction.ts';
import { isAmount, isFigure } from '../../../core/reports/indicators.ts';
import { indicatorsNamedIn, labelAt } from '../../../core/reports/labels.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import { deniedFigure, readReadBack, saysAllRight } from '../../../core/reports/read-back/read-back.ts';
import { lookedAgain } from '../../../core/reports/read-back/read-back-words.ts';
import { figureReplaced } from '../../../core/reports/read-back/replaced.ts';
import { dropsRemark, remarkNamed } from '../../../core/reports/remarks/remark-named.ts';
import { agrees, enteredOnly } from '../../../core/reports/report.ts';
import { readToldFigures } from '../../../core/reports/told-figures.ts';
import { ruleUnclear } from '../../../messages/chat/figures/rules.ts';
import * as say from '../../../messages/chat/report.ts';
import * as ask from '../../../messages/chat/talk/asking-back.ts';
import type { Intent } from '../shape/intent.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { idle, type ReportState } from '../shape/states.ts';
import { readAnswer } from './answer.ts';
import { assentOf, stopOrWait, takeValue, tellFigures } from './figures.ts';
import { askToStop, at, giveUp, proceed } from './progress.ts';
import { longestRemark, submit } from './submit.ts';

export function stepChange(state: ReportState, form: ObligationFact, intent: Intent): Reply {
  if (intent.type === 'choice' && intent.id === 'note')
    return { state: at({ ...state, note: undefined, isNoteLeftOut: undefined }, { at: 'note' }) };
  if (intent.type === 'choice' && intent.id.startsWith('i:'))
    return { state: at(state, { at: 'value', key: intent.id.slice(2) }) };
  const [named, ...others] =
    intent.type === 'answer' && !/\d/.test(intent.text) ? indicatorsNamedIn(intent.text, form) : [];
  const changed = changeByWords(state, form, intent);
  if (changed) return changed;
  if (named && others.length === 0 && !named.formula) return { state: at(state, { at: 'value', key: named.key }) };
  const assent = assentOf(intent);
  // "thôi", "đúng rồi": nothing is to be changed after all.
  if (assent.type === 'assent' || (assent.type === 'cancel' && !assent.isSure)) return { state: proceed(state, form) };
  return stopOrWait(state, intent) ?? { say: saying(say.changeUnclear()) };
}

/** Figures do not agree: one is corrected by its name, or chosen to be asked for anew. */
export function stepRule(state: ReportState, form: ObligationFact, intent: Intent): Reply {
  if (intent.type === 'choice') return { state: at(state, { at: 'value', key: intent.id.slice(2) }) };
  return changeByWords(state, form, intent) ?? stopOrWait(state, intent) ?? { say: saying(ruleUnclear()) };
}

/** A figure with its name, without one, or a remark, where a correction is expected. */
export function changeByWords(state: ReportState, form: ObligationFact, intent: Intent): Reply | undefined {
  if (intent.type !== 'answer') return undefined;
  const remark = remarkNamed(intent.text, form);
  if (remark !== undefined) return { state: proceed({ ...state, note: remarkTold(remark) }, form) };
  const isDropped = dropsRemark(intent.text, form) || (form.noteLabel !== null && saysNoDifficulty(intent.text));
  if (isDropped) return { state: proceed({ ...state, note: null, aside: undefined }, form) };
  const replaced = figureReplaced(intent.text, form, state.answers);
  if (replaced) return takeValue(state, form, replaced.key, { type: 'answer', text: String(replaced.value) });
  const told = readToldFigures(intent.text, form);
  if (told?.type === 'unnamed') return correctUnnamed(state, form, told.value);
  const whole = tellFigures(state, form, intent) ?? changeOther(state, form, intent.text);
  if (whole) return whole;
  for (const text of [behindVerdict(intent.text), behindPlainNo(intent.text, form), withoutTaken(intent.text)]) {
    const told = text === undefined ? undefined : tellFigures(state, form, { type: 'answer', text });
    if (told) return told;
  }
  return undefined;
}

/** "sai rồi cái qr bốn mốt", "rà soát lại thì qr là 41": what stands behind a plain no, or a second look, from the name of a figure on. */
function behindPlainNo(text: string, form: ObligationFact): string | undefined {
  const said = written(text);
  const words = tokensIn(said);
  const first = words.findIndex((_, at) => labelAt(words, at, form) !== undefined);
  const from = words[first]?.from ?? 0;
  const before = words.slice(0, Math.max(first, 0));
  const isWrong = readAssent(said.slice(0, from)).type === 'denial' || looked.find(before) !== undefined;
  return from > 0 && isWrong && !before.some(({ kind }) => kind === 'number') ? said.slice(from) : undefined;
}

/** "qr bốn hai chứ không phải bốn mươi": without the number that is taken back, in digits. */
function withoutTaken(text: string): string | undefined {
  const said = inStandard(lowerCase(/\d/.test(text) ? text : inDigits(written(text))));
  const kept = afterSlip(said);
  return kept === said ? undefined : kept;
}

const looked = patternsOf(lookedAgain);

/** "sai mất rồi, qr 41": the figures behind a yes or a no in a clause of its own. */
function behindVerdict(text: string): string | undefined {
  const [, verdict = '', rest] = /^([^,.;:\n\d]+)[,.;:\n]+\s*(.*\d.*)$/su.exec(text.trim()) ?? [];
  return ['assent', 'denial'].includes(readAssent(verdict).type) ? rest : undefined;
}

const remarkTold = (text: string): string | null =>
  readRemark(text).type === 'none' ? null : text.slice(0, longestRemark);

/** One figure without a name: that of the only count, else it is asked whose. */
function correctUnnamed(state: ReportState, form: ObligationFact, value: number): Reply {
  const [only, ...others] = enteredOnly(form).indicators.filter(({ kind }) => isFigure(kind));
  if (!only) return { say: saying(say.changeUnclear()) };
  if (others.length > 0) return { state: at(state, { at: 'which', value }) };
  return takeValue(state, form, only.key, { type: 'answer', text: String(value) });
}

/** A figure waits for the name of its indicator. */
export function stepWhich(state: ReportState, form: ObligationFact, value: number, intent: Intent): Reply {
  if (intent.type === 'choice' && intent.id.startsWith('i:'))
    return takeValue(state, form, intent.id.slice(2), { type: 'answer', text: String(value) });
  const [named, ...others] = intent.type === 'answer' ? indicatorsNamedIn(intent.text, form) : [];
  if (named?.kind === 'count' && others.length === 0 && intent.type === 'answer' && !/\d/.test(intent.text))
    return takeValue(state, form, named.key, { type: 'answer', text: String(value) });
  const changed = changeByWords(state, form, intent);
  if (changed) return changed;
  const assent = assentOf(intent);
  if (assent.type === 'denial' || assent.type === 'cancel') return { state: at(state, { at: 'change' }) };
  return stopOrWait(state, intent) ?? { say: saying(say.changeUnclear()) };
}

/** "Ngày: 8/9/2021": the name of an indicator that is no count, and its new answer. */
function changeOther(state: ReportState, form: ObligationFact, text: string): Reply | undefined {
  const corrected = correctionIn(text)?.text;
  return changeTold(state, form, text.trim()) ?? (corrected ? changeTold(state, form, corrected) : undefined);
}

function changeTold(state: ReportState, form: ObligationFact, said: string): Reply | undefined {
  const named = form.indicators.filter(
    ({ label, kind }) =>
      kind !== 'count' && (fold(said).startsWith(`${fold(label)} `) || fold(said).startsWith(`${fold(label)}:`)),
  );
  const indicator = named.sort((a, b) => b.label.length - a.label.length)[0];
  if (!indicator) return changeInShort(state, form, said);
  const answer = behindLabel(said.slice(indicator.label.length));
  return takeValue(state, form, indicator.key, { type: 'answer', text: answer });
}

/** "diện tích 13,5 ha" of "Diện tích gieo trồng": a part of the name, or one that is misspelt. */
function changeInShort(state: ReportState, form: ObligationFact, said: string): Reply | undefined {
  const text = written(said);
  const words = tokensIn(text);
  const found = labelAt(words, 0, form);
  const start = found && words.slice(found.end).find(({ text }) => !/^[:=–-]$/.test(text));
  if (!found || !start || found.indicator.kind === 'count') return undefined;
  const answer = behindLabel(text.slice(start.from));
  const reading = readAnswer(form, found.indicator, { type: 'answer', text: answer }, state.answers);
  const isTaken = reading.type !== 'refused' || isAmount(found.indicator.kind);
  return isTaken ? takeValue(state, form, found.indicator.key, { type: 'answer', text: answer }) : undefined;
}

/** The read-back. Only a yes sends; what is not understood is said to be so. */
export function stepConfirm(state: ReportState, form: ObligationFact, intent: Intent, context: Context): Reply {
  if (intent.type === 'choice' && intent.id === 'send') return submit(state, form, context);
  if (intent.type === 'choice' && intent.id === 'change') return { state: at(state, { at: 'change' }) };
  if (intent.type === 'choice') return giveUp(state);
  if (intent.type !== 'answer') return {};
  if (repeats(state, form, intent.text) || saysAllRight(intent.text, form)) return submit(state, form, context);
  // "còn hạn không em", "gửi rồi có sửa được không": a question changes nothing.
  const isAsked = !/\d/.test(intent.text) && asksWhether(intent.text);
  const told = changeByWords(state, form, intent);
  const isNew = told?.state?.dialogue !== 'report' || !agrees(told.state.answers, state.answers);
  const denied = told && isNew ? undefined : deniedFigure(intent.text, form, state.answers);
  if (denied) return { state: at(state, { at: 'value', key: denied }) };
  const changed = told ?? (isAsked ? undefined : changeNamed(state, form, intent.text));
  if (changed) return changed;
  if (form.noteLabel !== null && state.note === undefined && saysNoRemark(intent.text))
    return { state: proceed({ ...state, note: null }, form) };
  const assent = readAssent(intent.text);
  switch (assent.type) {
    case 'assent':
      return submit(state, form, context);
    case 'denial':
      if (isAsked) return { say: saying(ask.confirmUnclear()) };
      return { state: at(state, { at: 'change' }), say: saying(ask.notSentYet()) };
    case 'hold':
      return { say: saying(ask.held()) };
    case 'cancel':
      return askToStop(state);
    default:
      return { say: saying(ask.confirmUnclear()) };
  }
}

/** "QR sai rồi", "không phải 45 mà 46": what to change, with the figure or the name still to be asked for. */
function changeNamed(state: ReportState, form: ObligationFact, text: string): Reply | undefined {
  const reading = readReadBack(text, form, state.answers);
  if (reading.type !== 'change') return undefined;
  if (reading.unnamed !== undefined) return correctUnnamed(state, form, reading.unnamed);
  const [key] = [...reading.figures].find(([, value]) => value === undefined) ?? [];
  if (key !== undefined) return { state: at(state, { at: 'value', key }) };
  return reading.figures.size === 0 ? { state: at(state, { at: 'change' }), say: saying(ask.notSentYet()) } : undefined;
}

/** "50 45 40 38 chuẩn": the figures that stand, and a yes. */
function repeats(state: ReportState, form: ObligationFact, text: string): boolean {
  const told = readToldFigures(text, form);
  if (told?.type !== 'figures' || told.aside !== undefined || !agrees(told.answers, state.answers)) return false;
  return readAssent(text.replace(/\d+/g, ' ')).type === 'assent';
}

export function stepOvertaken(state: ReportState, form: ObligationFact, intent: Intent, context: Context): Reply {
  const keep: Reply = { state: idle, say: saying(say.kept()) };
  if (intent.type === 'choice') return intent.id === 'keep' ? keep : submit(state, form, context);
  if (intent.type !== 'answer') return {};
  const assent = readAssent(intent.text, []);
  if (assent.type === 'assent') return submit(state, form, context);
  if (assent.type === 'denial' && assent.isWhole) return keep;
  return { say: saying(assent.type === 'hold' ? ask.held() : ask.overtakenUnclear()) };
}

/** Only a yes gives up what was entered. */
export function stepStopping(state: ReportState, form: ObligationFact, intent: Intent): Reply {
  const goOn: Reply = { state: proceed(state, form) };
  if (intent.type === 'choice') return intent.id === 'stop' ? giveUp(state) : goOn;
  if (intent.type !== 'answer') return {};
  const assent = readAssent(intent.text, []);
  if (assent.type === 'assent' || (assent.type === 'cancel' && assent.isSure)) return giveUp(state);
  if (assent.type === 'denial' || assent.type === 'hold') return goOn;
  return tellFigures(state, form, intent) ?? { say: saying(ask.stoppingUnclear()) };
}
