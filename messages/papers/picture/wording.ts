/** What the picture says. */
import type { RoundModel } from '../../../core/figures/papers.ts';
import { percentOf } from '../../../core/figures/summary.ts';
import { count, namesOf, paperMoment, percent } from '../../words/format.ts';
import { matterOf } from '../wording.ts';

/** As many names as take some three lines, eight at most; the rest is counted. */
function missingNames(missing: RoundModel['summary']['missing']): string {
  const most = [8, 7, 6, 5, 4, 3, 2].find((names) => namesOf(missing, names).length <= 165) ?? 1;
  const name = missing[0]?.name ?? '';
  return most > 1 || name.length <= 120
    ? namesOf(missing, most)
    : namesOf([`${name.slice(0, 120)}…`, ...missing.slice(1)], 1);
}

/** The sentences around the chart. */
export function pictureWords({ directive, round, summary, now }: RoundModel) {
  const { reporting, reported, onTime, excused } = summary.units;
  const owing = reporting - excused;
  const share = percentOf(reported, owing);
  return {
    title: `Kết quả báo cáo: ${matterOf(directive.subject)}`,
    issuer: directive.issuer.name,
    asOf: `Tính đến ${paperMoment(now)}`,
    big: `${count(reported)}/${count(owing)}`,
    bigUnit: `đơn vị đã báo cáo${share === null ? '' : ` (${percent(share)})`}`,
    small: [
      `Đúng hạn: ${count(onTime)} · Sau hạn: ${count(reported - onTime)} · Được miễn: ${count(excused)}`,
      now >= round.overdueFrom
        ? `Đã quá hạn (hạn ${paperMoment(round.due)}; tính từ ${paperMoment(round.overdueFrom)})`
        : `Hạn: ${paperMoment(round.due)}; tính là quá hạn từ ${paperMoment(round.overdueFrom)}`,
    ],
    byGroup: 'Tiến độ theo nhóm đơn vị',
    legend: { onTime: 'Đúng hạn', late: 'Sau hạn', owed: 'Chưa báo cáo' },
    missing:
      summary.missing.length === 0
        ? 'Tất cả các đơn vị phải báo cáo đã báo cáo.'
        : `Chưa báo cáo (${count(summary.missing.length)} đơn vị): ${missingNames(summary.missing)}.`,
    unreachable:
      summary.unreachable.length === 0
        ? ''
        : `Chưa liên hệ được qua hệ thống: ${count(summary.unreachable.length)} đơn vị.`,
    trend: 'Số đơn vị đã báo cáo theo thời gian',
    deadline: 'Hạn',
  };
}
