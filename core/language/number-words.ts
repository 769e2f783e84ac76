/**
 * Numbers written in Vietnamese words, wholly or mixed with figures ("1 ngàn 2 trăm"). The spoken short forms count
 * too: "bốn lăm" is 45, "trăm hai" 120, "hai nghìn ba" 2300, "trăm rưỡi" 150.
 */
import { isWordWritten, plainLetters } from './text.ts';

type Sign =
  | { kind: 'digit'; value: number; form: 'plain' | 'after-tens' | 'figure'; isExact: boolean }
  | { kind: 'figure'; value: number }
  | { kind: 'ten' | 'tens' | 'tenfold' | 'twenty' | 'hundred' | 'odd' | 'thousand' | 'million' | 'half' };

/** Digits: the ordinary word, then the words used only after tens ("mươi lăm"). */
const plainDigits: [string, number][] = [
  ['không', 0],
  ['một', 1],
  ['hai', 2],
  ['ba', 3],
  ['bốn', 4],
  ['năm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['bẩy', 7],
  ['tám', 8],
  ['chín', 9],
];
const digitsAfterTens: [string, number][] = [
  ['mốt', 1],
  ['tư', 4],
  ['lăm', 5],
  ['nhăm', 5],
];
const scales: [string, Exclude<Sign['kind'], 'digit' | 'figure'>][] = [
  ['mười', 'ten'],
  ['mươi', 'tens'],
  ['chục', 'tenfold'],
  ['hăm', 'twenty'],
  ['trăm', 'hundred'],
  ['lẻ', 'odd'],
  ['linh', 'odd'],
  ['nghìn', 'thousand'],
  ['ngàn', 'thousand'],
  ['triệu', 'million'],
  ['rưỡi', 'half'],
];
/** Words that, alone and without their marks, are nothing else: "nam", "sau", "tam", "bay" and "muoi" are. */
const sureWithoutMarks = ['một', 'bốn', 'chín'];

const vocabulary: [string, (isExact: boolean) => Sign][] = [
  ...plainDigits.map(([word, value]): [string, (isExact: boolean) => Sign] => [
    word,
    (isExact) => ({ kind: 'digit', value, form: 'plain', isExact: isExact || sureWithoutMarks.includes(word) }),
  ]),
  ...digitsAfterTens.map(([word, value]): [string, (isExact: boolean) => Sign] => [
    word,
    (isExact) => ({ kind: 'digit', value, form: 'after-tens', isExact }),
  ]),
  ...scales.map(([word, kind]): [string, () => Sign] => [word, () => ({ kind })]),
];

/** The vocabulary by how its words look without marks. */
const byLook = new Map<string, typeof vocabulary>();
for (const entry of vocabulary) {
  const look = plainLetters(entry[0]);
  byLook.set(look, [...(byLook.get(look) ?? []), entry]);
}

const looksLike = (word: string): typeof vocabulary => byLook.get(plainLetters(word)) ?? [];

/** Whether a word in lower case can be part of a number in words; marks may be missing. */
export const isNumberWord = (word: string): boolean => looksLike(word).some(([known]) => isWordWritten(known, word));

/** The word of a number with its marks, of one that may lack some: "tam" is tám. Undefined for other words. */
export const markedNumberWord = (word: string): string | undefined =>
  looksLike(word).find(([known]) => isWordWritten(known, word))?.[0];

const readSign = (word: string): Sign | undefined => {
  const like = looksLike(word);
  const found = like.find(([known]) => known === word) ?? like.find(([known]) => isWordWritten(known, word));
  return found?.[1](found[0] === word);
};

/**
 * The number that the parts (words in lower case; figures as numbers) say together, below a thousand million. Undefined
 * for what is not one number or not surely one: "hai ba" (two or three), "bốn mươi năm" (forty years?), "mươi" (about
 * ten), "tam" (tám or tạm).
 */
export function readNumberWords(parts: (string | number)[]): number | undefined {
  if (isNineOrTen(parts)) return undefined;
  const signs = parts.map((part) => (typeof part === 'string' ? readSign(part) : figureSign(part)));
  const known = signs.filter((sign) => sign !== undefined);
  if (known.length === 0 || known.length !== signs.length) return undefined;
  const [only] = known;
  if (known.length === 1 && only?.kind === 'figure') return only.value;
  if (known.length === 1 && !isSureAlone(only, String(parts[0]))) return undefined;
  return readScaled(known, [1_000_000, 1000], false);
}

/** "chín mười": nine or ten; ninety is "chín mươi". */
const isNineOrTen = (parts: (string | number)[]): boolean =>
  parts.some((part, at) => part === 'mười' && (parts[at - 1] === 'chín' || parts[at - 1] === 9));

/**
 * The number below a thousand that the parts say before or behind a thousand, a million or a word for a unit, where even
 * "nam" is năm. `isInner`: hundreds may be zero ("không trăm linh năm").
 */
export function readGroup(parts: (string | number)[], isInner: boolean): number | undefined {
  if (isNineOrTen(parts)) return undefined;
  const signs = parts.map((part) => (typeof part === 'string' ? readSign(part) : figureSign(part)));
  const known = signs.filter((sign) => sign !== undefined);
  return known.length > 0 && known.length === signs.length ? readBelowThousand(known, isInner) : undefined;
}

const figureSign = (value: number): Sign =>
  value > 0 && value < 10 ? { kind: 'digit', value, form: 'figure', isExact: true } : { kind: 'figure', value };

/** "mươi" alone is about ten, and "muoi" may be that; "tư" alone is no number. */
const isSureAlone = (sign: Sign | undefined, word: string): boolean =>
  (sign?.kind === 'ten' && !isWordWritten('mươi', word)) ||
  (sign?.kind === 'digit' && sign.form !== 'after-tens' && sign.value > 0 && sign.isExact);

const kindOf: Record<number, Sign['kind']> = { 1000000: 'million', 1000: 'thousand' };

function readScaled(signs: Sign[], sizes: number[], isInner: boolean): number | undefined {
  const [size, ...smaller] = sizes;
  if (size === undefined) return readBelowThousand(signs, isInner);
  const at = signs.findIndex((sign) => sign.kind === kindOf[size]);
  if (at < 0) return readScaled(signs, smaller, isInner);
  const [head, tail] = [signs.slice(0, at), signs.slice(at + 1)];
  const factor = head.length === 0 && tail.length > 0 && !isInner ? 1 : readBelowThousand(head, isInner);
  const rest = readTail(tail, size, () => readScaled(tail, smaller, true));
  return !factor || rest === undefined ? undefined : factor * size + rest;
}

/** What follows a trăm, nghìn or triệu: nothing, "rưỡi", one digit that stands for the next place, or a number. */
function readTail(tail: Sign[], size: number, readRest: () => number | undefined): number | undefined {
  const [first] = tail;
  if (first === undefined) return 0;
  if (tail.length > 1) return readRest();
  if (first.kind === 'half') return size / 2;
  if (first.kind !== 'digit') return readRest();
  const isSure = first.form === 'after-tens' || (first.form === 'plain' && first.isExact);
  return isSure && !isFive(first) && first.value > 0 ? (first.value * size) / 10 : undefined;
}

function readBelowThousand(signs: Sign[], isInner: boolean): number | undefined {
  const at = signs.findIndex((sign) => sign.kind === 'hundred');
  if (at < 0) return isInner && signs[0]?.kind === 'odd' ? readOdd(signs) : readBelowHundred(signs);
  const [head, tail] = [signs.slice(0, at), signs.slice(at + 1)];
  const [digit] = head;
  if (head.length > 1 || (digit && digit.kind !== 'digit')) return undefined;
  if (digit?.form === 'after-tens') return undefined;
  if (digit ? digit.value === 0 && !isInner : tail.length === 0 || isInner) return undefined;
  const rest = readTail(tail, 100, () => (tail[0]?.kind === 'odd' ? readOdd(tail) : readBelowHundred(tail)));
  return rest === undefined || rest >= 100 ? undefined : (digit ? digit.value : 1) * 100 + rest;
}

/** "linh năm", "lẻ 5": a digit with no tens before it. */
function readOdd(signs: Sign[]): number | undefined {
  const [, digit, ...more] = signs;
  return digit?.kind === 'digit' && digit.value > 0 && more.length === 0 ? digit.value : undefined;
}

function readBelowHundred(signs: Sign[]): number | undefined {
  const [first, second, third, ...more] = signs;
  if (second?.kind === 'tenfold' && third?.kind === 'odd')
    return addOdd(readBelowHundred([...signs.slice(0, 2)]), signs);
  if (!first || more.length > 0) return undefined;
  if (!second) {
    if (first.kind === 'ten') return 10;
    if (first.kind === 'figure') return first.value >= 10 && first.value < 1000 ? first.value : undefined;
    return first.kind === 'digit' && first.form !== 'after-tens' ? first.value : undefined;
  }
  if (first.kind === 'ten' || first.kind === 'twenty')
    return third ? undefined : addOnes(first.kind === 'ten' ? 10 : 20, second);
  if (first.kind !== 'digit' || first.form === 'after-tens' || first.value === 0) return undefined;
  const tens = first.value * 10;
  if (second.kind === 'tenfold') return !third ? tens : third.kind === 'half' ? tens + 5 : undefined;
  if (first.value === 1) return undefined;
  if (second.kind === 'ten' || second.kind === 'tens') return third ? addOnes(tens, third) : tens;
  return third ? undefined : addOnesWithoutTens(first, second);
}

/** "bốn chục lẻ ba": the ones behind tens that were counted in tens. */
function addOdd(tens: number | undefined, signs: Sign[]): number | undefined {
  const ones = readOdd(signs.slice(2));
  return tens === undefined || ones === undefined ? undefined : tens + ones;
}

/** After tens a five is "lăm": "mươi năm" may as well count years. */
const addOnes = (tens: number, ones: Sign): number | undefined =>
  ones.kind === 'digit' && ones.value > 0 && !isFive(ones) ? tens + ones.value : undefined;

/** "bốn lăm", "bốn bảy"; but "bốn năm" is four or five, and so is every pair of neighbours. */
function addOnesWithoutTens(first: Sign & { kind: 'digit' }, ones: Sign): number | undefined {
  if (ones.kind !== 'digit' || first.form === 'figure') return undefined;
  if (ones.form === 'after-tens') return addOnes(first.value * 10, ones);
  const isPair = ones.value === first.value || ones.value === first.value + 1;
  return ones.form === 'figure' || isPair || !first.isExact || !ones.isExact
    ? undefined
    : addOnes(first.value * 10, ones);
}

const isFive = (sign: Sign & { kind: 'digit' }): boolean => sign.value === 5 && sign.form === 'plain';
