import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { UnitRef } from '../core/facts.ts';
import type { UnreachableReason } from '../core/summary.ts';
import type { Db } from './database.ts';
import { accounts, assignments, unitRoles, units } from './schema.ts';

/** Assigned units of which nobody can be told anything by chat, and why; of all directives when none is given. */
export async function findUnreachable(
  db: Db,
  directiveId?: number,
): Promise<{ unit: UnitRef; reason: UnreachableReason }[]> {
  const assigned = db
    .selectDistinct({ unitId: assignments.unitId })
    .from(assignments)
    .where(directiveId === undefined ? undefined : eq(assignments.directiveId, directiveId))
    .as('assigned');
  const rows = await db
    .select({
      unit: { id: units.id, code: units.code, name: units.name },
      isRegistered: sql<boolean>`coalesce(bool_or(${unitRoles.state} = 'agreed'), false)`,
      hasRefused: sql<boolean>`coalesce(bool_or(${unitRoles.state} = 'refused'), false)`,
      isOpen: sql<boolean>`coalesce(bool_or(${unitRoles.state} = 'agreed' and ${accounts.state} = 'active'), false)`,
    })
    .from(assigned)
    .innerJoin(units, eq(units.id, assigned.unitId))
    .leftJoin(
      unitRoles,
      and(eq(unitRoles.unitId, units.id), inArray(unitRoles.role, ['head', 'delegate']), isNull(unitRoles.to)),
    )
    .leftJoin(accounts, eq(accounts.personId, unitRoles.personId))
    .groupBy(units.id)
    .orderBy(units.position, units.id);
  return rows.flatMap(({ unit, isRegistered, hasRefused, isOpen }) => {
    if (isOpen) return [];
    return [
      {
        unit,
        reason: isRegistered ? ('blocked' as const) : hasRefused ? ('refused' as const) : ('unregistered' as const),
      },
    ];
  });
}
