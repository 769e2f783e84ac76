import { and, asc, eq, gte, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { AudienceUnit } from '../../core/directives/audience.ts';
import type { UnitRef } from '../../core/roster/person.ts';
import type { KeptUnit, RosterChange } from '../../core/roster/roster-change.ts';
import type { Db } from '../database.ts';
import { chunks } from '../engine/chunks.ts';
import { inArray } from '../engine/lists.ts';
import { units } from '../schema/tables.ts';
import { isUnder } from './rights.ts';

/** A unit of the roster with its parent's code. */
export type Unit = KeptUnit & { id: number; parentId: number | null; parentCode: string | null; tags: string[] };

/** The units valid on a civil date ('YYYY-MM-DD', both ends of the validity included), in administrative order. */
export async function listUnits(db: Db, day: string): Promise<Unit[]> {
  const parent = alias(units, 'parent');
  const { id, code, name, kind, parentId, aliases, tags, staff, headName, headTitle, phone, position } = units;
  const kept = { id, code, name, kind, parentId, aliases, tags, staff, headName, headTitle, phone, position };
  const pages = inPages((after) =>
    db
      .select({ ...kept, parentCode: parent.code })
      .from(units)
      .leftJoin(parent, eq(parent.id, units.parentId))
      .where(and(isValidOn(day), isBehind(after)))
      .orderBy(asc(units.position), asc(units.id))
      .limit(unitsAtOnce),
  );
  const found: Unit[] = [];
  for await (const rows of pages) for (const row of rows) found.push({ ...row, parent: row.parentCode });
  return found;
}

/** Whether a unit over which the staff of these offices have rights has this code on a civil date. */
export async function isUnitUnder(
  db: Db,
  { code, day, offices }: { code: string; day: string; offices: readonly number[] },
): Promise<boolean> {
  const isThere = and(eq(units.code, code), isValidOn(day), isUnder(units.id, offices));
  const rows = await db.select({ id: units.id }).from(units).where(isThere).limit(1);
  return rows.length > 0;
}

/** Whether a unit is valid on a civil date. The query has `units`. */
export const isValidOn = (day: string): SQL | undefined =>
  and(lte(units.validFrom, day), or(isNull(units.validTo), gte(units.validTo, day)));

/** A unit as an audience looks at it. */
export type AudienceRow = AudienceUnit & { id: number };

/** The units valid on a civil date in administrative order, page by page; one page at least, and none is kept here. */
export function readRosterInPages(db: Db, day: string): AsyncGenerator<AudienceRow[]> {
  const parent = alias(units, 'parent');
  const { id, code, kind, tags, position } = units;
  return inPages((after) =>
    db
      .select({ id, code, kind, tags, position, parentCode: parent.code })
      .from(units)
      .leftJoin(parent, eq(parent.id, units.parentId))
      .where(and(isValidOn(day), isBehind(after)))
      .orderBy(asc(units.position), asc(units.id))
      .limit(unitsAtOnce),
  );
}

/** Of the units valid on a civil date those with these codes, as an audience looks at them. */
export async function readAudienceRows(db: Db, day: string, codes: readonly string[]): Promise<AudienceRow[]> {
  const parent = alias(units, 'parent');
  const { id, code, kind, tags } = units;
  return db
    .select({ id, code, kind, tags, parentCode: parent.code })
    .from(units)
    .leftJoin(parent, eq(parent.id, units.parentId))
    .where(and(isValidOn(day), inArray(units.code, codes)))
    .orderBy(asc(units.position), asc(units.id));
}

type Place = { position: number; id: number };

const isBehind = ({ position, id }: Place): SQL =>
  sql`(${units.position}, ${units.id}) > (${position}::int, ${id}::int)`;

async function* inPages<T extends Place>(read: (after: Place) => Promise<T[]>): AsyncGenerator<T[]> {
  for (let after: Place = { position: -(2 ** 31), id: 0 }; ; ) {
    const rows = await read(after);
    yield rows;
    const last = rows[unitsAtOnce - 1];
    if (!last) return;
    after = last;
  }
}

/** Units of one answer of the database: between two of them others have their turn. */
const unitsAtOnce = 1000;

/**
 * Writes the changes of a roster's file inside the transaction `tx`; `current` are the units it was compared with. Every
 * parent named must be among `current` or be added.
 */
export async function saveRoster(tx: Db, changes: readonly RosterChange[], current: readonly Unit[]): Promise<void> {
  const ids = new Map(current.map((unit) => [unit.code, unit.id]));
  const added = changes.filter((change) => change.type === 'add').map(({ unit: { parent: _, ...unit } }) => unit);
  for (const piece of chunks(added)) {
    const rows = await tx.insert(units).values(piece).returning({ id: units.id, code: units.code });
    for (const row of rows) ids.set(row.code, row.id);
  }
  for (const { type, unit } of changes) {
    const { parent: _, ...fields } = unit;
    if (type === 'change')
      await tx
        .update(units)
        .set(fields)
        .where(eq(units.id, idOf(ids, unit.code)));
  }
  const children = new Map<string | null, number[]>();
  for (const { unit } of changes) {
    const below = children.get(unit.parent) ?? [];
    if (below.length === 0) children.set(unit.parent, below);
    below.push(idOf(ids, unit.code));
  }
  for (const [parent, below] of children) {
    const parentId = parent === null ? null : idOf(ids, parent);
    for (const piece of chunks(below)) await tx.update(units).set({ parentId }).where(inArray(units.id, piece));
  }
}

function idOf(ids: ReadonlyMap<string, number>, code: string): number {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`unit ${code} is not in the roster`);
  return id;
}

/** Makes imports of rosters and drafts go one after another; held until the transaction ends. */
export async function lockRoster(tx: Db): Promise<void> {
  await tx.execute(sql`lock table ${units} in share row exclusive mode`);
}

/** Whom to phone in units, in administrative order. */
export function listContacts(db: Db, ids: number[]) {
  const { id, code, name, kind, headName, headTitle, phone } = units;
  return db
    .select({ id, code, name, kind, headName, headTitle, phone })
    .from(units)
    .where(inArray(units.id, ids))
    .orderBy(asc(units.position), asc(units.id));
}

/** Units by their ids, in the order of these. */
export async function readUnitRefs(db: Db, ids: readonly number[]): Promise<UnitRef[]> {
  const rows = await db
    .select({ id: units.id, code: units.code, name: units.name })
    .from(units)
    .where(inArray(units.id, ids));
  const refs = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => refs.get(id) ?? []);
}

/** How many units stand right below one, of those that are still valid. */
export async function countUnitsBelow(db: Db, parentId: number): Promise<number> {
  const rows = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(units)
    .where(and(eq(units.parentId, parentId), isNull(units.validTo)));
  return rows[0]?.count ?? 0;
}
