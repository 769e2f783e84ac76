/** The tables of figures: progress by group, figures by group, figures by unit, against the last period. */

import {
  baseOf,
  type GroupKey,
  type GroupLine,
  type ReportModel,
  type RoundModel,
  standingOf,
  type UnitLine,
} from '../../../core/figures/papers.ts';
import type { IndicatorTotal } from '../../../core/figures/summary.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';
import { difference, groupName, share, standings, valueText } from '../../words/figures.ts';
import { count, day } from '../../words/format.ts';
import type { Block } from './paper.ts';
import { caption, gap } from './parts.ts';
import { type Column, type Line, table } from './table.ts';

/** As many indicators as fit beside each other on an upright page. */
const mostBeside = 3;

const chunked = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / mostBeside) }, (_, n) =>
    items.slice(n * mostBeside, (n + 1) * mostBeside),
  );

/** What can be added up over units. */
const addable = (form: Indicator[]): Indicator[] =>
  form.filter((i) => !i.isDenominator && (i.kind === 'count' || i.kind === 'yes-no'));

const numerals = [
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;
const roman = (n: number): string => {
  const [sign, value] = numerals.find(([, size]) => n >= size) ?? ['', 0];
  return value === 0 ? '' : sign + roman(n - value);
};

const sumOf = (groups: GroupLine[], pick: (group: GroupLine) => number): number =>
  groups.reduce((sum, group) => sum + pick(group), 0);

/** How many have reported, by group, with the total. */
export function progressTable(groups: GroupLine[], width: number): Block {
  const columns: Column[] = [
    { title: 'TT', width: 6, align: 'center' },
    { title: 'Nhóm đơn vị', width: 34 },
    ...['Phải báo cáo', 'Được miễn', 'Đã báo cáo', 'Đúng hạn', 'Sau hạn', 'Tỷ lệ'].map((title) => ({
      title,
      width: 10,
      align: 'right' as const,
    })),
  ];
  const cells = (reporting: number, excused: number, reported: number, onTime: number): string[] => [
    count(reporting - excused),
    count(excused),
    count(reported),
    count(onTime),
    count(reported - onTime),
    share(reported, reporting - excused),
  ];
  const lines: Line[] = groups.map(({ key, progress: p }, index) => ({
    cells: [String(index + 1), groupName(key), ...cells(p.reporting, p.excused, p.reported, p.onTime)],
  }));
  const total = (of: 'reporting' | 'excused' | 'reported' | 'onTime') => sumOf(groups, (g) => g.progress[of]);
  const sums = cells(total('reporting'), total('excused'), total('reported'), total('onTime'));
  return table(columns, [...lines, { cells: ['', 'Tổng cộng', ...sums], isTotal: true }], width);
}

/** Total and share; dashes while nobody has reported: silence is not zero. */
const figures = (total: IndicatorTotal | undefined): string[] => {
  if (!total || total.units === 0) return ['–', '–'];
  if (total.kind === 'yes-no') return [`${count(total.total)}/${count(total.units)}`, share(total.total, total.units)];
  return [count(total.total), share(total.total, total.of)];
};

const baseText = (groups: GroupLine[]): string =>
  sumOf(groups, (group) => group.progress.reported) === 0 ? '–' : count(sumOf(groups, (group) => group.base ?? 0));

/** Totals of what can be added up, by group, with the total; several tables where the form is long. */
export function groupTables({ form, groups, summary }: RoundModel, width: number): Block[] {
  const base = baseOf(form);
  const hasShare = ({ kind }: Indicator): boolean => base !== undefined || kind === 'yes-no';
  return chunked(addable(form)).flatMap((some): Block[] => {
    const columns: Column[] = [
      { title: 'TT', width: 5, align: 'center' },
      { title: 'Nhóm đơn vị', width: 26 },
      ...(base ? [{ title: base.label, width: 12, align: 'right' as const }] : []),
      ...some.flatMap((i) => [
        { title: i.kind === 'yes-no' ? `${i.label} (có)` : i.label, width: 11, align: 'right' as const },
        ...(hasShare(i) ? [{ title: 'Tỷ lệ', width: 10, align: 'right' as const }] : []),
      ]),
    ];
    const row = (totals: IndicatorTotal[]) =>
      some.flatMap((i) => figures(totals.find((t) => t.key === i.key)).slice(0, hasShare(i) ? 2 : 1));
    const lines: Line[] = groups.map((group, index) => ({
      cells: [String(index + 1), groupName(group.key), ...(base ? [baseText([group])] : []), ...row(group.indicators)],
    }));
    const total = base ? [baseText(groups)] : [];
    const last: Line = { cells: ['', 'Tổng cộng', ...total, ...row(summary.indicators)], isTotal: true };
    return [table(columns, [...lines, last], width), gap()];
  });
}

const withShare = (text: string, part: string): string => (part === '–' ? text : `${text} (${part})`);

function unitCell(line: UnitLine, indicator: Indicator, base: Indicator | undefined): string {
  const value = line.values[indicator.key];
  const text = valueText(value, indicator.kind);
  const of = base && line.values[base.key];
  if (indicator.kind !== 'count' || value?.type !== 'number' || of?.type !== 'number') return text;
  return withShare(text, share(value.value, of.value));
}

function totalCell(total: IndicatorTotal | undefined): string {
  const [number = '', part = '–'] = figures(total);
  return total?.kind === 'count' ? withShare(number, part) : number;
}

const isSame = (a: GroupKey, b: GroupKey): boolean =>
  a.type === 'below' ? b.type === 'below' && a.unit.id === b.unit.id : b.type === 'kind' && a.kind === b.kind;

/**
 * Every unit with its figures under its group's totals; what was not reported shows a dash and says so. Choices and texts
 * are for the workbook.
 */
export function unitTables({ form, groups, summary, round, units }: ReportModel, width: number): Block[] {
  const base = baseOf(form);
  return chunked(addable(form)).flatMap((some): Block[] => {
    const columns: Column[] = [
      { title: 'TT', width: 5, align: 'center' },
      { title: 'Đơn vị', width: 32.5 },
      ...(base ? [{ title: base.label, width: 11, align: 'right' as const }] : []),
      ...some.map((i) => ({ title: i.label, width: i.kind === 'count' ? 14.2 : 11, align: 'right' as const })),
      { title: 'Ghi chú', width: some.length < mostBeside ? 14 : 10, align: 'center' },
    ];
    const totals = (of: IndicatorTotal[]) => some.map((i) => totalCell(of.find((t) => t.key === i.key)));
    const lines = groups.flatMap((group, index): Line[] => {
      const sums = [...(base ? [baseText([group])] : []), ...totals(group.indicators), ''];
      const within = (units ?? []).filter((line) => isSame(line.key, group.key));
      return [
        { cells: [roman(index + 1), groupName(group.key), ...sums], isTotal: true },
        ...within.map((line, n) => ({ cells: [String(n + 1), ...unitCells(line, some, base, round)] })),
      ];
    });
    const sums = [...(base ? [baseText(groups)] : []), ...totals(summary.indicators)];
    return [table(columns, [...lines, { cells: ['', 'Tổng cộng', ...sums, ''], isTotal: true }], width), gap()];
  });
}

function unitCells(line: UnitLine, some: Indicator[], base: Indicator | undefined, round: { overdueFrom: Date }) {
  const where = standingOf(line, round);
  return [
    line.unit.name,
    ...(base ? [valueText(line.values[base.key], 'count')] : []),
    ...some.map((indicator) => unitCell(line, indicator, base)),
    where === 'on-time' ? '' : standings[where],
  ];
}

/** This period against the last; nothing where there is no last one. */
export function comparisonTable({ previous, summary, round }: RoundModel, title: string, width: number): Block[] {
  if (!previous) return [];
  const columns: Column[] = [
    { title: 'TT', width: 6, align: 'center' },
    { title: 'Nội dung', width: 40 },
    { title: `Kỳ trước (hạn ${day(previous.due)})`, width: 18, align: 'right' },
    { title: `Kỳ này (hạn ${day(round.due)})`, width: 18, align: 'right' },
    { title: 'Tăng (+), giảm (-)', width: 18, align: 'right' },
  ];
  const row = (label: string, before: number | null, now: number | null) => [
    label,
    before === null ? '–' : count(before),
    now === null ? '–' : count(now),
    before === null || now === null ? '–' : difference(now, before),
  ];
  const total = (of: IndicatorTotal | undefined) => (of && of.units > 0 ? of.total : null);
  const rows = [
    row('Số đơn vị đã báo cáo', previous.units.reported, summary.units.reported),
    row('Số đơn vị báo cáo đúng hạn', previous.units.onTime, summary.units.onTime),
    ...summary.indicators
      .filter((i) => i.kind === 'count' || i.kind === 'yes-no')
      .map((i) => {
        const before = previous.indicators.find((p) => p.key === i.key);
        return row(i.kind === 'yes-no' ? `${i.label} (số đơn vị có)` : i.label, total(before), total(i));
      }),
  ];
  const lines = rows.map((cells, index) => ({ cells: [String(index + 1), ...cells] }));
  return [caption(title), table(columns, lines, width), gap()];
}
