/** Who acts for a unit beside its head, and who of them is there. */
import { and, eq, exists, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type AbsentHolder, presentAmong } from '../../core/roster/absence.ts';
import type { HeldRole } from '../../core/roster/person.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { byKeys } from '../engine/statements/plan.ts';
import { people, unitRoles, units } from '../schema/tables.ts';
import { heldRole } from './people.ts';

const own = alias(unitRoles, 'own');

/** Whether a person has a role in the unit of the role that is looked at. */
const isOfUnitOf = (db: Db, personId: number, role: 'head' | 'leader'): SQL =>
  exists(
    db
      .select({ one: sql`1` })
      .from(own)
      .where(
        and(
          eq(own.unitId, unitRoles.unitId),
          eq(own.personId, personId),
          eq(own.role, role),
          eq(own.state, 'agreed'),
          isNull(own.to),
        ),
      ),
  );

/** Those who act as delegates for the units that a person heads, in administrative order. */
export function findDelegatesOf(db: Db, headId: number): Promise<HeldRole[]> {
  const isHeaded = isOfUnitOf(db, headId, 'head');
  return db
    .select(heldRole)
    .from(unitRoles)
    .innerJoin(people, eq(people.id, unitRoles.personId))
    .innerJoin(units, eq(units.id, unitRoles.unitId))
    .where(and(eq(unitRoles.role, 'delegate'), isNull(unitRoles.to), ne(unitRoles.personId, headId), isHeaded))
    .orderBy(units.position, unitRoles.id);
}

/** Who answers for units and is there at `now` (civil): who is away stands aside only where somebody else is there. */
export async function findPresentHolders(
  db: Db,
  unitIds: number[],
  now: Date,
): Promise<Omit<AbsentHolder, 'awayUntil'>[]> {
  if (unitIds.length === 0) return [];
  const holders: AbsentHolder[] = await db
    .select({
      unitId: unitRoles.unitId,
      personId: unitRoles.personId,
      isHead: sql<boolean>`${unitRoles.role} = 'head'`,
      awayUntil: unitRoles.awayUntil,
    })
    .from(unitRoles)
    .where(
      and(
        inArray(unitRoles.unitId, unitIds),
        inArray(unitRoles.role, ['head', 'delegate']),
        eq(unitRoles.state, 'agreed'),
        isNull(unitRoles.to),
        byKeys,
      ),
    )
    .orderBy(unitRoles.id);
  return presentAmong(holders, now);
}

/** Keeps until when a person is away from all units that they answer for; null: they are back. */
export async function setAway(db: Db, personId: number, until: Date | null): Promise<void> {
  await db
    .update(unitRoles)
    .set({ awayUntil: until })
    .where(and(eq(unitRoles.personId, personId), inArray(unitRoles.role, ['head', 'delegate']), isNull(unitRoles.to)));
}

/** The heads of a unit who have agreed, but for one person, with their names. */
export function findOtherHeads(
  db: Db,
  unitId: number,
  personId: number,
): Promise<{ roleId: number; personId: number; name: string }[]> {
  return db
    .select({ roleId: unitRoles.id, personId: unitRoles.personId, name: people.name })
    .from(unitRoles)
    .innerJoin(people, eq(people.id, unitRoles.personId))
    .where(
      and(
        eq(unitRoles.unitId, unitId),
        eq(unitRoles.role, 'head'),
        eq(unitRoles.state, 'agreed'),
        isNull(unitRoles.to),
        ne(unitRoles.personId, personId),
      ),
    )
    .orderBy(unitRoles.id);
}

/** Whether somebody else has headed a unit before or does. */
export async function wasHeadedBefore(db: Db, unitId: number, personId: number): Promise<boolean> {
  const rows = await db
    .select({ id: unitRoles.id })
    .from(unitRoles)
    .where(
      and(
        eq(unitRoles.unitId, unitId),
        eq(unitRoles.role, 'head'),
        eq(unitRoles.state, 'agreed'),
        ne(unitRoles.personId, personId),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** The staff of the offices that a person leads, and whether they may approve what is to be issued. */
export function findStaffLedBy(db: Db, leaderId: number): Promise<(HeldRole & { mayApprove: boolean })[]> {
  const isLed = isOfUnitOf(db, leaderId, 'leader');
  return db
    .select({
      ...heldRole,
      mayApprove: unitRoles.mayApprove,
    })
    .from(unitRoles)
    .innerJoin(people, eq(people.id, unitRoles.personId))
    .innerJoin(units, eq(units.id, unitRoles.unitId))
    .where(and(eq(unitRoles.role, 'staff'), eq(unitRoles.state, 'agreed'), isNull(unitRoles.to), isLed))
    .orderBy(units.position, unitRoles.id);
}

/** Lets staff approve, or no longer. */
export async function letApprove(db: Db, roleId: number, may: boolean): Promise<void> {
  await db.update(unitRoles).set({ mayApprove: may }).where(eq(unitRoles.id, roleId));
}

/** Who approves for an office: its leaders, and the staff whom a leader lets. */
export async function findApprovers(db: Db, officeId: number): Promise<number[]> {
  const rows = await db
    .selectDistinct({ personId: unitRoles.personId })
    .from(unitRoles)
    .where(
      and(
        eq(unitRoles.unitId, officeId),
        eq(unitRoles.state, 'agreed'),
        isNull(unitRoles.to),
        or(eq(unitRoles.role, 'leader'), and(eq(unitRoles.role, 'staff'), eq(unitRoles.mayApprove, true))),
      ),
    );
  return rows.map(({ personId }) => personId);
}
