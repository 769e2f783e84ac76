/** For which kinds of units those act whom a message is for: how they are addressed goes by it. */
import { eq, or } from 'drizzle-orm';
import type { Recipient } from '../../core/delivery/message.ts';
import { groupedBy } from '../../core/roster/grouped.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { accounts, people, unitRoles, units } from '../schema/tables.ts';

const idsOf = (readers: readonly Recipient[], type: Recipient['type']): number[] => [
  ...new Set(readers.filter((reader) => reader.type === type).map(({ id }) => id)),
];

/** Finds the kinds of the units in which each reader holds a role, or held one where none is left; none for a group. */
export async function findKindsOfReaders(
  db: Db,
  readers: readonly Recipient[],
): Promise<(reader: Recipient) => string[]> {
  const [persons, ofAccounts] = [idsOf(readers, 'person'), idsOf(readers, 'account')];
  if (persons.length + ofAccounts.length === 0) return () => [];
  const rows = await db
    .select({ person: people.id, account: accounts.id, kind: units.kind, endedAt: unitRoles.to })
    .from(people)
    .innerJoin(unitRoles, eq(unitRoles.personId, people.id))
    .innerJoin(units, eq(units.id, unitRoles.unitId))
    .leftJoin(accounts, eq(accounts.personId, people.id))
    .where(or(inArray(people.id, persons), inArray(accounts.id, ofAccounts)));
  const rowsOf = {
    person: groupedBy(rows, ({ person }) => person),
    account: groupedBy(rows, ({ account }) => account),
  };
  return ({ type, id }) => {
    if (type === 'group') return [];
    const theirs = rowsOf[type].get(id) ?? [];
    const present = theirs.filter(({ endedAt }) => endedAt === null);
    return (present.length > 0 ? present : theirs).map(({ kind }) => kind);
  };
}
