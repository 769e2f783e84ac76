/** The workbook: summary, units, indicators, who is missing, history. Totals are formulas over the sheet of units. */

import {
  type GroupLine,
  namedInFull,
  type RevisionLine,
  type TableModel,
  type TableRows,
} from '../../../core/figures/papers.ts';
import type { IndicatorTotal } from '../../../core/figures/summary.ts';
import { addExact, type Exact } from '../../../core/reports/exact.ts';
import { addsUp } from '../../../core/reports/indicators.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';
import { groupName, labelWithUnit, standings } from '../../words/figures.ts';
import { matterOf } from '../wording.ts';
import { firstRow, letter, openWorkbook, type SheetFrame } from './file.ts';
import { columnRange, ratio, unitColumns } from './formulas.ts';
import { createTallies, indicatorRows, indicatorSheet } from './indicators.ts';
import { historyRows, historySheets, missingRow, missingSheet, shareOut } from './lists.ts';
import { periodRows, periodSheets } from './period.ts';
import type { Cell, CellFormula, Format } from './rows.ts';
import { tasksRow, tasksSheet } from './tasks.ts';
import { unitRows, unitSheet } from './units.ts';
import { figureCell, formatOf, sheetHead } from './values.ts';

/** Number, group, and six counts of units. */
const fixed = 8;
const heads = ['Phải báo cáo', 'Đã báo cáo', 'Đúng hạn', 'Quá hạn', 'Được miễn', 'Chưa báo cáo'];

const totalOf = (totals: IndicatorTotal[], key: string): Pick<IndicatorTotal, 'total' | 'of'> =>
  totals.find((t) => t.key === key) ?? { total: 0, of: 0 };

/** The sum of a column over rows of a sheet. */
const summing =
  (first: number, last: number) =>
  (column: number, result: CellFormula['result'], format: Format = 'count'): Cell => ({
    formula: `SUM(${letter(column)}${first}:${letter(column)}${last})`,
    result,
    format,
  });

/** Progress and sums by group, counted by formulas in the sheet of units. */
function summarySheet(model: TableModel): { frame: SheetFrame; rows: Cell[][] } {
  const { form, groups, summary } = model;
  const at = columnRange(model);
  const counts = form.filter((i) => addsUp(i.kind));
  const { shares } = unitColumns(form);
  const above = sheetHead(model, 'TỔNG HỢP KẾT QUẢ BÁO CÁO');
  const first = firstRow({ above });
  const bottom = first + groups.length;
  const placeOf = (key: string, row: number) => `${letter(fixed + counts.findIndex((i) => i.key === key))}${row}`;
  const sumOf = (group: GroupLine, i: Indicator): Exact =>
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
        (i): Cell => ({
          formula: `SUMIFS(${at.value(i.key)},${at.group},$B${row})`,
          result: figureCell(sumOf(group, i), i),
        }),
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
  const sumOver = summing(first, bottom - 1);
  const totals: Cell[] = [
    null,
    'Tổng cộng',
    ...sums.map((result, index) => sumOver(index + 2, result)),
    ...counts.map((i, index) =>
      sumOver(fixed + index, figureCell(groups.map((group) => sumOf(group, i)).reduce(addExact, 0), i), formatOf(i)),
    ),
    ratio(`D${bottom}`, `C${bottom}`, reported, reporting - excused),
    ...shares.map(({ indicator, of }) => {
      const { total, of: whole } = totalOf(summary.indicators, indicator.key);
      const base = `SUMIFS(${at.value(of.key)},${at.value(indicator.key)},"<>")`;
      return ratio(placeOf(indicator.key, bottom), base, total, whole);
    }),
  ];
  const frame: SheetFrame = {
    name: 'Tổng hợp',
    above,
    columns: [
      { title: 'TT', width: 6, format: 'index' },
      { title: 'Loại đơn vị', width: 34 },
      ...heads.map((title) => ({ title, width: 9, format: 'count' as const })),
      ...counts.map((i) => ({ title: labelWithUnit(i), width: 12, format: formatOf(i) })),
      { title: 'Tỷ lệ đã báo cáo', width: 10, format: 'percent' },
      ...shares.map(({ indicator: i }) => ({ title: `${i.label}: tỷ lệ`, width: 11, format: 'percent' as const })),
    ],
    length: rows.length,
    totals: { at: 'bottom', cells: totals },
  };
  return { frame, rows };
}

/** One after another as they are asked for. */
function* mapped<T>(lines: readonly T[], rowOf: (line: T) => Cell[]): Generator<Cell[]> {
  for (const line of lines) yield rowOf(line);
}

/** The `.xlsx`, written while its rows come: only what is packed of them is held. */
export async function buildWorkbook(table: TableModel, rows: TableRows): Promise<Uint8Array> {
  const model = namedInFull(table);
  const summary = summarySheet(model);
  const [units, indicators, missing] = [unitSheet(model), indicatorSheet(model), missingSheet(model)];
  const history = historySheets(model);
  const { tasks = [] } = model;
  const told = tasks.length > 0 ? [tasksSheet(model, tasks.length)] : [];
  const together = periodSheets(model);
  const about = { title: matterOf(model.directive.subject), creator: model.directive.issuer.name };
  const file = await openWorkbook([summary.frame, units, indicators, missing, ...together, ...told, ...history], about);
  await file.add(summary.frame, summary.rows);
  for (const sheet of told) await file.add(sheet, tasks.map(tasksRow));
  const tallies = createTallies(model.form);
  const unitRow = unitRows(model);
  const periodRow = periodRows(model);
  let [listed, owing, summed] = [0, 0, 0];
  const historyRow = historyRows(model);
  const turns = shareOut<RevisionLine>(history);
  for await (const { units: lines, revisions } of rows) {
    for (const line of lines) tallies.add(line);
    await file.add(
      units,
      mapped(lines, (line) => unitRow(line, listed++)),
    );
    for (const sheet of together)
      await file.add(
        sheet,
        mapped(lines, (line) => periodRow(line, summed++)),
      );
    const owed = lines.filter(({ state }) => state === 'owed');
    await file.add(
      missing,
      mapped(owed, (line) => missingRow(line, owing++)),
    );
    for (const { sheet, part } of turns(revisions)) await file.add(sheet, mapped(part, historyRow));
  }
  await file.add(indicators, indicatorRows(model, tallies.of));
  return file.finish();
}
