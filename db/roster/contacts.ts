/** Whom to call about directives. */
import { and, asc, desc, eq, isNull, type SQLWrapper, sql } from 'drizzle-orm';
import { alias, union } from 'drizzle-orm/pg-core';
import type { NamedContact, OfficeContact, OfficeLine } from '../../core/roster/contact.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { directives, duties, people, unitRoles, units } from '../schema/tables.ts';

const receiver = alias(units, 'receiver');
const above = alias(units, 'above');

const lineOf = (of: typeof units) => ({
  id: of.id,
  name: of.name,
  headName: of.headName,
  headTitle: of.headTitle,
  phone: of.phone,
});

type Office = OfficeLine & { id: number };

/** The contacts of issued directives, the newest first. */
export async function findContacts(db: Db, directiveIds: number[]): Promise<OfficeContact[]> {
  if (directiveIds.length === 0) return [];
  const behind = union(
    db.select({ id: directives.issuerId }).from(directives).where(inArray(directives.id, directiveIds)),
    db.select({ id: duties.reportToId }).from(duties).where(inArray(duties.directiveId, directiveIds)),
  );
  const reading = db
    .select({
      id: directives.id,
      named: sql<NamedContact | null>`${directives.named} -> 'contact'`,
      office: lineOf(units),
      receiver: lineOf(receiver as unknown as typeof units),
    })
    .from(directives)
    .innerJoin(units, eq(units.id, directives.issuerId))
    .leftJoin(duties, eq(duties.directiveId, directives.id))
    .leftJoin(receiver, eq(receiver.id, duties.reportToId))
    .where(inArray(directives.id, directiveIds))
    .orderBy(desc(directives.issuedAt), desc(directives.id), asc(duties.id));
  const [rows, staff] = await Promise.all([reading, findStaff(db, behind)]);
  const firsts = rows.filter((row, at) => rows.findIndex(({ id }) => id === row.id) === at);
  return withStaff(
    staff,
    firsts.map(({ id, named, office, receiver: receives }) => ({ directive: id, named, office, receiver: receives })),
  );
}

/** The contacts of people without a directive: the offices above their units, else those units themselves. */
export async function findOfficesAbove(db: Db, unitIds: number[]): Promise<OfficeContact[]> {
  if (unitIds.length === 0) return [];
  const offered = db
    .select({ id: sql<number>`coalesce(${units.parentId}, ${units.id})` })
    .from(units)
    .where(inArray(units.id, unitIds));
  const reading = db
    .select({ own: lineOf(units), above: lineOf(above as unknown as typeof units) })
    .from(units)
    .leftJoin(above, eq(above.id, units.parentId))
    .where(inArray(units.id, unitIds))
    .orderBy(asc(units.position));
  const [rows, staff] = await Promise.all([reading, findStaff(db, offered)]);
  const offices = rows.map(({ own, above: parent }) => parent ?? own);
  return withStaff(
    staff,
    offices.map((office) => ({ directive: null, office, receiver: null })),
  );
}

type Found = { directive: number | null; named?: NamedContact | null; office: Office; receiver: Office | null };

/** The staff of offices, the first registered first. */
const findStaff = (db: Db, offices: SQLWrapper) =>
  db
    .select({ unitId: unitRoles.unitId, name: people.name, phone: people.phone })
    .from(unitRoles)
    .innerJoin(people, eq(people.id, unitRoles.personId))
    .where(
      and(
        inArray(unitRoles.unitId, offices),
        eq(unitRoles.role, 'staff'),
        eq(unitRoles.state, 'agreed'),
        isNull(unitRoles.to),
      ),
    )
    .orderBy(asc(unitRoles.id));

function withStaff(rows: Awaited<ReturnType<typeof findStaff>>, found: Found[]): OfficeContact[] {
  return found.map(({ directive, named, office, receiver: receives }) => ({
    directive,
    ...(named && { named }),
    office: told(office),
    receiver: receives && told(receives),
    staff: rows
      .filter(({ unitId }) => unitId === office.id || unitId === receives?.id)
      .map(({ name, phone }) => ({ name, phone })),
  }));
}

const told = ({ name, headName, headTitle, phone }: Office): OfficeLine => ({ name, headName, headTitle, phone });
