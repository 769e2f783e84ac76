/** An answer about tasks, as its pieces: sections, states, what is left, exceptions. */

import { percentWords } from '../amounts/amount-words.ts';
import { numeralAt } from '../reading/numerals.ts';
import { patternsOf } from '../reading/patterns.ts';
import { isWord, type Word } from '../reading/tokens.ts';
import { momentAt, type When } from '../speech/moments.ts';
import * as table from './progress-words.ts';
import { reasonFrom } from './reasons.ts';
import { type Sections, sectionsAt } from './sections.ts';

export type StateWord = 'done' | 'none' | 'doing' | 'na' | 'blocked' | 'cannot' | 'unclear';

export type ProgressPiece =
  /** `parts`: the same sections as commas part them. */
  | { type: 'sections'; sections: Sections; parts: readonly (readonly number[])[] }
  /** `isEcho`: a bare "rồi", which may only say once more what stands before. */
  | { type: 'state'; state: StateWord; isWhole: boolean; isEcho?: true }
  /** `isSure` is false of "khoảng 60 %" and "80-90 %". */
  | { type: 'percent'; value: string; isSure: boolean }
  | { type: 'reason'; text: string }
  | { type: 'paper'; symbol: string }
  /** `isWeak`: it may only go on. */
  | { type: 'except'; isWeak: boolean }
  | { type: 'pause' | 'unknown' | 'future' | 'past' | 'later' | 'not-at-all' };

type Found = { pieces: ProgressPiece[]; end: number };
/** `isSpoken`: a section was named in words before, so that a number in words may be the next. */
type Setting = { text: string; count: number; isSpoken?: boolean | undefined };

const section = patternsOf(table.sectionWords);
const range = patternsOf(table.ranges);
const except = patternsOf(table.exceptWords);
const allDone = patternsOf(table.allDone);
const allNone = patternsOf(table.allNone);
const whichUnclear = patternsOf(table.unclearWhich);
const about = patternsOf(table.aboutWords);
const because = patternsOf(table.because);
const makes = patternsOf(table.futureMakes);
const willDo = patternsOf(table.willDo);
const notHeld = patternsOf(table.notHeld);
const means = patternsOf(table.meansWords);
const courtesy = patternsOf(table.idleWords);
const papers = patternsOf(table.paperTypes);
const past = patternsOf(table.pastWords.join(' | '));
const percent = patternsOf(percentWords);
const whole = patternsOf(table.wholeWords.join(' | '));

/** Of two phrases as long the earlier wins. */
const states: readonly { state: StateWord; pattern: ReturnType<typeof patternsOf> }[] = [
  { state: 'na', pattern: patternsOf(table.notOurs) },
  { state: 'blocked', pattern: patternsOf(table.blockedWords) },
  { state: 'unclear', pattern: patternsOf(table.unclearStates) },
  { state: 'none', pattern: patternsOf(table.noneWords) },
  { state: 'cannot', pattern: patternsOf(table.cannot) },
  { state: 'doing', pattern: patternsOf(table.doingWords) },
  { state: 'done', pattern: patternsOf(table.doneWords) },
];

const doneState = states.find(({ state }) => state === 'done')?.pattern;

/** All pieces of a text whose directive has the sections 1 to `count`. */
export function progressPieces(words: readonly Word[], setting: Setting): ProgressPiece[] {
  const pieces: ProgressPiece[] = [];
  let isSpoken = false;
  for (let at = 0; at < words.length; ) {
    const found = pieceAt(words, at, { ...setting, isSpoken }, pieces.at(-1)?.type === 'sections');
    pieces.push(...found.pieces);
    isSpoken ||= isNamedInWords(found, words.slice(at, found.end));
    at = found.end;
  }
  return pieces;
}

/** "nhiệm vụ một": one section, and no figure for it. */
const isNamedInWords = ({ pieces: [piece] }: Found, words: readonly Word[]): boolean =>
  piece?.type === 'sections' && Array.isArray(piece.sections) && words.every(({ kind }) => kind === 'word');

const one = (piece: ProgressPiece, end: number): Found => ({ pieces: [piece], end });

/** `isBehind`: sections stand right before it, so that "chưa làm gì" is said of them. */
function pieceAt(words: readonly Word[], at: number, setting: Setting, isBehind: boolean): Found {
  return (
    (isBehind ? undefined : wholeAnswer(words, at)) ??
    paperAt(words, at, setting.text) ??
    sectionsPiece(words, at, setting) ??
    percentAt(words, at) ??
    notHeldAt(words, at, setting) ??
    becauseAt(words, at, setting.text) ??
    stateAt(words, at, setting.text) ??
    otherAt(words, at)
  );
}

function sectionsPiece(words: readonly Word[], at: number, { text, count, isSpoken }: Setting): Found | undefined {
  const isStated = isSpoken === true && states.some(({ pattern }) => pattern.endAt(words, at + 1) > at + 1);
  const found = sectionsAt(words, at, { text, count, isSpoken: isStated });
  return found && one({ type: 'sections', sections: found.sections, parts: found.parts }, found.end);
}

/** "không còn mục nào chưa xong": sections and state in one phrase. */
function wholeAnswer(words: readonly Word[], at: number): Found | undefined {
  const sections: ProgressPiece = { type: 'sections', sections: 'all', parts: [] };
  const unclear = whichUnclear.endAt(words, at);
  if (unclear > at) return { pieces: [{ type: 'unknown' }], end: unclear };
  for (const [pattern, state] of [
    [allDone, 'done'],
    [allNone, 'none'],
  ] as const) {
    const end = pattern.endAt(words, at);
    if (end > at) return { pieces: [sections, { type: 'state', state, isWhole: true }], end };
  }
  return undefined;
}

/** "128/QĐ-UBND", "45/2021/KH-UBND". */
function paperAt(words: readonly Word[], at: number, text: string): Found | undefined {
  const lead = papers.endAt(words, at);
  const first = Math.max(lead, papers.endAt(words, lead));
  const from = words[first]?.from;
  if (from === undefined || words[first]?.kind !== 'number') return undefined;
  const symbol = /^\d{1,6}\p{L}?(?:\/\d{4})?\/\p{L}[\p{L}\d\-&/]*/u.exec(text.slice(from))?.[0];
  if (symbol === undefined) return undefined;
  const end = words.findIndex((word) => word.from >= from + symbol.length);
  return one({ type: 'paper', symbol }, end < 0 ? words.length : end);
}

function percentAt(words: readonly Word[], at: number): Found | undefined {
  const unsure = about.endAt(words, at);
  const first = numeralAt(words, unsure);
  if (!first) return undefined;
  const to = range.endAt(words, first.end);
  const last = to > first.end ? numeralAt(words, to) : undefined;
  const end = percent.endAt(words, last?.end ?? first.end);
  const lone = percent.endAt(words, first.end);
  if (last && end > last.end) return one({ type: 'percent', value: '', isSure: false }, end);
  if (lone === first.end || first.value.units > 100n * 10n ** BigInt(first.value.places)) return undefined;
  const [units, places] = [String(first.value.units), first.value.places];
  const value = places === 0 ? units : `${units.slice(0, -places) || '0'}.${units.slice(-places)}`;
  return one({ type: 'percent', value, isSure: unsure === at && first.sureness !== 'unclear' }, lone);
}

/** "đơn vị em không có mục 3": the sections are none of theirs. */
function notHeldAt(words: readonly Word[], at: number, setting: Setting): Found | undefined {
  const end = notHeld.endAt(words, at);
  const isNamed = end > at && section.endAt(words, end) > end;
  const held = isNamed ? sectionsPiece(words, end, setting) : undefined;
  const [sections] = held?.pieces ?? [];
  if (!held || sections?.type !== 'sections' || typeof sections.sections === 'string') return undefined;
  return { pieces: [sections, { type: 'state', state: 'na', isWhole: false }], end: held.end };
}

function becauseAt(words: readonly Word[], at: number, text: string): Found | undefined {
  const end = because.endAt(words, at);
  const found = end > at ? reasonFrom(words, end, text) : undefined;
  return found && one(found.reason, found.end);
}

function stateAt(words: readonly Word[], at: number, text: string): Found | undefined {
  let found: { state: StateWord; end: number } | undefined;
  for (const { state, pattern } of states) {
    const end = pattern.endAt(words, at);
    // "xã em không có kinh phí": what is lacking is no reason that a task is not theirs.
    const isLack = state === 'na' && words.slice(at, end).some((_, i) => means.endAt(words, at + i) > at + i);
    if (end > at && !isLack && (!found || end > found.end)) found = { state, end };
  }
  if (!found) return undefined;
  const { state, end } = found;
  const isWhole = words.slice(at, end).some((_, i) => whole.endAt(words, at + i) > at + i);
  const isEcho = end === at + 1 && table.echoes.some((echo) => isWord(echo, words[at]));
  const piece: ProgressPiece = { type: 'state', state, isWhole, ...(isEcho && { isEcho }) };
  if (state !== 'blocked') return { pieces: [piece], end };
  const isItself = table.reasonsThemselves.some((word) => isWord(word, words[at]));
  const reason = reasonFrom(words, isItself ? at : end, text);
  return reason && (reason.end > end || isItself)
    ? { pieces: [piece, reason.reason], end: reason.end }
    : { pieces: [piece], end };
}

function otherAt(words: readonly Word[], at: number): Found {
  const moment = momentAt(words, at);
  if (moment && !isNoMoment(moment.when)) return momentPiece(words, at, moment);
  const other = except.endAt(words, at);
  const polite = courtesy.endAt(words, at);
  if (other > at && other >= polite)
    return one({ type: 'except', isWeak: table.weakExcepts.some((weak) => isWord(weak, words[at])) }, other);
  if (isWord(table.notAtAll, words[at])) return one({ type: 'not-at-all' }, at + 1);
  if (willDo.endAt(words, at) > at) return one({ type: 'later' }, willDo.endAt(words, at));
  if (polite > at) return { pieces: past.endAt(words, at) > at ? [{ type: 'past' }] : [], end: polite };
  const word = words[at];
  if (
    word?.kind === 'break' ||
    /^[,;.:!()\u2013-]$/.test(word?.text ?? '') ||
    /\p{Extended_Pictographic}/u.test(word?.text ?? '')
  )
    return one({ type: 'pause' }, at + 1);
  return one({ type: 'unknown' }, at + 1);
}

const isNoMoment = ({ part, day, time, span, vague, isNextWeek }: When): boolean =>
  part === undefined &&
  day === undefined &&
  time === undefined &&
  span === undefined &&
  vague === undefined &&
  !isNextWeek;

/** A day gone by says when something was done; one to come, that it is not yet. */
/** "hôm nay xong" may as well be meant for tonight; "hôm nay đã xong", "đến nay xong" are not. */
function isStillToday(words: readonly Word[], at: number, end: number): boolean {
  const isLed = !table.todayBegins.some((day) => isWord(day, words[at]));
  const done = doneState?.endAt(words, end) ?? end;
  const isOver = words.slice(end, done).some((word) => table.alreadyWords.some((already) => isWord(already, word)));
  return done > end && !isLed && !isOver;
}

function momentPiece(words: readonly Word[], at: number, { when, end }: { when: When; end: number }): Found {
  if (when.day === 'yesterday') return one({ type: 'past' }, end);
  if (when.day === 'today' && when.part === undefined && when.time === undefined)
    return isStillToday(words, at, end) ? one({ type: 'future' }, end) : { pieces: [], end };
  const make = makes.endAt(words, end);
  if (make > end && states.every(({ state, pattern }) => state !== 'done' || pattern.endAt(words, end) <= make))
    return one({ type: 'later' }, make);
  return one({ type: 'future' }, end);
}
