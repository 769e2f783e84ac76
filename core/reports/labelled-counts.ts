/** Figures with names where some are not sure: the sure ones are taken, the others are asked for. */

import type { Amount } from '../language/amounts/amount-at.ts';
import { plainDecimal, times, wholeDecimal } from '../language/reading/decimal.ts';
import { tokensIn, written } from '../language/reading/tokens.ts';
import { isAsideDoubtful } from './aside.ts';
import { type LabelledPiece, labelledPieces } from './labelled-pieces.ts';
import type { Indicator } from './obligation.ts';
import { countsOnly, denominatorOf, enteredOnly, type ReportForm } from './report.ts';

/** By the key of an indicator; undefined where its figure must be asked for. `isComputed`: a figure comes from a share. */
export type LabelledCounts = { figures: ReadonlyMap<string, number | undefined>; isComputed: boolean };

const mostCharacters = 1000;

/**
 * Reads figures beside the names of their indicators, each name with what stands beside it. Undefined where no indicator is
 * named, where figures contradict each other, and where one may belong to none of the names. `known`: the number of all as it stands.
 */
export function readLabelledCounts(said: string, whole: ReportForm, known?: number): LabelledCounts | undefined {
  const form = countsOnly(enteredOnly(whole));
  if (said.length > mostCharacters) return undefined;
  const text = withoutBrackets(withoutNumbering(written(said)));
  const pieces = labelledPieces(tokensIn(text), text, form);
  if (pieces.some(({ type }) => type === 'each')) return undefined;
  const parts = partsOf(pieces);
  return parts && collect(parts, form, known);
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

/** What stands in brackets explains. A share alone is held against its figure, and what makes the figure doubtful stays beside it. */
const withoutBrackets = (text: string): string =>
  text.replace(/\(([^()]*)\)/g, (found, inside: string) => {
    if (/^[^\d]*\d+(?:[.,]\d+)? ?%[^\d]*$/.test(inside)) return ` |${inside} `;
    return isAsideDoubtful(inside) ? ` ${inside.replace(/[,;.\n]/g, ' ')} ` : ' '.repeat(found.length);
  });

type Part = { indicator: Indicator; pieces: LabelledPiece[] };

/**
 * Every label with what belongs to it: what stands behind it up to the next label, or before it where figures come first.
 * What stands before the first label must be a figure of it.
 */
function partsOf(pieces: readonly LabelledPiece[]): Part[] | undefined {
  const clauses = clausesOf(pieces);
  const parts: Part[] = [];
  for (const clause of clauses) {
    const labels = clause.filter(({ type }) => type === 'label');
    if (clause.some(({ type }) => type === 'rest')) {
      if (isRestDoubtful(clause)) return undefined;
      continue;
    }
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

/** "còn lại sai hết": what is left is not as it stands. */
const isRestDoubtful = (clause: readonly LabelledPiece[]): boolean =>
  clause.some(({ type }) => type === 'unknown' || type === 'label');

/** Clauses end at pauses, and before what is left; the label of a figure alone goes on into the next. */
function clausesOf(pieces: readonly LabelledPiece[]): LabelledPiece[][] {
  const clauses: LabelledPiece[][] = [[]];
  for (const piece of pieces) {
    const last = clauses.at(-1) ?? [];
    if (piece.type === 'rest' && last.length > 0) clauses.push([piece]);
    else if (piece.type !== 'pause' && piece.type !== 'line') last.push(piece);
    else if (last.length > 0 && !last.every(isNameOfFigure)) clauses.push([]);
  }
  return clauses.filter((clause) => clause.length > 0);
}

const isNameOfFigure = (piece: LabelledPiece): boolean => piece.type === 'label' && piece.indicator.kind === 'count';

function behind(clause: readonly LabelledPiece[]): Part[] | undefined {
  const parts: Part[] = [];
  const doubt = doubtBefore(clause);
  for (const piece of clause) {
    const last = parts.at(-1);
    if (piece.type === 'label') {
      // "số cán bộ … CBCCVC": the same label once more.
      if (last && last.pieces.length === 0 && last.indicator !== piece.indicator) return undefined;
      if (!(last?.indicator === piece.indicator && last.pieces.length === 0))
        parts.push({ indicator: piece.indicator, pieces: !last && doubt ? [doubt] : [] });
    } else if (last) last.pieces.push(piece);
    else if (!['unsure', 'moment', 'risen'].includes(piece.type)) return undefined;
  }
  return parts;
}

/** "bớt QR 1 người" leaves its figure open, "tăng QR lên 42" does not. */
const doubtBefore = (clause: readonly LabelledPiece[]): LabelledPiece | undefined =>
  clause.some(({ type }) => type === 'risen')
    ? undefined
    : clause
        .slice(
          0,
          clause.findIndex(({ type }) => type === 'label'),
        )
        .find(({ type }) => type === 'unsure');

function before(clause: readonly LabelledPiece[]): Part[] | undefined {
  const parts: Part[] = [];
  let held: LabelledPiece[] = [];
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

/** No number answers what is asked for as yes or no, or in words. */
function figureOf({ indicator, pieces }: Part, total: number | undefined, known?: number): Figure {
  if (indicator.kind !== 'count') return undefined;
  const numbers = pieces.flatMap((piece) => (piece.type === 'number' ? [piece] : []));
  const [only, ...others] = numbers.filter(({ amount }) => numbers.length === 1 || !amount.isPercent);
  const isNone = pieces.some(({ type }) => type === 'none');
  if (pieces.some(({ type }) => ['unsure', 'moment', 'unknown'].includes(type))) return undefined;
  if (isNone) return only ? undefined : { value: 0 };
  if (!only || others.length > 0 || only.amount.certainty !== 'sure') return undefined;
  const value = Number(plainDecimal(only.amount.value));
  if (only.amount.isPercent) return computed(only.amount, total);
  const shares = numbers.filter(({ amount }) => amount !== only.amount).map(({ amount }) => amount);
  const whole = only.of === undefined ? (total ?? known) : Number(plainDecimal(only.of.value));
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

function collect(parts: readonly Part[], form: ReportForm, known: number | undefined): LabelledCounts | undefined {
  const denominator = denominatorOf(form);
  const own = parts.find(({ indicator }) => indicator === denominator);
  const total = own && figureOf(own, undefined)?.value;
  const figures = new Map<string, number | undefined>();
  const totals = new Set<number>(total === undefined ? [] : [total]);
  let isComputed = false;
  for (const part of parts) {
    const { key } = part.indicator;
    const figure = figureOf(part, total, known);
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
