/** Over which units an office's staff have rights. */
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Role } from '../../core/roster/people.ts';
import type { Db } from '../database.ts';
import { people, unitRoles } from '../schema/tables.ts';

const listed = (ids: readonly number[]): SQL => sql`${`{${ids.join(',')}}`}::int[]`;

/** A unit was given a directive of one of these offices. */
const isGivenBy = (unitId: AnyPgColumn | SQL, offices: SQL): SQL => sql`exists (
  select 1 from assignments a join directives d on d.id = a.directive_id
  where a.unit_id = ${unitId} and d.issuer_id = any (${offices}))`;

/**
 * A unit stands below one of these offices, or was given a directive of theirs. It is asked of each unit by itself, upwards: who stands
 * below an office may be a whole province.
 */
export const isUnder = (unitId: AnyPgColumn, officeIds: readonly number[]): SQL<boolean> => sql<boolean>`(exists (
  with recursive above as (
    select below.parent_id as id from units below where below.id = ${unitId}
    union
    select u.parent_id from units u join above a on u.id = a.id)
  select from above where id = any (${listed(officeIds)})) or ${isGivenBy(unitId, listed(officeIds))})`;

/** As `isUnder`, and the offices themselves. */
export const isUnderOrOwn = (unitId: AnyPgColumn, officeIds: readonly number[]): SQL<boolean> =>
  sql<boolean>`(${unitId} = any (${listed(officeIds)}) or ${isUnder(unitId, officeIds)})`;

/** The staff with rights over a unit: of itself, of the offices above it, and of those that gave it a directive. */
export async function findStaffOver(db: Db, unitId: number): Promise<number[]> {
  const offices = sql`(
    with recursive above as (
      select id, parent_id from units where id = ${unitId}
      union
      select u.id, u.parent_id from units u join above a on u.id = a.parent_id)
    select id from above
    union
    select d.issuer_id from assignments a join directives d on d.id = a.directive_id where a.unit_id = ${unitId})`;
  const rows = await db
    .selectDistinct({ personId: unitRoles.personId })
    .from(unitRoles)
    .where(
      and(
        eq(unitRoles.role, 'staff'),
        eq(unitRoles.state, 'agreed'),
        isNull(unitRoles.to),
        sql`${unitRoles.unitId} in ${offices}`,
      ),
    )
    .orderBy(unitRoles.personId);
  return rows.map(({ personId }) => personId);
}

/** Who has agreed to act for a unit in a role, with their names and numbers. */
export const findNamedHolders = (
  db: Db,
  unitId: number,
  role: Role,
): Promise<{ personId: number; name: string; phone: string | null }[]> =>
  db
    .select({ personId: unitRoles.personId, name: people.name, phone: people.phone })
    .from(unitRoles)
    .innerJoin(people, eq(people.id, unitRoles.personId))
    .where(
      and(eq(unitRoles.unitId, unitId), eq(unitRoles.role, role), eq(unitRoles.state, 'agreed'), isNull(unitRoles.to)),
    )
    .orderBy(unitRoles.id);
