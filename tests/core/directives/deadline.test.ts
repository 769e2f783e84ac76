import { describe, expect, it } from 'vitest';
import { dayOffOf, type RoundTimes, roundsOf } from '../../../core/directives/deadline.ts';
import { toIso } from '../../../core/time/calendar.ts';

const written = (instant: Date | null) => instant && toIso(instant).replace(':00+07:00', '');
const write = (rounds: RoundTimes[]) =>
  rounds.map(({ key, opensAt, due, overdueFrom, closesAt }) => [
    key,
    ...[opensAt, due, overdueFrom, closesAt].map(written),
  ]);
const quote = 'theo văn bản';

describe('one deadline', () => {
  it('"trước ngày 10/9/2021" is due at the end of the 9th and overdue once the 10th is over', () => {
    expect(write(roundsOf({ rule: 'before-day', date: '2021-09-10', quote }))).toEqual([
      ['once', null, '2021-09-09T17:00', '2021-09-11T00:00', null],
    ]);
  });

  it('"trước ngày 10/9/2021" is overdue on the 10th itself where the directive says so', () => {
    expect(write(roundsOf({ rule: 'before-day', date: '2021-09-10', lateOnDay: true, quote }))).toEqual([
      ['once', null, '2021-09-09T17:00', '2021-09-10T00:00', null],
    ]);
  });

  it('"trước ngày" a Monday or a day after holidays is due on the last working day', () => {
    expect(write(roundsOf({ rule: 'before-day', date: '2021-09-13', quote }))).toEqual([
      ['once', null, '2021-09-10T17:00', '2021-09-14T00:00', null],
    ]);
    expect(write(roundsOf({ rule: 'before-day', date: '2026-02-23', quote }))).toEqual([
      ['once', null, '2026-02-13T17:00', '2026-02-24T00:00', null],
    ]);
  });

  it('"chậm nhất ngày" includes the day', () => {
    expect(write(roundsOf({ rule: 'by-day', date: '2021-09-10', quote }))).toEqual([
      ['once', null, '2021-09-10T17:00', '2021-09-11T00:00', null],
    ]);
  });

  it('"chậm nhất ngày" a Sunday is due on Friday and overdue on Monday', () => {
    expect(write(roundsOf({ rule: 'by-day', date: '2021-09-12', quote }))).toEqual([
      ['once', null, '2021-09-10T17:00', '2021-09-13T00:00', null],
    ]);
  });

  it('an hour is due and overdue at that instant, whatever the day', () => {
    expect(write(roundsOf({ rule: 'at', date: '2021-09-11', time: '16:30', quote }))).toEqual([
      ['once', null, '2021-09-11T16:30', '2021-09-11T16:30', null],
    ]);
  });
});

describe('a daily deadline', () => {
  const daily = { rule: 'each-day', time: '16:00', workingDaysOnly: true, quote } as const;

  it('has a round a working day, which closes when the next one opens', () => {
    expect(write(roundsOf({ ...daily, from: '2026-11-19', until: '2026-11-23' }))).toEqual([
      ['2026-11-19', '2026-11-19T07:30', '2026-11-19T16:00', '2026-11-19T16:00', '2026-11-20T07:30'],
      ['2026-11-20', '2026-11-20T07:30', '2026-11-20T16:00', '2026-11-20T16:00', '2026-11-23T07:30'],
      ['2026-11-23', '2026-11-23T07:30', '2026-11-23T16:00', '2026-11-23T16:00', '2026-11-25T07:30'],
    ]);
  });

  it('skips holidays and works on a swapped Saturday', () => {
    const keys = (from: string, until: string) => roundsOf({ ...daily, from, until }).map(({ key }) => key);
    expect(keys('2026-08-21', '2026-08-24')).toEqual(['2026-08-21', '2026-08-22', '2026-08-24']);
    expect(keys('2026-02-13', '2026-02-23')).toEqual(['2026-02-13', '2026-02-23']);
  });

  it('has a round every day where the document says so, and still closes the last on a working morning', () => {
    const rounds = roundsOf({ ...daily, from: '2026-11-20', until: '2026-11-22', workingDaysOnly: false });
    expect(rounds.map(({ closesAt }) => written(closesAt))).toEqual([
      '2026-11-21T07:30',
      '2026-11-22T07:30',
      '2026-11-23T07:30',
    ]);
  });

  it('due before the office opens, opens at midnight', () => {
    expect(write(roundsOf({ ...daily, time: '07:00', from: '2026-11-19', until: '2026-11-20' }))).toEqual([
      ['2026-11-19', '2026-11-19T00:00', '2026-11-19T07:00', '2026-11-19T07:00', '2026-11-20T00:00'],
      ['2026-11-20', '2026-11-20T00:00', '2026-11-20T07:00', '2026-11-20T07:00', '2026-11-23T07:30'],
    ]);
  });

  it('due as the office opens, opens at midnight too', () => {
    const [round] = roundsOf({ ...daily, time: '07:30', from: '2026-11-19', until: '2026-11-19' });
    expect(written(round?.opensAt ?? null)).toBe('2026-11-19T00:00');
  });

  it('has no rounds where no day lies between its dates', () => {
    expect(roundsOf({ ...daily, from: '2026-11-21', until: '2026-11-22' })).toEqual([]);
    expect(roundsOf({ ...daily, from: '2026-11-20', until: '2026-11-19' })).toEqual([]);
  });
});

describe('a deadline on a day off', () => {
  const sunday = '2021-09-12';
  it.each([
    ['by-day', sunday],
    ['before-day', sunday],
  ] as const)('%s: the last day on which nobody is late', (rule, date) => {
    expect(dayOffOf({ rule, date, quote })).toEqual({ date, is: 'weekend', weekday: 7 });
  });

  it('is the day before where a report of the day named is late', () => {
    expect(dayOffOf({ rule: 'before-day', date: '2021-09-13', lateOnDay: true, quote })?.date).toBe(sunday);
    expect(dayOffOf({ rule: 'before-day', date: '2021-09-11', lateOnDay: true, quote })).toBeUndefined();
  });

  it('is an hour of such a day, midnight before it not', () => {
    expect(dayOffOf({ rule: 'at', date: sunday, time: '10:00', quote })?.date).toBe(sunday);
    expect(dayOffOf({ rule: 'at', date: '2021-09-11', time: '00:00', quote })).toBeUndefined();
  });

  it('is none on a working day, nor in a series', () => {
    expect(dayOffOf({ rule: 'by-day', date: '2021-09-10', quote })).toBeUndefined();
    const series = { time: '16:00', from: sunday, until: '2021-09-20', workingDaysOnly: false, quote };
    expect(dayOffOf({ rule: 'each-day', ...series })).toBeUndefined();
  });
});
