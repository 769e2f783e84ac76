/** Where the sheet of units has what, for the formulas of the other sheets. */

import type { TableModel } from '../../../core/figures/papers.ts';
import { type Exact, roughly } from '../../../core/reports/exact.ts';
import { sharesIn } from '../../../core/reports/indicators.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';
import { letter } from './file.ts';
import type { Cell } from './rows.ts';

export const unitSheetName = 'Theo đơn vị';
/** Number, name, standing. */
const fixed = 3;
/** Three lines, totals, head. */
const firstUnitRow = 6;

export type UnitColumns = {
  values: { indicator: Indicator; column: number }[];
  shares: { indicator: Indicator; of: Indicator; column: number }[];
  /** What was assigned, and in the column behind it how much of that was reached. */
  plans: { indicator: Indicator; column: number }[];
  columnOf(key: string): number;
  /** The type of the unit: the first column that does not go on paper. */
  type: number;
};

/** The columns of the sheet of units, counted from 0. */
export function unitColumns(form: Indicator[]): UnitColumns {
  const values = form.map((indicator, index) => ({ indicator, column: fixed + index }));
  const shares = sharesIn({ indicators: form }).map((share, index) => ({
    ...share,
    column: fixed + form.length + index,
  }));
  const behindShares = fixed + form.length + shares.length;
  const plans = form
    .filter(({ hasTarget }) => hasTarget)
    .map((indicator, index) => ({ indicator, column: behindShares + 2 * index }));
  return {
    values,
    shares,
    plans,
    columnOf: (key) => fixed + form.findIndex((indicator) => indicator.key === key),
    type: behindShares + 2 * plans.length,
  };
}

/** Ranges of the sheet of units as other sheets name them. */
export function columnRange({ form, summary }: Pick<TableModel, 'form' | 'summary'>) {
  const last = firstUnitRow + Math.max(summary.units.reporting, 1) - 1;
  const over = (column: number) => `'${unitSheetName}'!$${letter(column)}$${firstUnitRow}:$${letter(column)}$${last}`;
  const shape = unitColumns(form);
  return { group: over(shape.type), state: over(2), value: (key: string) => over(shape.columnOf(key)) };
}

/** A share as a formula that stays empty where there is nothing to divide by. */
export const ratio = (value: string, of: string, valueNow: Exact, ofNow: Exact): Cell => ({
  formula: `IF(N(${of})=0,"",${value}/${of})`,
  result: ofNow === 0 ? '' : roughly(valueNow) / roughly(ofNow),
  format: 'percent',
});
