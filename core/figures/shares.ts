/** Percentages that are computed: over units they are made of the sums, never averaged. */
import { evaluate } from '../expressions/evaluate.ts';
import { addExact, decimalIn, type Exact, exactDecimal } from '../reports/exact.ts';
import type { Indicator, Value } from '../reports/obligation.ts';
import { figureIn } from '../reports/report.ts';
import type { IndicatorTotal } from './summary.ts';

/** The two sums that a share is of, over reports that have it; undefined of any other indicator. */
export function shareTotals(
  { formula }: Indicator,
  reports: readonly { values: Record<string, Value> }[],
): { total: Exact; of: Exact } | undefined {
  if (formula?.type !== 'share') return undefined;
  const sum = (side: 'part' | 'whole') =>
    reports.reduce<Exact>((all, { values }) => {
      const value = evaluate(formula[side], (key) => {
        const figure = figureIn(values, key);
        return figure === undefined ? undefined : decimalIn(figure);
      });
      return value ? addExact(all, exactDecimal(value)) : all;
    }, 0);
  return { total: sum('part'), of: sum('whole') };
}

/** Whether it is a percentage of two sums. */
export const isShareOfSums = ({ kind, of }: Pick<IndicatorTotal, 'kind' | 'of'>): boolean =>
  kind === 'percent' && of !== 0;
