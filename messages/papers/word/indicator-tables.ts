/** The tables of figures by type of unit: progress, totals, and against the last period. */

import { baseOf, type GroupLine, type Progress, type RoundModel } from '../../../core/figures/papers.ts';
import { isShareOfSums } from '../../../core/figures/shares.ts';
import type { IndicatorTotal } from '../../../core/figures/summary.ts';
import { addExact, type Exact } from '../../../core/reports/exact.ts';
import { denominatorFor, hasTotal } from '../../../core/reports/indicators.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';
import { difference, groupName, labelWithUnit, share } from '../../words/figures.ts';
import { count, day } from '../../words/format.ts';
import type { Block } from './paper.ts';
import { caption, gap } from './parts.ts';
import { type Column, type Line, table } from './table.ts';

/** As many indicators as fit beside each other on a lying page. */
const mostBeside = 5;

const chunked = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / mostBeside) }, (_, n) =>
    items.slice(n * mostBeside, (n + 1) * mostBeside),
  );

/** What can be added up over units. */
export const addable = (form: Indicator[]): Indicator[] =>
  form.filter((i) => !i.isDenominator && (hasTotal(i.kind) || i.formula?.type === 'share'));

const sumOf = (groups: GroupLine[], pick: (group: GroupLine) => number): number =>
  groups.reduce((sum, group) => sum + pick(group), 0);

type Count = { title: string; of: (progress: Progress) => number; isHiddenWhenEmpty?: true };

const counts: Count[] = [
  { title: 'Phải báo cáo', of: ({ reporting, excused }) => reporting - excused },
  { title: 'Được miễn', of: ({ excused }) => excused, isHiddenWhenEmpty: true },
  { title: 'Đã báo cáo', of: ({ reported }) => reported },
  { title: 'Đúng hạn', of: ({ onTime }) => onTime },
  { title: 'Quá hạn', of: ({ reported, onTime }) => reported - onTime, isHiddenWhenEmpty: true },
  { title: 'Chưa báo cáo', of: ({ reporting, excused, reported }) => reporting - excused - reported },
];

/** How many have reported, by type of unit, with the total. What nobody is counted under has no column. */
export function progressTable(groups: GroupLine[], width: number): Block {
  const whole = addProgress(groups);
  const shown = counts.filter(({ of, isHiddenWhenEmpty }) => !isHiddenWhenEmpty || of(whole) > 0);
  const columns: Column[] = [
    { title: 'TT', width: 6, align: 'center' },
    { title: 'Loại đơn vị', width: 34 },
    ...[...shown.map(({ title }) => title), 'Tỷ lệ'].map((title) => ({ title, width: 10, align: 'right' as const })),
  ];
  const cells = (progress: Progress): string[] => [
    ...shown.map(({ of }) => count(of(progress))),
    share(progress.reported, progress.reporting - progress.excused),
  ];
  const lines: Line[] = groups.map(({ key, progress }, index) => ({
    cells: [String(index + 1), groupName(key), ...cells(progress)],
  }));
  return table(columns, [...lines, { cells: ['', 'Tổng cộng', ...cells(whole)], isTotal: true }], width);
}

const addProgress = (groups: GroupLine[]): Progress => {
  const total = (of: keyof Progress) => sumOf(groups, ({ progress }) => progress[of]);
  return {
    reporting: total('reporting'),
    reported: total('reported'),
    onTime: total('onTime'),
    excused: total('excused'),
  };
};

/** Total and share; dashes while nobody has reported: silence is not zero. */
export const figuresOf = (total: IndicatorTotal | undefined): string[] => {
  if (!total || total.units === 0) return ['–', '–'];
  if (total.kind === 'yes-no') return [`${count(total.total)}/${count(total.units)}`, share(total.total, total.units)];
  if (isShareOfSums(total)) return [share(total.total, total.of), '–'];
  return [count(total.total), share(total.total, total.of)];
};

const baseText = (groups: GroupLine[]): string =>
  sumOf(groups, (group) => group.progress.reported) === 0
    ? '–'
    : count(groups.reduce<Exact>((sum, { base }) => addExact(sum, base ?? 0), 0));

/** Totals of what can be added up, by group, with the total; several tables where the form is long. */
export function groupTables({ form, groups, summary }: RoundModel, width: number): Block[] {
  const base = baseOf(form);
  const hasShare = (i: Indicator): boolean =>
    i.kind === 'yes-no' || denominatorFor({ indicators: form }, i) !== undefined;
  return chunked(addable(form)).flatMap((some): Block[] => {
    const columns: Column[] = [
      { title: 'TT', width: 5, align: 'center' },
      { title: 'Loại đơn vị', width: 26 },
      ...(base ? [{ title: labelWithUnit(base), width: 12, align: 'right' as const }] : []),
      ...some.flatMap((i) => [
        { title: i.kind === 'yes-no' ? `${i.label} (có)` : labelWithUnit(i), width: 12, align: 'right' as const },
        ...(hasShare(i) ? [{ title: 'Tỷ lệ', width: 8, align: 'right' as const }] : []),
      ]),
    ];
    const row = (totals: IndicatorTotal[]) =>
      some.flatMap((i) => figuresOf(totals.find((t) => t.key === i.key)).slice(0, hasShare(i) ? 2 : 1));
    const lines: Line[] = groups.map((group, index) => ({
      cells: [String(index + 1), groupName(group.key), ...(base ? [baseText([group])] : []), ...row(group.indicators)],
    }));
    const total = base ? [baseText(groups)] : [];
    const last: Line = { cells: ['', 'Tổng cộng', ...total, ...row(summary.indicators)], isTotal: true };
    return [table(columns, [...lines, last], width), gap()];
  });
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
  const row = (label: string, before: Exact | null, now: Exact | null) => [
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
      .filter((i) => hasTotal(i.kind))
      .map((i) => {
        const before = previous.indicators.find((p) => p.key === i.key);
        return row(i.kind === 'yes-no' ? `${i.label} (số đơn vị có)` : labelWithUnit(i), total(before), total(i));
      }),
  ];
  const lines = rows.map((cells, index) => ({ cells: [String(index + 1), ...cells] }));
  return [caption(title), table(columns, lines, width), gap()];
}
