/** The sheet of units: the figures that every formula of the workbook goes back to. */
import type { UnitLine, WorkbookModel } from '../../core/papers.ts';
import { groupName, standing } from '../paper-figures.ts';
import { type Cell, firstRow, letter, type SheetColumn, type SheetTable } from './workbook-file.ts';
import { ratio, unitColumns, unitSheetName } from './workbook-formulas.ts';
import { columnOf, headOf, valueCell } from './workbook-values.ts';

const sum = (lines: UnitLine[], key: string): number =>
  lines.reduce((total, line) => {
    const value = line.values[key];
    return total + (value?.type === 'number' ? value.value : 0);
  }, 0);

/** Totals over the rows that the filter leaves, above the head. */
function totalsOf({ form, units }: WorkbookModel, first: number): Cell[] {
  const shape = unitColumns(form);
  const last = first + Math.max(units.length, 1) - 1;
  const totals: Cell[] = [null, null, 'Cộng các dòng đang lọc', null, null];
  for (const { indicator, column } of shape.values)
    totals[column] =
      indicator.kind === 'count'
        ? {
            formula: `SUBTOTAL(109,${letter(column)}${first}:${letter(column)}${last})`,
            result: sum(units, indicator.key),
            format: 'count',
          }
        : null;
  for (const { indicator, column, of } of shape.shares) {
    const at = (key: string) => `${letter(shape.columnOf(key))}${first - 2}`;
    totals[column] = ratio(at(indicator.key), at(of.key), sum(units, indicator.key), sum(units, of.key));
  }
  return totals;
}

/** Above so many units each unit's own share is a number: a formula a unit would take most of the time and memory. */
const mostFormulas = 20_000;

export function unitSheet(model: WorkbookModel): SheetTable {
  const { form, units, round } = model;
  const shape = unitColumns(form);
  const above = headOf(model, 'SỐ LIỆU THEO ĐƠN VỊ');
  const first = firstRow({ above, totals: { at: 'top', cells: [] } });
  const rows = units.map((line, index): Cell[] => [
    index + 1,
    line.unit.code,
    line.unit.name,
    groupName(line.key),
    standing(line, round),
    ...form.map((indicator) => valueCell(line.values[indicator.key], indicator)),
    ...shape.shares.map(({ indicator, of }): Cell => {
      const [value, whole] = [line.values[indicator.key], line.values[of.key]];
      if (value?.type !== 'number' || whole?.type !== 'number') return null;
      if (units.length > mostFormulas) return whole.value === 0 ? null : value.value / whole.value;
      const at = (key: string) => `${letter(shape.columnOf(key))}${first + index}`;
      return ratio(at(indicator.key), at(of.key), value.value, whole.value);
    }),
    line.firstReportedAt,
    line.report?.at ?? null,
    line.report?.revision ?? null,
    line.report?.by ?? null,
    line.report?.note ?? null,
  ]);
  const columns: SheetColumn[] = [
    { title: 'TT', width: 6, format: 'index' },
    { title: 'Mã', width: 16 },
    { title: 'Đơn vị', width: 34 },
    { title: 'Nhóm', width: 40 },
    { title: 'Tình trạng', width: 14, format: 'word' },
    ...form.map(columnOf),
    ...shape.shares.map(({ indicator }) => ({
      title: `${indicator.label}: tỷ lệ`,
      width: 12,
      format: 'percent' as const,
    })),
    { title: 'Báo cáo lần đầu', width: 17, format: 'instant' },
    { title: 'Lần gửi hiện hành', width: 17, format: 'instant' },
    { title: 'Lần gửi thứ', width: 8, format: 'index' },
    { title: 'Người báo cáo', width: 22 },
    { title: 'Ghi chú', width: 30 },
  ];
  return {
    name: unitSheetName,
    above,
    columns,
    totals: { at: 'top', cells: totalsOf(model, first) },
    rows,
    printed: 5 + form.length + shape.shares.length,
  };
}
