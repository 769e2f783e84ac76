import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultReminders, type Plan } from '../../../core/directives/directive.ts';
import { chooseSlots, nextSlotAfter, reminderPlan, type Slot, slotsUntil } from '../../../core/reminders/plan.ts';
import { addDays, civilDate, instantAt, isWorkingTime, toIso } from '../../../core/time/calendar.ts';

const at = (iso: string) => new Date(`${iso}+07:00`);
const write = (slots: Slot[]) => slots.map((slot) => `${slot.key} ${toIso(slot.at).slice(0, 16)}`);
const hours = (count: number) => count * 3_600_000;

const sample = { opensAt: at('2021-08-25T15:00'), due: at('2021-09-09T17:00'), closesAt: null };

describe('the reminders of what recurs', () => {
  const round = (opensAt: string, due: string, rule: 'recurring' | 'before-day' = 'recurring') => ({
    opensAt: at(opensAt),
    due: at(due),
    deadline: { rule },
  });
  const own = { before: ['P2D', 'PT1H'], thenEachWorkingDay: true };

  it.each([
    ['a week', defaultReminders, round('2021-09-03T00:00:00', '2021-09-09T16:00:00'), ['P1D', 'PT3H']],
    ['a week cut short', defaultReminders, round('2021-09-08T09:00:00', '2021-09-09T16:00:00'), ['PT3H']],
    ['a month', defaultReminders, round('2021-08-20T00:00:00', '2021-09-17T17:00:00'), defaultReminders.before],
    ['a week, as its directive says', own, round('2021-09-03T00:00:00', '2021-09-09T16:00:00'), own.before],
    [
      'a week, of what is asked once',
      defaultReminders,
      round('2021-09-03T00:00:00', '2021-09-09T16:00:00', 'before-day'),
      defaultReminders.before,
    ],
  ])('are for %s no more than that has room for', (_, plan, of, before) => {
    expect(reminderPlan(plan, of).before).toEqual(before);
  });
});

describe('the default plan', () => {
  it('reminds of a Thursday deadline on Monday, on Wednesday, at 14:00, at 17:00, then each working morning', () => {
    expect(write(slotsUntil(defaultReminders, sample, at('2021-09-13T08:00')))).toEqual([
      'P3D 2021-09-06T08:00',
      'P1D 2021-09-08T08:00',
      'PT3H 2021-09-09T14:00',
      'PT0S 2021-09-09T17:00',
      'day:2021-09-10 2021-09-10T08:00',
      'day:2021-09-13 2021-09-13T08:00',
    ]);
  });

  it('includes a slot at its own instant and nothing a moment before', () => {
    expect(slotsUntil(defaultReminders, sample, at('2021-09-06T07:59:59'))).toEqual([]);
    expect(write(slotsUntil(defaultReminders, sample, at('2021-09-06T08:00:00')))).toEqual(['P3D 2021-09-06T08:00']);
  });

  it('skips what lies before the issue, an instant equal to it included', () => {
    const late = { ...sample, opensAt: at('2021-09-08T08:00') };
    expect(write(slotsUntil(defaultReminders, late, at('2021-09-09T17:00')))).toEqual([
      'PT3H 2021-09-09T14:00',
      'PT0S 2021-09-09T17:00',
    ]);
  });

  it('moves days on a weekend earlier, and says once what falls on one instant', () => {
    const monday = { ...sample, due: at('2021-09-13T17:00') };
    expect(write(slotsUntil(defaultReminders, monday, at('2021-09-13T17:00')))).toEqual([
      'P1D 2021-09-10T08:00',
      'PT3H 2021-09-13T14:00',
      'PT0S 2021-09-13T17:00',
    ]);
  });

  it('leaves Tết 2026 alone', () => {
    const round = { opensAt: at('2026-02-02T09:00'), due: at('2026-02-24T09:00'), closesAt: null };
    expect(write(slotsUntil(defaultReminders, round, at('2026-02-25T12:00')))).toEqual([
      'P3D 2026-02-13T08:00',
      'P1D 2026-02-23T08:00',
      'PT3H 2026-02-23T17:00',
      'PT0S 2026-02-24T09:00',
      'day:2026-02-25 2026-02-25T08:00',
    ]);
    const before = { opensAt: at('2026-02-02T09:00'), due: at('2026-02-13T17:00'), closesAt: null };
    expect(write(slotsUntil(defaultReminders, before, at('2026-02-23T08:00'))).slice(-2)).toEqual([
      'PT0S 2026-02-13T17:00',
      'day:2026-02-23 2026-02-23T08:00',
    ]);
  });

  it('ends where the round closes', () => {
    const daily = { opensAt: at('2026-11-19T07:30'), due: at('2026-11-19T16:00'), closesAt: at('2026-11-20T07:30') };
    expect(write(slotsUntil(defaultReminders, daily, at('2026-12-31T08:00')))).toEqual([
      'PT3H 2026-11-19T11:30',
      'PT0S 2026-11-19T16:00',
    ]);
    expect(nextSlotAfter(defaultReminders, daily, at('2026-11-19T16:00'))).toBeUndefined();
  });

  it('moves hours out of the midday rest and out of the night', () => {
    const plan: Plan = { before: ['PT4H', 'PT20H', 'PT1H30M', 'PT'], thenEachWorkingDay: false };
    expect(write(slotsUntil(plan, sample, at('2021-12-31T08:00')))).toEqual([
      'PT20H 2021-09-08T17:00',
      'PT4H 2021-09-09T11:30',
      'PT1H30M 2021-09-09T15:30',
      'PT 2021-09-09T17:00',
    ]);
  });
});

describe('the next slot', () => {
  it.each([
    ['2021-08-25T16:00', 'P3D 2021-09-06T08:00'],
    ['2021-09-06T08:00', 'P1D 2021-09-08T08:00'],
    ['2021-09-09T17:00', 'day:2021-09-10 2021-09-10T08:00'],
    ['2021-09-10T08:00', 'day:2021-09-13 2021-09-13T08:00'],
    ['2022-01-28T09:00', 'day:2022-02-07 2022-02-07T08:00'],
    ['2026-02-13T08:00', 'day:2026-02-23 2026-02-23T08:00'],
  ])('after %s is %s', (instant, expected) => {
    const next = nextSlotAfter(defaultReminders, sample, at(instant));
    expect(next && write([next])).toEqual([expected]);
  });

  it('before the round opens is the first after the opening', () => {
    const next = nextSlotAfter(defaultReminders, sample, at('2021-01-01T00:00'));
    expect(next?.key).toBe('P3D');
  });

  it('of a plan that ends with the deadline is none', () => {
    expect(nextSlotAfter({ before: ['PT0S'], thenEachWorkingDay: false }, sample, sample.due)).toBeUndefined();
  });
});

const entries = fc.oneof(
  fc.integer({ min: 0, max: 12 }).map((days) => `P${days}D`),
  fc.integer({ min: 0, max: 60 }).map((count) => `PT${count}H`),
  fc.integer({ min: 0, max: 90 }).map((count) => `PT${count}M`),
);
const plans: fc.Arbitrary<Plan> = fc.record({
  before: fc.array(entries, { maxLength: 6 }),
  thenEachWorkingDay: fc.boolean(),
});
const minutes = (from: string, count: number) =>
  fc.integer({ min: 0, max: count }).map((minute) => new Date(at(from).getTime() + minute * 60_000));
const rounds = fc
  .record({
    opensAt: minutes('2025-12-20T00:00', 80_000),
    length: fc.integer({ min: 1, max: 60_000 }),
    open: fc.boolean(),
  })
  .map(({ opensAt, length, open }) => {
    const due = new Date(opensAt.getTime() + length * 60_000);
    return { opensAt, due, closesAt: open ? null : new Date(due.getTime() + hours(70)) };
  });

/** The instant that an entry names before anything is moved. */
const unmoved = (key: string, due: Date): Date => {
  if (key.startsWith('day:')) return instantAt(key.slice(4), '08:00');
  const [, count, unit] = /(\d+)([DHM])$/.exec(key) ?? [];
  if (unit === 'D') return instantAt(addDays(civilDate(due), -Number(count)), '08:00');
  return new Date(due.getTime() - hours(unit === 'H' ? Number(count) : Number(count) / 60));
};

describe('whatever the plan and the round', () => {
  it('slots are in order, in office hours, within the round, never late, never two at once', () => {
    fc.assert(
      fc.property(plans, rounds, (plan, round) => {
        const until = new Date(round.due.getTime() + hours(24 * 12));
        const slots = slotsUntil(plan, round, until);
        slots.forEach((slot, index) => {
          expect(slot.at.getTime()).toBeGreaterThan((slots[index - 1]?.at ?? round.opensAt).getTime());
          expect(slot.at <= until && (!round.closesAt || slot.at <= round.closesAt)).toBe(true);
          expect(isWorkingTime(slot.at)).toBe(true);
          expect(slot.at <= unmoved(slot.key, round.due)).toBe(true);
        });
      }),
    );
  });

  it('walking from slot to slot gives the same slots as asking for all of them', () => {
    fc.assert(
      fc.property(plans, rounds, (plan, round) => {
        const until = new Date(round.due.getTime() + hours(24 * 12));
        const walked: Slot[] = [];
        let next = nextSlotAfter(plan, round, round.opensAt);
        while (next && next.at <= until) {
          walked.push(next);
          next = nextSlotAfter(plan, round, next.at);
        }
        expect(walked).toEqual(slotsUntil(plan, round, until));
      }),
      { numRuns: 40 },
    );
  });
});

describe('choosing after downtime', () => {
  const choose = (now: string, handled: string[] = []) => {
    const due = slotsUntil(defaultReminders, sample, at(now)).filter((slot) => !handled.includes(slot.key));
    const { send, skip } = chooseSlots(due, nextSlotAfter(defaultReminders, sample, at(now)), at(now));
    return { send: send.map(({ key }) => key), skip: skip.map(({ key }) => key) };
  };

  it('sends what is on time', () => {
    expect(choose('2021-09-06T08:00')).toEqual({ send: ['P3D'], skip: [] });
  });

  it('sends a slot some hours late', () => {
    expect(choose('2021-09-08T20:00', ['P3D'])).toEqual({ send: ['P1D'], skip: [] });
  });

  it('skips a slot over 12 hours late when the next is due within a day', () => {
    expect(choose('2021-09-08T21:00', ['P3D'])).toEqual({ send: [], skip: ['P1D'] });
  });

  it('sends a slot long late when nothing follows within a day', () => {
    expect(choose('2021-09-07T07:00')).toEqual({ send: ['P3D'], skip: [] });
  });

  it('skips the stale ones when a fresh one is due', () => {
    expect(choose('2021-09-09T14:30')).toEqual({ send: ['PT3H'], skip: ['P3D', 'P1D'] });
  });

  it('holds the limits exactly: 12 hours late is not stale, 24 hours ahead is near', () => {
    const now = at('2021-09-09T20:00');
    const late = (count: number): Slot => ({ key: `PT${count}H`, at: new Date(now.getTime() - hours(count)) });
    const ahead = (count: number): Slot => ({ key: 'next', at: new Date(now.getTime() + hours(count)) });
    expect(chooseSlots([late(12)], ahead(1), now).skip).toEqual([]);
    expect(chooseSlots([late(13)], ahead(24), now).send).toEqual([]);
    expect(chooseSlots([late(13)], ahead(25), now).skip).toEqual([]);
    expect(chooseSlots([late(13)], undefined, now).skip).toEqual([]);
  });

  it('skips the last morning behind the deadline when it is over 12 hours late, though none follows it', () => {
    const last: Slot = { key: 'day:2021-09-23', at: at('2021-09-23T08:00') };
    expect(chooseSlots([last], undefined, at('2021-09-23T20:00')).send).toEqual([last]);
    expect(chooseSlots([last], undefined, at('2021-09-23T20:01')).skip).toEqual([last]);
  });

  it('puts every slot into one list, in order, and sends at most the newest of the stale', () => {
    fc.assert(
      fc.property(plans, rounds, fc.integer({ min: 0, max: 400 }), (plan, round, after) => {
        const now = new Date(round.opensAt.getTime() + hours(after));
        const due = slotsUntil(plan, round, now);
        const { send, skip } = chooseSlots([...due].reverse(), nextSlotAfter(plan, round, now), now);
        const inOrder = (slots: Slot[]) => slots.map((slot) => slot.at.getTime()).sort((a, b) => a - b);
        expect(inOrder([...send, ...skip])).toEqual(inOrder(due));
        for (const list of [send, skip]) expect(list.map((slot) => slot.at.getTime())).toEqual(inOrder(list));
        const stale = send.filter((slot) => now.getTime() - slot.at.getTime() > hours(12));
        expect(stale.length).toBeLessThanOrEqual(1);
        if (stale[0]) expect(stale[0]).toEqual(due.at(-1));
      }),
    );
  });
});
