/** From the words of a deadline to its instants. */
import {
  addDays,
  civilDate,
  type DayOff,
  dayOffOn,
  endOfDay,
  instantAt,
  isWorkingDay,
  lastWorkingDay,
  nextWorkingDay,
  weekdayOf,
  workingDayBefore,
} from '../time/calendar.ts';
import type { DatedRule, DeadlineRule } from './directive.ts';
import { recurringRounds } from './recurring.ts';

/**
 * One due instance of a duty. `key` is 'once' or the day ('2021-09-10'). `opensAt` null: it opens when the directive is
 * issued; `closesAt` null: it stays open. Nobody is called late before `overdueFrom`.
 */
export type RoundTimes = { key: string; opensAt: Date | null; due: Date; overdueFrom: Date; closesAt: Date | null };

/** When a daily round opens, unless it is due by then. */
const opening = '07:30';

/**
 * The rounds of a deadline, in order.
 *
 * "Trước ngày D" strictly ends the day before D, yet offices commonly accept on D itself. So a report is due at the end
 * of the last working day before D, and overdue once D is over, or once it begins where the directive has `lateOnDay`. "Chậm nhất ngày D" includes D. An hour of a day is due
 * and overdue at that instant. A daily deadline is due and overdue at its hour; each of its rounds closes when the next
 * one opens, the last one on the next working morning. No day between `from` and `until`: no rounds.
 */
export function roundsOf(rule: DatedRule): RoundTimes[] {
  switch (rule.rule) {
    case 'before-day':
      return [
        once(
          instantAt(workingDayBefore(rule.date), endOfDay),
          startOf(rule.lateOnDay ? rule.date : addDays(rule.date, 1)),
        ),
      ];
    case 'by-day':
      return [once(instantAt(lastWorkingDay(rule.date), endOfDay), startOf(addDays(rule.date, 1)))];
    case 'at':
      return [once(instantAt(rule.date, rule.time), instantAt(rule.date, rule.time))];
    case 'each-day':
      return rule.weekday === undefined ? eachDay(rule) : eachWeek(rule, rule.weekday);
  }
}

/** The rounds of any deadline that are known at `now`: of a recurring one those that are open, and those that are to be there. */
export const roundsAt = (rule: DeadlineRule, now: Date): RoundTimes[] =>
  rule.rule === 'recurring' ? recurringRounds(rule, now) : roundsOf(rule);

/**
 * The day off on which a deadline falls: its last day on which nobody is late. Of a series none: each of its rounds falls where it must,
 * or was asked for on days off.
 */
export function dayOffOf(rule: DeadlineRule): DayOff | undefined {
  if (rule.rule === 'recurring' || rule.rule === 'each-day') return undefined;
  const [round] = roundsOf(rule);
  return round && dayOffOn(civilDate(new Date(round.overdueFrom.getTime() - 1)));
}

const startOf = (date: string): Date => instantAt(date, '00:00');

const once = (due: Date, overdueFrom: Date): RoundTimes => ({
  key: 'once',
  opensAt: null,
  due,
  overdueFrom,
  closesAt: null,
});

function eachDay(rule: DatedRule & { rule: 'each-day' }): RoundTimes[] {
  const days = daysBetween(rule.from, rule.until).filter((day) => !rule.workingDaysOnly || isWorkingDay(day));
  const opensAt = (day: string) => instantAt(day, rule.time > opening ? opening : '00:00');
  return days.map((day, index) => {
    const next = days[index + 1];
    const due = instantAt(day, rule.time);
    const closesAt = next ? opensAt(next) : instantAt(nextWorkingDay(day), opening);
    return { key: day, opensAt: opensAt(day), due, overdueFrom: due, closesAt };
  });
}

/** Weekly rounds open on Monday morning and close when the next one opens; a day off is due on the working day before. */
function eachWeek(rule: DatedRule & { rule: 'each-day' }, weekday: number): RoundTimes[] {
  const days = daysBetween(rule.from, rule.until).filter((day) => weekdayOf(day) === weekday);
  const monday = (day: string) => instantAt(addDays(day, 1 - weekday), opening);
  return days.map((day) => {
    const due = instantAt(rule.workingDaysOnly ? lastWorkingDay(day) : day, rule.time);
    return { key: day, opensAt: monday(day), due, overdueFrom: due, closesAt: monday(addDays(day, 7)) };
  });
}

function daysBetween(from: string, until: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day);
  return days;
}
