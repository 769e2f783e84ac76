/** Units that somebody names, or whose number they give: of many units few are looked at. */
import { and, asc, eq, or, sql } from 'drizzle-orm';
import type { UnitSought } from '../../core/roster/unit-search.ts';
import type { Db } from '../database.ts';
import { units } from '../schema/tables.ts';
import { isCodeLike, isNamedLike } from './named-like.ts';
import { isUnder } from './rights.ts';
import { isValidOn } from './units.ts';

/** A unit as a search looks at it. */
export type NamedUnit = { id: number; code: string; name: string; aliases: string[] };

/**
 * The units that `unitsSought` may find among those over which the staff of these offices have rights, in administrative order: all whose
 * names have letters alike. `day` is a civil date.
 */
export const listUnitsAlikeUnder = (
  db: Db,
  { day, offices }: { day: string; offices: readonly number[] },
  sought: UnitSought,
): Promise<NamedUnit[]> => {
  const { id, code, name, aliases } = units;
  const isLike = 'unit' in sought ? eq(id, sought.unit) : or(isNamedLike(sought.words), isCodeLike(sought.words));
  const alike = db
    .select({ id, code, name, aliases, position: units.position })
    .from(units)
    .where(and(isValidOn(day), isLike))
    // A right costs more to look up than a name.
    .offset(0)
    .as('alike');
  return db
    .select({ id: alike.id, code: alike.code, name: alike.name, aliases: alike.aliases })
    .from(alike)
    .where(isUnder(alike.id, offices))
    .orderBy(asc(alike.position), asc(alike.id));
};

/** The units on a civil date whose telephone cell has these digits in a row, whatever stands between them. */
export const listUnitsWithDigits = (
  db: Db,
  day: string,
  digits: string,
): Promise<{ id: number; code: string; name: string; kind: string; phone: string | null }[]> => {
  const { id, code, name, kind, phone } = units;
  return db
    .select({ id, code, name, kind, phone })
    .from(units)
    .where(and(isValidOn(day), sql`regexp_replace(${phone}, '[^0-9]', '', 'g') like ${`%${digits}%`}`))
    .orderBy(asc(units.position), asc(units.id));
};
