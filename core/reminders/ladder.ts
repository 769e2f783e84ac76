/** Who is told at a slot of a plan, and why: first who owes, then their group, then the staff who can telephone. Pure. */
import { groupedBy } from '../roster/grouped.ts';
import type { UnitRef } from '../roster/person.ts';
import { digestFor, type GroupDigest, type GroupFact, type GroupOwing, type Owed } from './digest.ts';
import type { LadderSwitches } from './switches.ts';

/** Somebody who has agreed to answer for a unit. */
export type Holder = { unitId: number; personId: number; isHead: boolean };

/** What is known when a slot for reminding is due. */
export type ReminderFacts = {
  /** Those who are told at once; of a large round they are told piece by piece. */
  owed: readonly Owed[];
  /** Of which units a group may hear: of all whose deadline is the round's, or is over. */
  below: GroupOwing;
  /** Some unit owes, right below the issuer or further down, whose deadline is the round's or is over. */
  isOwed: boolean;
  /** The debts whose people said when they will report: until then they are left alone. */
  promised: ReadonlySet<number>;
  /** The debts that the office has just asked for on demand: nobody is reminded of them twice. */
  justAsked: ReadonlySet<number>;
  holders: readonly Holder[];
  /** The groups of the issuer. */
  groups: readonly GroupFact[];
  /** The people who act for the issuer as its staff. */
  staff: readonly number[];
  /** Which steps the office wants. */
  switches: LadderSwitches;
  /** How the slot stands to the deadline; `isLast`: no reminder follows it. */
  stage: { isLate: boolean; isLast: boolean };
  /** Who leads the office. */
  leaders: readonly number[];
  /** What names the list of units that no message reaches; undefined where there is none. */
  unreached: string | undefined;
};

/** One message of a slot; `why` is the rung that it stands on. */
export type Reminder =
  | { why: 'owes'; person: number; unit: UnitRef; obligation: number }
  /** `isCounted`: how many owe is said, and not who. */
  | ({ why: 'group-owes'; isCounted: boolean } & GroupDigest)
  /** Reminders end here, and these still owe. */
  | { why: 'ladder-ends'; person: number }
  /** Some units no message reaches; `list` names which. */
  | { why: 'not-reached'; person: number; list: string };

/**
 * Who is told at a slot for reminding, but for those above. Where nobody owes, only staff are, of whom no message reaches.
 */
export function decideReminders(facts: ReminderFacts): Reminder[] {
  const { staff, unreached } = facts;
  const calls =
    unreached === undefined ? [] : staff.map((person): Reminder => ({ why: 'not-reached', person, list: unreached }));
  return [...calls, ...personal(facts), ...toGroups(facts), ...atTheEnd(facts)];
}

/** Who answers for a unit that owes: its head, and where the office wants it who acts beside them. */
function personal({ owed, promised, justAsked, holders, switches }: ReminderFacts): Reminder[] {
  const holdersOf = groupedBy(holders, ({ unitId }) => unitId);
  return owed.flatMap(({ id, unit }) => {
    const own = holdersOf.get(unit.id) ?? [];
    const heads = own.filter(({ isHead }) => isHead);
    const told = switches.delegate || heads.length === 0 ? own : heads;
    return (promised.has(id) || justAsked.has(id) ? [] : told).map(
      (holder): Reminder => ({ why: 'owes', person: holder.personId, unit, obligation: id }),
    );
  });
}

/** Someone above who is told, and the debts of which: one message each, with all below them that owe. */
export type Superior = { person: number; debts: number[] };

/**
 * Who answers for the units above and is told, with the debts right below them. `below`: the debts by the unit above them, but for
 * those that were promised.
 */
export function toldAbove(
  superiors: readonly Pick<Holder, 'unitId' | 'personId'>[],
  below: ReadonlyMap<number, readonly number[]>,
): Superior[] {
  return [...groupedBy(superiors, ({ personId }) => personId)].map(([person, above]) => ({
    person,
    debts: above.flatMap(({ unitId }) => below.get(unitId) ?? []),
  }));
}

function toGroups({ groups, below, switches, stage }: ReminderFacts): Reminder[] {
  if (switches.group === 'none') return [];
  const isCounted = switches.group === 'count' || (switches.group === 'names-when-late' && !stage.isLate);
  return groups
    .flatMap((group) => digestFor(group, below))
    .map((digest): Reminder => ({ why: 'group-owes', ...digest, isCounted }));
}

/** At the last reminder staff hear that it was the last, and where the office wants it who leads it. */
function atTheEnd({ isOwed, staff, leaders, switches, stage }: ReminderFacts): Reminder[] {
  if (!stage.isLast || !isOwed) return [];
  const people = [...new Set([...staff, ...(switches.chairman ? leaders : [])])];
  return people.map((person): Reminder => ({ why: 'ladder-ends', person }));
}

/** What was asked for on demand takes the place of the reminder of a slot that comes so soon behind it (civil milliseconds). */
export const onDemandLastsMs = 30 * 60_000;
