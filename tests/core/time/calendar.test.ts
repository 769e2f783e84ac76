import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  civilDate,
  dayOffOn,
  instantAt,
  isWorkingDay,
  isWorkingTime,
  lastWorkingDay,
  lastWorkingInstant,
  nextWorkingDay,
  toIso,
  workingDayBefore,
  yearsWithoutTable,
} from '../../../core/time/calendar.ts';
import { holidayYears } from '../../../core/time/holidays.ts';

const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
const dates = instants.map(civilDate);
const at = (iso: string) => new Date(`${iso}+07:00`);

describe('civil time', () => {
  it('is seven hours ahead of UTC all year', () => {
    expect(civilDate(new Date('2021-09-09T16:59:59Z'))).toBe('2021-09-09');
    expect(civilDate(new Date('2021-09-09T17:00:00Z'))).toBe('2021-09-10');
    expect(instantAt('2021-06-30', '07:30')).toEqual(new Date('2021-06-30T00:30:00Z'));
    expect(instantAt('2021-12-31', '23:59:59')).toEqual(new Date('2021-12-31T16:59:59Z'));
  });

  it('is written with its offset and without fractions of a second', () => {
    expect(toIso(new Date('2021-09-09T10:00:00.999Z'))).toBe('2021-09-09T17:00:00+07:00');
  });

  it('counts days over months and years', () => {
    expect(addDays('2021-12-31', 1)).toBe('2022-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  });

  it('refuses a day that does not exist', () => {
    expect(() => addDays('2021-02-30', 1)).toThrow(RangeError);
    expect(() => toIso(new Date(Number.NaN))).toThrow(RangeError);
  });

  it('reads back the day and time that it made', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(new Date(toIso(instant)).getTime()).toBe(Math.floor(instant.getTime() / 1000) * 1000);
        expect(toIso(instant).slice(0, 10)).toBe(civilDate(instant));
      }),
    );
  });
});

describe('working days', () => {
  it.each([
    ['2021-09-01', true, 'a Wednesday'],
    ['2021-09-02', false, 'National Day'],
    ['2021-09-03', false, 'its second day'],
    ['2021-09-04', false, 'a Saturday'],
    ['2021-05-03', false, 'the Monday that makes up for 1 May on a Saturday'],
    ['2021-02-09', true, 'the last day before Tết'],
    ['2021-02-10', false, 'Tết'],
    ['2021-02-16', false, 'the last day of Tết'],
    ['2021-02-17', true, 'the first day after Tết'],
    ['2026-01-02', false, 'a Friday swapped for a Saturday'],
    ['2026-01-10', true, 'that Saturday'],
    ['2026-02-13', true, 'the Friday before Tết'],
    ['2026-02-20', false, 'the Friday of Tết'],
    ['2026-02-23', true, 'the Monday after Tết'],
    ['2026-04-27', false, 'the Monday that makes up for Giỗ Tổ on a Sunday'],
    ['2026-08-22', true, 'a Saturday swapped for a Monday'],
    ['2026-08-31', false, 'that Monday'],
    ['2026-09-03', true, 'the day after National Day'],
    ['2026-11-23', true, 'the Monday before Culture Day, whose swap was only proposed'],
    ['2026-11-24', false, 'Culture Day, off by law since 2026'],
    ['2025-11-24', true, 'the same day of the year before'],
    ['2022-01-03', false, 'the Monday that makes up for New Year on a Saturday'],
    ['2022-02-04', false, 'the last weekday of Tết'],
    ['2022-05-03', false, 'the Tuesday that makes up for the second of two holidays on a weekend'],
    ['2022-09-01', false, 'the first day of National Day'],
    ['2023-01-20', false, 'the eve of the eve of Tết'],
    ['2023-05-03', false, 'the Wednesday at the end of five days'],
    ['2023-09-04', false, 'the Monday that makes up for National Day on a Saturday'],
    ['2024-04-29', false, 'a Monday swapped for a Saturday'],
    ['2024-05-04', true, 'that Saturday'],
    ['2024-09-03', false, 'the second day of National Day'],
    ['2025-04-26', true, 'a Saturday swapped for a Friday'],
    ['2025-05-02', false, 'that Friday'],
    ['2025-09-01', false, 'the first day of National Day'],
    ['2025-09-03', true, 'the day after National Day'],
    ['2027-02-03', true, 'the last day before Tết'],
    ['2027-02-04', false, 'Tết'],
    ['2027-02-10', false, 'the last day of Tết'],
    ['2027-02-11', true, 'the first day after Tết'],
    ['2027-04-16', false, 'Giỗ Tổ'],
    ['2027-05-03', false, 'the Monday that makes up for 1 May on a Saturday'],
    ['2027-09-01', true, 'the day before National Day'],
    ['2027-09-03', false, 'its second day'],
    ['2027-11-24', false, 'Culture Day'],
    ['2029-09-03', false, 'the Monday that makes up for 2 September on a Sunday, in a year without a table'],
    ['2029-09-05', true, 'any other weekday of a year without a table'],
    ['2029-01-01', false, 'New Year in a year without a table'],
    ['2028-11-24', false, 'Culture Day in a year without a table'],
    ['2020-11-24', true, 'the same day before it was one'],
  ])('%s: %s, %s', (date, isWorking) => {
    expect(isWorkingDay(date)).toBe(isWorking);
  });

  it('are found before and after a date', () => {
    expect(lastWorkingDay('2021-09-01')).toBe('2021-09-01');
    expect(lastWorkingDay('2021-09-05')).toBe('2021-09-01');
    expect(workingDayBefore('2021-09-10')).toBe('2021-09-09');
    expect(workingDayBefore('2026-02-23')).toBe('2026-02-13');
    expect(nextWorkingDay('2026-02-13')).toBe('2026-02-23');
    expect(nextWorkingDay('2026-08-21')).toBe('2026-08-22');
  });

  it('stand in a table whose days are real days of its year, named once, and whose swaps are on weekends', () => {
    for (const { year, holidays, workingInstead } of holidayYears) {
      const days = holidays.map(({ date }) => date);
      expect(new Set(days).size).toBe(days.length);
      expect(days).toEqual([...days].sort());
      for (const day of [...days, ...workingInstead]) {
        expect(addDays(day, 0)).toBe(day);
        expect(day.slice(0, 4)).toBe(String(year));
      }
      for (const day of workingInstead) expect([0, 6]).toContain(new Date(day).getUTCDay());
    }
  });

  it.each([2021, 2022, 2023, 2024, 2025, 2026, 2027])('of %i leave out as many days as the law gives', (year) => {
    const table = holidayYears.find((one) => one.year === year);
    const isWeekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay());
    const free = table?.holidays.filter(({ date }) => !isWeekend(date)).length ?? 0;
    const onWeekdays = free - (table?.workingInstead.length ?? 0);
    // What falls on a weekend is made up: 11 days of article 112, and Culture Day since 2026.
    expect(onWeekdays).toBe(year >= 2026 ? 12 : 11);
  });

  it.each([
    ['2026-09-30', []],
    ['2027-09-30', []],
    ['2027-10-01', [2028]],
    ['2027-12-31', [2028]],
    ['2028-01-01', [2028]],
    ['2028-10-01', [2028, 2029]],
  ])('on %s are lacking a table for %j', (today, years) => {
    expect(yearsWithoutTable(today)).toEqual(years);
  });

  it('have no working day between neighbours', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const [before, after] = [workingDayBefore(date), nextWorkingDay(date)];
        expect(before < date && date < after).toBe(true);
        expect(isWorkingDay(before) && isWorkingDay(after)).toBe(true);
        expect(nextWorkingDay(before)).toBe(isWorkingDay(date) ? date : after);
      }),
    );
  });
});

describe('office hours', () => {
  it.each([
    ['2021-09-09T07:29:59', false],
    ['2021-09-09T07:30:00', true],
    ['2021-09-09T11:30:00', true],
    ['2021-09-09T11:30:01', false],
    ['2021-09-09T13:29:59', false],
    ['2021-09-09T13:30:00', true],
    ['2021-09-09T17:00:00', true],
    ['2021-09-09T17:00:01', false],
    ['2021-09-11T09:00:00', false],
    ['2026-08-22T09:00:00', true],
  ])('at %s: %s', (time, isOpen) => {
    expect(isWorkingTime(at(time))).toBe(isOpen);
  });

  it.each([
    ['2021-09-09T10:00:00', '2021-09-09T10:00:00'],
    ['2021-09-09T12:15:00', '2021-09-09T11:30:00'],
    ['2021-09-09T20:00:00', '2021-09-09T17:00:00'],
    ['2021-09-09T06:00:00', '2021-09-08T17:00:00'],
    ['2021-09-05T12:00:00', '2021-09-01T17:00:00'],
    ['2026-02-17T00:00:00', '2026-02-13T17:00:00'],
  ])('the last instant of them at or before %s is %s', (instant, expected) => {
    expect(toIso(lastWorkingInstant(at(instant)))).toBe(`${expected}+07:00`);
  });

  it('are reached by moving back, never forward, and not at all from within', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const moved = lastWorkingInstant(instant);
        expect(isWorkingTime(moved)).toBe(true);
        expect(moved <= instant).toBe(true);
        if (isWorkingTime(instant)) expect(moved).toEqual(instant);
        else expect(isWorkingTime(new Date(moved.getTime() + 1))).toBe(false);
      }),
    );
  });
});

describe('a day off', () => {
  it.each([
    ['2026-09-12', { is: 'weekend', weekday: 6 }],
    ['2026-09-13', { is: 'weekend', weekday: 7 }],
    ['2026-09-02', { is: 'holiday', name: 'Quốc khánh' }],
    ['2026-04-27', { is: 'holiday', name: 'Nghỉ bù Giỗ Tổ Hùng Vương' }],
    ['2026-02-21', { is: 'holiday', name: 'Tết Nguyên đán' }],
    ['2030-04-30', { is: 'holiday', name: null }],
  ])('%s is told by what it is', (date, dayOff) => {
    expect(dayOffOn(date)).toEqual({ date, ...dayOff });
  });

  it.each(['2026-09-14', '2026-08-22', '2025-04-26'])('%s is none: it is worked, a weekend or not', (date) => {
    expect(dayOffOn(date)).toBeUndefined();
  });
});
