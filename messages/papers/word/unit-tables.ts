/** Tables with a row a unit: figures by result, figures by level, and who has not reported. */
import { baseOf, type RoundModel, standingOf, type UnitLine } from '../../../core/figures/papers.ts';
import { baseTotal, byResult, totalsOf } from '../../../core/figures/results.ts';
import type { IndicatorTotal, Summary } from '../../../core/figures/summary.ts';
import { addsUp, denominatorFor } from '../../../core/reports/indicators.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';
import { figureIn } from '../../../core/reports/report.ts';
import { groupName, labelWithUnit, share, standings, unreachableReasons, valueText } from '../../words/figures.ts';
import { count, paperMoment } from '../../words/format.ts';
import { classOf } from '../../words/names.ts';
import { addable, figuresOf } from './indicator-tables.ts';
import { landscapeWidth, size } from './layout.ts';
import type { Block } from './paper.ts';
import { gap } from './parts.ts';
import { type Column, type Line, table } from './table.ts';

/** As many indicators as fit beside each other on a lying page. */
const mostBeside = 5;

const chunked = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.max(1, Math.ceil(items.length / mostBeside)) }, (_, n) =>
    items.slice(n * mostBeside, (n + 1) * mostBeside),
  );

const withShare = (text: string, part: string): string => (part === '–' ? text : `${text} (${part})`);

function unitCell({ values }: UnitLine, indicator: Indicator, form: Indicator[]): string {
  const text = valueText(values[indicator.key], indicator.kind);
  const value = figureIn(values, indicator.key);
  const of = addsUp(indicator.kind)
    ? figureIn(values, denominatorFor({ indicators: form }, indicator)?.key)
    : undefined;
  return value === undefined || of === undefined ? text : withShare(text, share(value, of));
}

function totalCell(total: IndicatorTotal | undefined): string {
  const [number = '', part = '–'] = figuresOf(total);
  return total && addsUp(total.kind) ? withShare(number, part) : number;
}

/** Name, denominator, figures, and a note where any unit has one: the columns that the tables of units share. */
function columnsOf(some: Indicator[], base: Indicator | undefined, isNoted: boolean): Column[] {
  return [
    { title: 'TT', width: 5, align: 'center' },
    { title: 'Đơn vị', width: 38 },
    ...(base ? [{ title: labelWithUnit(base), width: 12, align: 'right' as const }] : []),
    ...some.map((i) => ({ title: labelWithUnit(i), width: 15, align: 'right' as const })),
    ...(isNoted ? [{ title: 'Ghi chú', width: 14, align: 'center' as const }] : []),
  ];
}

const noteOf = (line: UnitLine, round: { overdueFrom: Date }): string => {
  const where = standingOf(line, round);
  return where === 'on-time' ? '' : standings[where];
};

type Figures = { lines: UnitLine[]; some: Indicator[]; base: Indicator | undefined; form: Indicator[] };

const rowOf = (line: UnitLine, { some, base, form }: Figures): string[] => [
  line.unit.name,
  ...(base ? [valueText(line.values[base.key], 'count')] : []),
  ...some.map((indicator) => unitCell(line, indicator, form)),
];

/** The totals of lines as a row; dashes while none of them has reported: silence is not zero. */
function sumRow(name: string, { lines, some, base, form }: Figures): string[] {
  const reported = lines.filter(({ state }) => state === 'reported');
  const totals = totalsOf(reported, form);
  const of = baseTotal(reported, form);
  return [
    name,
    ...(base ? [reported.length === 0 || of === null ? '–' : count(of)] : []),
    ...some.map(({ key }) => totalCell(totals.find((total) => total.key === key))),
  ];
}

/** Every unit that has reported, the best result first, and their sum. Choices and texts are for the workbook. */
export function resultTables({ form, round }: RoundModel, units: readonly UnitLine[]): Block[] {
  const base = baseOf(form);
  const lines = byResult(
    units.filter(({ state }) => state === 'reported'),
    form,
  );
  const isNoted = lines.some((line) => noteOf(line, round) !== '');
  return chunked(addable(form)).flatMap((some): Block[] => {
    const figures = { lines, some, base, form };
    const rows = lines.map(
      (line, n): Line => ({ cells: [String(n + 1), ...rowOf(line, figures), noteOf(line, round)] }),
    );
    const sum: Line = { cells: ['', ...sumRow(`Cộng ${count(lines.length)} đơn vị`, figures), ''], isTotal: true };
    return [table(columnsOf(some, base, isNoted), [...rows, sum], landscapeWidth, { letters: size.denseTable }), gap()];
  });
}

/** Units in the order of the roster, by what they are: "Trường Mầm non". */
function byClass(units: readonly UnitLine[]): Map<string, UnitLine[]> {
  const classes = new Map<string, UnitLine[]>();
  for (const line of units) {
    const name = classOf(line.unit.name);
    classes.set(name, [...(classes.get(name) ?? []), line]);
  }
  return classes;
}

/** Every unit below a body under the totals of its level, also those that have not reported. */
export function levelTables({ form, round }: RoundModel, units: readonly UnitLine[]): Block[] {
  const base = baseOf(form);
  const isNoted = units.some((line) => noteOf(line, round) !== '');
  return chunked(addable(form)).flatMap((some): Block[] => {
    const figures = (lines: readonly UnitLine[]): Figures => ({ lines: [...lines], some, base, form });
    const rows = [...byClass(units)].flatMap(([name, lines]): Line[] => [
      { cells: ['', ...sumRow(`${name}: ${count(lines.length)} đơn vị`, figures(lines)), ''], isTotal: true },
      ...lines.map((line, n) => ({ cells: [String(n + 1), ...rowOf(line, figures(lines)), noteOf(line, round)] })),
    ]);
    const sum: Line = { cells: ['', ...sumRow('Tổng cộng', figures(units)), ''], isTotal: true };
    return [table(columnsOf(some, base, isNoted), [...rows, sum], landscapeWidth, { letters: size.denseTable }), gap()];
  });
}

/** How many of each level have reported, and their totals; then `own`, and both together. */
export function levelTotals(
  { form }: RoundModel,
  below: readonly UnitLine[],
  own: { name: string; line: UnitLine },
  width: number,
): Block[] {
  const base = baseOf(form);
  const parts = addable(form);
  const chunks = Array.from({ length: Math.max(1, Math.ceil(parts.length / 3)) }, (_, n) =>
    parts.slice(n * 3, n * 3 + 3),
  );
  return chunks.flatMap((some): Block[] => {
    const columns: Column[] = [
      { title: 'TT', width: 6, align: 'center' },
      { title: 'Cấp, loại đơn vị', width: 26 },
      { title: 'Đã báo cáo', width: 11, align: 'right' },
      ...(base ? [{ title: labelWithUnit(base), width: 14, align: 'right' as const }] : []),
      ...some.map((i) => ({ title: labelWithUnit(i), width: 16, align: 'right' as const })),
    ];
    const row = (name: string, lines: readonly UnitLine[]): string[] => {
      const [shown = '', ...rest] = sumRow(name, { lines: [...lines], some, base, form });
      const owing = lines.filter(({ state }) => state !== 'excused').length;
      return [shown, `${count(lines.filter(({ state }) => state === 'reported').length)}/${count(owing)}`, ...rest];
    };
    const rows: Line[] = [
      ...[...byClass(below)].map(([name, lines], n): Line => ({ cells: [String(n + 1), ...row(name, lines)] })),
      { cells: ['', ...row('Cộng các đơn vị trực thuộc', below)], isTotal: true },
      { cells: ['', ...row(own.name, [own.line])] },
      { cells: ['', ...row('Tổng cộng', [...below, own.line])], isTotal: true },
    ];
    return [table(columns, rows, width), gap()];
  });
}

/** Who has not reported, whether they were told, and whether they can be. */
export function missingTable(units: readonly UnitLine[], unreachable: Summary['unreachable']['first']): Block[] {
  const reasons = new Map(unreachable.map(({ unit, reason }) => [unit.id, reason]));
  const columns: Column[] = [
    { title: 'TT', width: 5, align: 'center' },
    { title: 'Đơn vị', width: 29 },
    { title: 'Loại đơn vị', width: 22 },
    { title: 'Đã chuyển văn bản', width: 21, align: 'center' },
    { title: 'Đã xác nhận', width: 21, align: 'center' },
    { title: 'Liên hệ qua hệ thống', width: 20 },
  ];
  const lines = units.map((line, n): Line => {
    const reason = reasons.get(line.unit.id);
    return {
      cells: [
        String(n + 1),
        line.unit.name,
        groupName(line.key),
        line.deliveredAt ? paperMoment(line.deliveredAt) : '–',
        line.acknowledged ? paperMoment(line.acknowledged.at) : '–',
        reason ? `Chưa được: ${unreachableReasons[reason]}` : 'Được',
      ],
    };
  });
  return [table(columns, lines, landscapeWidth), gap()];
}
