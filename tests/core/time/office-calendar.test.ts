import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PlannedRound, slotsUntil, waitsForOffice } from '../../../core/reminders/plan.ts';
import { isWorkingTime, lastWorkingInstant, nextWorkingInstant } from '../../../core/time/calendar.ts';
import { type OfficeCalendar, officeCalendarSchema, usualCalendar } from '../../../core/time/office-calendar.ts';

/** Summer from 16 April to 15 October, winter over the turn of the year, as provinces set them. */
const seasonal = officeCalendarSchema.parse({
  seasons: [
    {
      from: '04-16',
      until: '10-15',
      hours: [
        { from: '07:00', until: '11:30' },
        { from: '13:30', until: '17:00' },
      ],
    },
    {
      from: '10-16',
      until: '04-15',
      hours: [
        { from: '07:30', until: '12:00' },
        { from: '13:00', until: '16:30' },
      ],
    },
  ],
  daysOff: ['2026-06-12'],
  workingInstead: ['2026-06-13'],
});

const at = (iso: string): Date => new Date(`${iso}:00+07:00`);

describe('the hours of an office', () => {
  test.each([
    ['2026-06-10T07:00', true],
    ['2026-12-10T07:00', false],
    ['2026-06-10T11:45', false],
    ['2026-12-10T11:45', true],
    ['2026-12-10T12:30', false],
    ['2026-12-10T13:00', true],
    ['2026-06-10T16:45', true],
    ['2026-12-10T16:45', false],
    ['2026-06-12T09:00', false],
    ['2026-06-13T09:00', true],
    ['2026-06-14T09:00', false],
    ['2026-02-17T09:00', false],
  ])('%s is open: %s', (instant, isOpen) => expect(isWorkingTime(at(instant), seasonal)).toBe(isOpen));

  test.each([
    ['2026-06-10T11:45', '2026-06-10T13:30'],
    ['2026-12-10T12:30', '2026-12-10T13:00'],
    ['2026-12-10T16:31', '2026-12-11T07:30'],
    ['2026-06-11T17:30', '2026-06-13T07:00'],
    ['2026-02-13T17:00', '2026-02-23T07:30'],
    ['2026-06-10T09:12', '2026-06-10T09:12'],
  ])('after %s the next open minute is %s', (instant, next) =>
    expect(nextWorkingInstant(at(instant), seasonal)).toEqual(at(next)),
  );

  const instants = fc
    .integer({ min: 0, max: 3 * 365 * 24 * 60 })
    .map((n) => new Date(at('2025-01-01T00:00').getTime() + n * 60_000));
  const calendars = fc.constantFrom<OfficeCalendar>(usualCalendar, seasonal);

  test('the open minutes before and after any instant are open, and none lies between them and it', () => {
    fc.assert(
      fc.property(instants, calendars, (instant, office) => {
        const next = nextWorkingInstant(instant, office);
        const last = lastWorkingInstant(instant, office);
        expect(isWorkingTime(next, office) && isWorkingTime(last, office)).toBe(true);
        expect(last <= instant && instant <= next).toBe(true);
        const middle = new Date((instant.getTime() + next.getTime()) / 2);
        expect(middle < next && isWorkingTime(middle, office)).toBe(isWorkingTime(instant, office) && middle < next);
      }),
    );
  });

  test('place the slots of a round', () => {
    const plan = { before: ['P1D', 'PT3H', 'PT0S'], thenEachWorkingDay: false };
    const round = (office?: OfficeCalendar): PlannedRound => ({
      opensAt: at('2026-12-01T08:00'),
      due: at('2026-12-10T17:00'),
      closesAt: null,
      ...(office && { office }),
    });
    const slots = (office?: OfficeCalendar) =>
      slotsUntil(plan, round(office), at('2026-12-11T00:00')).map(({ at: instant }) => instant);
    expect(slots()).toEqual([at('2026-12-09T08:00'), at('2026-12-10T14:00'), at('2026-12-10T17:00')]);
    expect(slots(seasonal)).toEqual([at('2026-12-09T08:00'), at('2026-12-10T14:00'), at('2026-12-10T16:30')]);
  });

  test.each([
    [
      'a season that is missing',
      { seasons: [{ from: '04-16', until: '10-15', hours: [{ from: '07:00', until: '11:00' }] }] },
    ],
    [
      'two seasons on one day',
      {
        seasons: [
          { from: '01-01', until: '12-31', hours: [{ from: '07:00', until: '11:00' }] },
          { from: '04-16', until: '10-15', hours: [{ from: '07:00', until: '11:00' }] },
        ],
      },
    ],
    [
      'hours that overlap',
      {
        seasons: [
          {
            from: '01-01',
            until: '12-31',
            hours: [
              { from: '07:00', until: '12:00' },
              { from: '11:30', until: '17:00' },
            ],
          },
        ],
      },
    ],
  ])('%s is refused', (_, calendar) => expect(officeCalendarSchema.safeParse(calendar).success).toBe(false));
});

describe('a slot that is late', () => {
  const slot = { key: 'PT3H', at: at('2026-12-10T09:00') };
  const round = { opensAt: slot.at, due: slot.at, closesAt: null };
  const quiet = at('2026-12-10T12:30');

  test('waits in quiet time, where the process was away', () =>
    expect(waitsForOffice(slot, round, { now: quiet })).toBe(true));

  test('is said where the clock alone was fast since the last look', () =>
    expect(waitsForOffice(slot, round, { now: quiet, lookedAt: at('2026-12-10T08:00') })).toBe(false));

  test('is said in open hours', () => {
    expect(waitsForOffice(slot, round, { now: at('2026-12-10T13:30') })).toBe(false);
    expect(waitsForOffice(slot, { ...round, office: seasonal }, { now: at('2026-12-10T13:00') })).toBe(false);
    expect(waitsForOffice(slot, round, { now: at('2026-12-10T13:00') })).toBe(true);
  });
});
