import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { UnitRef } from '../core/facts.ts';
import type { UnreachableReason } from '../core/summary.ts';
import type { Db } from './database.ts';
import { accounts, assignments, unitRoles, units } from './schema.ts';

const agreed = sql`${unitRoles.state} = 'agreed'`;

/** Why nobody of a unit can be told anything by chat, over the rows of its people and their accounts; null: somebody can. */
export const reasonOf = sql<UnreachableReason | null>`case
  when bool_or(${agreed} and ${accounts.state} = 'active') then null
  when bool_or(${agreed}) then 'blocked'
  when bool_or(${unitRoles.state} = 'refused') then 'refused'
  else 'unregistered' end`;

/** Its tasks have reached nobody and are on no way to anybody. */
const isUntold = sql`bool_or(${assignments.deliveredAt} is null and not exists (
  select 1 from messages m join outbox o on o.message_id = m.id
  where m.delivers = ${assignments.id} and o.state in ('queued', 'sending', 'uncertain')))`;

/** Of one directive also whom its tasks did not reach, though somebody could be told. */
const unreachable = (db: Db, directiveId: number | undefined) => {
  const why =
    directiveId === undefined ? reasonOf : sql`coalesce(${reasonOf}, case when ${isUntold} then 'not-delivered' end)`;
  const reason = sql<UnreachableReason | null>`${why}`;
  return db
    .select({ id: units.id, code: units.code, name: units.name, reason: reason.as('reason') })
    .from(assignments)
    .innerJoin(units, eq(units.id, assignments.unitId))
    .leftJoin(
      unitRoles,
      and(eq(unitRoles.unitId, units.id), inArray(unitRoles.role, ['head', 'delegate']), isNull(unitRoles.to)),
    )
    .leftJoin(accounts, eq(accounts.personId, unitRoles.personId))
    .where(directiveId === undefined ? undefined : eq(assignments.directiveId, directiveId))
    .groupBy(units.id)
    .having(sql`${reason} is not null`);
};

/**
 * Assigned units of which nobody can be told anything by chat, or whom the directive's tasks did not reach, and why; of all
 * directives when none is given.
 */
export async function findUnreachable(
  db: Db,
  directiveId?: number,
): Promise<{ unit: UnitRef; reason: UnreachableReason }[]> {
  const rows = await unreachable(db, directiveId).orderBy(units.position, units.id);
  return rows.flatMap(({ reason, ...unit }) => (reason ? [{ unit, reason }] : []));
}

/** How many of a directive's units `findUnreachable` finds. */
export async function countUnreachable(db: Db, directiveId: number): Promise<number> {
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(unreachable(db, directiveId).as('unreachable'));
  return row?.n ?? 0;
}
