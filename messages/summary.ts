/**
 * The summary on one screen, in the order in which a chairman asks: how many of those who owe have reported, the
 * figures, who is missing, who could not be reached, what happens next.
 */
import type { UnitRef } from '../core/facts.ts';
import {
  type Consolidation,
  type IndicatorTotal,
  percentOf,
  type Summary,
  type UnreachableReason,
} from '../core/summary.ts';
import { directiveName } from './directive.ts';
import { capital, count, moment, percent } from './format.ts';

const namesAtMost = (names: string[], most: number): string =>
  names.length <= most
    ? names.join('; ')
    : `${names.slice(0, most).join('; ')} và ${count(names.length - most)} đơn vị khác`;

const share = (total: number, of: number): string => {
  const value = percentOf(total, of);
  return value === null ? '' : ` (${percent(value)})`;
};

function indicatorLine(indicator: IndicatorTotal): string {
  if (indicator.kind === 'yes-no')
    return `- ${indicator.label}: có ${count(indicator.total)}/${count(indicator.units)} đơn vị`;
  if (indicator.kind !== 'count') return `- ${indicator.label}: ${count(indicator.units)} đơn vị trả lời`;
  const of = indicator.of > 0 ? `/${count(indicator.of)}` : '';
  return `- ${indicator.label}: ${count(indicator.total)}${of}${share(indicator.total, indicator.of)}`;
}

const consolidationLine = (c: Consolidation): string =>
  `Trong đó các đơn vị thuộc ${c.unit.name}: ${count(c.reported)}/${count(c.reporting)} đã báo cáo${c.indicators
    .filter((i) => i.kind === 'count')
    .map((i) => `; ${i.label} ${count(i.total)}${i.of > 0 ? `/${count(i.of)}` : ''}`)
    .join('')}.`;

const reasons: Record<UnreachableReason, string> = {
  unregistered: 'chưa đăng ký',
  refused: 'không đồng ý nhận tin',
  blocked: 'đã chặn hệ thống',
};

function unreachableLines(summary: Summary): string[] {
  return (Object.keys(reasons) as UnreachableReason[]).flatMap((reason) => {
    const names = summary.unreachable.filter((u) => u.reason === reason).map((u) => u.unit.name);
    return names.length > 0
      ? [`Chưa liên hệ được (${reasons[reason]}): ${count(names.length)} đơn vị: ${namesAtMost(names, 10)}.`]
      : [];
  });
}

export function summaryMessage(summary: Summary, now: Date, mostNamed = 20): string {
  const { units, round } = summary;
  const head = [
    `TỔNG HỢP đến ${moment(now)}`,
    `${capital(directiveName(summary.directive))}: ${summary.directive.subject}`,
  ];
  const received = `Đã nhận văn bản: ${count(units.delivered)}/${count(units.assigned)} đơn vị; đã xác nhận: ${count(units.acknowledged)}.`;
  if (!round) return [...head, received, ...unreachableLines(summary)].join('\n');
  const owing = units.reporting - units.excused;
  return [
    ...head,
    `Đã báo cáo: ${count(units.reported)}/${count(owing)} đơn vị${share(units.reported, owing)}; đúng hạn: ${count(units.onTime)}.${units.excused > 0 ? ` Được miễn: ${count(units.excused)}.` : ''}`,
    ...summary.indicators.map(indicatorLine),
    ...summary.consolidations.map(consolidationLine),
    ...(units.reported >= owing ? ['Tất cả các đơn vị đã báo cáo.'] : missingLine(summary.missing, mostNamed)),
    ...unreachableLines(summary),
    received,
    ...(units.signed > 0 ? [`Báo cáo giấy đã ký: ${count(units.signed)}/${count(units.reported)} đơn vị.`] : []),
    `Hạn: ${moment(round.due)} (văn bản ghi "${round.quote}"); tính là quá hạn từ ${moment(round.overdueFrom)}.`,
    ...nextLine(summary.next),
  ].join('\n');
}

function nextLine({ reminder, summary }: Summary['next']): string[] {
  const steps = [
    ...(reminder ? [`nhắc các đơn vị chưa báo cáo lúc ${moment(reminder)}`] : []),
    ...(summary ? [`gửi tổng hợp tới lãnh đạo lúc ${moment(summary)}`] : []),
  ];
  return steps.length > 0 ? [`Tiếp theo: ${steps.join('; ')}.`] : [];
}

function missingLine(missing: UnitRef[], mostNamed: number): string[] {
  const names = missing.map((unit) => unit.name);
  return names.length > 0 ? [`Chưa báo cáo: ${count(names.length)} đơn vị: ${namesAtMost(names, mostNamed)}.`] : [];
}

/** The summary in a group: it names only `listed`, the debts that concern the group, and nobody's reasons. */
export const groupSummaryMessage = (summary: Summary, listed: UnitRef[], now: Date): string =>
  summaryMessage({ ...summary, missing: listed, unreachable: [], next: { ...summary.next, summary: null } }, now, 15);

export const noDirective = (): string => 'Chưa có văn bản nào được phát hành.';
