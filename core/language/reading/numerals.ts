/** Numbers in figures, in words and in both: "1.250,75", "2tr5", "hai tỷ rưỡi", "chín hai phẩy năm". Exact. */
import { isNumberWord, readGroup, readNumberWords } from '../number-words.ts';
import { type Decimal, decimalOf, plus, shifted, wholeDecimal } from './decimal.ts';
import { type ReadNumeral, readDigits, readSpaced, type Sureness } from './figures.ts';
import {
  fourBehindPoint,
  halfOfOne,
  halfWords,
  hundredWord,
  misspelt,
  oneThousand,
  pointWords,
  scaleWords,
  zeroWord,
} from './numeral-words.ts';
import { isWord, type Word } from './tokens.ts';

export type Numeral = {
  value: Decimal;
  sureness: Sureness;
  /** Behind its last word. */
  end: number;
  /** The power of ten of its last scale ("triệu": 6); 0 for none. */
  power: number;
  /** No word and no scale is in it. */
  isFigures: boolean;
  isSlang: boolean;
};

/** The number that begins at `at`, as far as its words go; undefined where none does. */
export function numeralAt(words: readonly Word[], at: number): Numeral | undefined {
  const half = halfAt(words, at);
  if (half) return half;
  const end = runEnd(words, at);
  if (end === at) return undefined;
  const run = words.slice(at, end);
  const read = readRun(run);
  const scales = run.filter((_, i) => scaleAt(run, i) !== undefined);
  const last = run.map((_, i) => scaleAt(run, i)).findLast((scale) => scale !== undefined);
  return {
    ...(read ?? { value: wholeDecimal(0), sureness: 'unclear' as const }),
    end,
    power: last?.power ?? 0,
    isFigures: scales.length === 0 && run.every(({ kind }) => kind === 'number'),
    isSlang: run.some((_, i) => scaleAt(run, i)?.isSlang === true),
  };
}

/** "nửa tỷ"; "nửa" before a unit. */
function halfAt(words: readonly Word[], at: number): Numeral | undefined {
  if (!isWord(halfOfOne, words[at]) || words[at]?.kind !== 'word') return undefined;
  const scale = scaleAt(words, at + 1);
  const half = { units: 5n, places: 1 };
  const rest = { sureness: 'sure', isFigures: false, isSlang: false } as const;
  return scale
    ? { ...rest, value: shifted(half, scale.power), end: at + 2, power: scale.power }
    : { ...rest, value: half, end: at + 1, power: 0 };
}

const scaleAt = (words: readonly Word[], at: number) =>
  scaleWords.find(({ word, isGlued }) => {
    const found = words[at];
    if (!isWord(word, found)) return false;
    return !isGlued || (found?.isGlued === true && words[at - 1]?.kind === 'number');
  });

const isPoint = (word: Word | undefined): boolean => pointWords.some((point) => isWord(point, word));

/** A word of a number as readNumberWords knows it. */
function knownWord(word: Word): string | undefined {
  const text = misspelt.get(word.text) ?? word.text;
  if (isNumberWord(text)) return text;
  return word.meant !== undefined && isNumberWord(word.meant) ? word.meant : undefined;
}

const isPart = (words: readonly Word[], at: number): boolean => {
  const word = words[at];
  if (word === undefined) return false;
  if (word.kind === 'number') return true;
  return word.kind === 'word' && (knownWord(word) !== undefined || scaleAt(words, at) !== undefined);
};

/** Where the words of a number end. "không" begins one only before "trăm" and "phẩy". */
function runEnd(words: readonly Word[], at: number): number {
  if (isWord(zeroWord, words[at]) && !isWord(hundredWord, words[at + 1]) && !isPoint(words[at + 1])) return at;
  if (scaleAt(words, at)?.power !== undefined && !isPart(words, at + 1)) return at;
  let end = at;
  while (end - at < mostOfRun && isPartOfRun(words, at, end)) end += 1;
  return end;
}

/** No number has as many words; a longer row of them is read piece by piece. */
const mostOfRun = 40;

function isPartOfRun(words: readonly Word[], at: number, end: number): boolean {
  const isNext = isPart(words, end) || (end > at && isPoint(words[end]) && isPart(words, end + 1));
  const isZero = end > at && isWord(zeroWord, words[end]) && !isWord(hundredWord, words[end + 1]);
  return isNext && !(isZero && !isPoint(words[end - 1]));
}

function readRun(run: readonly Word[]): ReadNumeral | undefined {
  const scales = run.flatMap((_, i) => {
    const scale = scaleAt(run, i);
    return scale ? [{ i, power: scale.power }] : [];
  });
  if (scales.length === 0) return readPlain(run);
  const point = run.findIndex(isPoint);
  if (point >= 0 && scales.every(({ i }) => i < point)) return readScaledPoint(run, point);
  let value = wholeDecimal(0);
  let sureness: Sureness = 'sure';
  let from = 0;
  let before = Number.POSITIVE_INFINITY;
  for (const [nth, { i, power }] of scales.entries()) {
    const head = run.slice(from, i);
    from = i + 1;
    // "hai nghìn tỷ": one scale right behind another.
    if (head.length === 0 && nth > 0) {
      if (nth > 1 || scales.length > 2) return undefined;
      value = shifted(value, power);
      before = power;
      continue;
    }
    const read = head.length === 0 ? { value: wholeDecimal(1), sureness: 'sure' as const } : readHead(head, nth > 0);
    if (!read || power >= before) return undefined;
    if (nth > 0 && read.value.places > 0) return undefined;
    if (read.sureness === 'thousand' && power >= 9) return undefined;
    sureness = worse(sureness, read.sureness);
    value = plus(value, shifted(read.value, power));
    before = power;
  }
  const rest = run.slice(from);
  if (rest.length === 0) return { value, sureness };
  const tail = readTail(rest, before);
  return tail && sureness === 'sure' ? { value: plus(value, tail), sureness } : undefined;
}

const worse = (a: Sureness, b: Sureness): Sureness => (a === 'sure' ? b : a);

/** "một nghìn phẩy không năm": the scales stand before the point. */
function readScaledPoint(run: readonly Word[], point: number): ReadNumeral | undefined {
  const whole = readRun(run.slice(0, point));
  const digits = run.slice(point + 1).some(isPoint) ? undefined : behindPoint(run.slice(point + 1));
  const isWhole = whole?.sureness === 'sure' && whole.value.places === 0;
  return isWhole && digits !== undefined && digits.length <= 3
    ? { value: plus(whole.value, decimalOf(`0.${digits}`)), sureness: 'sure' }
    : undefined;
}

/** What stands before a scale: figures, or a number below a thousand in words. */
function readHead(head: readonly Word[], isInner: boolean): ReadNumeral | undefined {
  const point = head.findIndex(isPoint);
  if (point >= 0) return readPoint(head, point);
  const [only, ...more] = head;
  if (only?.kind === 'number' && more.length === 0) return readDigits(only.text);
  if (head.every(({ kind }) => kind === 'number')) return readSpaced(head);
  const value = readGroup(partsOf(head), isInner);
  return value === undefined ? undefined : { value: wholeDecimal(value), sureness: 'sure' };
}

const partsOf = (run: readonly Word[]): (string | number)[] =>
  run.map((word) =>
    word.kind === 'number'
      ? /^\d{1,9}$/.test(word.text)
        ? Number(word.text)
        : Number.NaN
      : (knownWord(word) ?? word.text),
  );

/** What follows the last scale without one of its own: half of it, its next place, or its last three places. */
function readTail(tail: readonly Word[], power: number): Decimal | undefined {
  const [only, ...more] = tail;
  if (only && more.length === 0 && halfWords.some((half) => isWord(half, only)))
    return shifted({ units: 5n, places: 0 }, power - 1);
  if (only && more.length === 0 && only.kind === 'number') {
    const digits = /^\d{3}$/.test(only.text) ? 3 : /^[1-9]$/.test(only.text) ? 1 : 0;
    return digits === 0 ? undefined : shifted(decimalOf(only.text), power - digits);
  }
  const parts = partsOf(tail);
  if (tail.some(isPoint)) return undefined;
  if (tail.some(({ kind }) => kind === 'number')) {
    const value = readGroup(parts, true);
    if (value === undefined || value < 100) return undefined;
    return power === 3 ? wholeDecimal(value) : shifted(wholeDecimal(value), power - 3);
  }
  // "nghìn hai trăm" says the last places; behind triệu and tỷ only whole hundreds of the next scale are said so.
  if (tail.length > 1) {
    const value = readGroup(parts, true);
    if (value === undefined) return undefined;
    return power === 3 ? wholeDecimal(value) : value >= 100 ? shifted(wholeDecimal(value), power - 3) : undefined;
  }
  const digit = only && nextPlace(only);
  if (digit !== undefined) return shifted(wholeDecimal(digit), power - 1);
  const value = power === 3 ? readNumberWords([...oneThousand, ...parts]) : undefined;
  return value === undefined ? undefined : wholeDecimal(value - 1000);
}

/** The digit that a lone word says of the place behind a scale or a unit: "hai nghìn ba" is 2300. */
export function nextPlace(word: Word): number | undefined {
  if (word.kind === 'number') return /^[1-9]$/.test(word.text) ? Number(word.text) : undefined;
  const known = knownWord(word);
  const thousand = known === undefined ? undefined : readNumberWords([...oneThousand, known]);
  return thousand !== undefined && thousand % 100 === 0 ? (thousand - 1000) / 100 : undefined;
}

function readPlain(run: readonly Word[]): ReadNumeral | undefined {
  const point = run.findIndex(isPoint);
  if (point >= 0) return readPoint(run, point);
  const [only, ...more] = run;
  if (only?.kind === 'number' && more.length === 0) return readDigits(only.text);
  if (run.every(({ kind }) => kind === 'number')) return readSpaced(run);
  const value = readNumberWords(partsOf(run));
  return value === undefined ? undefined : { value: wholeDecimal(value), sureness: 'sure' };
}

/** "hai phẩy bảy lăm", "12 phẩy 5", "không phẩy không năm": digits one by one, or a number below a hundred. */
function readPoint(run: readonly Word[], point: number): ReadNumeral | undefined {
  const left = run.slice(0, point);
  const right = run.slice(point + 1);
  const [first] = left;
  const isZero = left.length === 1 && first !== undefined && isWord(zeroWord, first);
  const whole = isZero
    ? 0
    : left.every(({ kind }) => kind === 'number')
      ? figuresOf(left)
      : readGroup(partsOf(left), false);
  const digits = right.length === 0 || right.some(isPoint) ? undefined : behindPoint(right);
  if (whole === undefined || digits === undefined || digits.length > 3) return undefined;
  return { value: decimalOf(`${whole}.${digits}`), sureness: 'sure' };
}

const figuresOf = ([only, ...more]: readonly Word[]): number | undefined =>
  only && more.length === 0 && /^\d{1,9}$/.test(only.text) ? Number(only.text) : undefined;

function behindPoint(right: readonly Word[]): string | undefined {
  const [only, ...more] = right;
  if (only?.kind === 'number') return more.length === 0 && /^\d{1,3}$/.test(only.text) ? only.text : undefined;
  const digits = right.map((word) => {
    const value = isWord(zeroWord, word) ? 0 : isWord(fourBehindPoint, word) ? 4 : readGroup(partsOf([word]), true);
    return value !== undefined && value < 10 ? String(value) : undefined;
  });
  if (digits.every((digit) => digit !== undefined)) return digits.join('');
  const value = readGroup(partsOf(right), false);
  return value !== undefined && value >= 10 && value < 100 ? String(value) : undefined;
}
