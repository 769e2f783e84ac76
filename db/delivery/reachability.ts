import { and, eq, exists, isNull, not, or, type SQL, sql } from 'drizzle-orm';
import type { UnreachableReason } from '../../core/figures/summary.ts';
import type { UnitRef } from '../../core/roster/person.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { accounts, assignments, unitRoles, units } from '../schema/tables.ts';
import { mayBeDelivered } from './standing.ts';

const agreed = sql`${unitRoles.state} = 'agreed'`;
const isHolder = and(inArray(unitRoles.role, ['head', 'delegate']), isNull(unitRoles.to));

/**
 * Why nobody of a unit can be told anything by chat; null when somebody can. It aggregates the rows of the unit's
 * people and their accounts.
 */
export const unreachableReason = sql<UnreachableReason | null>`case
  when bool_or(${agreed} and ${accounts.state} = 'active') then null
  when bool_or(${agreed}) then 'blocked'
  when bool_or(${unitRoles.state} = 'refused') then 'refused'
  else 'unregistered' end`;

/** Somebody of the unit can be told something. */
const canBeTold = (db: Db) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(unitRoles)
      .innerJoin(accounts, eq(accounts.personId, unitRoles.personId))
      .where(and(eq(unitRoles.unitId, assignments.unitId), isHolder, agreed, eq(accounts.state, 'active'))),
  );

/**
 * Why nobody of the unit of an assignment can be told anything, or its tasks did not reach it; null: they did, or still may. Columns are
 * written out: of a query over one table drizzle leaves its name out.
 */
export const reasonOfUnit = sql<UnreachableReason | null>`coalesce(
  (select case
      when bool_or(r.state = 'agreed' and c.state = 'active') then null
      when bool_or(r.state = 'agreed') then 'blocked'
      when bool_or(r.state = 'refused') then 'refused'
      else 'unregistered' end
    from unit_roles r left join accounts c on c.person_id = r.person_id
    where r.unit_id = assignments.unit_id and r.role in ('head', 'delegate') and r."to" is null),
  case when assignments.delivered_at is null and not ${mayBeDelivered} then 'not-delivered' end)`;

/** Why nobody of these units of a directive can be told anything, or its tasks did not reach them, by unit; the others can. */
export async function findReasons(
  db: Db,
  directiveId: number,
  unitIds: readonly number[],
): Promise<ReadonlyMap<number, UnreachableReason>> {
  const rows = await db
    .select({ unitId: assignments.unitId, reason: reasonOfUnit })
    .from(assignments)
    .where(and(eq(assignments.directiveId, directiveId), inArray(assignments.unitId, unitIds)));
  return new Map(rows.flatMap(({ unitId, reason }) => (reason === null ? [] : [[unitId, reason]])));
}

/** The tasks have reached nobody, and no request can still bring them. */
const isUntold = and(isNull(assignments.deliveredAt), not(mayBeDelivered));

/** Units that nobody can be told anything for. With a directive, the units that its tasks did not reach are added. */
const unreachable = (db: Db, directiveId: number | undefined, among?: SQL) => {
  const isClosed = not(canBeTold(db));
  return db
    .select({
      id: units.id,
      code: units.code,
      name: units.name,
      reason: sql<UnreachableReason>`coalesce(${unreachableReason}, 'not-delivered')`.as('reason'),
    })
    .from(assignments)
    .innerJoin(units, eq(units.id, assignments.unitId))
    .leftJoin(unitRoles, and(eq(unitRoles.unitId, units.id), isHolder))
    .leftJoin(accounts, eq(accounts.personId, unitRoles.personId))
    .where(
      and(
        directiveId === undefined ? isClosed : and(eq(assignments.directiveId, directiveId), or(isClosed, isUntold)),
        among,
      ),
    )
    .groupBy(units.id);
};

/**
 * Finds the assigned units where nobody can be told anything by chat, and why. Of one directive, the units that its
 * tasks did not reach are found too.
 */
export async function findUnreachable(
  db: Db,
  directiveId?: number,
): Promise<{ unit: UnitRef; reason: UnreachableReason }[]> {
  const rows = await unreachable(db, directiveId).orderBy(units.position, units.id);
  return rows.map(({ reason, ...unit }) => ({ unit, reason }));
}

/** The first of the units of a directive that `findUnreachable` finds; `among` is a condition on `units`. */
export async function findFirstUnreachable(
  db: Db,
  directiveId: number,
  { among, most }: { among: SQL | undefined; most: number },
): Promise<{ unit: UnitRef; reason: UnreachableReason }[]> {
  const rows = await unreachable(db, directiveId, among).orderBy(units.position, units.id).limit(most);
  return rows.map(({ reason, ...unit }) => ({ unit, reason }));
}

/** Counts the units that `findUnreachable` finds for a directive; `among` is a condition on `units`. */
export async function countUnreachable(db: Db, directiveId: number, among?: SQL): Promise<number> {
  const count = async (which: SQL | undefined): Promise<number> => {
    const rows = await db
      .select({ n: sql<number>`count(*)::int` })
      .from(assignments)
      .innerJoin(units, eq(units.id, assignments.unitId))
      .where(and(eq(assignments.directiveId, directiveId), which, among));
    return rows[0]?.n ?? 0;
  };
  return (await count(not(canBeTold(db)))) + (await count(and(isUntold, canBeTold(db))));
}
