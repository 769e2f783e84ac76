/** What units reached, out of their own rows: totals of some of them, and their order by result. */
import type { Indicator } from '../reports/obligation.ts';
import { baseOf, countsOf, type UnitLine } from './papers.ts';
import type { IndicatorTotal } from './summary.ts';

type Reported = Pick<UnitLine, 'values'>;

const numberIn = ({ values }: Reported, key: string | undefined): number | undefined => {
  const value = key === undefined ? undefined : values[key];
  return value?.type === 'number' ? value.value : undefined;
};

/** Sum of the denominators of these units; null where the duty has none. */
export function baseTotal(lines: readonly Reported[], form: Indicator[]): number | null {
  const base = baseOf(form);
  return base ? lines.reduce((sum, line) => sum + (numberIn(line, base.key) ?? 0), 0) : null;
}

/** The totals of these units, as SQL adds up those of a group. */
export function totalsOf(lines: readonly Reported[], form: Indicator[]): IndicatorTotal[] {
  const base = baseOf(form)?.key;
  return form
    .filter((indicator) => !indicator.isDenominator)
    .map(({ key, label, kind, unit }) => {
      const answered = lines.filter(({ values }) => values[key] !== undefined);
      const sum = (of: string | undefined) => answered.reduce((all, line) => all + (numberIn(line, of) ?? 0), 0);
      return {
        ...{ key, label, kind, total: sum(key), of: kind === 'count' ? sum(base) : 0, units: answered.length },
        ...(unit && { unit }),
      };
    });
}

/** The mean of the shares that a unit reached of its counts; of counts without a denominator the first count itself. */
function resultOf(line: Reported, form: Indicator[]): number {
  const of = numberIn(line, baseOf(form)?.key);
  const counts = countsOf(form).flatMap(({ key }) => numberIn(line, key) ?? []);
  if (counts.length === 0) return Number.NEGATIVE_INFINITY;
  return of ? counts.reduce((sum, value) => sum + value, 0) / (of * counts.length) : (counts[0] ?? 0);
}

/** The best result first; units of the same result stay in their order. */
export const byResult = <L extends Reported>(lines: readonly L[], form: Indicator[]): L[] =>
  lines.toSorted((a, b) => {
    const [first, second] = [resultOf(a, form), resultOf(b, form)];
    return first === second ? 0 : second - first;
  });
