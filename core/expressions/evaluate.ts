/** What formulas and rules come to, exactly. `db/reports/expressions.ts` does the same in SQL. */
import { compareDecimals, type Decimal, decimalOf, plus, shifted, times } from '../language/reading/decimal.ts';
import type { Comparison, Expression, Formula } from './expression.ts';

/** The figure of a key; undefined while there is none. */
export type KnownFigures = (key: string) => Decimal | undefined;

/** Undefined where a figure is missing. */
export function evaluate(expression: Expression, figures: KnownFigures): Decimal | undefined {
  if (expression.type === 'figure') return figures(expression.key);
  if (expression.type === 'number') return decimalOf(expression.value);
  const [left, right] = [evaluate(expression.left, figures), evaluate(expression.right, figures)];
  if (!left || !right) return undefined;
  if (expression.type === '*') return times(left, right);
  return plus(left, expression.type === '+' ? right : { ...right, units: -right.units });
}

/**
 * The figure that a formula gives, with so many places, halves rounded up. A share is multiplied by `factor` (100 for a
 * percentage). Undefined where a figure is missing, or a whole is 0.
 */
export function compute(
  formula: Formula,
  figures: KnownFigures,
  { places, factor }: { places: number; factor: bigint },
): Decimal | undefined {
  if (formula.type === 'sum') {
    const sum = evaluate(formula.of, figures);
    return sum && { units: quotient(shifted(sum, places), { units: 1n, places: 0 }), places };
  }
  const [part, whole] = [evaluate(formula.part, figures), evaluate(formula.whole, figures)];
  if (!part || !whole || whole.units === 0n) return undefined;
  return { units: quotient(shifted(times(part, { units: factor, places: 0 }), places), whole), places };
}

/** a / b as a whole number, halves rounded up. */
function quotient(a: Decimal, b: Decimal): bigint {
  const places = Math.max(a.places, b.places);
  const [over, under] = [a, b].map(({ units, places: own }) => units * 10n ** BigInt(places - own)) as [bigint, bigint];
  const sign = under < 0n ? -1n : 1n;
  const [top, bottom] = [sign * (2n * over + under), 2n * sign * under];
  return top % bottom < 0n ? top / bottom - 1n : top / bottom;
}

/** Whether a comparison holds; undefined where a figure is missing. */
export function holds({ left, is, right }: Comparison, figures: KnownFigures): boolean | undefined {
  const [a, b] = [evaluate(left, figures), evaluate(right, figures)];
  if (!a || !b) return undefined;
  const order = compareDecimals(a, b);
  switch (is) {
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
  }
}
