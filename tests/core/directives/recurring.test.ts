import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figurePeriod, recurringRounds, roundsBehind, yearUnknownTo } from '../../../core/directives/recurring.ts';
import { type RecurringRule, recurringSchema } from '../../../core/directives/recurring-draft.ts';
import { isWorkingDay, toIso } from '../../../core/time/calendar.ts';

const rule = (quote: string, more: object = {}): RecurringRule =>
  recurringSchema.parse({ rule: 'recurring', quote, ...more });
const at = (civil: string) => new Date(`${civil}:00+07:00`);
const written = (instant: Date | null) => instant && toIso(instant).replace(':00+07:00', '');
const shown = (rounds: ReturnType<typeof recurringRounds>) =>
  rounds.map(({ key, opensAt, due, overdueFrom, closesAt }) => [
    key,
    ...[opensAt, due, overdueFrom, closesAt].map(written),
  ]);

describe('a draft', () => {
  test('needs its words alone', () => {
    expect(rule('hằng tuần trước 16h00 thứ Năm')).toEqual({
      rule: 'recurring',
      every: 'week',
      weekday: 4,
      time: '16:00',
      before: false,
      cutOff: 14,
      quote: 'hằng tuần trước 16h00 thứ Năm',
    });
    expect(rule('trước ngày 20 tháng cuối quý, hằng quý')).toMatchObject({
      every: 'quarter',
      day: 20,
      month: 3,
      before: true,
    });
  });

  test('may say what its words do not, and then that holds', () => {
    expect(rule('hằng quý', { day: 25 })).toMatchObject({ every: 'quarter', day: 25, month: 3, before: false });
    expect(rule('theo quy chế', { every: 'week', weekday: 1, time: '10:00' })).toMatchObject({
      every: 'week',
      weekday: 1,
    });
    expect(rule('trước ngày 20 hằng tháng', { day: 18 })).toMatchObject({ day: 18 });
    expect(rule('ngày 14 và ngày 28 hằng tháng', { day: 28 })).toMatchObject({
      every: 'month',
      day: 28,
      before: false,
    });
  });

  test.each([
    ['theo quy chế', {}, 'every'],
    ['hằng tuần', {}, 'weekday'],
    ['hằng tháng', {}, 'day'],
    ['hằng năm, chậm nhất ngày 20', {}, 'month'],
    ['ngày 14 và ngày 28 hằng tháng', {}, 'day'],
    ['thứ Ba và thứ Sáu hằng tuần', {}, 'weekday'],
    ['thứ Năm hằng tuần, bản mềm trước 10h00, bản giấy trước 16h00', {}, 'time'],
    ['hằng tháng trước ngày 20, hằng quý trước ngày 25', {}, 'every'],
    ['trước ngày 20 hằng quý', { month: 4 }, 'month'],
    ['trước ngày 20 hằng tháng', { from: '2026-09-02', until: '2026-09-01' }, 'until'],
  ])('"%s" leaves open what to write', (quote, more, field) => {
    const read = recurringSchema.safeParse({ rule: 'recurring', quote, ...more });
    expect(read.error?.issues.map(({ path }) => path.join())).toEqual([field]);
  });
});

describe('rounds', () => {
  test('of weeks open on Monday and close when the next opens; a day off is due on the working day before', () => {
    // 31/8 to 2/9/2026 are days off.
    expect(shown(recurringRounds(rule('hằng tuần trước 16h00 thứ Tư'), at('2026-08-24T08:00')))).toEqual([
      ['2026-08-26', '2026-08-24T07:30', '2026-08-26T16:00', '2026-08-26T16:00', '2026-08-27T07:30'],
      ['2026-09-02', '2026-08-27T07:30', '2026-08-28T16:00', '2026-08-28T16:00', '2026-09-07T07:30'],
      ['2026-09-09', '2026-09-07T07:30', '2026-09-09T16:00', '2026-09-09T16:00', '2026-09-14T07:30'],
    ]);
  });

  test('of months open once their figures are complete, and strictly before a day is the working day before it', () => {
    const monthly = rule('trước ngày 20 hằng tháng');
    expect(shown(recurringRounds(monthly, at('2026-09-16T08:00')))).toEqual(
      [
        ['2026-08-20', '2026-08-15T07:30', '2026-08-19T17:00', '2026-08-21T00:00', '2026-09-15T07:30'],
        ['2026-09-20', '2026-09-15T07:30', '2026-09-18T17:00', '2026-09-21T00:00', '2026-10-15T07:30'],
      ].slice(1),
    );
    expect(figurePeriod(monthly, '2026-09-20')).toEqual({ from: '2026-08-15', until: '2026-09-14' });
    expect(figurePeriod({ ...monthly, cutOff: 0 }, '2026-03-05')).toEqual({ from: '2026-02-01', until: '2026-02-28' });
  });

  test.each([
    ['hằng quý, trước ngày 20 của tháng cuối quý', '2026-09-20', '2026-06-15', '2026-09-14'],
    ['báo cáo hằng quý, chậm nhất ngày 05 tháng đầu quý sau', '2026-10-05', '2026-06-15', '2026-09-14'],
    ['định kỳ sáu tháng, trước ngày 20 tháng 6', '2026-06-20', '2025-12-15', '2026-06-14'],
    ['trước ngày 20/12 hằng năm', '2026-12-20', '2025-12-15', '2026-12-14'],
  ])('"%s" is of the figures between the cut-offs', (quote, key, from, until) => {
    expect(figurePeriod(rule(quote), key)).toEqual({ from, until });
  });

  test('are made soon before they open, and the next one always is', () => {
    const yearly = rule('trước ngày 20/12 hằng năm');
    expect(recurringRounds(yearly, at('2026-03-01T08:00')).map(({ key }) => key)).toEqual(['2025-12-20', '2026-12-20']);
    expect(recurringRounds(yearly, at('2026-12-21T08:00')).map(({ key }) => key)).toEqual(['2026-12-20', '2027-12-20']);
    const weekly = rule('hằng tuần trước 16h00 thứ Năm', { until: '2026-09-17' });
    expect(roundsBehind(weekly, '2026-08-13', at('2026-09-04T08:00')).map(({ key }) => key)).toEqual([
      '2026-08-20',
      '2026-08-27',
      '2026-09-03',
      '2026-09-10',
      '2026-09-17',
    ]);
    expect(recurringRounds(weekly, at('2026-09-16T08:00')).at(-1)?.closesAt).toBeNull();
    expect(roundsBehind(weekly, '2026-09-17', at('2026-09-18T08:00'))).toEqual([]);
  });

  test('say which year has no table of its days off', () => {
    const [round] = recurringRounds(rule('trước ngày 20/12 hằng năm'), at('2026-12-25T08:00')).slice(-1);
    expect(round && yearUnknownTo(round)).toBeUndefined();
    const [, later] = recurringRounds(rule('trước ngày 20/01 hằng năm'), at('2027-03-01T08:00'));
    expect(later && yearUnknownTo(later)).toBe(2028);
  });

  test('follow each other: each is due in its time, and no two are open at once', () => {
    const quotes = fc.constantFrom(
      'hằng tuần trước 16h00 thứ Hai',
      'thứ Bảy hằng tuần',
      'trước thứ Sáu hằng tuần',
      'trước ngày 15 hằng tháng',
      'ngày cuối hằng tháng',
      'trước 10h ngày 01 hằng tháng',
      'ngày cuối quý',
      'trước ngày 10/02 hằng năm',
    );
    const days = fc
      .integer({ min: 0, max: 2000 })
      .map((days) => new Date(Date.parse('2021-01-04T01:00:00Z') + days * 86_400_000));
    fc.assert(
      fc.property(quotes, days, (quote, now) => {
        const rounds = recurringRounds(rule(quote), now);
        expect(rounds.some(({ due }) => due > now)).toBe(true);
        for (const [index, { key, opensAt, due, overdueFrom, closesAt }] of rounds.entries()) {
          const times = [opensAt, due, overdueFrom].map((one) => one?.getTime() ?? Number.NaN);
          expect(times, key).toEqual(times.toSorted((a, b) => a - b));
          expect(closesAt?.getTime(), key).toBeGreaterThanOrEqual(due.getTime());
          expect(isWorkingDay(toIso(due).slice(0, 10))).toBe(true);
          const next = rounds[index + 1];
          if (next) expect(next.opensAt?.getTime()).toBeGreaterThanOrEqual(closesAt?.getTime() ?? Number.NaN);
        }
      }),
      { numRuns: 60 },
    );
  });
});
