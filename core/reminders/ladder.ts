/** Who is told at a slot of a plan, and why: first who owes, then their group, then the staff who can telephone. Pure. */
import { groupedBy } from '../roster/grouped.ts';
import type { UnitRef } from '../roster/person.ts';
import { digestFor, type GroupDigest, type GroupFact, type Owed } from './digest.ts';
import type { LadderSwitches } from './switches.ts';

/** Somebody who has agreed to answer for a unit. */
export type Holder = { unitId: number; personId: number; isHead: boolean };

/** What is known when a slot for reminding is due. */
export type ReminderFacts = {
  issuerId: number;
  owed: readonly Owed[];
  /** Those of which a group may hear: all whose deadline is the round's, or is over. */
  named: readonly Owed[];
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
  stage: { isDue: boolean; isLate: boolean; isLast: boolean };
  /** Who answers for the units above those that owe, and who leads the office. */
  superiors: readonly Holder[];
  leaders: readonly number[];
  /** How many reminders of the round came before this one. */
  turn: number;
  /** The units that no message reaches, by code. */
  unreached: readonly string[];
};

/** One message of a slot; `why` is the rung that it stands on. */
export type Reminder =
  | { why: 'owes'; person: number; unit: UnitRef; obligation: number }
  /** `isCounted`: how many owe is said, and not who. */
  | ({ why: 'group-owes'; isCounted: boolean } & GroupDigest)
  | { why: 'superior'; person: number; debts: Owed[] }
  /** Reminders end here, and these still owe. */
  | { why: 'ladder-ends'; person: number }
  /** These units no message reaches, by code. */
  | { why: 'not-reached'; person: number; units: readonly string[] };

/** Everybody who is told at a slot for reminding. Where nobody owes, only staff are, of whom no message reaches. */
export function decideReminders(facts: ReminderFacts): Reminder[] {
  const { staff, unreached } = facts;
  const calls =
    unreached.length === 0 ? [] : staff.map((person): Reminder => ({ why: 'not-reached', person, units: unreached }));
  return [...calls, ...personal(facts), ...toSuperiors(facts), ...toGroups(facts), ...atTheEnd(facts)];
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

/** Who answers for the unit above: one message each, with all below it that owe. */
function toSuperiors({ owed, promised, superiors, issuerId, switches, stage }: ReminderFacts): Reminder[] {
  if (!switches.superior || !stage.isDue) return [];
  const late = owed.filter(({ id, unit }) => !promised.has(id) && unit.parentId !== issuerId);
  const belowOf = groupedBy(late, ({ unit }) => unit.parentId);
  const unitsOf = groupedBy(superiors, ({ personId }) => personId);
  return [...unitsOf].flatMap(([person, above]) => {
    const debts = above.flatMap(({ unitId }) => belowOf.get(unitId) ?? []);
    return debts.length === 0 ? [] : [{ why: 'superior', person, debts } as const];
  });
}

function toGroups(facts: ReminderFacts): Reminder[] {
  const { groups, named, switches, stage } = facts;
  if (switches.group === 'none') return [];
  const isCounted = switches.group === 'count' || (switches.group === 'names-when-late' && !stage.isLate);
  return groups
    .flatMap((group) => digestFor(group, { ...facts, owed: named }))
    .map((digest): Reminder => ({ why: 'group-owes', ...digest, isCounted }));
}

/** At the last reminder staff hear that it was the last, and where the office wants it who leads it. */
function atTheEnd({ named, staff, leaders, switches, stage }: ReminderFacts): Reminder[] {
  if (!stage.isLast || named.length === 0) return [];
  const people = [...new Set([...staff, ...(switches.chairman ? leaders : [])])];
  return people.map((person): Reminder => ({ why: 'ladder-ends', person }));
}

/** What was asked for on demand takes the place of the reminder of a slot that comes so soon behind it (civil milliseconds). */
export const onDemandLastsMs = 30 * 60_000;
