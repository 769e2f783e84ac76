/** Figures as papers say them: standings, values, shares, differences. */

import type { GroupKey, RoundModel, UnitLine } from '../../core/figures/papers.ts';
import { standingOf } from '../../core/figures/papers.ts';
import { isShareOfSums } from '../../core/figures/shares.ts';
import { type IndicatorTotal, percentOf, type Summary, type UnreachableReason } from '../../core/figures/summary.ts';
import { addExact, compareExact, type Exact, negated } from '../../core/reports/exact.ts';
import { hasTotal } from '../../core/reports/indicators.ts';
import type { Indicator, Value } from '../../core/reports/obligation.ts';
import { fileText } from './file-answer.ts';
import { capital, count, day, isoDay, paperMoment, percent, uncapital } from './format.ts';
import { kindName } from './unit-kinds.ts';

/** A type of unit: "Xã", "Các đơn vị thuộc Phòng Giáo dục và Đào tạo". */
export const groupName = (key: GroupKey): string =>
  key.type === 'below' ? `Các đơn vị thuộc ${key.unit.name}` : capital(kindName(key.kind));

export const standings = {
  'on-time': 'Đúng hạn',
  late: 'Quá hạn',
  owed: 'Chưa báo cáo',
  excused: 'Được miễn',
} as const;

/** "gia hạn đến 15/9/2021": of a unit with more time than the round gives that has not reported. */
export const moreTime = ({ state, own }: Pick<UnitLine, 'state' | 'own'>, round: { overdueFrom: Date }): string =>
  state === 'owed' && own && own.overdueFrom > round.overdueFrom ? `gia hạn đến ${day(own.due)}` : '';

export function standing(
  line: Pick<UnitLine, 'state' | 'firstReportedAt' | 'own'>,
  round: { overdueFrom: Date },
): string {
  const more = moreTime(line, round);
  return `${standings[standingOf(line, round)]}${more === '' ? '' : ` (${more})`}`;
}

/** "đã quá hạn", of the units that owe, and how many of them have more time; empty while none is late. */
export function lateWords(
  { round, missing, extended }: Pick<Summary, 'round' | 'missing' | 'extended'>,
  now: Date,
): string {
  const waiting = extended?.waiting ?? 0;
  if (!round || now < round.overdueFrom || waiting === missing.count) return '';
  return `đã quá hạn${waiting === 0 ? '' : `, trừ ${count(waiting)} đơn vị được gia hạn`}`;
}

export const unreachableReasons: Record<UnreachableReason, string> = {
  unregistered: 'chưa đăng ký',
  refused: 'không đồng ý nhận tin',
  blocked: 'đã chặn hoặc bỏ quan tâm',
  'not-delivered': 'tin chưa đến được',
};

/** A value as read on paper; a dash where there is none: silence is not zero. */
export function valueText(value: Value | undefined | null, kind: Indicator['kind']): string {
  if (!value) return '–';
  if (value.type === 'text' && kind === 'file') return fileText(value.value);
  if (value.type === 'text') return /^\d{4}-\d\d-\d\d$/.test(value.value) ? isoDay(value.value) : value.value;
  if (kind === 'yes-no') return value.value === 1 ? 'Có' : 'Không';
  return kind === 'percent' ? withUnit(count(value.value), '%') : count(value.value);
}

/** A figure with the unit behind it: "12,5 ha", "85%". */
export const withUnit = (figure: string, unit: string | undefined): string =>
  unit === undefined || unit === '' ? figure : unit === '%' ? `${figure}%` : `${figure} ${unit}`;

export const share = (total: Exact, of: Exact): string => {
  const value = percentOf(total, of);
  return value === null ? '–' : percent(value);
};

/** What stands over or beside a figure: "Số người đã quét mã QR (người)". */
export const labelWithUnit = ({ label, unit }: Pick<Indicator, 'label' | 'unit'>): string =>
  unit ? `${label} (${unit})` : label;

/** "đạt 62,5% kế hoạch 2.000 ha": how much of what was assigned has been reached; empty where nothing was. */
export function planText(total: Exact, target: Exact | undefined, unit?: string): string {
  const reached = target === undefined ? null : percentOf(total, target);
  return reached === null || target === undefined
    ? ''
    : `đạt ${percent(reached)} kế hoạch ${withUnit(count(target), unit)}`;
}

/** On how many units a share rests: "tính trên 2 đơn vị đã báo cáo". */
export const basis = (units: number): string => `tính trên ${count(units)} đơn vị đã báo cáo`;

/** A total inside a sentence: "1.234/1.500 người (82,3%)"; of a yes or no, how many units say yes. */
function totalText({ kind, total, of, units, unit, target }: IndicatorTotal): string {
  if (kind === 'yes-no') return `có ${count(total)}/${count(units)} đơn vị (${share(total, units)})`;
  const counted = unit === undefined ? '' : ` ${unit}`;
  const plan = planText(total, target, unit);
  const reached = plan === '' ? '' : `, ${plan}`;
  return `${of !== 0 ? `${count(total)}/${count(of)}${counted} (${share(total, of)})` : `${count(total)}${counted}`}${reached}`;
}

/** A total as a line of the report: "- Nhãn: 1.234/1.500 (82,3%).", with on how many units it rests where asked. */
export function totalLine(total: IndicatorTotal, isOnBasis = false): string {
  const { label, kind, units } = total;
  if (units === 0) return `- ${label}: chưa có số liệu.`;
  if (isShareOfSums(total))
    return `- ${label}: ${share(total.total, total.of)}${isOnBasis ? `, ${basis(units)}` : ''}.`;
  if (!hasTotal(kind))
    return `- ${label}: ${count(units)} đơn vị có nội dung trả lời (xem bảng tổng hợp Excel kèm theo).`;
  return `- ${label}: ${totalText(total)}${isOnBasis ? `, ${basis(units)}` : ''}.`;
}

/** Whether figures rest on the same units; then it is said once. */
export const commonBasis = (totals: readonly IndicatorTotal[]): number | undefined => {
  const units = new Set(totals.filter((total) => total.units > 0).map((total) => total.units));
  return units.size === 1 ? [...units][0] : undefined;
};

/** As many totals as a sentence holds. */
const mostInSentence = 6;

/** The totals as a sentence goes on with them: "số người đã cài đặt: 26/28 người (92,9%); … (tính trên 2 đơn vị …)". */
export function totalsInSentence(totals: readonly IndicatorTotal[]): string {
  const told = totals.filter(({ kind, units }) => units > 0 && hasTotal(kind)).slice(0, mostInSentence);
  const common = commonBasis(told);
  const each = told.map((total) => {
    const own = common === undefined ? ` (${basis(total.units)})` : '';
    return `; ${uncapital(total.label)}: ${totalText(total)}${own}`;
  });
  return `${each.join('')}${common === undefined ? '' : ` (${basis(common)})`}`;
}

/** "+12", "-3", "0". */
export function difference(now: Exact, before: Exact): string {
  const change = addExact(now, negated(before));
  return `${compareExact(change, 0) > 0 ? '+' : ''}${count(change)}`;
}

/** "109/111 đơn vị phải báo cáo đã gửi số liệu (98,2%)". */
export function reportedText({ summary }: Pick<RoundModel, 'summary'>): string {
  const { reporting, reported, excused } = summary.units;
  const owing = reporting - excused;
  return `${count(reported)}/${count(owing)} đơn vị phải báo cáo đã gửi số liệu (${share(reported, owing)})`;
}

/** How many of the units that owe have reported. */
export function progressSentence(model: RoundModel): string {
  const { summary, round, now } = model;
  const { reported, onTime, excused } = summary.units;
  const isOverdue = now >= round.overdueFrom;
  const parts = [`trong đó ${count(onTime)} đơn vị đúng hạn, ${count(reported - onTime)} đơn vị quá hạn`];
  if (excused > 0) parts.push(`${count(excused)} đơn vị được miễn báo cáo`);
  const owed = summary.missing.count;
  const late = lateWords(summary, now);
  parts.push(`${count(owed)} đơn vị chưa báo cáo${late === '' ? '' : ` (${late})`}`);
  const state = isOverdue ? `quá hạn tính từ ${paperMoment(round.overdueFrom)}` : 'chưa quá hạn';
  return `Tính đến ${paperMoment(now)}, có ${reportedText(model)}, ${parts.join('; ')}. Hạn báo cáo: ${paperMoment(round.due)} (${round.isExtended ? 'đã gia hạn; ' : ''}văn bản ghi “${round.quote}”); ${state}.`;
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

/** "Chưa liên hệ được qua hệ thống: 9 đơn vị (8 chưa đăng ký; 1 đã chặn hoặc bỏ quan tâm)". */
export function unreachableText({ count: all, reasons }: Summary['unreachable']): string {
  const each = (Object.keys(unreachableReasons) as UnreachableReason[]).flatMap((reason) => {
    const units = reasons[reason] ?? 0;
    return units > 0 ? [`${count(units)} ${unreachableReasons[reason]}`] : [];
  });
  return `Chưa liên hệ được qua hệ thống: ${count(all)} đơn vị (${each.join('; ')})`;
}
