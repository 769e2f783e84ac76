/** Both sums of a directive side by side. */
import type { Reconciliation } from '../../../core/consolidation/reconciliation.ts';
import { count, moment, namesOf } from '../../words/format.ts';
import { directiveTitle } from '../directive.ts';

type Named = { number: string; date: string | null };

const mostNamed = 10;

/** Why a body's sum differs from that of its units. */
function bodyLine({ unit, reporting, reported, submitted, news }: Reconciliation['bodies'][number]): string {
  const here = `- ${unit.name}: ${count(reported)}/${count(reporting)} đơn vị đã báo cáo`;
  if (submitted === null) return `${here}; chưa gửi tổng hợp.`;
  const parts = [
    `; đã gửi lần ${submitted.revision} lúc ${moment(submitted.at)}: ${count(submitted.units)} đơn vị`,
    ...(news.added.length > 0 ? [`chưa gửi bổ sung: ${namesOf(news.added, mostNamed)}`] : []),
    ...(news.changed.length > 0 ? [`đã thay đổi sau khi gửi: ${namesOf(news.changed, mostNamed)}`] : []),
  ];
  return `${here}${parts.join('; ')}.`;
}

export const reconciliationText = (
  directive: Named,
  { totals, bodies, claimedTwice }: Reconciliation,
  now: Date,
): string =>
  [
    `ĐỐI CHIẾU SỐ LIỆU đến ${moment(now)}`,
    `${directiveTitle(directive)}`,
    ...totals.map(
      ({ label, units, bodies: sent, difference }) =>
        `- ${label}: cộng từng đơn vị ${count(units)}; theo các nơi tổng hợp gửi ${count(sent)}; chênh lệch ${count(difference)}`,
    ),
    ...(bodies.length > 0 ? ['Các nơi tổng hợp:', ...bodies.map(bodyLine)] : ['Văn bản này không có nơi tổng hợp.']),
    ...(claimedTwice.length > 0
      ? [
          'Đơn vị có từ hai nơi nhận tổng hợp (tính một lần, theo nơi văn bản nêu trước):',
          ...claimedTwice.map(
            ({ unit, by, also }) => `- ${unit.name}: tính ở ${by.name}, không tính ở ${namesOf(also, mostNamed)}`,
          ),
        ]
      : []),
  ].join('\n');
