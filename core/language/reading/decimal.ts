/** Exact decimals: never a binary float between the keyboard and what is kept. */

/** `units` · 10^-`places`. */
export type Decimal = { units: bigint; places: number };

/** Of digits with at most one decimal dot, and a minus before them where the number is below 0: "12.50". */
export function decimalOf(text: string): Decimal {
  const [whole = '', behind = ''] = text.split('.');
  return { units: BigInt(`${whole}${behind}`), places: behind.length };
}

export const wholeDecimal = (value: number | bigint): Decimal => ({ units: BigInt(value), places: 0 });

const power = (places: number): bigint => 10n ** BigInt(places);
const widened = (value: Decimal, places: number): bigint => value.units * power(places - value.places);

export function plus(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places);
  return { units: widened(a, places) + widened(b, places), places };
}

export const times = (a: Decimal, b: Decimal): Decimal => ({ units: a.units * b.units, places: a.places + b.places });

/** Times a power of ten, which may be negative. */
export const shifted = ({ units, places }: Decimal, by: number): Decimal =>
  by > places ? { units: units * power(by - places), places: 0 } : { units, places: places - by };

/** Negative where `a` is less than `b`, 0 where they are the same number. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const places = Math.max(a.places, b.places);
  const [left, right] = [widened(a, places), widened(b, places)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** As a plain decimal with a dot, without zeros at its end: "12.5". */
export function plainDecimal({ units, places }: Decimal): string {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const [whole, behind] = [digits.slice(0, digits.length - places), digits.slice(digits.length - places)];
  const kept = places === 0 ? '' : behind.replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${kept === '' ? whole : `${whole}.${kept}`}`;
}
