/**
 * The summary on one screen, in the order in which a chairman asks. How many of the units that owe have reported, and
 * with which figures? Who is missing, who could not be reached, and what happens next?
 */

import { isShareOfSums } from '../../core/figures/shares.ts';
import {
  type Consolidation,
  type IndicatorTotal,
  percentOf,
  type Summary,
  type UnreachableReason,
} from '../../core/figures/summary.ts';
import { addsUp } from '../../core/reports/indicators.ts';
import { periodFigure, periodGap, periodTitle } from '../words/figures/period.ts';
import { basis, commonBasis, lateWords, planText, unreachableReasons, withUnit } from '../words/figures.ts';
import { count, firstWords, moment, namesOf, overdueWords, percent, uncapital } from '../words/format.ts';
import { sectionLines } from '../words/progress.ts';
import { directiveTitle } from './directive.ts';
import { forecastLine } from './forecast/line.ts';

const share = (total: number, of: number): string => {
  const value = percentOf(total, of);
  return value === null ? '' : ` (${percent(value)})`;
};

/** Silence is no zero: what nobody has told yet says so. */
const untold = ({ label, kind, total, unit }: IndicatorTotal): string =>
  `- ${label}: ${kind === 'yes-no' ? `có ${count(total)} đơn vị` : withUnit(count(total), unit)} (chưa có số liệu)`;

/** `isOnBasis`: it says itself on how many units its share rests. */
function indicatorLine(indicator: IndicatorTotal, isOnBasis: boolean): string {
  const { label, kind, total, of, units, unit, target } = indicator;
  if (units === 0 && (kind === 'yes-no' || addsUp(kind))) return untold(indicator);
  if (kind === 'yes-no') return `- ${label}: có ${count(total)}/${count(units)} đơn vị`;
  if (isShareOfSums({ kind, of }))
    return `- ${label}: ${percent(percentOf(total, of) ?? 0)}${isOnBasis ? `, ${basis(units)}` : ''}`;
  if (!addsUp(kind)) return `- ${label}: ${count(units)} đơn vị trả lời`;
  const percentage = percentOf(total, of);
  const plan = planText(total, target, unit);
  if (plan !== '') return `- ${label}: ${withUnit(count(total), unit)}, ${plan}`;
  if (percentage === null) return `- ${label}: ${withUnit(count(total), unit)}`;
  return `- ${label}: ${withUnit(`${count(total)}/${count(of)}`, unit)} (${percent(percentage)}${isOnBasis ? `, ${basis(units)}` : ''})`;
}

const consolidationLine = ({ unit, reported, reporting, indicators }: Consolidation): string => {
  const totals = indicators
    .filter(({ kind, units }) => addsUp(kind) && units > 0)
    .map(
      ({ label, total, of, unit }) =>
        `; ${label} ${withUnit(`${count(total)}${of !== 0 ? `/${count(of)}` : ''}`, unit)}`,
    );
  return `Trong đó các đơn vị thuộc ${unit.name}: ${count(reported)}/${count(reporting)} đã báo cáo${totals.join('')}.`;
};

/**
 * How much is told: so many indicators, names of units that owe, and names for each reason. `isFull` adds the whole
 * subject, and the figures of the units below one unit.
 */
type Extent = { indicators: number; missing: number; unreachable: number; isFull: boolean };

/** One screen of a phone, where choices lead further; a group, which has none; a terminal. */
const extents = {
  screen: { indicators: 6, missing: 3, unreachable: 2, isFull: false },
  group: { indicators: Number.POSITIVE_INFINITY, missing: 15, unreachable: 0, isFull: true },
  page: { indicators: Number.POSITIVE_INFINITY, missing: 20, unreachable: 10, isFull: true },
} satisfies Record<string, Extent>;

function unreachableLine({ unreachable }: Summary, { unreachable: most, isFull }: Extent): string[] {
  if (unreachable.count === 0) return [];
  const named = isFull ? byReason(unreachable, most) : withReasons(unreachable, most);
  return [`Chưa liên hệ được: ${count(unreachable.count)} đơn vị: ${named}.`];
}

const withReasons = (unreachable: Summary['unreachable'], most: number): string =>
  namesOf(
    unreachable.first.map(({ unit, reason }) => `${unit.name} (${unreachableReasons[reason]})`),
    most,
    unreachable.count,
  );

const byReason = (unreachable: Summary['unreachable'], most: number): string =>
  (Object.keys(unreachableReasons) as UnreachableReason[])
    .flatMap((reason) => {
      const units = unreachable.first.filter((u) => u.reason === reason).map((u) => u.unit);
      const all = unreachable.reasons[reason] ?? 0;
      const names = `${count(all)} ${unreachableReasons[reason]} (${namesOf(units, most, all)})`;
      return all > 0 ? [names] : [];
    })
    .join('; ');

export function summaryMessage(summary: Summary, now: Date, on: keyof typeof extents = 'screen'): string {
  const extent = extents[on];
  const { units, round } = summary;
  const head = [
    ...endLine(summary.directive),
    `TỔNG HỢP đến ${moment(now)}`,
    `${directiveTitle(summary.directive)}: ${extent.isFull ? summary.directive.subject : firstWords(summary.directive.subject, 8)}`,
  ];
  const received = `Đã nhận văn bản: ${count(units.delivered)}/${count(units.assigned)}; xác nhận: ${count(units.acknowledged)}.`;
  const tasks = on === 'group' ? [] : sectionLines(summary.progress ?? []);
  if (!round) return [...head, ...tasks, received, ...unreachableLine(summary, extent)].join('\n');
  const owing = units.reporting - units.excused;
  return [
    ...head,
    `Đã báo cáo: ${count(units.reported)}/${count(owing)} đơn vị${share(units.reported, owing)}; đúng hạn: ${count(units.onTime)}${late(units)}${units.signed > 0 ? `; có bản ký: ${count(units.signed)}` : ''}.${units.excused > 0 ? ` Được miễn: ${count(units.excused)}.` : ''}`,
    ...indicatorLines(summary.indicators, extent.indicators),
    ...periodLines(summary, extent.indicators),
    ...(extent.isFull ? summary.consolidations.map(consolidationLine) : []),
    ...tasks,
    ...(units.reported >= owing ? ['Tất cả các đơn vị đã báo cáo.'] : missingLine(summary, extent, now)),
    ...(on === 'screen' && summary.forecast ? [forecastLine(summary.forecast)] : []),
    ...extendedLine(summary, extent),
    ...unreachableLine(summary, extent),
    received,
    deadlineLine(round, extent, now),
    ...nextLine(summary.next),
  ].join('\n');
}

const endLine = ({ state }: Summary['directive']): string[] => {
  if (state === 'recalled') return ['VĂN BẢN ĐÃ THU HỒI'];
  return state === 'closed' ? ['VĂN BẢN ĐÃ KẾT THÚC'] : [];
};

/** The summary that is the last of its round. */
export const lastSummaryMessage = (summary: Summary, now: Date): string =>
  [summaryMessage(summary, now), 'Đây là bản tổng hợp cuối của kỳ báo cáo này.'].join('\n');

/** The figures, and on how many units their shares rest: once where it is the same for all. */
export function indicatorLines(indicators: IndicatorTotal[], most: number): string[] {
  const rest = indicators.length - most;
  const shared = indicators.filter(({ units, of }) => units > 0 && of !== 0);
  const common = commonBasis(shared);
  const lines = indicators.slice(0, most).map((indicator) => indicatorLine(indicator, common === undefined));
  return [
    ...lines,
    ...(rest > 0 ? [`và ${count(rest)} chỉ tiêu khác`] : []),
    ...(common === undefined ? [] : [`(${basis(common)})`]),
  ];
}

/** The rounds together: what they come to where that is another figure than the last one's, and what is missing. */
function periodLines({ period, indicators }: Pick<Summary, 'period' | 'indicators'>, most: number): string[] {
  if (!period) return [];
  const ofRound = (key: string) => indicators.find((one) => one.key === key);
  const others = period.indicators.filter(({ key, total, of, units }) => {
    const now = ofRound(key);
    return units > 0 && (now?.total !== total || now.of !== of);
  });
  const told = others.slice(0, most).map((total) => `${total.label} ${periodFigure(total)}`);
  const rest = others.length > most ? [`và ${count(others.length - most)} chỉ tiêu khác`] : [];
  const gap = periodGap(period);
  const figures = told.length === 0 ? [] : [`${periodTitle(period)}: ${[...told, ...rest].join('; ')}.`];
  return gap === ''
    ? figures
    : figures.length === 0
      ? [`${periodTitle(period)}: ${uncapital(gap)}`]
      : [`${figures[0]} ${gap}`];
}

const late = ({ reported, onTime }: Summary['units']): string =>
  reported > onTime ? `; quá hạn: ${count(reported - onTime)}` : '';

/** The deadline with the words that it came from, and from when the directive counts a report as late. */
const deadlineLine = (
  { due, quote, overdueFrom, isExtended }: NonNullable<Summary['round']>,
  { isFull }: Extent,
  now: Date,
): string =>
  `Hạn: ${moment(due)} (${isExtended ? 'đã gia hạn; ' : ''}${isFull ? 'văn bản ghi ' : ''}"${quote}"); ${overdueWords(overdueFrom, now)}.`;

function nextLine({ reminder, summary }: Summary['next']): string[] {
  const [reminds, sums] = ['nhắc các đơn vị', 'gửi tổng hợp'];
  if (reminder && summary && reminder.getTime() === summary.getTime())
    return [`Tiếp theo: ${reminds}, ${sums} lúc ${moment(summary)}.`];
  const steps = [
    ...(reminder ? [`${reminds} lúc ${moment(reminder)}`] : []),
    ...(summary ? [`${sums} lúc ${moment(summary)}`] : []),
  ];
  return steps.length > 0 ? [`Tiếp theo: ${steps.join('; ')}.`] : [];
}

function missingLine(summary: Summary, extent: Extent, now: Date): string[] {
  const { missing } = summary;
  const late = lateWords(summary, now);
  const named = `${late === '' ? '' : ` (${late})`}: ${namesOf(missing.first, extent.missing, missing.count)}`;
  return missing.count > 0 ? [`Chưa báo cáo: ${count(missing.count)} đơn vị${named}.`] : [];
}

/** Who has more time, of those that owe. */
function extendedLine({ extended }: Summary, { missing: most }: Extent): string[] {
  if (!extended) return [];
  const named = extended.first.map(({ unit, due }) => `${unit.name} (đến ${moment(due)})`);
  return [`Được gia hạn: ${count(extended.count)} đơn vị: ${namesOf(named, most, extended.count)}.`];
}

/** The summary in a group: it names only `missing`, the debts that concern the group, and nobody's reasons. */
export function groupSummaryMessage(
  { extended: _, ...summary }: Summary,
  missing: Summary['missing'],
  now: Date,
): string {
  const unreachable = { count: 0, first: [], reasons: {} };
  const next = { ...summary.next, summary: null };
  return summaryMessage({ ...summary, missing, unreachable, next }, now, 'group');
}

export const noDirective = (): string => 'Chưa có văn bản nào được phát hành.';
