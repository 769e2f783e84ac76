/** What units reached, out of their own rows: totals of some of them, and their order by result. */
import { addExact, type Exact, roughly } from '../reports/exact.ts';
import { addsUp, denominatorFor, hasTotal, sharesIn } from '../reports/indicators.ts';
import type { Indicator } from '../reports/obligation.ts';
import { figureIn } from '../reports/report.ts';
import { baseOf, type UnitLine } from './papers.ts';
import { shareTotals } from './shares.ts';
import type { IndicatorTotal } from './summary.ts';

type Reported = Pick<UnitLine, 'values'>;

const sumOf = (lines: readonly Reported[], key: string | undefined): Exact =>
  lines.reduce<Exact>((sum, { values }) => addExact(sum, figureIn(values, key) ?? 0), 0);

/** Sum of the duty's denominators of these units; null where the duty has none. */
export function baseTotal(lines: readonly Reported[], form: Indicator[]): Exact | null {
  const base = baseOf(form);
  return base ? sumOf(lines, base.key) : null;
}

/** The totals of these units, as SQL adds up those of a group. */
export function totalsOf(lines: readonly Reported[], form: Indicator[]): IndicatorTotal[] {
  return form
    .filter((indicator) => !indicator.isDenominator)
    .map((indicator) => {
      const { key, label, kind, unit } = indicator;
      const answered = lines.filter(({ values }) => values[key] !== undefined);
      const of = addsUp(kind) ? denominatorFor({ indicators: form }, indicator) : undefined;
      return {
        ...{ key, label, kind, total: hasTotal(kind) ? sumOf(answered, key) : 0, of: of ? sumOf(answered, of.key) : 0 },
        ...shareTotals(indicator, answered),
        units: answered.length,
        ...(unit && { unit }),
      };
    });
}

/** The mean of the shares that a unit reached; where nothing is a share of anything, its first figure that adds up. */
function resultOf({ values }: Reported, form: Indicator[]): number {
  const shares = sharesIn({ indicators: form }).flatMap(({ indicator, of }) => {
    const [value, whole] = [figureIn(values, indicator.key), figureIn(values, of.key)];
    return value !== undefined && whole !== undefined && whole !== 0 ? [{ value: roughly(value), whole }] : [];
  });
  const [first] = shares;
  if (!first) {
    const figure = form.find(({ kind, isDenominator }) => addsUp(kind) && !isDenominator);
    const value = figureIn(values, figure?.key);
    return value === undefined ? Number.NEGATIVE_INFINITY : roughly(value);
  }
  const isOneWhole = shares.every(({ whole }) => whole === first.whole);
  if (isOneWhole) return shares.reduce((sum, { value }) => sum + value, 0) / (roughly(first.whole) * shares.length);
  return shares.reduce((sum, { value, whole }) => sum + value / roughly(whole), 0) / shares.length;
}

/** The best result first; units of the same result stay in their order. */
export const byResult = <L extends Reported>(lines: readonly L[], form: Indicator[]): L[] =>
  lines.toSorted((a, b) => {
    const [first, second] = [resultOf(a, form), resultOf(b, form)];
    return first === second ? 0 : second - first;
  });
