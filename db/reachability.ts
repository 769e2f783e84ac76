import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { UnitRef } from '../core/facts.ts';
import type { UnreachableReason } from '../core/summary.ts';
import type { Db } from './database.ts';
import { accounts, assignments, unitRoles, units } from './schema.ts';

const anyone = (condition: ReturnType<typeof sql>) => sql<boolean>`coalesce(bool_or(${condition}), false)`;
const agreed = sql`${unitRoles.state} = 'agreed'`;

/** Units that a directive (or any) was given to, or some of them, each with a row for whoever answers for it, if anybody. */
const unreachable = (db: Db, directiveId: number | undefined, unitIds?: number[]) =>
  db
    .select({
      unit: { id: units.id, code: units.code, name: units.name },
      isRegistered: anyone(agreed).as('is_registered'),
      hasRefused: anyone(sql`${unitRoles.state} = 'refused'`).as('has_refused'),
    })
    .from(units)
    .leftJoin(
      unitRoles,
      and(eq(unitRoles.unitId, units.id), inArray(unitRoles.role, ['head', 'delegate']), isNull(unitRoles.to)),
    )
    .leftJoin(accounts, eq(accounts.personId, unitRoles.personId))
    .where(
      and(
        inArray(
          units.id,
          db
            .select({ id: assignments.unitId })
            .from(assignments)
            .where(directiveId === undefined ? undefined : eq(assignments.directiveId, directiveId)),
        ),
        unitIds && sql`${units.id} = any(${`{${unitIds.join()}}`}::int[])`,
      ),
    )
    .groupBy(units.id)
    .having(sql`not ${anyone(sql`${agreed} and ${accounts.state} = 'active'`)}`);

/**
 * Assigned units of which nobody can be told anything by chat, and why; of all directives when none is given, and of
 * some units when they are.
 */
export async function findUnreachable(
  db: Db,
  directiveId?: number,
  unitIds?: number[],
): Promise<{ unit: UnitRef; reason: UnreachableReason }[]> {
  const rows = await unreachable(db, directiveId, unitIds).orderBy(units.position, units.id);
  return rows.map(({ unit, isRegistered, hasRefused }) => ({
    unit,
    reason: isRegistered ? 'blocked' : hasRefused ? 'refused' : 'unregistered',
  }));
}

/** How many units a directive was given to of which nobody can be told anything by chat. */
export async function countUnreachable(db: Db, directiveId: number): Promise<number> {
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(unreachable(db, directiveId).as('unreachable'));
  return row?.n ?? 0;
}
