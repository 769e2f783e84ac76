/** Who is told at a slot of a plan, and why: first who owes, then their group, then the staff who can telephone. Pure. */
import type { UnitRef } from '../roster/person.ts';
import { digestFor, type GroupDigest, type GroupFact, type Owed } from './digest.ts';

/** Somebody who has agreed to answer for a unit. */
export type Holder = { unitId: number; personId: number };

/** What is known when a slot for reminding is due. */
export type ReminderFacts = {
  issuerId: number;
  owed: readonly Owed[];
  /** Those of which a group may hear: all whose deadline is the round's, or is over. */
  named: readonly Owed[];
  /** The debts whose people said when they will report: until then they are left alone. */
  promised: ReadonlySet<number>;
  holders: readonly Holder[];
  /** The groups of the issuer. */
  groups: readonly GroupFact[];
  /** The people who act for the issuer as its staff. */
  staff: readonly number[];
  /** How many reminders of the round came before this one. */
  turn: number;
  /** How many units no message reaches. */
  unreached: number;
};

/** One message of a slot; `why` is the rung that it stands on. */
export type Reminder =
  | { why: 'owes'; person: number; unit: UnitRef; obligation: number }
  | ({ why: 'group-owes' } & GroupDigest)
  | { why: 'not-reached'; person: number };

/** Everybody who is told at a slot for reminding. Where nobody owes, only staff are, of whom no message reaches. */
export function decideReminders(facts: ReminderFacts): Reminder[] {
  const { owed, named, promised, holders, groups, staff, unreached } = facts;
  const calls = unreached === 0 ? [] : staff.map((person): Reminder => ({ why: 'not-reached', person }));
  const personal = owed.flatMap(({ id, unit }) =>
    (promised.has(id) ? [] : holders)
      .filter((holder) => holder.unitId === unit.id)
      .map((holder): Reminder => ({ why: 'owes', person: holder.personId, unit, obligation: id })),
  );
  const digests = groups.flatMap((group) => digestFor(group, { ...facts, owed: named }));
  return [...calls, ...personal, ...digests.map((digest): Reminder => ({ why: 'group-owes', ...digest }))];
}
