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

const unreachable = (db: Db, directiveId: number | undefined) => {
  const assigned = db
    .select({ unitId: assignments.unitId })
    .from(assignments)
    .where(directiveId === undefined ? undefined : eq(assignments.directiveId, directiveId));
  return db
    .select({ id: units.id, code: units.code, name: units.name, reason: reasonOf.as('reason') })
    .from(units)
    .leftJoin(
      unitRoles,
      and(eq(unitRoles.unitId, units.id), inArray(unitRoles.role, ['head', 'delegate']), isNull(unitRoles.to)),
    )
    .leftJoin(accounts, eq(accounts.personId, unitRoles.personId))
    .where(inArray(units.id, assigned))
    .groupBy(units.id)
    .having(sql`${reasonOf} is not null`);
};

/** Assigned units of which nobody can be told anything by chat, and why; of all directives when none is given. */
export async function findUnreachable(
  db: Db,
  directiveId?: number,
): Promise<{ unit: UnitRef; reason: UnreachableReason }[]> {
  const rows = await unreachable(db, directiveId).orderBy(units.position, units.id);
  return rows.flatMap(({ reason, ...unit }) => (reason ? [{ unit, reason }] : []));
}

/** How many units a directive was given to of which nobody can be told anything by chat. */
export async function countUnreachable(db: Db, directiveId: number): Promise<number> {
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(unreachable(db, directiveId).as('unreachable'));
  return row?.n ?? 0;
}
