/** The instant that a promise names: "15h", "để mai", "sáng thứ hai". */
import { DateTime } from 'luxon';
import { addDays, civilDate, endOfDay, instantAt } from '../../time/calendar.ts';
import { weekdays } from './moment-words.ts';
import type { When } from './moments.ts';

/** By when a part of the day is over, as people mean it who promise something for it. */
const endOfPart = {
  morning: '11:30',
  noon: '12:30',
  afternoon: endOfDay,
  evening: '21:00',
  'end of day': endOfDay,
} as const;

const minute = 60_000;

/**
 * The instant by which something is promised at `now` (civil). A day without an hour means its end, a weekday the next to come, and
 * an hour that has passed today the same hour of tomorrow. Undefined where no time is named ("lát nữa") or there is no such day.
 */
export function promisedAt(when: When, now: Date): Date | undefined {
  if (when.span !== undefined) return afterSpan(when.span, now);
  const today = civilDate(now);
  const date = dateOf(when, today);
  const hour = when.time ?? (when.part && endOfPart[when.part]) ?? (date === undefined ? undefined : endOfDay);
  if (hour === undefined || hour.startsWith('24') || date === null) return undefined;
  const at = instantAt(date ?? today, hour);
  return at <= now && (date ?? today) === today ? instantAt(addDays(today, 1), hour) : at;
}

function afterSpan(span: string, now: Date): Date {
  const length = Number.parseInt(span, 10);
  if (span.endsWith('d')) return instantAt(addDays(civilDate(now), length), endOfDay);
  return new Date(now.getTime() + length * minute * (span.endsWith('h') ? 60 : 1));
}

const friday = 5;

/** The day that is named; undefined where none is, null where there is no such day. */
function dateOf({ day, isNextWeek }: When, today: string): string | undefined | null {
  const weekday = DateTime.fromISO(today).weekday;
  const inWeek = (wanted: number): string => addDays(today, wanted - weekday + (isNextWeek ? 7 : 0));
  switch (day) {
    case undefined:
      return isNextWeek ? inWeek(friday) : undefined;
    case 'today':
      return today;
    case 'tomorrow':
      return addDays(today, 1);
    case 'day after tomorrow':
      return addDays(today, 2);
    case 'this week':
      return inWeek(friday) < today ? undefined : inWeek(friday);
  }
  const place = weekdays.findIndex((one) => one.day === day);
  if (place < 0) return dated(day, today);
  const wanted = (place % 7) + 1;
  const next = inWeek(wanted);
  return isNextWeek || next > today ? next : addDays(next, 7);
}

/** "12/9" or "12": the next such day to come. */
function dated(day: string, today: string): string | null {
  const [of, month] = day.split('/').map(Number);
  const start = DateTime.fromISO(today);
  const step = month === undefined ? { months: 1 } : { years: 1 };
  let from = start.startOf('month').set(month === undefined ? {} : { month });
  for (let tries = 0; tries < 2; tries += 1, from = from.plus(step)) {
    const found = from.set({ day: of ?? 0 });
    const exists = of !== undefined && of >= 1 && of <= (from.daysInMonth ?? 0);
    const iso = exists ? found.toISODate() : null;
    if (iso !== null && iso >= today) return iso;
  }
  return null;
}
