/**
 * Civil time in Vietnam: UTC+7, no daylight saving. Instants are `Date`s; a civil date is an ISO string 'YYYY-MM-DD'.
 * A date that does not exist is a mistake of the program and throws a RangeError.
 */
import { DateTime, FixedOffsetZone } from 'luxon';
import { estimateHolidays } from './estimated-holidays.ts';
import { holidayYears } from './holidays.ts';
import { hoursOf, type OfficeCalendar, usualCalendar } from './office-calendar.ts';

/** Vietnam's time. As an offset it takes a tenth of the time of looking a place up: a table has millions of instants. */
export const vietnam = FixedOffsetZone.instance(7 * 60);

/** The end of a working day. */
export const endOfDay = '17:00';

const at = (iso: string): DateTime<true> => {
  const moment = DateTime.fromISO(iso, { zone: vietnam });
  if (!moment.isValid) throw new RangeError(`not a date or time: ${iso}`);
  return moment;
};

const inZone = (instant: Date): DateTime<true> => {
  const moment = DateTime.fromJSDate(instant, { zone: vietnam });
  if (!moment.isValid) throw new RangeError('not an instant');
  return moment;
};

/** The day in Vietnam on which the instant falls. */
export const civilDate = (instant: Date): string => inZone(instant).toISODate();

/** The instant of a day and a time of day ('HH:mm' or 'HH:mm:ss') in Vietnam. */
export const instantAt = (date: string, time: string): Date => at(`${date}T${time}`).toJSDate();

/** '2021-09-09T17:00:00+07:00': to the second, the rest cut off. */
export const toIso = (instant: Date): string =>
  inZone(new Date(Math.floor(instant.getTime() / 1000) * 1000)).toISO({ suppressMilliseconds: true });

/** The date that many days later, or earlier when negative. */
export const addDays = (date: string, days: number): string => at(date).plus({ days }).toISODate();

/** Of a day, 1 is Monday. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

const holidays = new Map(holidayYears.flatMap((year) => year.holidays.map(({ date, name }) => [date, name] as const)));
const workingInstead = new Set(holidayYears.flatMap((year) => year.workingInstead));

/** The days off of the years without a table, each computed once. */
const estimated = new Map<number, ReadonlySet<string>>();

function isEstimatedOff(date: string, year: number): boolean {
  const known = estimated.get(year) ?? new Set(estimateHolidays(year).daysOff);
  estimated.set(year, known);
  return known.has(date);
}

/**
 * Monday to Friday less the holidays, and the Saturdays or Sundays swapped for one; what an office has otherwise goes first. In a
 * year without a table (see `holidays.ts`) the days off are estimated from the law and the lunar calendar.
 */
export function isWorkingDay(date: string, office: OfficeCalendar = usualCalendar): boolean {
  if (office.daysOff.includes(date)) return false;
  if (workingInstead.has(date) || office.workingInstead.includes(date)) return true;
  const day = at(date);
  if (day.weekday > 5 || holidays.has(date)) return false;
  return isTabledYear(day.year) || !isEstimatedOff(date, day.year);
}

/** Why a date is no working day: a weekend, or a holiday by its name; null where the day is only estimated. */
export type DayOff = { date: string } & ({ is: 'weekend'; weekday: number } | { is: 'holiday'; name: string | null });

/** Undefined for a working day of the country. */
export function dayOffOn(date: string): DayOff | undefined {
  if (isWorkingDay(date)) return undefined;
  const [name, weekday] = [holidays.get(date), weekdayOf(date)];
  if (name === undefined && weekday > 5) return { date, is: 'weekend', weekday };
  return { date, is: 'holiday', name: name ?? null };
}

/** The notice of a year comes from the Prime Minister in the autumn before. */
const noticeFrom = '-10-01';

/**
 * The years of which the days off should be known on that date and are not: the year itself and, from 1 October, the
 * next. Plans for such a year keep clear of weekends and of the days that are estimated (`estimated-holidays.ts`).
 */
export function yearsWithoutTable(today: string): number[] {
  const year = Number(today.slice(0, 4));
  const needed = today >= `${year}${noticeFrom}` ? [year, year + 1] : [year];
  return needed.filter((one) => !isTabledYear(one));
}

/** Whether the days off of a year are in the table. */
export const isTabledYear = (year: number): boolean => holidayYears.some((table) => table.year === year);

/** The date itself if it is a working day, else the last one before it. */
export const lastWorkingDay = (onOrBefore: string, office?: OfficeCalendar): string =>
  isWorkingDay(onOrBefore, office) ? onOrBefore : lastWorkingDay(addDays(onOrBefore, -1), office);

/** The last working day strictly before the date. */
export const workingDayBefore = (date: string, office?: OfficeCalendar): string =>
  lastWorkingDay(addDays(date, -1), office);

/** The first working day strictly after the date. */
export function nextWorkingDay(after: string, office?: OfficeCalendar): string {
  const next = addDays(after, 1);
  return isWorkingDay(next, office) ? next : nextWorkingDay(next, office);
}

/** When people may be disturbed on a date: closed intervals, also where it is no working day. */
const intervalsOf = (date: string, office: OfficeCalendar = usualCalendar) =>
  hoursOf(office, date).map(({ from, until }) => ({ from: instantAt(date, from), until: instantAt(date, until) }));

/** Whether the instant is in office hours, their first and last instants included. */
export function isWorkingTime(instant: Date, office?: OfficeCalendar): boolean {
  const date = civilDate(instant);
  return (
    isWorkingDay(date, office) &&
    intervalsOf(date, office).some(({ from, until }) => from <= instant && instant <= until)
  );
}

/** The same instant when it is in office hours, else the end of the last office hours before it. */
export function lastWorkingInstant(onOrBefore: Date, office?: OfficeCalendar): Date {
  if (isWorkingTime(onOrBefore, office)) return onOrBefore;
  const date = civilDate(onOrBefore);
  const earlier = isWorkingDay(date, office)
    ? intervalsOf(date, office).filter(({ until }) => until <= onOrBefore)
    : [];
  const before = workingDayBefore(date, office);
  return earlier.at(-1)?.until ?? intervalsOf(before, office).at(-1)?.until ?? instantAt(before, endOfDay);
}

/** The same instant when it is in office hours, else the first of the next office hours: the next open minute. */
export function nextWorkingInstant(onOrAfter: Date, office?: OfficeCalendar): Date {
  if (isWorkingTime(onOrAfter, office)) return onOrAfter;
  const date = civilDate(onOrAfter);
  const later = isWorkingDay(date, office) ? intervalsOf(date, office).filter(({ from }) => from > onOrAfter) : [];
  return later[0]?.from ?? firstWorkingInstant(nextWorkingDay(date, office), office);
}

/** The first instant of a day's office hours. */
export const firstWorkingInstant = (date: string, office?: OfficeCalendar): Date =>
  intervalsOf(date, office)[0]?.from ?? instantAt(date, endOfDay);

/** The first instant of the month that an instant falls in. */
export const monthStart = (instant: Date): Date => instantAt(`${civilDate(instant).slice(0, 7)}-01`, '00:00');
