import { and, eq, isNull, ne, or, type SQLWrapper, sql } from 'drizzle-orm';
import type { AuditFact } from '../../core/audit/fact.ts';
import type { ChannelName } from '../../core/channels/address.ts';
import { outsideName } from '../../core/language/name.ts';
import type { Role, RoleState } from '../../core/roster/people.ts';
import type { HeldRole, RoleFact } from '../../core/roster/person.ts';
import { recordedRole, roleFact } from '../audit/people.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { compiled, type Given } from '../engine/statements/compiled.ts';
import { byKey } from '../engine/statements/plan.ts';
import { people, unitRoles, units } from '../schema/tables.ts';
import { ownerOf, type WriterAddress } from '../writer/owner.ts';
import { isUnderOrOwn } from './rights.ts';

/** Adds a person, with the name as `outsideName` has it; returns the id. */
export async function createPerson(db: Db, name: string, now: Date): Promise<number> {
  const [row] = await db
    .insert(people)
    .values({ name: outsideName(name), createdAt: now })
    .returning({ id: people.id });
  if (!row) throw new Error('an insert returned no row');
  return row.id;
}

/** Keeps a person's name, as `outsideName` has it. */
export async function renamePerson(db: Db, personId: number, name: string): Promise<void> {
  await db
    .update(people)
    .set({ name: outsideName(name) })
    .where(eq(people.id, personId));
}

/** Keeps the number at which units may call a person, as 0…; null takes it away. */
export async function keepPhone(db: Db, personId: number, phone: string | null): Promise<void> {
  await db.update(people).set({ phone }).where(eq(people.id, personId));
}

/** Keeps on which channel a person asked to be told. */
export async function preferChannel(db: Db, personId: number, channel: ChannelName): Promise<void> {
  await db.update(people).set({ preferredChannel: channel }).where(eq(people.id, personId));
}

/** A role that a person is to have in a unit. */
export type NewRole = { personId: number; unitId: number; role: Role };

/** Gives a person a role whose data notice is still to be answered. Returns what is to be recorded. */
export async function askRole(db: Db, asked: NewRole, now: Date): Promise<AuditFact[]> {
  const rows = await db
    .insert(unitRoles)
    .values({ ...asked, state: 'asked', from: now })
    .onConflictDoUpdate({
      target: [unitRoles.personId, unitRoles.unitId, unitRoles.role],
      set: { state: 'asked', to: null, endedBy: null, from: now, mayApprove: false, awayUntil: null },
    })
    .returning(recordedRole);
  return rows.map(roleFact);
}

/** Keeps the answer to the data notice. Returns what is to be recorded. */
export async function answerNotice(db: Db, roleIds: number[], state: RoleState): Promise<AuditFact[]> {
  if (roleIds.length === 0) return [];
  const answered = await db
    .update(unitRoles)
    .set({ state })
    .where(inArray(unitRoles.id, roleIds))
    .returning(recordedRole);
  return answered.map(roleFact);
}

const selectRoles = (db: Db, personId: SQLWrapper) =>
  db
    .select({
      id: unitRoles.id,
      role: unitRoles.role,
      state: unitRoles.state,
      mayApprove: unitRoles.mayApprove,
      unit: { id: units.id, code: units.code, name: units.name, kind: units.kind, headTitle: units.headTitle },
    })
    .from(unitRoles)
    .innerJoin(units, eq(units.id, unitRoles.unitId))
    .where(and(eq(unitRoles.personId, personId), isNull(unitRoles.to), byKey))
    .orderBy(units.position, unitRoles.id);

const rolesOf = compiled((db, { personId }: Given<{ personId: number }>) => selectRoles(db, personId));
const rolesOfWriter = compiled((db, writer: Given<WriterAddress>) => selectRoles(db, ownerOf(db, writer)));

/** A person's present roles, in administrative order. */
export const findRoles = (db: Db, personId: number): Promise<RoleFact[]> => rolesOf(db, { personId });

/** The same, of whoever has an address. */
export const findRolesOfWriter = (db: Db, writer: WriterAddress): Promise<RoleFact[]> => rolesOfWriter(db, writer);

/** People who agreed to act for units in one of the roles. */
export function findHolders(db: Db, unitIds: number[], roles: Role[]): Promise<{ unitId: number; personId: number }[]> {
  if (unitIds.length === 0) return Promise.resolve([]);
  return db
    .select({ unitId: unitRoles.unitId, personId: unitRoles.personId })
    .from(unitRoles)
    .where(
      and(
        inArray(unitRoles.unitId, unitIds),
        inArray(unitRoles.role, roles),
        eq(unitRoles.state, 'agreed'),
        isNull(unitRoles.to),
      ),
    )
    .orderBy(sql`${unitRoles.id}`);
}

/** Everybody who issues and chases, for whichever unit. */
export async function findStaff(db: Db): Promise<number[]> {
  const rows = await db
    .selectDistinct({ personId: unitRoles.personId })
    .from(unitRoles)
    .where(and(eq(unitRoles.role, 'staff'), eq(unitRoles.state, 'agreed'), isNull(unitRoles.to)));
  return rows.map(({ personId }) => personId);
}

/** The offices of which a person is staff. */
export async function findStaffUnits(db: Db, personId: number): Promise<number[]> {
  const rows = await db
    .select({ unitId: unitRoles.unitId })
    .from(unitRoles)
    .where(
      and(
        eq(unitRoles.personId, personId),
        eq(unitRoles.role, 'staff'),
        eq(unitRoles.state, 'agreed'),
        isNull(unitRoles.to),
      ),
    );
  return rows.map(({ unitId }) => unitId);
}

/** Ends roles of a person that stand: these, or all. `state` where the answer to the data notice changes with it. */
export async function endRolesOf(
  db: Db,
  personId: number,
  { roles, state, by }: { roles?: number[] | undefined; state?: RoleState; by: number | null },
  now: Date,
): Promise<Extract<AuditFact, { kind: 'role' }>[]> {
  const which = roles && inArray(unitRoles.id, roles);
  const ended = await db
    .update(unitRoles)
    .set({ to: now, endedBy: by, ...(state && { state }) })
    .where(and(eq(unitRoles.personId, personId), isNull(unitRoles.to), which))
    .returning(recordedRole);
  return ended.map(roleFact);
}

/** A role as it is shown to those who may say something of it: whose it is, and of which unit. */
export const heldRole = {
  id: unitRoles.id,
  role: unitRoles.role,
  person: { id: people.id, name: people.name },
  unit: { id: units.id, code: units.code, name: units.name },
};

/**
 * The roles that the staff of these offices may end. They may end those of heads and delegates of units that they have
 * rights over, and of other staff of their own offices; never their own.
 */
export function findRolesToEnd(db: Db, officeIds: readonly number[], askedBy: number): Promise<HeldRole[]> {
  if (officeIds.length === 0) return Promise.resolve([]);
  return db
    .select(heldRole)
    .from(unitRoles)
    .innerJoin(people, eq(people.id, unitRoles.personId))
    .innerJoin(units, eq(units.id, unitRoles.unitId))
    .where(
      and(
        isNull(unitRoles.to),
        ne(unitRoles.personId, askedBy),
        or(
          and(inArray(unitRoles.role, ['head', 'delegate']), isUnderOrOwn(unitRoles.unitId, officeIds)),
          and(eq(unitRoles.role, 'staff'), inArray(unitRoles.unitId, [...officeIds])),
        ),
      ),
    )
    .orderBy(units.position, unitRoles.id);
}
