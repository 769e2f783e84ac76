/** Figures as they are kept and added up: exact, in a form that equal figures share. */
import {
  compareDecimals,
  type Decimal,
  decimalOf,
  plainDecimal,
  plus,
  wholeDecimal,
} from '../language/reading/decimal.ts';

/** A whole number that a `number` holds exactly is one; any other figure is its plain decimal text ("12.5"). */
export type Exact = number | `${number}`;

/** Of a plain decimal with a dot: "12.50" is "12.5", "45.000" is 45. */
export function exactOf(text: string): Exact {
  const plain = plainDecimal(decimalOf(text));
  const whole = /^-?\d+$/.test(plain) ? Number(plain) : Number.NaN;
  return Number.isSafeInteger(whole) ? whole : (plain as `${number}`);
}

export const exactDecimal = (value: Decimal): Exact => exactOf(plainDecimal(value));

export const decimalIn = (value: Exact): Decimal =>
  typeof value === 'number' ? wholeDecimal(value) : decimalOf(value);

/** The sum, without a rounding. */
export function addExact(a: Exact, b: Exact): Exact {
  const sum = typeof a === 'number' && typeof b === 'number' ? a + b : Number.NaN;
  return Number.isSafeInteger(sum) ? sum : exactDecimal(plus(decimalIn(a), decimalIn(b)));
}

export const negated = (value: Exact): Exact =>
  typeof value === 'number' ? 0 - value : exactDecimal({ ...decimalIn(value), units: -decimalIn(value).units });

/** Negative where `a` is less than `b`, 0 where they are the same figure. */
export const compareExact = (a: Exact, b: Exact): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : compareDecimals(decimalIn(a), decimalIn(b));

/** For drawing and sorting, where a binary float will do. */
export const roughly = (value: Exact): number => Number(value);

/** For JSON and CSV: a number where its digits come out as they went in, which is so up to 15 of them; else its text. */
export const plainFigure = (value: Exact): Exact => (String(Number(value)) === value ? Number(value) : value);

/** `factor` · a / b as a whole number, halves rounded up; `b` is not 0. */
export function ratioOf(a: Exact, b: Exact, factor: bigint): bigint {
  const [top, bottom] = [decimalIn(a), decimalIn(b)];
  const places = Math.max(top.places, bottom.places);
  const [over, under] = [top, bottom].map(({ units, places: own }) => units * 10n ** BigInt(places - own)) as [
    bigint,
    bigint,
  ];
  const sign = under < 0n ? -1n : 1n;
  return floorOf(2n * factor * over * sign + under * sign, 2n * under * sign);
}

const floorOf = (a: bigint, b: bigint): bigint => (a % b < 0n ? a / b - 1n : a / b);
