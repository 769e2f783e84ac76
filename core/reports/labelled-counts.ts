/** Figures with names where some are not sure: the sure ones are taken, the others are asked for. */

import { type Amount, amountAt } from '../language/amounts/amount-at.ts';
import { unitNameEnd } from '../language/amounts/unit-names.ts';
import { markedNumberWord } from '../language/number-words.ts';
import { plainDecimal, times, wholeDecimal } from '../language/reading/decimal.ts';
import { patternsOf } from '../language/reading/patterns.ts';
import { tokensIn, type Word, written } from '../language/reading/tokens.ts';
import { momentAt } from '../language/speech/moments.ts';
import { besideLabels, forEach, leftOver, nobodyBeside, unsureBeside } from './labelled-words.ts';
import { labelAt } from './labels.ts';
import type { Indicator } from './obligation.ts';
import { countsOnly, denominatorOf, enteredOnly, type ReportForm } from './report.ts';

/** By the key of an indicator; undefined where its figure must be asked for. `isComputed`: a figure comes from a share. */
export type LabelledCounts = { figures: ReadonlyMap<string, number | undefined>; isComputed: boolean };

type Piece =
  | { type: 'label'; indicator: Indicator }
  | { type: 'number'; amount: Amount; of: Amount | undefined; isSplit: boolean }
  | { type: 'none' | 'unsure' | 'pause' | 'line' | 'rest' | 'each' | 'unknown' };

const mostCharacters = 1000;
const neutral = patternsOf(besideLabels);
const unsure = patternsOf(unsureBeside);
const nobody = patternsOf(nobodyBeside);
const rest = patternsOf(leftOver);
const each = patternsOf(forEach);

/**
 * Reads figures beside the names of their indicators, each name with what stands beside it. Undefined where no indicator is
 * named, where figures contradict each other, and where one may belong to none of the names.
 */
export function readLabelledCounts(said: string, whole: ReportForm): LabelledCounts | undefined {
  const form = countsOnly(enteredOnly(whole));
  if (said.length > mostCharacters) return undefined;
  const text = withoutBrackets(withoutNumbering(written(said)));
  const pieces = piecesOf(tokensIn(text), text, form);
  if (pieces.some(({ type }) => type === 'each')) return undefined;
  const parts = partsOf(pieces);
  return parts && collect(parts, form);
}

/** Lines that are numbered one after the other lose their numbers. */
function withoutNumbering(text: string): string {
  const lines = text.split('\n');
  const numbered = /^\s*(\d{1,2}|[a-h])[.)/]\s*(?=\p{L})/iu;
  const places = lines.map((line) => numbered.exec(line)?.[1]?.toLowerCase());
  const areNumbered =
    lines.length > 1 && places.every((place, at) => place === String(at + 1) || place === 'abcdefgh'.charAt(at));
  return areNumbered ? lines.map((line) => line.replace(numbered, '')).join('\n') : text;
}

/** What stands in brackets explains. */
const withoutBrackets = (text: string): string => text.replace(/\([^()]*\)/g, (found) => ' '.repeat(found.length));

function piecesOf(words: readonly Word[], text: string, form: ReportForm): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < words.length; ) {
    const { piece, end } = pieceAt(words, at, { text, form });
    if (piece) pieces.push(piece);
    at = end;
  }
  return pieces;
}

type Found = { piece?: Piece; end: number };

function pieceAt(words: readonly Word[], at: number, { text, form }: { text: string; form: ReportForm }): Found {
  const word = words[at];
  if (word?.kind === 'break') return { piece: { type: 'line' }, end: at + 1 };
  if (word?.kind === 'sign') return signAt(word, at);
  for (const [pattern, type] of [
    [rest, 'rest'],
    [each, 'each'],
    [nobody, 'none'],
  ] as const) {
    const end = pattern.endAt(words, at);
    if (end > at) return { piece: { type }, end };
  }
  const label = labelAt(words, at, form);
  const known = neutral.endAt(words, at);
  if (label && label.end >= known) return { piece: { type: 'label', indicator: label.indicator }, end: label.end };
  const name = unitNameEnd(words, at, text);
  if (name > Math.max(known, at)) return { end: name };
  const number = numberAt(words, at);
  if (number) return number;
  const doubt = unsure.endAt(words, at);
  if (doubt > at && doubt >= known) return { piece: { type: 'unsure' }, end: doubt };
  if (known > at) return { end: known };
  const moment = momentAt(words, at);
  if (moment)
    return { ...(moment.when.day === 'today' ? {} : { piece: { type: 'unsure' } as const }), end: moment.end };
  return { piece: { type: 'unknown' }, end: at + 1 };
}

function signAt(word: Word, at: number): Found {
  if (/^[,;.]$/.test(word.text)) return { piece: { type: 'pause' }, end: at + 1 };
  const isIdle = /^[:=()\u2013\u2014*"'|-]$/.test(word.text) || /\p{Extended_Pictographic}/u.test(word.text);
  return isIdle ? { end: at + 1 } : { piece: { type: 'unknown' }, end: at + 1 };
}

function numberAt(words: readonly Word[], at: number): Found | undefined {
  const amount = amountAt(words, at, { kind: 'count' });
  if (!amount) return undefined;
  const next = words[amount.end];
  if (next?.text === '/') {
    const of = amountAt(words, amount.end + 1, { kind: 'count' });
    if (of && !of.isPercent) return { piece: { type: 'number', amount, of, isSplit: false }, end: of.end };
  }
  // "4 5": a space inside a number, or two numbers.
  const isSplit = amount.certainty === 'unclear' && words.slice(at, amount.end).every(({ kind }) => kind === 'number');
  if (isSplit) return { piece: { type: 'number', amount, of: undefined, isSplit }, end: amount.end };
  return {
    piece: {
      type: 'number',
      amount: amount.certainty === 'unclear' ? (withMarks(words, at, amount) ?? amount) : amount,
      of: undefined,
      isSplit: false,
    },
    end: amount.end,
  };
}

/** Beside a name "ba tam" is a number, and the words of no other thing. */
function withMarks(words: readonly Word[], at: number, { end }: Amount): Amount | undefined {
  const marked = words.slice(at, end).map((word) => ({ ...word, text: markedNumberWord(word.text) ?? word.text }));
  const amount = amountAt(marked, 0, { kind: 'count' });
  return amount?.end === marked.length ? { ...amount, end } : undefined;
}

type Part = { indicator: Indicator; pieces: Piece[] };

/**
 * Every label with what belongs to it: what stands behind it up to the next label, or before it where figures come first.
 * What stands before the first label must be a figure of it.
 */
function partsOf(pieces: readonly Piece[]): Part[] | undefined {
  const clauses = clausesOf(pieces);
  const parts: Part[] = [];
  for (const clause of clauses) {
    const labels = clause.filter(({ type }) => type === 'label');
    if (clause.some(({ type }) => type === 'rest')) continue;
    if (labels.length === 0) {
      if (clause.some(({ type }) => type === 'number' || type === 'unknown')) return undefined;
      continue;
    }
    const isBefore =
      clause.findIndex(({ type }) => type === 'number') < clause.findIndex(({ type }) => type === 'label') &&
      clause.some(({ type }) => type === 'number');
    const own = isBefore ? before(clause) : behind(clause);
    if (!own) return undefined;
    parts.push(...own);
  }
  return parts.length > 0 ? parts : undefined;
}

/** Clauses end at pauses; a label alone goes on into the next. */
function clausesOf(pieces: readonly Piece[]): Piece[][] {
  const clauses: Piece[][] = [[]];
  for (const piece of pieces) {
    const last = clauses.at(-1) ?? [];
    if (piece.type !== 'pause' && piece.type !== 'line') last.push(piece);
    else if (last.length > 0 && !last.every(({ type }) => type === 'label')) clauses.push([]);
  }
  return clauses.filter((clause) => clause.length > 0);
}

function behind(clause: readonly Piece[]): Part[] | undefined {
  const parts: Part[] = [];
  for (const piece of clause) {
    const last = parts.at(-1);
    if (piece.type === 'label') {
      // "số cán bộ … CBCCVC": the same label once more.
      if (last && last.pieces.length === 0 && last.indicator !== piece.indicator) return undefined;
      if (!(last?.indicator === piece.indicator && last.pieces.length === 0))
        parts.push({ indicator: piece.indicator, pieces: [] });
    } else if (last) last.pieces.push(piece);
    else if (piece.type !== 'unsure') return undefined;
  }
  return parts;
}

function before(clause: readonly Piece[]): Part[] | undefined {
  const parts: Part[] = [];
  let held: Piece[] = [];
  for (const piece of clause) {
    if (piece.type !== 'label') held.push(piece);
    else {
      parts.push({ indicator: piece.indicator, pieces: held });
      held = [];
    }
  }
  return held.some(({ type }) => type === 'number' || type === 'unknown') ? undefined : parts;
}

type Figure = { value: number; of?: number; isComputed?: true } | undefined;

function figureOf({ pieces }: Part, total: number | undefined): Figure {
  const numbers = pieces.flatMap((piece) => (piece.type === 'number' ? [piece] : []));
  const [only, ...others] = numbers.filter(({ amount }) => numbers.length === 1 || !amount.isPercent);
  const isNone = pieces.some(({ type }) => type === 'none');
  if (pieces.some(({ type }) => type === 'unsure' || type === 'unknown')) return undefined;
  if (isNone) return only ? undefined : { value: 0 };
  if (!only || others.length > 0 || only.amount.certainty !== 'sure') return undefined;
  const value = Number(plainDecimal(only.amount.value));
  if (only.amount.isPercent) return computed(only.amount, total);
  const shares = numbers.filter(({ amount }) => amount !== only.amount).map(({ amount }) => amount);
  const whole = only.of === undefined ? total : Number(plainDecimal(only.of.value));
  if (whole !== undefined && shares.some((share) => !isShareOf(share, value, whole))) return undefined;
  if (only.of === undefined) return { value };
  const of = only.of.certainty === 'sure' ? Number(plainDecimal(only.of.value)) : Number.NaN;
  return of >= value && of > 0 ? { value, of } : undefined;
}

/** Whether a percentage says the same as the figure beside it, rounded or cut off. */
const isShareOf = (share: Amount, value: number, whole: number): boolean =>
  Math.abs(Number(plainDecimal(share.value)) - (100 * value) / whole) < 1;

/** A share of the total, where that gives a whole number. */
function computed({ value }: Amount, total: number | undefined): Figure {
  if (total === undefined) return undefined;
  const exact = Number(plainDecimal(times(value, wholeDecimal(total)))) / 100;
  return Number.isInteger(exact) && exact <= total ? { value: exact, isComputed: true } : undefined;
}

function collect(parts: readonly Part[], form: ReportForm): LabelledCounts | undefined {
  const denominator = denominatorOf(form);
  const own = parts.find(({ indicator }) => indicator === denominator);
  const total = own && figureOf(own, undefined)?.value;
  const figures = new Map<string, number | undefined>();
  const totals = new Set<number>(total === undefined ? [] : [total]);
  let isComputed = false;
  for (const part of parts) {
    const { key } = part.indicator;
    const figure = figureOf(part, total);
    if (figures.has(key) && figures.get(key) !== figure?.value) return undefined;
    figures.set(key, figure?.value);
    if (figure?.of !== undefined) totals.add(figure.of);
    isComputed ||= figure?.isComputed === true;
  }
  const [whole, ...otherTotals] = totals;
  if (otherTotals.length > 0) return undefined;
  if (whole !== undefined && denominator) {
    if ([...figures.values()].some((value) => value !== undefined && value > whole)) return undefined;
    figures.set(denominator.key, whole);
  }
  return { figures, isComputed };
}
