/** The sheets of the workbook that list: who is missing, and history. */

import { changedValues, type RevisionLine, type TableLine, type TableModel } from '../../../core/figures/papers.ts';
import { channelName } from '../../words/channels.ts';
import { platformId } from '../../words/deliveries.ts';
import { changeText, groupName, unreachableReasons } from '../../words/figures.ts';
import { firstRow, type SheetFrame } from './file.ts';
import type { Cell } from './rows.ts';
import { columnOf, sheetHead, valueCell } from './values.ts';

/** The units that still owe, and how to reach them. */
export function missingSheet(model: TableModel): SheetFrame {
  const { reporting, reported, excused } = model.summary.units;
  const length = reporting - reported - excused;
  const above = sheetHead(model, 'ĐƠN VỊ CHƯA BÁO CÁO');
  const first = firstRow({ above });
  return {
    name: 'Chưa báo cáo',
    above,
    columns: [
      { title: 'TT', width: 6, format: 'index' },
      { title: 'Đơn vị', width: 36 },
      { title: 'Loại đơn vị', width: 30 },
      { title: 'Thủ trưởng', width: 22 },
      { title: 'Điện thoại', width: 14 },
      { title: 'Đã chuyển văn bản', width: 17, format: 'instant' },
      { title: 'Đã xác nhận', width: 17, format: 'instant' },
      { title: 'Liên hệ qua hệ thống', width: 24 },
      { title: 'Mã', width: 26 },
    ],
    printed: 8,
    length,
    ...(length > 0 && {
      totals: {
        at: 'bottom',
        cells: [
          { formula: `COUNTA(B${first}:B${first + length - 1})`, result: length, format: 'count' },
          'Tổng số đơn vị chưa báo cáo',
        ],
      },
    }),
  };
}

export const missingRow = (line: TableLine, index: number): Cell[] => [
  index + 1,
  line.unit.name,
  groupName(line.key),
  line.unit.headName,
  line.unit.phone,
  line.deliveredAt,
  line.acknowledged?.at ?? null,
  line.unreachable ? `Không: ${unreachableReasons[line.unreachable]}` : 'Được',
  line.unit.code,
];

/** A sheet ends at its 1,048,576th row: with its head, history takes another one above so many revisions. */
const mostRevisions = 1_048_000;

/** Every revision, with the message it came by and what it changed; several sheets where one cannot hold them. */
export function historySheets(model: TableModel, most = mostRevisions): SheetFrame[] {
  const { form, revisionCount } = model;
  return Array.from({ length: Math.max(1, Math.ceil(revisionCount / most)) }, (_, n) => ({
    name: n === 0 ? 'Lịch sử' : `Lịch sử (${n + 1})`,
    above: sheetHead(model, 'LỊCH SỬ CÁC LẦN GỬI SỐ LIỆU'),
    columns: [
      { title: 'Thời điểm', width: 17, format: 'instant' as const },
      { title: 'Đơn vị', width: 32 },
      { title: 'Lần gửi thứ', width: 8, format: 'index' as const },
      { title: 'Người báo cáo', width: 20 },
      ...form.map(columnOf),
      { title: 'Thay đổi so với lần trước', width: 34 },
      { title: 'Ghi chú', width: 28 },
      { title: 'Cách nhập', width: 11 },
      { title: 'Kênh', width: 12 },
      { title: 'Mã tin nhắn', width: 38 },
      { title: 'Mã', width: 26 },
    ],
    printed: 6 + form.length,
    length: Math.min(most, revisionCount - n * most),
  }));
}

/** Shares lines out among sheets that follow one another, each up to its length, and whatever is left to the last. */
export function shareOut<T>(
  sheets: readonly SheetFrame[],
): (lines: readonly T[]) => { sheet: SheetFrame; part: T[] }[] {
  let given = 0;
  const starts = sheets.map((_, n) => sheets.slice(0, n).reduce((all, { length }) => all + length, 0));
  return (lines) => {
    const from = given;
    given += lines.length;
    return sheets.flatMap((sheet, n) => {
      const start = (starts[n] ?? 0) - from;
      const end = n === sheets.length - 1 ? lines.length : start + sheet.length;
      const part = lines.slice(Math.max(0, start), Math.max(0, end));
      return part.length > 0 ? [{ sheet, part }] : [];
    });
  };
}

/** Rows of the history, one after another: each compares with the one before it. */
export function historyRows({ form }: TableModel): (line: RevisionLine) => Cell[] {
  let before: RevisionLine | undefined;
  return (line) => {
    const earlier = before?.unit.id === line.unit.id ? before.values : undefined;
    before = line;
    return [
      line.at,
      line.unit.name,
      line.revision,
      line.by,
      ...form.map((indicator) => valueCell(line.values[indicator.key], indicator)),
      earlier ? changeText(changedValues(earlier, line.values), form) : null,
      line.note,
      line.isOnBehalf ? 'Nhập thay' : null,
      line.message && channelName(line.message.channel),
      line.message && platformId(line.message.externalId),
      line.unit.code,
    ];
  };
}
