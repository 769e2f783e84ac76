/** What the picture says. */
import type { RoundModel } from '../../../core/figures/papers.ts';
import { type IndicatorTotal, percentOf } from '../../../core/figures/summary.ts';
import { basis, commonBasis, groupName, lateWords, withUnit } from '../../words/figures.ts';
import { count, paperMoment, percent } from '../../words/format.ts';
import { matterOf } from '../wording.ts';

/** As many names as take some three lines; of more it is said how many of which type they are: no few are picked out. */
const mostNames = 8;
const longestNames = 165;

function missingUnits({ summary: { missing }, groups }: RoundModel): string {
  const names = missing.first.map(({ name }) => name).join('; ');
  if (missing.count <= mostNames && names.length <= longestNames) return names;
  const owed = groups
    .map(({ key, progress: { reporting, excused, reported } }) => ({ key, n: reporting - excused - reported }))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.n - a.n);
  const told = (most: number): string => {
    const rest = owed.slice(most).reduce((sum, { n }) => sum + n, 0);
    const types = owed.slice(0, most).map(({ key, n }) => `${cutName(groupName(key))} ${count(n)}`);
    return [...types, ...(rest > 0 ? [`loại khác ${count(rest)}`] : [])].join('; ');
  };
  return told([6, 5, 4, 3, 2].find((most) => told(most).length <= longestNames) ?? 1);
}

const cutName = (name: string): string => (name.length > 45 ? `${name.slice(0, 45).trimEnd()}…` : name);

/** Over and beside the bars of results. */
export const resultWords = {
  title: (totals: readonly IndicatorTotal[]): string => {
    const common = commonBasis(totals);
    return `Kết quả${common === undefined ? '' : ` (${basis(common)})`}`;
  },
  line: ({ label, total, of, units, kind, unit }: IndicatorTotal, share: number, isOnBasis: boolean): string =>
    `${label}: ${withUnit(`${count(total)}/${count(kind === 'yes-no' ? units : of)}`, kind === 'count' || kind === 'percent' ? undefined : unit)} (${percent(share)}${isOnBasis ? `, ${basis(units)}` : ''})`,
};

/** The sentences around the chart. */
export function pictureWords(model: RoundModel) {
  const { directive, round, summary, now } = model;
  const { reporting, reported, onTime, excused } = summary.units;
  const owing = reporting - excused;
  const share = percentOf(reported, owing);
  const late = lateWords(summary, now);
  return {
    title: `Kết quả báo cáo: ${matterOf(directive.subject)}${directive.state === 'recalled' ? ' (văn bản đã thu hồi)' : ''}`,
    issuer: directive.issuer.name,
    asOf: `Tính đến ${paperMoment(now)}`,
    big: `${count(reported)}/${count(owing)}`,
    bigUnit: `đơn vị đã báo cáo${share === null ? '' : ` (${percent(share)})`}`,
    small: [
      `Đúng hạn: ${count(onTime)} · Quá hạn: ${count(reported - onTime)}${excused > 0 ? ` · Được miễn: ${count(excused)}` : ''}`,
      now >= round.overdueFrom
        ? `Đã quá hạn (hạn ${paperMoment(round.due)}; tính từ ${paperMoment(round.overdueFrom)})`
        : `Hạn: ${paperMoment(round.due)}; tính là quá hạn từ ${paperMoment(round.overdueFrom)}`,
    ],
    byGroup: 'Tiến độ theo loại đơn vị',
    legend: { onTime: 'Đúng hạn', late: 'Quá hạn', owed: 'Chưa báo cáo' },
    missing:
      summary.missing.count === 0
        ? 'Tất cả các đơn vị phải báo cáo đã báo cáo.'
        : `Chưa báo cáo${late === '' ? '' : `, ${late}`} (${count(summary.missing.count)} đơn vị): ${missingUnits(model)}.`,
    unreachable:
      summary.unreachable.count === 0
        ? ''
        : `Chưa liên hệ được qua hệ thống: ${count(summary.unreachable.count)} đơn vị.`,
    trend: 'Số đơn vị đã báo cáo theo thời gian',
    deadline: 'Hạn',
  };
}
