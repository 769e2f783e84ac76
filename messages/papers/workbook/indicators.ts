/** The sheet of indicators: total, share, spread of each, counted by formulas in the sheet of units. */

import { baseOf, type TableModel, type UnitLine } from '../../../core/figures/papers.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';
import { safeCell } from '../cells.ts';
import { firstRow, type SheetFrame } from './file.ts';
import { columnRange, ratio } from './formulas.ts';
import type { Cell } from './rows.ts';
import { sheetHead } from './values.ts';

/** What the values of one indicator come to, added up while the units pass by. */
type Tally = {
  answered: number;
  sum: number;
  zeros: number;
  ones: number;
  least: number;
  most: number;
  chosen: Map<string, number>;
};
const nothing = (): Tally => ({
  answered: 0,
  sum: 0,
  zeros: 0,
  ones: 0,
  least: Number.POSITIVE_INFINITY,
  most: Number.NEGATIVE_INFINITY,
  chosen: new Map(),
});

/** Adds up every indicator's values over the units that it is shown. */
export function createTallies(form: Indicator[]): { add(line: UnitLine): void; of(key: string): Tally } {
  const tallies = new Map(form.map(({ key }) => [key, nothing()]));
  return {
    add({ values }) {
      for (const [key, tally] of tallies) {
        const value = values[key];
        if (!value) continue;
        tally.answered++;
        if (value.type === 'text') tally.chosen.set(value.value, (tally.chosen.get(value.value) ?? 0) + 1);
        else {
          tally.sum += value.value;
          if (value.value === 0) tally.zeros++;
          if (value.value === 1) tally.ones++;
          tally.least = Math.min(tally.least, value.value);
          tally.most = Math.max(tally.most, value.value);
        }
      }
    },
    of: (key) => tallies.get(key) ?? nothing(),
  };
}

type Counted = { label: string; how: string; of: Indicator; formula: string; result: (tally: Tally) => number };

const quoted = (text: string): string => `"${safeCell(text).replaceAll('"', '""')}"`;

/** What one indicator is counted by: its sum, its yeses, each of its options, or how many answered. */
function countedBy(indicator: Indicator, range: string): Counted[] {
  const { label } = indicator;
  const of = indicator;
  switch (indicator.kind) {
    case 'count':
      return [{ label, how: 'Tổng số', of, formula: `SUM(${range})`, result: ({ sum }) => sum }];
    case 'yes-no':
      return [
        { label, how: 'Số đơn vị trả lời “Có”', of, formula: `COUNTIF(${range},"Có")`, result: ({ ones }) => ones },
      ];
    case 'choice':
      return indicator.options.map((option) => ({
        label,
        how: `Số đơn vị chọn “${option}”`,
        of,
        formula: `SUMPRODUCT(--(${range}=${quoted(option)}))`,
        result: ({ chosen }) => chosen.get(option) ?? 0,
      }));
    default:
      return [{ label, how: 'Số đơn vị trả lời', of, formula: `COUNTA(${range})`, result: ({ answered }) => answered }];
  }
}

const lines = (model: TableModel): Counted[] => {
  const at = columnRange(model);
  return model.form.flatMap((indicator) => countedBy(indicator, at.value(indicator.key)));
};

export function indicatorSheet(model: TableModel): SheetFrame {
  const number = { width: 12, format: 'count' } as const;
  return {
    name: 'Theo chỉ tiêu',
    above: sheetHead(model, 'SỐ LIỆU THEO CHỈ TIÊU'),
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
      ...(model.previous
        ? [
            { title: 'Kỳ trước', ...number },
            { title: 'Tăng (+), giảm (-)', ...number },
          ]
        : []),
    ],
    length: lines(model).length,
  };
}

/** Every indicator: total, share, spread, and the last period where there is one. */
export function indicatorRows(model: TableModel, tallyOf: (key: string) => Tally): Cell[][] {
  const { form, previous, summary } = model;
  const base = baseOf(form);
  const first = firstRow(indicatorSheet(model));
  const at = columnRange(model);
  return lines(model).map((counted, index): Cell[] => {
    const { of: indicator } = counted;
    const row = first + index;
    const range = at.value(indicator.key);
    const tally = tallyOf(indicator.key);
    const result = counted.result(tally);
    const isCount = indicator.kind === 'count';
    const isOfBase = isCount && base !== undefined && !indicator.isDenominator;
    const total = summary.indicators.find((t) => t.key === indicator.key);
    const whole: Cell = isOfBase
      ? { formula: `SUMIFS(${at.value(base.key)},${range},"<>")`, result: total?.of ?? 0 }
      : isCount
        ? null
        : { formula: `COUNTA(${range})`, result: tally.answered };
    const before = previous?.indicators.find((t) => t.key === indicator.key)?.total;
    const isCompared = before !== undefined && (isCount || indicator.kind === 'yes-no');
    const spread = (name: string, extreme: number): Cell =>
      isCount && tally.answered > 0 ? { formula: `${name}(${range})`, result: extreme } : null;
    return [
      index + 1,
      counted.label,
      counted.how,
      { formula: counted.formula, result },
      whole,
      whole === null ? null : ratio(`D${row}`, `E${row}`, result, isOfBase ? (total?.of ?? 0) : tally.answered),
      { formula: `COUNTA(${range})`, result: tally.answered },
      isCount ? { formula: `COUNTIF(${range},0)`, result: tally.zeros } : null,
      spread('MIN', tally.least),
      spread('MAX', tally.most),
      ...(previous
        ? [isCompared ? before : null, isCompared ? { formula: `D${row}-K${row}`, result: result - before } : null]
        : []),
    ];
  });
}
