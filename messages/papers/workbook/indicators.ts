/** The sheet of indicators: total, share, spread of each, counted by formulas in the sheet of units. */

import type { TableModel, UnitLine } from '../../../core/figures/papers.ts';
import { addExact, compareExact, type Exact, negated } from '../../../core/reports/exact.ts';
import { addsUp, denominatorFor, hasTotal, isAmount, isFigure } from '../../../core/reports/indicators.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';
import { safeCell } from '../cells.ts';
import { sumsFormula } from './expressions.ts';
import { firstRow, type SheetFrame } from './file.ts';
import { columnRange, ratio } from './formulas.ts';
import type { Placed } from './places.ts';
import type { Cell, Digits, Format } from './rows.ts';
import { shareOfRows } from './units.ts';
import { figureCell, formatOf, sheetHead } from './values.ts';

/** What the values of one indicator come to, added up while the units pass by. */
type Tally = {
  answered: number;
  sum: Exact;
  zeros: number;
  ones: number;
  least: Exact | undefined;
  most: Exact | undefined;
  chosen: Map<string, number>;
};
const nothing = (): Tally => ({
  answered: 0,
  sum: 0,
  zeros: 0,
  ones: 0,
  least: undefined,
  most: undefined,
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
          tally.sum = addExact(tally.sum, value.value);
          if (value.value === 0) tally.zeros++;
          if (value.value === 1) tally.ones++;
          if (tally.least === undefined || compareExact(value.value, tally.least) < 0) tally.least = value.value;
          if (tally.most === undefined || compareExact(value.value, tally.most) > 0) tally.most = value.value;
        }
      }
    },
    of: (key) => tallies.get(key) ?? nothing(),
  };
}

const shown = (cell: number | Digits, format: Format): Cell => (typeof cell === 'number' ? cell : { ...cell, format });

type Counted = { label: string; how: string; of: Indicator; formula: string; result: (tally: Tally) => Exact };

const quoted = (text: string): string => `"${safeCell(text).replaceAll('"', '""')}"`;

/** What one indicator is counted by: its sum, its yeses, each of its options, or how many answered. */
function countedBy(indicator: Indicator, range: string): Counted[] {
  const { label } = indicator;
  const of = indicator;
  switch (indicator.kind) {
    case 'count':
    case 'measure':
    case 'money':
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
    case 'percent':
      if (indicator.formula)
        return [{ label, how: 'Tỷ lệ chung, tính từ các tổng', of, formula: '', result: ({ answered }) => answered }];
      return [{ label, how: 'Số đơn vị trả lời', of, formula: `COUNTA(${range})`, result: ({ answered }) => answered }];
    default:
      return [{ label, how: 'Số đơn vị trả lời', of, formula: `COUNTA(${range})`, result: ({ answered }) => answered }];
  }
}

const lines = (model: TableModel): Counted[] => {
  const at = columnRange(model);
  return model.form.flatMap((indicator) => countedBy(indicator, at.value(indicator.key)));
};

/** Result and whole, then the spread and the last round: these have the places of their row's indicator. */
function placedOf(lines: readonly Counted[], first: number): Placed[] {
  return lines.flatMap(({ of }, index) => {
    const row = first + index;
    const placed = (from: string, until: string): Placed => ({
      first: `${from}${row}`,
      range: `${from}${row}:${until}${row}`,
      format: formatOf(of),
    });
    if (!isFigure(of.kind)) return [];
    return addsUp(of.kind) ? [placed('D', 'E'), placed('I', 'L')] : [placed('I', 'L')];
  });
}

export function indicatorSheet(model: TableModel): SheetFrame {
  const number = { width: 12, format: 'count' } as const;
  const above = sheetHead(model, 'SỐ LIỆU THEO CHỈ TIÊU');
  const counted = lines(model);
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
      ...(model.previous
        ? [
            { title: 'Kỳ trước', ...number },
            { title: 'Tăng (+), giảm (-)', ...number },
          ]
        : []),
    ],
    length: counted.length,
    placed: placedOf(counted, firstRow({ above })),
    formats: [...new Set(model.form.filter(({ kind }) => isAmount(kind)).map(formatOf))].filter(
      (format) => format !== 'count',
    ),
  };
}

/** Every indicator: total, share, spread, and the last period where there is one. */
export function indicatorRows(model: TableModel, tallyOf: (key: string) => Tally): Cell[][] {
  const { form, previous, summary } = model;
  const first = firstRow(indicatorSheet(model));
  const at = columnRange(model);
  return lines(model).map((counted, index): Cell[] => {
    const { of: indicator } = counted;
    const row = first + index;
    const range = at.value(indicator.key);
    const tally = tallyOf(indicator.key);
    const result = counted.result(tally);
    const isCount = isFigure(indicator.kind);
    const base = addsUp(indicator.kind) ? denominatorFor({ indicators: form }, indicator) : undefined;
    const total = summary.indicators.find((t) => t.key === indicator.key);
    const format = isCount ? formatOf(indicator) : 'count';
    const cell = (figure: Exact): number | Digits => figureCell(figure, indicator);
    const whole: Cell = base
      ? {
          formula: `SUMIFS(${at.value(base.key)},${range},"<>")`,
          result: figureCell(total?.of ?? 0, base),
          format: formatOf(base),
        }
      : isCount
        ? null
        : { formula: `COUNTA(${range})`, result: tally.answered };
    const before = previous?.indicators.find((t) => t.key === indicator.key)?.total;
    const isCompared = before !== undefined && hasTotal(indicator.kind);
    const spread = (name: string, extreme: Exact | undefined): Cell =>
      isCount && extreme !== undefined ? { formula: `${name}(${range})`, result: cell(extreme), format } : null;
    return [
      index + 1,
      counted.label,
      counted.how,
      shareOfRows(model, indicator, (formula) => sumsFormula(formula, at.value)) ?? {
        formula: counted.formula,
        result: addsUp(indicator.kind) ? cell(result) : Number(result),
        format: addsUp(indicator.kind) ? format : 'count',
      },
      whole,
      whole === null ? null : ratio(`D${row}`, `E${row}`, result, base ? (total?.of ?? 0) : tally.answered),
      { formula: `COUNTA(${range})`, result: tally.answered },
      isCount ? { formula: `COUNTIF(${range},0)`, result: tally.zeros } : null,
      spread('MIN', tally.least),
      spread('MAX', tally.most),
      ...(previous
        ? [
            isCompared ? shown(cell(before), format) : null,
            isCompared ? { formula: `D${row}-K${row}`, result: cell(addExact(result, negated(before))), format } : null,
          ]
        : []),
    ];
  });
}
