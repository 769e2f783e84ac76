import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideNudges, distinctNudges, meaningOfDigest, type WaitingNudge } from '../../../core/reminders/nudge.ts';

const at = (civil: string) => new Date(`${civil}:00+07:00`);

const nudge = (some: Partial<WaitingNudge> = {}): WaitingNudge => ({
  id: 1,
  person: 1,
  why: 'owes',
  key: 'k',
  directive: 1,
  round: 1,
  unit: 1,
  obligation: 1,
  slot: 'P1D',
  turn: 0,
  promised: null,
  at: at('2021-09-08T08:00'),
  tries: 0,
  debt: 'owed',
  isValid: true,
  isPromised: false,
  ...some,
});

const waiting = fc
  .array(
    fc.record({
      person: fc.integer({ min: 1, max: 4 }),
      why: fc.constantFrom('owes', 'promise', 'submission', 'superior', 'ladder-ends', 'not-reached'),
      round: fc.integer({ min: 1, max: 3 }),
      obligation: fc.option(fc.integer({ min: 1, max: 6 })),
      debt: fc.constantFrom('owed', 'reported', 'excused', null),
      isValid: fc.boolean(),
      isPromised: fc.boolean(),
      at: fc.constantFrom(at('2021-09-08T08:00'), at('2021-09-08T14:00'), at('2021-09-07T14:00')),
    }),
    { maxLength: 30 },
  )
  .map((list) =>
    list.map((some, index) => nudge({ ...some, id: index + 1, key: `k${index}` } as Partial<WaitingNudge>)),
  );

const holds = ({ debt, isValid, isPromised }: WaitingNudge) =>
  isValid && !isPromised && (debt === null || debt === 'owed');

describe('what waits to be told', () => {
  test('makes at most one message a person, which holds all that stands and nothing else', () => {
    fc.assert(
      fc.property(waiting, (list) => {
        const now = at('2021-09-08T14:00');
        const { digests, ended } = decideNudges(list, now);
        const people = digests.map(({ person }) => person);
        expect(new Set(people).size).toBe(people.length);
        const told = digests.flatMap(({ nudges }) => nudges.map(({ id }) => id));
        const fresh = list.filter((one) => holds(one) && one.at > at('2021-09-08T00:00'));
        expect(told.sort((a, b) => a - b)).toEqual(fresh.map(({ id }) => id));
        expect([...told, ...ended].sort((a, b) => a - b)).toEqual(list.map(({ id }) => id));
      }),
    );
  });

  test('leaves no debt out where several nudges ask for it', () => {
    fc.assert(
      fc.property(waiting, (list) => {
        const debts = (of: WaitingNudge[]) =>
          new Set(of.flatMap(({ why, obligation }) => (why === 'owes' || why === 'promise' ? [obligation] : [])));
        expect(debts(distinctNudges(list))).toEqual(debts(list));
      }),
    );
  });

  test('waits for office hours, where its slot stood long ago; in the evening it is dropped', () => {
    const list = [nudge({ at: at('2021-09-08T09:00') })];
    expect(decideNudges(list, at('2021-09-08T12:00'))).toEqual({ digests: [], ended: [] });
    expect(decideNudges(list, at('2021-09-08T13:30')).digests).toHaveLength(1);
    expect(decideNudges(list, at('2021-09-08T21:00'))).toEqual({ digests: [], ended: [1] });
  });

  test('is said where its slot stood at the last minute of office hours', () =>
    expect(decideNudges([nudge({ at: at('2021-09-08T17:00') })], at('2021-09-08T17:05')).digests).toHaveLength(1));

  test('is another message once one that said it was withdrawn', () => {
    const [a, b, c] = [nudge({ id: 1, key: 'a' }), nudge({ id: 2, key: 'b' }), nudge({ id: 3, key: 'c' })];
    const tried = (...list: WaitingNudge[]) => list.map((one) => ({ ...one, tries: one.tries + 1 }));
    const meanings = [[a, b, c], tried(a, c), tried(c), tried(...tried(c)), [a]].map(meaningOfDigest);
    expect(new Set(meanings).size).toBe(meanings.length);
  });
});
