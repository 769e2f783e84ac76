/** What a group reads: which of the units under its issuer still owe. */
import type { UnitRef } from '../roster/person.ts';

/** An obligation that stands, with its unit. */
export type Owed = { id: number; unit: UnitRef & { parentId: number | null } };

/** A group, and how some people are called upon in it, by person. */
export type GroupFact = { id: number; mentions: ReadonlyMap<number, string> };

/** The units named in a group, each with the words that call upon its people there. */
export type GroupDigest = { group: number; owing: (UnitRef & { mentions: string[] })[] };

/**
 * The digest for a group; none where nothing is to be named. Units below a consolidator answer to it, so only those whose
 * parent is the issuer are named.
 */
export function digestFor(
  group: GroupFact,
  facts: {
    issuerId: number;
    owed: readonly Owed[];
    holders: readonly { unitId: number; personId: number }[];
  },
): GroupDigest[] {
  const owing = facts.owed
    .filter(({ unit }) => unit.parentId === facts.issuerId)
    .map(({ unit }) => ({
      ...unit,
      mentions: facts.holders.flatMap((h) => (h.unitId === unit.id ? (group.mentions.get(h.personId) ?? []) : [])),
    }));
  return owing.length === 0 ? [] : [{ group: group.id, owing }];
}
