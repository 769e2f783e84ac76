/** The lunar calendar of Viet Nam, and the days off that are computed from it where a year's notice is missing. */
import { describe, expect, it } from 'vitest';
import { isTabledYear, isWorkingDay } from '../../../core/time/calendar.ts';
import { estimateHolidays } from '../../../core/time/estimated-holidays.ts';
import { holidayYears } from '../../../core/time/holidays.ts';
import { lunarDate, lunarNewYear } from '../../../core/time/lunar.ts';

const years = (from: number, until: number): number[] => Array.from({ length: until - from + 1 }, (_, at) => from + at);

/** What ICU, which knows China's calendar alone, calls a date: '1/1' is the first day of its year. */
const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });

describe('the lunar new year', () => {
  // ICU's own series is off where the new moon of China is within minutes of midnight: these stand in the almanacs otherwise.
  const nearMidnight = [1954, 2027, 2030];
  const others = years(1950, 2050).filter((year) => !nearMidnight.includes(year));

  it.each(others)('of %i at UTC+8 is the day that an independent implementation gives', (year) => {
    expect(chinese.format(new Date(lunarNewYear(year, 8)))).toBe('1/1');
  });

  /** Viet Nam counts in hours of its own: a new moon, or the solstice, may fall on another day than in China. */
  it.each([
    [1968, '1968-01-29', '1968-01-30'],
    [1985, '1985-01-21', '1985-02-20'],
    [2007, '2007-02-17', '2007-02-18'],
    [2030, '2030-02-02', '2030-02-03'],
  ])('of %i is %s in Viet Nam and %s in China', (year, vietnam, china) => {
    expect(lunarNewYear(year)).toBe(vietnam);
    expect(lunarNewYear(year, 8)).toBe(china);
  });

  it('of no other year of 1968 to 2050 but 1969 is another day than in China', () => {
    const differing = years(1968, 2050).filter((year) => lunarNewYear(year) !== lunarNewYear(year, 8));
    expect(differing).toEqual([1968, 1969, 1985, 2007, 2030]);
  });

  it.each([
    [1990, '1990-01-27'],
    [1995, '1995-01-31'],
    [2000, '2000-02-05'],
    [2005, '2005-02-09'],
    [2010, '2010-02-14'],
    [2015, '2015-02-19'],
    [2020, '2020-01-25'],
    [2021, '2021-02-12'],
    [2022, '2022-02-01'],
    [2023, '2023-01-22'],
    [2024, '2024-02-10'],
    [2025, '2025-01-29'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2028, '2028-01-26'],
    [2029, '2029-02-13'],
    [2031, '2031-01-23'],
  ])('of %i is %s', (year, date) => expect(lunarNewYear(year)).toBe(date));
});

describe('the tenth of the third month', () => {
  it.each([
    [2021, '2021-04-21'],
    [2022, '2022-04-10'],
    [2023, '2023-04-29'],
    [2024, '2024-04-18'],
    [2025, '2025-04-07'],
    [2026, '2026-04-26'],
    [2027, '2027-04-16'],
  ])('of %i is %s, also behind a month put in between', (year, date) =>
    expect(lunarDate(year, { month: 3, day: 10 })).toBe(date),
  );
});

describe('the days off of a year without its notice', () => {
  const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay());

  it.each(holidayYears)('are those of the notice of $year, but for its swaps', ({ year, holidays }) => {
    const official = holidays.filter(({ date, name }) => !isWeekend(date) && !name.startsWith('Nghỉ hoán đổi'));
    const estimated = estimateHolidays(year).daysOff.filter((day) => !isWeekend(day));
    expect(estimated).toEqual(official.map(({ date }) => date));
  });

  it('hold where there is no table: Tết 2030 and Giỗ Tổ are no working days', () => {
    expect(isTabledYear(2030)).toBe(false);
    for (const day of ['2030-01-31', '2030-02-01', '2030-02-04', '2030-02-05', '2030-02-06', '2030-04-12'])
      expect(isWorkingDay(day), day).toBe(false);
    for (const day of ['2030-01-30', '2030-02-07', '2030-04-15']) expect(isWorkingDay(day), day).toBe(true);
  });
});
