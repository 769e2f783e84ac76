/** What a group reads: which of the units under its issuer still owe. */
import type { Beginning } from '../roster/beginning.ts';
import { groupedBy } from '../roster/grouped.ts';
import type { UnitRef } from '../roster/person.ts';

/** An obligation that stands, with its unit. */
export type Owed = { id: number; unit: UnitRef };

/** So many units are named in one message to a group. */
export const mostNamedInGroup = 15;

/** A group, and how some people are called upon in it, by person. */
export type GroupFact = { id: number; mentions: ReadonlyMap<number, string> };

/** The units that owe in a group, those to be named first, each with the words that call upon its people there. */
export type GroupDigest = {
  group: number;
  ids: readonly number[];
  owing: Beginning<UnitRef & { mentions: string[] }>;
  /** How many owe besides, and said when they will report. */
  promised: number;
};

/**
 * The units of which a group may hear: those right below the issuer, as units below a consolidator answer to that one. `ids`: all
 * that are to be named in time, as `rotate` has them at this turn. `first`: those that are named now, and who answers for them.
 */
export type GroupOwing = {
  ids: readonly number[];
  first: readonly UnitRef[];
  holders: readonly { unitId: number; personId: number }[];
  promised: number;
};

/** The digest for a group; none where nothing is to be named. Who said when they will report is counted and not named. */
export function digestFor(group: GroupFact, { ids, first, holders, promised }: GroupOwing): GroupDigest[] {
  if (ids.length === 0) return [];
  const holdersOf = groupedBy(holders, ({ unitId }) => unitId);
  const named = first.map((unit) => ({
    ...unit,
    mentions: (holdersOf.get(unit.id) ?? []).flatMap(({ personId }) => group.mentions.get(personId) ?? []),
  }));
  return [{ group: group.id, ids, owing: { count: ids.length, first: named }, promised }];
}

/**
 * The list as it is told at a turn (from 0). It begins elsewhere each time, so that nobody is always first. A long one goes on where
 * the turn before stopped naming, so that everybody is named in time.
 */
export function rotate<T>(list: readonly T[], turn: number): T[] {
  const step = list.length > mostNamedInGroup ? mostNamedInGroup : 1;
  const start = (turn * step) % Math.max(1, list.length);
  return [...list.slice(start), ...list.slice(0, start)];
}
