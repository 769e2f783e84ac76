/** A round compared with its own state at the end of yesterday, and with the round before it. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { Counted, DrillView } from '../../../core/figures/drill-down.ts';
import type { IndicatorTotal, Summary } from '../../../core/figures/summary.ts';
import type { Exact } from '../../../core/reports/exact.ts';
import { hasTotal } from '../../../core/reports/indicators.ts';
import type { Beginning } from '../../../core/roster/beginning.ts';
import type { UnitRef } from '../../../core/roster/person.ts';
import { difference } from '../../words/figures.ts';
import { count, day, isoDay, namesOf } from '../../words/format.ts';
import { back, figure } from './ways.ts';

/** "12/49 → 33/49 (+21)", shares included. */
function compared(label: string, before: [Exact, Exact | null], now: [Exact, Exact | null], unit?: string): string {
  return `${label}: ${figure(...before)} → ${figure(...now, unit)} (${difference(now[0], before[0])})`;
}

function comparison(before: Counted, now: Counted): string[] {
  return [
    compared('Đã báo cáo', [before.reported, before.reporting], [now.reported, now.reporting]),
    ...now.indicators.flatMap((after) => {
      const was = before.indicators.find(({ key }) => key === after.key);
      if (!was || !hasTotal(after.kind)) return [];
      const of = (total: IndicatorTotal): Exact => (total.kind === 'yes-no' ? total.units : total.of);
      return [compared(`- ${after.label}`, [was.total, of(was)], [after.total, of(after)], after.unit)];
    }),
  ];
}

const named = ({ count: all, first }: Beginning<UnitRef>): string =>
  `${count(all)} đơn vị: ${namesOf(first, first.length, all)}`;

export function comparisonView(summary: Summary, view: Extract<DrillView, { to: 'yesterday' }>): Saying {
  const { midnight, reportedSince, correctedSince, previous } = view;
  const since = midnight
    ? [
        `So với hết ngày ${day(new Date(midnight.getTime() - 1))}:`,
        ...comparison(view.before, view.now),
        reportedSince.count > 0
          ? `Mới báo cáo hôm nay: ${named(reportedSince)}.`
          : 'Hôm nay chưa có thêm đơn vị nào báo cáo.',
        ...(correctedSince.count > 0 ? [`Sửa số liệu hôm nay: ${named(correctedSince)}.`] : []),
      ]
    : ['Văn bản bắt đầu báo cáo trong hôm nay nên chưa có số liệu hôm qua để so sánh.'];
  const before = previous
    ? [
        `So với kỳ trước (${/^\d{4}-\d\d-\d\d$/.test(previous.key) ? isoDay(previous.key) : previous.key}):`,
        ...comparison(previous.counted, view.now),
      ]
    : [];
  return { text: [...since, ...before].join('\n'), choices: [back(summary)] };
}
