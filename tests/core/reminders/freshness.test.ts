import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../core/directives/directive.ts';
import { freshUntil, freshUntilEvening } from '../../../core/reminders/freshness.ts';
import { toIso } from '../../../core/time/calendar.ts';

const at = (civil: string): Date => new Date(`${civil}:00+07:00`);
/** Wednesday 8 September 2021 is a day before the deadline. */
const round = { opensAt: at('2021-09-06T08:00'), due: at('2021-09-09T17:00'), closesAt: null };
const plan: Plan = { before: ['P1D', 'PT3H', 'PT0S'], thenEachWorkingDay: true };
const later = at('2021-09-20T12:00');

describe('what a slot says may be said again', () => {
  test.each([
    ['P1D', 'until the evening of its day', '2021-09-08T21:00'],
    ['PT3H', 'until the deadline that it announces', '2021-09-09T17:00'],
    ['PT0S', 'at the deadline itself, until the evening', '2021-09-09T21:00'],
    ['day:2021-09-10', 'of a morning after it, until the evening', '2021-09-10T21:00'],
  ])('%s: %s', (key, _, until) => {
    expect(toIso(freshUntil(key, plan, round, later) ?? new Date(0))).toBe(`${until}:00+07:00`);
  });

  test('until the next slot of its ladder, where that comes first', () => {
    const twice: Plan = { before: ['PT6H', 'PT3H'], thenEachWorkingDay: false };
    expect(freshUntil('PT6H', twice, round, later)).toEqual(at('2021-09-09T14:00'));
  });

  test('never where the plan has no such slot, or not yet', () => {
    expect(freshUntil('P9D', plan, round, later)).toBeUndefined();
    expect(freshUntil('PT0S', plan, round, at('2021-09-08T08:00'))).toBeUndefined();
  });

  test('without a plan behind it until the evening of its day', () => {
    expect(freshUntilEvening(at('2021-09-08T09:30'))).toEqual(at('2021-09-08T21:00'));
  });
});
