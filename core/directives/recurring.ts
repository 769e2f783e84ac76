/** The rounds of a report that is due until it is revoked. Pure; civil time. */
import {
  addDays,
  civilDate,
  endOfDay,
  instantAt,
  isTabledYear,
  lastWorkingDay,
  weekdayOf,
  workingDayBefore,
} from '../time/calendar.ts';
import type { RoundTimes } from './deadline.ts';
import type { DeadlineRule } from './directive.ts';
import type { RecurringRule } from './recurring-draft.ts';

/** So long before they open rounds are made, in milliseconds; the next one is always made. */
const madeAheadMs = 14 * 24 * 3600 * 1000;
const opening = '07:30';

/** The months of a period. */
const months = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/** The days that figures of a round are of, both included. */
export type FigurePeriod = { from: string; until: string };

/** A month as a number that counts on over years. */
const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** A day of a month, or its last where it has none such. */
function dayIn(month: number, day: number): string {
  const [year, of] = [Math.floor(month / 12), (month % 12) + 1];
  const last = new Date(Date.UTC(year, of, 0)).getUTCDate();
  return `${pad(year, 4)}-${pad(of, 2)}-${pad(Math.min(day, last), 2)}`;
}

/** The day of the rule so many periods later, or earlier when negative. */
const shifted = (rule: RecurringRule, day: string, periods: number): string =>
  rule.every === 'week' ? addDays(day, 7 * periods) : dayIn(monthOf(day) + periods * months[rule.every], rule.day ?? 1);

/** The first day of the rule on or after a date. */
function firstDay(rule: RecurringRule, date: string): string {
  if (rule.every === 'week') return addDays(date, ((rule.weekday ?? 1) - weekdayOf(date) + 7) % 7);
  const length = months[rule.every];
  const start = Math.floor(monthOf(date) / length) * length;
  const day = dayIn(start + (rule.month ?? 1) - 1, rule.day ?? 1);
  return day < date ? shifted(rule, day, 1) : day;
}

/**
 * The days of which a round's figures are: up to the last end of a period on or before the day that the round is named after. Undefined
 * for a week.
 */
export function figurePeriod(rule: Pick<RecurringRule, 'every' | 'cutOff'>, key: string): FigurePeriod | undefined {
  const { every, cutOff } = rule;
  if (every === 'week') return undefined;
  const length = months[every];
  const endIn = (month: number): string => dayIn(month, cutOff === 0 ? 31 : cutOff);
  let month = Math.floor(monthOf(key) / length) * length + length - 1;
  while (endIn(month) > key) month -= length;
  return { from: addDays(endIn(month - length), 1), until: endIn(month) };
}

/** The days of which a round's figures are, where its report recurs. */
export function periodIn(rule: DeadlineRule, key: string): { period?: FigurePeriod } {
  const period = rule.rule === 'recurring' ? figurePeriod(rule, key) : undefined;
  return period ? { period } : {};
}

/** When the report of a day is due, and from when it is overdue: see `roundsOf` for what the words mean. */
function dueOn(rule: RecurringRule, day: string): { due: Date; overdueFrom: Date } {
  if (rule.time !== undefined) {
    const due = instantAt(lastWorkingDay(day), rule.time);
    return { due, overdueFrom: due };
  }
  const end = rule.before ? workingDayBefore(day) : lastWorkingDay(day);
  const isLateOnDay = rule.before && rule.lateOnDay === true;
  return { due: instantAt(end, endOfDay), overdueFrom: instantAt(isLateOnDay ? day : addDays(day, 1), '00:00') };
}

/** On Monday, or once the figures are complete; the working day before it is due at the latest, and never before the last one is over. */
function opensOn(rule: RecurringRule, day: string): Date {
  const period = figurePeriod(rule, day);
  const natural = period ? addDays(period.until, 1) : addDays(day, 1 - weekdayOf(day));
  const { due } = dueOn(rule, day);
  const latest = workingDayBefore(civilDate(due));
  const opens = Math.min(...[natural, latest].map((date) => instantAt(date, opening).getTime()));
  const last = dueOn(rule, shifted(rule, day, -1));
  // Around a long holiday it is due before the last one is overdue.
  const over = last.overdueFrom < due ? last.overdueFrom : last.due;
  return new Date(Math.max(opens, over.getTime()));
}

/** The round of a day; it closes when the next one opens, the last one never. */
export function roundOn(rule: RecurringRule, day: string): RoundTimes {
  const next = shifted(rule, day, 1);
  const isLast = rule.until !== undefined && next > rule.until;
  return { key: day, opensAt: opensOn(rule, day), ...dueOn(rule, day), closesAt: isLast ? null : opensOn(rule, next) };
}

/** Around a long holiday two days of the rule may be due at once: one report is. */
const isDueTwice = (rule: RecurringRule, { key, due }: RoundTimes): boolean =>
  dueOn(rule, shifted(rule, key, -1)).due >= due;

/** The rounds of the days behind one that are to be there at `now`: those that open soon, and the first that is still to come. */
export function roundsBehind(rule: RecurringRule, day: string, now: Date): RoundTimes[] {
  const rounds: RoundTimes[] = [];
  const hasNext = dueOn(rule, day).due > now;
  const behind = addDays(day, 1);
  for (let date = firstDay(rule, rule.from && rule.from > behind ? rule.from : behind); ; ) {
    if (rule.until !== undefined && date > rule.until) return rounds;
    const round = roundOn(rule, date);
    const isNext = !hasNext && !rounds.some(({ due }) => due > now);
    const opensSoon = opensOn(rule, date).getTime() <= now.getTime() + madeAheadMs;
    if (!opensSoon && !isNext) return rounds;
    if (!isDueTwice(rule, round)) rounds.push(round);
    date = shifted(rule, date, 1);
  }
}

/** Far behind the opening of any round that is not closed yet: a year and a month, in days. */
const longestOpen = 400;

/** The rounds that are open at `now`, and those that are to be there. */
export const recurringRounds = (rule: RecurringRule, now: Date): RoundTimes[] =>
  roundsBehind(rule, addDays(civilDate(now), -longestOpen), now).filter(
    ({ closesAt, due }) => due > now || closesAt === null || closesAt > now,
  );

/** The year of a round whose days off are not in the table; undefined where they are. */
export function yearUnknownTo({ due }: Pick<RoundTimes, 'due'>): number | undefined {
  const year = Number(civilDate(due).slice(0, 4));
  return isTabledYear(year) ? undefined : year;
}
