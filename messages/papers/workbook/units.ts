/** The sheet of units: the figures that every formula of the workbook goes back to. */

import type { Formula } from '../../../core/expressions/expression.ts';
import { baseOf, type TableModel, type UnitLine } from '../../../core/figures/papers.ts';
import { addExact, type Exact, roughly } from '../../../core/reports/exact.ts';
import { addsUp } from '../../../core/reports/indicators.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';
import { figureIn } from '../../../core/reports/report.ts';
import { groupName, standing } from '../../words/figures.ts';
import { rowFormula } from './expressions.ts';
import { firstRow, letter, type SheetColumn, type SheetFrame } from './file.ts';
import { ratio, type UnitColumns, unitColumns, unitSheetName } from './formulas.ts';
import type { Cell } from './rows.ts';
import { columnOf, figureCell, formatOf, sheetHead, valueCell } from './values.ts';

const above = (model: TableModel): string[] => sheetHead(model, 'SỐ LIỆU THEO ĐƠN VỊ');
const firstOf = (model: TableModel): number => firstRow({ above: above(model), totals: { at: 'top', cells: [] } });

/** The sum of an indicator over all units, as the database has it. */
function sumOf({ groups, summary, form }: TableModel, key: string): Exact {
  if (baseOf(form)?.key === key) return groups.reduce<Exact>((all, group) => addExact(all, group.base ?? 0), 0);
  return summary.indicators.find((total) => total.key === key)?.total ?? 0;
}

/** Totals over the rows that the filter leaves, above the head. */
function totalsOf(model: TableModel): Cell[] {
  const shape = unitColumns(model.form);
  const first = firstOf(model);
  const last = first + Math.max(model.summary.units.reporting, 1) - 1;
  const totals: Cell[] = [null, 'Cộng các dòng đang lọc', null];
  for (const { indicator, column } of shape.values)
    totals[column] = addsUp(indicator.kind)
      ? {
          formula: `SUBTOTAL(109,${letter(column)}${first}:${letter(column)}${last})`,
          result: figureCell(sumOf(model, indicator.key), indicator),
          format: formatOf(indicator),
        }
      : shareOfRows(model, indicator, (formula) =>
          rowFormula(formula, (key) => `${letter(shape.columnOf(key))}${first - 2}`),
        );
  for (const { indicator, column, of } of shape.shares) {
    const at = (key: string) => `${letter(shape.columnOf(key))}${first - 2}`;
    totals[column] = ratio(at(indicator.key), at(of.key), sumOf(model, indicator.key), sumOf(model, of.key));
  }
  for (const { indicator, column } of shape.plans) {
    const total = model.summary.indicators.find(({ key }) => key === indicator.key);
    const [plan, reached] = [letter(column), letter(shape.columnOf(indicator.key))];
    totals[column] = {
      formula: `SUBTOTAL(109,${plan}${first}:${plan}${last})`,
      result: figureCell(total?.target ?? 0, indicator),
      format: formatOf(indicator),
    };
    totals[column + 1] = ratio(
      `${reached}${first - 2}`,
      `${plan}${first - 2}`,
      ...([total?.total ?? 0, total?.target ?? 0] as const),
    );
  }
  return totals;
}

/** What a unit is to reach, and how much of it has been; nothing of who is excused. */
function planCells(
  line: UnitLine,
  { indicator, column }: UnitColumns['plans'][number],
  at: { value: string; row: number },
): Cell[] {
  const target = line.state === 'excused' ? undefined : line.targets?.[indicator.key];
  const value = figureIn(line.values, indicator.key);
  if (target === undefined) return [null, null];
  const cell = figureCell(target, indicator);
  return [cell, value === undefined ? null : ratio(at.value, `${letter(column)}${at.row}`, value, target)];
}

/** A computed percentage over all units, as `formulaOf` writes it; null of any other indicator. */
export function shareOfRows(
  { summary }: Pick<TableModel, 'summary'>,
  { key, formula }: Indicator,
  formulaOf: (formula: Extract<Formula, { type: 'share' }>) => string,
): Cell {
  const total = summary.indicators.find((one) => one.key === key);
  if (formula?.type !== 'share' || !total) return null;
  const result = total.of === 0 ? '' : roughly(total.total) / roughly(total.of);
  return { formula: formulaOf(formula), result, format: 'percent' };
}

export function unitSheet(model: TableModel): SheetFrame {
  const { form, summary } = model;
  const { shares, plans, type } = unitColumns(form);
  const columns: SheetColumn[] = [
    { title: 'TT', width: 6, format: 'index' },
    { title: 'Đơn vị', width: 36 },
    { title: 'Tình trạng', width: 14, format: 'word' },
    ...form.map(columnOf),
    ...shares.map(({ indicator }) => ({ title: `${indicator.label}: tỷ lệ`, width: 12, format: 'percent' as const })),
    ...plans.flatMap(({ indicator }): SheetColumn[] => [
      { title: `${indicator.label}: kế hoạch`, width: 12, format: formatOf(indicator) },
      { title: `${indicator.label}: % kế hoạch`, width: 12, format: 'percent' },
    ]),
    { title: 'Loại đơn vị', width: 40 },
    { title: 'Báo cáo lần đầu', width: 17, format: 'instant' },
    { title: 'Lần gửi hiện hành', width: 17, format: 'instant' },
    { title: 'Lần gửi thứ', width: 8, format: 'index' },
    { title: 'Người báo cáo', width: 22 },
    { title: 'Ghi chú', width: 30 },
    { title: 'Mã', width: 26 },
  ];
  return {
    name: unitSheetName,
    above: above(model),
    columns,
    totals: { at: 'top', cells: totalsOf(model) },
    length: summary.units.reporting,
    printed: type,
  };
}

/** The row of a unit, by its place in the sheet. */
export function unitRows(model: TableModel): (line: UnitLine, index: number) => Cell[] {
  const { form, round } = model;
  const shape = unitColumns(form);
  const first = firstOf(model);
  const letterOf = new Map(form.map(({ key }) => [key, letter(shape.columnOf(key))]));
  return (line, index) => [
    index + 1,
    line.unit.name,
    standing(line, round),
    ...form.map((indicator): Cell => {
      const value = line.values[indicator.key];
      const cell = valueCell(value, indicator);
      if (!indicator.formula || value?.type !== 'number' || cell === null) return cell;
      const formula = rowFormula(indicator.formula, (key) => `${letterOf.get(key) ?? ''}${first + index}`);
      return { formula, result: figureCell(value.value, indicator) };
    }),
    ...shape.shares.map(({ indicator, of }): Cell => {
      const [value, whole] = [line.values[indicator.key], line.values[of.key]];
      if (value?.type !== 'number' || whole?.type !== 'number') return null;
      const at = (key: string) => `${letterOf.get(key) ?? ''}${first + index}`;
      return ratio(at(indicator.key), at(of.key), value.value, whole.value);
    }),
    ...shape.plans.flatMap((plan) =>
      planCells(line, plan, { value: `${letterOf.get(plan.indicator.key) ?? ''}${first + index}`, row: first + index }),
    ),
    groupName(line.key),
    line.firstReportedAt,
    line.report?.at ?? null,
    line.report?.revision ?? null,
    line.report?.by ?? null,
    line.report?.note ?? null,
    line.unit.code,
  ];
}
