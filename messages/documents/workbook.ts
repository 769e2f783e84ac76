/** The workbook: summary, units, indicators, who is missing, history. Totals are formulas over the sheet of units. */
import type { Indicator } from '../../core/facts.ts';
import type { GroupLine, WorkbookModel } from '../../core/papers.ts';
import type { IndicatorTotal } from '../../core/summary.ts';
import { groupName, standings } from '../paper-figures.ts';
import { matterOf } from '../papers.ts';
import { type Cell, firstRow, letter, type SheetTable, writeWorkbook } from './workbook-file.ts';
import { columnRange, ratio, unitColumns } from './workbook-formulas.ts';
import { historySheet, indicatorSheet, missingSheet } from './workbook-lists.ts';
import { unitSheet } from './workbook-units.ts';
import { headOf } from './workbook-values.ts';

/** Number, group, and six counts of units. */
const fixed = 8;
const heads = ['Phải báo cáo', 'Đã báo cáo', 'Đúng hạn', 'Sau hạn', 'Được miễn', 'Chưa báo cáo'];

const totalOf = (totals: IndicatorTotal[], key: string): Pick<IndicatorTotal, 'total' | 'of'> =>
  totals.find((t) => t.key === key) ?? { total: 0, of: 0 };

/** Progress and sums by group, counted by formulas in the sheet of units. */
function summarySheet(model: WorkbookModel): SheetTable {
  const { form, groups, summary } = model;
  const at = columnRange(model);
  const counts = form.filter((i) => i.kind === 'count');
  const { shares } = unitColumns(form);
  const above = headOf(model, 'TỔNG HỢP KẾT QUẢ BÁO CÁO');
  const first = firstRow({ above });
  const bottom = first + groups.length;
  const placeOf = (key: string, row: number) => `${letter(fixed + counts.findIndex((i) => i.key === key))}${row}`;
  const sumOf = (group: GroupLine, i: Indicator) =>
    i.isDenominator ? (group.base ?? 0) : totalOf(group.indicators, i.key).total;
  const rows = groups.map((group, index): Cell[] => {
    const row = first + index;
    const { reporting, reported, onTime, excused } = group.progress;
    const countIn = (state: keyof typeof standings) =>
      `COUNTIFS(${at.group},$B${row},${at.state},"${standings[state]}")`;
    return [
      index + 1,
      groupName(group.key),
      { formula: `COUNTIFS(${at.group},$B${row})-G${row}`, result: reporting - excused },
      { formula: `E${row}+F${row}`, result: reported },
      { formula: countIn('on-time'), result: onTime },
      { formula: countIn('late'), result: reported - onTime },
      { formula: countIn('excused'), result: excused },
      { formula: countIn('owed'), result: reporting - excused - reported },
      ...counts.map(
        (i): Cell => ({ formula: `SUMIFS(${at.value(i.key)},${at.group},$B${row})`, result: sumOf(group, i) }),
      ),
      ratio(`D${row}`, `C${row}`, reported, reporting - excused),
      ...shares.map(({ indicator, of }) => {
        const { total, of: whole } = totalOf(group.indicators, indicator.key);
        const base = `SUMIFS(${at.value(of.key)},${at.group},$B${row},${at.value(indicator.key)},"<>")`;
        return ratio(placeOf(indicator.key, row), base, total, whole);
      }),
    ];
  });
  const { reporting, reported, onTime, excused } = summary.units;
  const sums = [reporting - excused, reported, onTime, reported - onTime, excused, reporting - excused - reported];
  const sumOver = (column: number, result: number): Cell => ({
    formula: `SUM(${letter(column)}${first}:${letter(column)}${bottom - 1})`,
    result,
    format: 'count',
  });
  const totals: Cell[] = [
    null,
    'Tổng cộng',
    ...sums.map((result, index) => sumOver(index + 2, result)),
    ...counts.map((i, index) =>
      sumOver(
        fixed + index,
        groups.reduce((all, group) => all + sumOf(group, i), 0),
      ),
    ),
    ratio(`D${bottom}`, `C${bottom}`, reported, reporting - excused),
    ...shares.map(({ indicator, of }) => {
      const { total, of: whole } = totalOf(summary.indicators, indicator.key);
      const base = `SUMIFS(${at.value(of.key)},${at.value(indicator.key)},"<>")`;
      return ratio(placeOf(indicator.key, bottom), base, total, whole);
    }),
  ];
  return {
    name: 'Tổng hợp',
    above,
    columns: [
      { title: 'TT', width: 6, format: 'index' },
      { title: 'Nhóm đơn vị', width: 42 },
      ...heads.map((title) => ({ title, width: 11, format: 'count' as const })),
      ...counts.map((i) => ({ title: i.label, width: 14, format: 'count' as const })),
      { title: 'Tỷ lệ đã báo cáo', width: 11, format: 'percent' },
      ...shares.map(({ indicator: i }) => ({ title: `${i.label}: tỷ lệ`, width: 12, format: 'percent' as const })),
    ],
    rows,
    totals: { at: 'bottom', cells: totals },
  };
}

/** The `.xlsx`. */
export function buildWorkbook(model: WorkbookModel): Promise<Uint8Array> {
  const sheets = [summarySheet, unitSheet, indicatorSheet, missingSheet, historySheet].map((sheet) => sheet(model));
  return writeWorkbook(sheets, { title: matterOf(model.directive.subject), creator: model.directive.issuer.name });
}
