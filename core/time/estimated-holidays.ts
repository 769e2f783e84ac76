/**
 * The days off of a year whose notice is not known yet, as the law gives them. The law: Labour Code 2019, articles 111 (paragraph 3)
 * and 112; Resolution 28/2026/QH16. What a notice chooses is estimated as the notices of 2021 to 2027 chose it.
 *
 * - Tết: two days before it and three of the new year; one and four where the first of them were a Sunday.
 * - 2/9: the day before as well; after a Thursday the day after.
 *
 * Swaps of working days cannot be known.
 */
import { lunarDate, lunarNewYear } from './lunar.ts';

/** What is computed of a year: days off, those made up for included; the first day of Tết and the day of Giỗ Tổ. */
export type EstimatedYear = { year: number; daysOff: string[]; newYear: string; kings: string };

const dayMs = 86_400_000;
const shifted = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
const weekdayOf = (date: string): number => new Date(date).getUTCDay();
const isWeekend = (date: string): boolean => [0, 6].includes(weekdayOf(date));

/** The year from which 24/11 is a day off; it is not of the Code, and not made up. */
const cultureSince = 2026;

/** The days off of a year without its notice. */
export function estimateHolidays(year: number): EstimatedYear {
  const newYear = lunarNewYear(year);
  const kings = lunarDate(year, { month: 3, day: 10 });
  const national = `${year}-09-02`;
  const isThursday = weekdayOf(national) === 4;
  const tetFrom = weekdayOf(shifted(newYear, -2)) === 0 ? -1 : -2;
  const ofCode = [
    `${year}-01-01`,
    ...Array.from({ length: 5 }, (_, at) => shifted(newYear, tetFrom + at)),
    kings,
    `${year}-04-30`,
    `${year}-05-01`,
    ...(isThursday ? [national, shifted(national, 1)] : [shifted(national, -1), national]),
  ];
  const daysOff = new Set([...ofCode, ...(year >= cultureSince ? [`${year}-11-24`] : [])]);
  for (const day of ofCode.toSorted()) {
    if (!isWeekend(day)) continue;
    let instead = shifted(day, 1);
    while (isWeekend(instead) || daysOff.has(instead)) instead = shifted(instead, 1);
    daysOff.add(instead);
  }
  return { year, daysOff: [...daysOff].sort(), newYear, kings };
}
