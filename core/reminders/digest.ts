/** What a group reads: which of the units under its issuer still owe. */
import { groupedBy } from '../roster/grouped.ts';
import type { UnitRef } from '../roster/person.ts';

/** An obligation that stands, with its unit. */
export type Owed = { id: number; unit: UnitRef & { parentId: number | null } };

/** So many units are named in one message to a group. */
export const mostNamedInGroup = 15;

/** A group, and how some people are called upon in it, by person. */
export type GroupFact = { id: number; mentions: ReadonlyMap<number, string> };

/** The units that owe in a group, those to be named first, each with the words that call upon its people there. */
export type GroupDigest = {
  group: number;
  owing: (UnitRef & { mentions: string[] })[];
  /** How many owe besides, and said when they will report. */
  promised: number;
};

/**
 * The digest for a group; none where nothing is to be named. Who said when they will report is counted and not named. Units below a consolidator answer to it, so only those whose
 * parent is the issuer are named. The list begins elsewhere at each turn, so that nobody is always first, and that in a
 * long one everybody is named in time.
 */
export function digestFor(
  group: GroupFact,
  facts: {
    issuerId: number;
    owed: readonly Owed[];
    promised: ReadonlySet<number>;
    holders: readonly { unitId: number; personId: number }[];
    turn: number;
  },
): GroupDigest[] {
  const holdersOf = groupedBy(facts.holders, ({ unitId }) => unitId);
  const below = facts.owed.filter(({ unit }) => unit.parentId === facts.issuerId);
  const owing = below
    .filter(({ id }) => !facts.promised.has(id))
    .map(({ unit }) => ({
      ...unit,
      mentions: (holdersOf.get(unit.id) ?? []).flatMap(({ personId }) => group.mentions.get(personId) ?? []),
    }));
  return owing.length === 0
    ? []
    : [{ group: group.id, owing: rotate(owing, facts.turn), promised: below.length - owing.length }];
}

/** The list as it is told at a turn (from 0): a long one goes on where the turn before stopped naming. */
export function rotate<T>(list: readonly T[], turn: number): T[] {
  const step = list.length > mostNamedInGroup ? mostNamedInGroup : 1;
  const start = (turn * step) % Math.max(1, list.length);
  return [...list.slice(start), ...list.slice(0, start)];
}
