/** Answers that are an amount: of people, of a measure, of money, or a share. Exact, or to be asked about. */

import { withoutLetter } from '../answers.ts';
import { compareDecimals, type Decimal, plainDecimal, plus, shifted, times, wholeDecimal } from '../reading/decimal.ts';
import { patternsOf } from '../reading/patterns.ts';
import { isWord, tokensIn, type Word, written } from '../reading/tokens.ts';
import { type Amount, type Asked, amountAt } from './amount-at.ts';
import { type AmountPiece, afterSlips, neutralFor, piecesOf } from './amount-pieces.ts';
import * as table from './amount-words.ts';

export type AmountReading =
  /**
   * `remark`: what explains it behind a pause, as it was written; `left` is the number in it. `isRest`: the remark says how
   * many are still to do it. `share`: the percentage that stands beside it.
   */
  | { type: 'number'; value: Decimal; remark?: string; left?: Decimal; isRest?: boolean; share?: Decimal }
  /** To be taken only after an explicit question with this value. */
  | { type: 'confirm'; value: Decimal }
  | { type: 'percent'; value: Decimal }
  | { type: 'fraction'; value: Decimal; of: Decimal }
  | { type: 'zero' }
  /** `isAmount`: an amount is spoken of. */
  | { type: 'unclear'; isAmount: boolean };

const mostCharacters = 400;
/** So many groups of people an explanation may count. */
const mostReasons = 3;
const nothing = patternsOf(table.nothing);
const notNothing = patternsOf(table.notNothing);
const sharedOut = patternsOf(table.sharedOut);
const notYet = patternsOf(table.stillToDo);
const absence = patternsOf(table.absence);
const turns = patternsOf(table.turnsToPart);
const doubted = patternsOf(table.doubtBehind);

/** Reads an answer in what is asked. Every word must be known, so that no doubtful value is taken. Never throws. */
export function readAmount(said: string, asked: Asked): AmountReading {
  if (said.length > mostCharacters) return { type: 'unclear', isAmount: false };
  const text = written(withoutLetter(said));
  const all = tokensIn(text);
  // Of people nobody is said otherwise: "chưa cài" may speak of the writer.
  if (asked.kind !== 'count' && isNothing(all, asked)) return { type: 'zero' };
  const words = afterSlips(all, asked);
  const pieces = piecesOf(words, text, asked);
  const isAmount = pieces.some((piece) => piece.type === 'amount' && isSaid(piece.amount));
  return judge(pieces, asked, { text, words }) ?? { type: 'unclear', isAmount };
}

/** A lone word like "sau" is a number only where that is sure. */
const isSaid = ({ isWordAlone, certainty }: Amount): boolean => !isWordAlone || certainty !== 'unclear';

/** "chưa giải ngân", "không phát sinh ạ": nothing, and no word that says that something was done. */
function isNothing(words: readonly Word[], asked: Asked): boolean {
  if (words.some(({ kind }) => kind === 'number') || notNothing.find(words) || words.some(({ text }) => text === '?'))
    return false;
  const neutral = neutralFor(asked);
  let [at, isFound] = [0, false];
  while (at < words.length) {
    const nil = nothing.endAt(words, at);
    const end = nil > at ? nil : Math.max(neutral.endAt(words, at), words[at]?.kind === 'sign' ? at + 1 : at);
    if (end === at) return false;
    isFound ||= nil > at;
    at = end;
  }
  return isFound;
}

const codes: Record<AmountPiece['type'], string> = {
  amount: 'A',
  of: 'O',
  total: 'T',
  stroke: 'O',
  from: 'F',
  rise: 'R',
  open: '(',
  pause: ',',
  rest: 'C',
  right: 'X',
  slip: 'S',
  target: 'G',
  part: 'N',
  unknown: 'U',
};

/** The pieces by their shape. Pauses at the ends say nothing. */
type Said = { text: string; words: readonly Word[] };

function judge(pieces: readonly AmountPiece[], asked: Asked, said: Said): AmountReading | undefined {
  const whole = pieces
    .map((piece) => (piece.type === 'amount' && piece.amount.isPercent ? 'P' : codes[piece.type]))
    .join('');
  const shape = whole.replaceAll('T', '');
  const amounts = pieces.flatMap((piece) => (piece.type === 'amount' ? [piece.amount] : []));
  const [first, second, third] = amounts;
  if (!first || amounts.some(({ certainty }) => certainty === 'unclear')) return undefined;
  if (/^[,SX]*R?,*[AP][,(]*X?[,(]*$/.test(shape)) return only(first, asked);
  if (/^,*A[,(]*P[,(]*G?,*$/.test(shape) && second) return withShare(first, second, asked);
  if (/^,*P[,(]+A[,(]*$/.test(shape) && second) return withShare(second, first, asked);
  if (shape.includes('G')) return besideTarget(shape, amounts, asked);
  if (/^,*A[,(]*N[AN,]*$/.test(shape)) return parted(first, amounts.slice(1), shape, asked);
  if (/^,*A[,(]*\([,(]*A,*$/.test(shape) && second)
    return compareDecimals(first.value, second.value) === 0 ? only(first, asked) : undefined;
  if (/^,*P,*\(,*AO+A,*$/.test(shape) && second && third) return share(second, third, first, asked);
  if (/^,*T,*A,*[AT]/.test(whole)) return ofTotal(whole, amounts);
  if (asked.kind === 'count' && /^,*O+A,*A,*$/.test(whole)) return ofTotal('TAA', amounts);
  if (asked.kind === 'count' && /^,*AA,*$/.test(whole) && turns.find(said.words)) return ofTotal('TAA', amounts);
  if (/^,*R?F[AP]R[AP],*$/.test(shape) && second) return change(first, second, asked);
  const isSharedOut =
    asked.kind === 'count' && second !== undefined && sharedOut.endAt(said.words, second.end) > second.end;
  if (/^,*AO+A,*([,(]*P,*)?$/.test(shape) && second && !isSharedOut) return share(first, second, third, asked);
  if (/^,*A(?:[,(]+(?:C?[AU]|C,*U)|C[AU])/.test(shape) && asked.kind !== 'percent')
    return explained(pieces, first, asked, said);
  return undefined;
}

/** "tổng 50, đã cài 45, còn 5": the parts of a total, where they agree. */
function ofTotal(shape: string, [whole, part, left, ...more]: readonly Amount[]): AmountReading | undefined {
  if (!/^,*T,*A,*A(?:,*C?A[U,]*)?$/.test(shape) || !whole || !part || more.length > 0) return undefined;
  if (left && compareDecimals(plus(part.value, left.value), whole.value) !== 0) return undefined;
  const isPart = whole.value.units > 0n && compareDecimals(part.value, whole.value) <= 0;
  return isPart && !whole.isPercent && !part.isPercent
    ? { type: 'fraction', value: part.value, of: whole.value }
    : undefined;
}

/** "45 người (nam 20, nữ 25)": all of them by kinds that add up. One kind alone leaves open whether it belongs to them. */
function parted(whole: Amount, parts: readonly Amount[], shape: string, asked: Asked): AmountReading | undefined {
  const kinds = (shape.match(/N+/g) ?? []).length;
  const [first, ...more] = parts.map(({ value }) => value);
  if (!first || more.length === 0 || kinds < parts.length || parts.some(({ isPercent }) => isPercent)) return undefined;
  return compareDecimals(more.reduce(plus, first), whole.value) === 0 ? only(whole, asked) : undefined;
}

const hundred = wholeDecimal(100);
const one = wholeDecimal(1);

function only(amount: Amount, asked: Asked): AmountReading | undefined {
  const { value, certainty, isPercent } = amount;
  if (isPercent || asked.kind === 'percent') {
    if (compareDecimals(value, hundred) > 0) return undefined;
    const isBareShare = !isPercent && value.units > 0n && compareDecimals(value, one) < 0;
    if (isBareShare) return undefined;
    return certainty === 'confirm' ? { type: 'confirm', value } : { type: 'percent', value };
  }
  if (value.units === 0n) return { type: 'zero' };
  return certainty === 'confirm' ? { type: 'confirm', value } : { type: 'number', value };
}

/** "47 (đạt 94%)": of people the percentage is held against their total. Of anything else nothing tells whether they agree. */
function withShare(amount: Amount, { value: share }: Amount, asked: Asked): AmountReading | undefined {
  const read = asked.kind === 'count' ? only(amount, asked) : undefined;
  return read?.type === 'number' ? { ...read, share } : undefined;
}

/** "400 triệu/1 tỷ được giao", "kế hoạch 20 ha, đã trồng 15 ha": what was done of a target. A target alone is no figure. */
function besideTarget(
  shape: string,
  [first, second, third]: readonly Amount[],
  asked: Asked,
): AmountReading | undefined {
  if (!first || !second) return undefined;
  const isBehind =
    /^,*A,*O+,*G?A,*G?([,(]*P,*)?$/.test(shape) || /^,*A[,(]*GA[,(]*$/.test(shape) || /^,*A[,(]+AG[,(]*$/.test(shape);
  const isBefore = /^,*GA[,(]*A[,(]*$/.test(shape) || /^,*AG[,(]+A[,(]*$/.test(shape);
  return (
    (isBehind ? share(first, second, third, asked) : undefined) ??
    (isBefore ? share(second, first, undefined, asked) : undefined)
  );
}

/** "từ 60 lên 85 %": what it is now, asked about. */
function change(before: Amount, now: Amount, asked: Asked): AmountReading | undefined {
  const isShare = now.isPercent || asked.kind === 'percent';
  if (isShare && compareDecimals(now.value, hundred) > 0) return undefined;
  return before.isPercent && !now.isPercent && !isShare ? undefined : { type: 'confirm', value: now.value };
}

function share(part: Amount, whole: Amount, percent: Amount | undefined, asked: Asked): AmountReading | undefined {
  if (part.certainty !== 'sure' || whole.certainty !== 'sure' || whole.isPercent || part.isPercent) return undefined;
  const isScaled = part.bare !== undefined && whole.bare === undefined && asked.kind !== 'count';
  const value = isScaled && part.bare ? shifted(part.bare, whole.shift) : part.value;
  if (whole.value.units === 0n || compareDecimals(value, whole.value) > 0) return undefined;
  const isWhole = value.places === 0 && whole.value.places === 0;
  if (!isWhole && asked.kind !== 'measure' && asked.kind !== 'money') return undefined;
  if (percent && !isPercentOf(percent.value, value, whole.value)) return undefined;
  return { type: 'fraction', value, of: whole.value };
}

/** Whether a percentage is this share, rounded or cut off to the places that it has. */
export function isPercentOf(percent: Decimal, part: Decimal, whole: Decimal): boolean {
  const unit: Decimal = { units: 1n, places: percent.places };
  const [least, most] = [
    { ...percent, units: percent.units - 1n },
    { ...percent, units: percent.units + unit.units },
  ];
  const exact = times(part, hundred);
  return compareDecimals(times(least, whole), exact) < 0 && compareDecimals(exact, times(most, whole)) < 0;
}

/** "20, còn 2 đ/c nghỉ thai sản": the first amount, and a remark that says who is missing and why. */
function explained(
  pieces: readonly AmountPiece[],
  first: Amount,
  asked: Asked,
  { text, words }: Said,
): AmountReading | undefined {
  const from = pieces.findIndex((piece) => piece.type === 'amount') + 1;
  const start = pieces.slice(from).find(({ type }) => type !== 'pause' && type !== 'open')?.at;
  if (start === undefined || first.isPercent) return undefined;
  const tail = words.slice(start);
  const isLeft =
    isWord(table.left, tail[0]) ||
    notYet.endAt(tail, 0) > 0 ||
    amountAt(words, start, { kind: 'count' })?.certainty === 'sure';
  if (
    !isLeft ||
    doubted.find(tail) ||
    !absence.find(tail) ||
    tail.filter(({ kind }) => kind === 'number').length > mostReasons
  )
    return undefined;
  const remark = text.slice(tail[0]?.from ?? 0).replace(/[\s).,]+$/u, '');
  const read = only(first, asked);
  if (read?.type !== 'number') return undefined;
  const numbers = tail.flatMap((word, i) => {
    const amount = word.kind === 'number' || i === 0 ? amountAt(tail, i, { kind: 'count' }) : undefined;
    return amount?.certainty === 'sure' ? [amount.value] : [];
  });
  const left = numbers.length > 0 ? numbers.reduce(plus) : undefined;
  return { ...read, remark, ...(left && { left, isRest: notYet.find(tail) !== undefined }) };
}

/** As answers are listed: "12.5", "198/215". */
export const amountText = (reading: AmountReading): string =>
  reading.type === 'fraction'
    ? `${plainDecimal(reading.value)}/${plainDecimal(reading.of)}`
    : 'value' in reading
      ? plainDecimal(reading.value)
      : reading.type === 'zero'
        ? '0'
        : '';
