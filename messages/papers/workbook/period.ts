/** The sheet of the workbook on all rounds together: what each unit's reports come to, and how many are missing. */
import type { TableModel, UnitLine } from '../../../core/figures/papers.ts';
import { natureOf, type Period, periodAnswers, periodForm } from '../../../core/figures/period.ts';
import { roughly } from '../../../core/reports/exact.ts';
import { addsUp } from '../../../core/reports/indicators.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';
import { natureNames, periodGap, periodTitle } from '../../words/figures/period.ts';
import { rowFormula } from './expressions.ts';
import { firstRow, letter, type SheetFrame } from './file.ts';
import type { Cell } from './rows.ts';
import { columnOf, figureCell, formatOf, sheetHead, valueCell } from './values.ts';

/** Number, name, rounds reported, rounds owed. */
const fixed = 4;

const above = (model: TableModel, period: Period): string[] => {
  const [title = '', ...lines] = sheetHead(model, 'LŨY KẾ TỪ ĐẦU KỲ');
  return [title, ...lines, `${periodTitle(period)}. ${periodGap(period)}`.trim()];
};

const letterOf = (form: readonly Indicator[], key: string): string =>
  letter(fixed + periodForm(form).findIndex((one) => one.key === key));

/** Sums over the rows that the filter leaves; a share is one of two of them. */
function totalsOf(model: TableModel, period: Period, first: number): Cell[] {
  const { form, summary } = model;
  const last = first + Math.max(summary.units.reporting, 1) - 1;
  const sums = periodForm(form).map((one): Cell => {
    const total = period.indicators.find(({ key }) => key === one.key);
    if (one.formula?.type === 'share') {
      const result = !total || total.of === 0 ? '' : roughly(total.total) / roughly(total.of);
      const ref = (key: string): string => `${letterOf(form, key)}${first - 2}`;
      return { formula: rowFormula(one.formula, ref), result, format: 'percent' };
    }
    if (!addsUp(one.kind)) return null;
    const result = figureCell(one.isDenominator ? (period.base ?? 0) : (total?.total ?? 0), one);
    const column = letterOf(form, one.key);
    return { formula: `SUBTOTAL(109,${column}${first}:${column}${last})`, result, format: formatOf(one) };
  });
  return [null, 'Cộng các dòng đang lọc', null, null, ...sums];
}

/** None where the round stands alone. */
export function periodSheets(model: TableModel): SheetFrame[] {
  const { form, summary } = model;
  const { period } = summary;
  if (!period) return [];
  const head = { above: above(model, period), totals: { at: 'top' as const, cells: [] } };
  return [
    {
      ...head,
      name: 'Lũy kế',
      columns: [
        { title: 'TT', width: 6, format: 'index' },
        { title: 'Đơn vị', width: 36 },
        { title: 'Số kỳ đã báo cáo', width: 10, format: 'count' },
        { title: 'Số kỳ còn thiếu', width: 10, format: 'count' },
        ...periodForm(form).map((one) => {
          const column = columnOf(one);
          const nature = one.formula ? 'computed' : (natureOf(one) ?? 'computed');
          return { ...column, title: `${column.title}: ${natureNames[nature]}` };
        }),
        { title: 'Mã', width: 26 },
      ],
      totals: { at: 'top', cells: totalsOf(model, period, firstRow(head)) },
      length: summary.units.reporting,
      printed: fixed + periodForm(form).length,
    },
  ];
}

/** The row of a unit, by its place in the sheet. */
export function periodRows(model: TableModel): (line: UnitLine, index: number) => Cell[] {
  const { form } = model;
  const asked = periodForm(form);
  const [sheet] = periodSheets(model);
  const first = sheet ? firstRow(sheet) : 1;
  return ({ unit, period }, index) => {
    const answers = periodAnswers(form, period?.figures ?? {});
    return [
      index + 1,
      unit.name,
      period?.reported ?? null,
      period?.owed ?? null,
      ...asked.map((one): Cell => {
        const value = answers[one.key];
        if (!one.formula || value?.type !== 'number') return valueCell(value, one);
        const formula = rowFormula(one.formula, (key) => `${letterOf(form, key)}${first + index}`);
        return { formula, result: figureCell(value.value, one) };
      }),
      unit.code,
    ];
  };
}
