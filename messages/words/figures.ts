/** Figures as papers say them: standings, values, shares, differences. */

import type { GroupKey, RoundModel, UnitLine } from '../../core/figures/papers.ts';
import { standingOf } from '../../core/figures/papers.ts';
import { type IndicatorTotal, percentOf, type UnreachableReason } from '../../core/figures/summary.ts';
import type { Indicator, Value } from '../../core/reports/obligation.ts';
import { capital, count, isoDay, longMoment, moment, percent } from './format.ts';
import { kindName } from './unit-kinds.ts';

/** "Các đơn vị thuộc Phòng Giáo dục và Đào tạo", "Xã". */
export const groupName = (key: GroupKey): string =>
  key.type === 'below' ? `Các đơn vị thuộc ${key.unit.name}` : capital(kindName(key.kind));

export const standings = {
  'on-time': 'Đúng hạn',
  late: 'Sau hạn',
  owed: 'Chưa báo cáo',
  excused: 'Được miễn',
} as const;

export const standing = (line: Pick<UnitLine, 'state' | 'firstReportedAt'>, round: { overdueFrom: Date }): string =>
  standings[standingOf(line, round)];

export const unreachableReasons: Record<UnreachableReason, string> = {
  unregistered: 'chưa đăng ký',
  refused: 'không đồng ý nhận tin',
  blocked: 'đã chặn hoặc bỏ quan tâm',
  'not-delivered': 'tin chưa đến được',
};

/** A value as read on paper; a dash where there is none: silence is not zero. */
export function valueText(value: Value | undefined | null, kind: Indicator['kind']): string {
  if (!value) return '–';
  if (value.type === 'text') return /^\d{4}-\d\d-\d\d$/.test(value.value) ? isoDay(value.value) : value.value;
  if (kind === 'yes-no') return value.value === 1 ? 'Có' : 'Không';
  return count(value.value);
}

export const share = (total: number, of: number): string => {
  const value = percentOf(total, of);
  return value === null ? '–' : percent(value);
};

/** A total as a line of the report: "- Nhãn: 1.234/1.500 (82,3 %)." */
export function totalLine({ label, kind, total, of, units }: IndicatorTotal): string {
  if (units === 0) return `- ${label}: chưa có số liệu.`;
  if (kind === 'yes-no') return `- ${label}: có ${count(total)}/${count(units)} đơn vị (${share(total, units)}).`;
  if (kind !== 'count')
    return `- ${label}: ${count(units)} đơn vị có nội dung trả lời (xem bảng tổng hợp Excel kèm theo).`;
  return of > 0 ? `- ${label}: ${count(total)}/${count(of)} (${share(total, of)}).` : `- ${label}: ${count(total)}.`;
}

/** "+12", "-3", "0". */
export const difference = (now: number, before: number): string => `${now > before ? '+' : ''}${count(now - before)}`;

/** How many of the units that owe have reported. */
export function progressSentence({ summary, round, now }: RoundModel): string {
  const { reporting, reported, onTime, excused } = summary.units;
  const owing = reporting - excused;
  const parts = [`trong đó ${count(onTime)} đơn vị đúng hạn, ${count(reported - onTime)} đơn vị sau hạn`];
  if (excused > 0) parts.push(`${count(excused)} đơn vị được miễn báo cáo`);
  parts.push(`${count(summary.missing.length)} đơn vị chưa báo cáo`);
  const state = now >= round.overdueFrom ? `tính là quá hạn từ ${moment(round.overdueFrom)}` : 'chưa tính là quá hạn';
  return `Tính đến ${longMoment(now)}, có ${count(reported)}/${count(owing)} đơn vị phải báo cáo đã gửi số liệu (${share(reported, owing)}), ${parts.join('; ')}. Hạn báo cáo: ${moment(round.due)} (văn bản ghi “${round.quote}”); ${state}.`;
}

/** Figures in a chat are not the signed report: how many of those have come. */
export const signedSentence = ({ summary: { units } }: RoundModel): string =>
  `Đã nhận báo cáo bằng văn bản (có số, ngày hoặc bản chụp) của ${count(units.signed)}/${count(units.reported)} đơn vị đã gửi số liệu.`;

/** How many units were told, and how many acknowledged. */
export function deliverySentence({ summary: { units } }: RoundModel): string {
  return `Văn bản được giao tới ${count(units.assigned)} đơn vị; hệ thống đã chuyển tới ${count(units.delivered)} đơn vị, ${count(units.acknowledged)} đơn vị đã xác nhận nhận nhiệm vụ; ${count(units.unreachable)} đơn vị chưa liên hệ được qua hệ thống.`;
}

/** "Nhãn: 5 → 7; …": what a correction changed. */
export const changeText = (
  changes: { key: string; from: Value | null; to: Value | null }[],
  form: Indicator[],
): string =>
  changes
    .map(({ key, from, to }) => {
      const indicator = form.find((i) => i.key === key);
      const kind = indicator?.kind ?? 'text';
      return `${indicator?.label ?? key}: ${valueText(from, kind)} → ${valueText(to, kind)}`;
    })
    .join('; ');
