/** The sheets of the workbook that list: indicators, who is missing, history. */

import { safeCell } from '../../core/cells.ts';
import type { Indicator } from '../../core/facts.ts';
import { baseOf, changedValues, type WorkbookModel } from '../../core/papers.ts';
import { channelName } from '../channels.ts';
import { changeText, groupName, unreachableReasons } from '../paper-figures.ts';
import { type Cell, firstRow, type SheetTable } from './workbook-file.ts';
import { columnRange, ratio } from './workbook-formulas.ts';
import { columnOf, headOf, valueCell } from './workbook-values.ts';

type Counted = { label: string; how: string; of: Indicator; formula: string; result: number };

const numbersOf = (model: WorkbookModel, key: string): number[] =>
  model.units.flatMap(({ values }) => {
    const value = values[key];
    return value?.type === 'number' ? [value.value] : [];
  });

const quoted = (text: string): string => `"${safeCell(text).replaceAll('"', '""')}"`;

/** What one indicator is counted by: its sum, its yeses, each of its options, or how many answered. */
function countedBy(model: WorkbookModel, indicator: Indicator): Counted[] {
  const range = columnRange(model).value(indicator.key);
  const { label } = indicator;
  const numbers = numbersOf(model, indicator.key);
  const answered = model.units.filter(({ values }) => values[indicator.key]).length;
  switch (indicator.kind) {
    case 'count': {
      const result = numbers.reduce((all, value) => all + value, 0);
      return [{ label, how: 'Tổng số', of: indicator, formula: `SUM(${range})`, result }];
    }
    case 'yes-no': {
      const result = numbers.filter((value) => value === 1).length;
      return [{ label, how: 'Số đơn vị trả lời “Có”', of: indicator, formula: `COUNTIF(${range},"Có")`, result }];
    }
    case 'choice':
      return indicator.options.map((option) => ({
        label,
        how: `Số đơn vị chọn “${option}”`,
        of: indicator,
        formula: `SUMPRODUCT(--(${range}=${quoted(option)}))`,
        result: model.units.filter(({ values }) => values[indicator.key]?.value === option).length,
      }));
    default:
      return [{ label, how: 'Số đơn vị trả lời', of: indicator, formula: `COUNTA(${range})`, result: answered }];
  }
}

/** Every indicator: total, share, spread, and the last period where there is one. */
export function indicatorSheet(model: WorkbookModel): SheetTable {
  const { form, previous, summary } = model;
  const base = baseOf(form);
  const above = headOf(model, 'SỐ LIỆU THEO CHỈ TIÊU');
  const first = firstRow({ above });
  const at = columnRange(model);
  const rows = form
    .flatMap((indicator) => countedBy(model, indicator))
    .map((counted, index): Cell[] => {
      const { of: indicator } = counted;
      const row = first + index;
      const range = at.value(indicator.key);
      const numbers = numbersOf(model, indicator.key);
      const answered = model.units.filter(({ values }) => values[indicator.key]).length;
      const isCount = indicator.kind === 'count';
      const isOfBase = isCount && base !== undefined && !indicator.isDenominator;
      const total = summary.indicators.find((t) => t.key === indicator.key);
      const whole: Cell = isOfBase
        ? { formula: `SUMIFS(${at.value(base.key)},${range},"<>")`, result: total?.of ?? 0 }
        : isCount
          ? null
          : { formula: `COUNTA(${range})`, result: answered };
      const before = previous?.indicators.find((t) => t.key === indicator.key)?.total;
      const isCompared = before !== undefined && (isCount || indicator.kind === 'yes-no');
      const spread = (name: string, result: number): Cell =>
        isCount && numbers.length > 0 ? { formula: `${name}(${range})`, result } : null;
      const sorted = numbers.toSorted((a, b) => a - b);
      return [
        index + 1,
        counted.label,
        counted.how,
        { formula: counted.formula, result: counted.result },
        whole,
        whole === null ? null : ratio(`D${row}`, `E${row}`, counted.result, isOfBase ? (total?.of ?? 0) : answered),
        { formula: `COUNTA(${range})`, result: answered },
        isCount ? { formula: `COUNTIF(${range},0)`, result: numbers.filter((n) => n === 0).length } : null,
        spread('MIN', sorted[0] ?? 0),
        spread('MAX', sorted.at(-1) ?? 0),
        isCompared ? before : null,
        isCompared ? { formula: `D${row}-K${row}`, result: counted.result - before } : null,
      ];
    });
  const number = { width: 12, format: 'count' } as const;
  return {
    name: 'Theo chỉ tiêu',
    above,
    columns: [
      { title: 'TT', width: 6, format: 'index' },
      { title: 'Chỉ tiêu', width: 32 },
      { title: 'Cách tính', width: 34 },
      { title: 'Kết quả', ...number },
      { title: 'Trên tổng', ...number },
      { title: 'Tỷ lệ', width: 10, format: 'percent' },
      { title: 'Số đơn vị có số liệu', ...number },
      { title: 'Số đơn vị bằng 0', ...number },
      { title: 'Nhỏ nhất', ...number },
      { title: 'Lớn nhất', ...number },
      { title: 'Kỳ trước', ...number },
      { title: 'Tăng (+), giảm (-)', ...number },
    ],
    rows,
  };
}

/** Who still owes, and how to reach them. */
export function missingSheet(model: WorkbookModel): SheetTable {
  const { units, summary } = model;
  const reasons = new Map(summary.unreachable.map(({ unit, reason }) => [unit.id, reason]));
  const above = headOf(model, 'ĐƠN VỊ CHƯA BÁO CÁO');
  const owed = units.filter((line) => line.state === 'owed');
  const rows = owed.map((line, index): Cell[] => {
    const reason = reasons.get(line.unit.id);
    return [
      index + 1,
      line.unit.code,
      line.unit.name,
      groupName(line.key),
      line.unit.headName,
      line.unit.phone,
      line.deliveredAt,
      line.acknowledged?.at ?? null,
      reason ? `Không: ${unreachableReasons[reason]}` : 'Được',
    ];
  });
  const first = firstRow({ above });
  const last = first + Math.max(rows.length, 1) - 1;
  return {
    name: 'Chưa báo cáo',
    above,
    columns: [
      { title: 'TT', width: 6, format: 'index' },
      { title: 'Mã', width: 16 },
      { title: 'Đơn vị', width: 36 },
      { title: 'Nhóm', width: 40 },
      { title: 'Thủ trưởng', width: 22 },
      { title: 'Điện thoại', width: 14 },
      { title: 'Đã chuyển văn bản', width: 17, format: 'instant' },
      { title: 'Đã xác nhận', width: 17, format: 'instant' },
      { title: 'Liên hệ qua hệ thống', width: 24 },
    ],
    rows,
    ...(rows.length > 0 && {
      totals: {
        at: 'bottom',
        cells: [
          { formula: `COUNTA(B${first}:B${last})`, result: rows.length, format: 'count' },
          null,
          'Tổng số đơn vị chưa báo cáo',
        ],
      },
    }),
  };
}

/** Every revision, with the message it came by and what it changed. */
export function historySheet(model: WorkbookModel): SheetTable {
  const { form, revisions } = model;
  const rows = revisions.map((line, index): Cell[] => {
    const before = revisions[index - 1];
    const earlier = before?.unit.id === line.unit.id ? before.values : undefined;
    return [
      line.at,
      line.unit.code,
      line.unit.name,
      line.revision,
      line.by,
      line.isOnBehalf ? 'Nhập thay' : null,
      line.message && channelName(line.message.channel),
      line.message?.externalId ?? null,
      ...form.map((indicator) => valueCell(line.values[indicator.key], indicator)),
      earlier ? changeText(changedValues(earlier, line.values), form) : null,
      line.note,
    ];
  });
  return {
    name: 'Lịch sử',
    above: headOf(model, 'LỊCH SỬ CÁC LẦN GỬI SỐ LIỆU'),
    columns: [
      { title: 'Thời điểm', width: 17, format: 'instant' },
      { title: 'Mã', width: 16 },
      { title: 'Đơn vị', width: 34 },
      { title: 'Lần gửi thứ', width: 8, format: 'index' },
      { title: 'Người báo cáo', width: 22 },
      { title: 'Hình thức', width: 11 },
      { title: 'Kênh', width: 12 },
      { title: 'Mã tin nhắn', width: 18 },
      ...form.map(columnOf),
      { title: 'Thay đổi so với lần trước', width: 36 },
      { title: 'Ghi chú', width: 30 },
    ],
    rows,
  };
}
