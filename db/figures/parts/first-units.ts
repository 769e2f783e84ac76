/** The first units of long lists, in administrative order, found in the few parts that they stand in. */
import { and, asc, eq, gt, isNotNull, sql } from 'drizzle-orm';
import type { UnreachableReason } from '../../../core/figures/summary.ts';
import type { UnitRef } from '../../../core/roster/person.ts';
import type { Db } from '../../database.ts';
import { reasonOfUnit } from '../../delivery/reachability.ts';
import { rowsOf } from '../../engine/rows.ts';
import { obligations, units } from '../../schema/tables.ts';
import { findOwingParts } from './counts.ts';
import { assignmentsIn, isOfPart, obligationsIn, type PartAt } from './parts.ts';
import { findUnreachedParts } from './reach.ts';

/** So many units of a list, and which parts have changed (`findChangedParts`, `findChangedReach`). */
type FirstOf = { changed: readonly number[]; most: number };

const ref = { id: units.id, code: units.code, name: units.name };

/** In so many parts the first units mostly stand: those of a part stand behind one another, where a roster was imported in order. */
const fewParts = 3;

/** The first `most` units that `list` finds in these parts, which come in the order of their first units. */
export async function firstIn<U extends { position: number }>(
  parts: readonly PartAt[],
  most: number,
  list: (parts: number[]) => Promise<U[]>,
): Promise<U[]> {
  if (parts.length === 0) return [];
  const found = await list(parts.slice(0, fewParts).map(({ part }) => part));
  const next = parts[fewParts];
  const last = found[most - 1];
  return !next || (last && last.position <= next.firstAt) ? found : list(parts.map(({ part }) => part));
}

/** The first units that owe in a round; `after` looks among those that have more time than until then. */
export async function findFirstOwing(
  db: Db,
  roundId: number,
  { after, ...of }: FirstOf & { after?: Date },
): Promise<{ unit: UnitRef; due: Date | null }[]> {
  const hasMoreTime = after && and(isNotNull(obligations.extendedAt), gt(obligations.due, after));
  return firstIn(await findOwingParts(db, roundId, { ...of, after }), of.most, (parts) =>
    db
      .select({ unit: ref, due: obligations.due, position: units.position })
      .from(obligationsIn(parts, roundId))
      .innerJoin(obligations, isOfPart(obligations.id))
      .innerJoin(units, eq(units.id, obligations.unitId))
      .where(and(eq(obligations.state, 'owed'), hasMoreTime))
      .orderBy(asc(units.position), asc(units.id))
      .limit(of.most),
  );
}

/** The first units of a directive that nobody can be told anything for, and why. */
export async function findFirstUnreached(
  db: Db,
  directiveId: number,
  of: FirstOf,
): Promise<{ unit: UnitRef; reason: UnreachableReason }[]> {
  // In their order, and one after another: why a unit cannot be told is looked up until enough are found.
  const list = async (parts: number[]) =>
    rowsOf<UnitRef & { reason: UnreachableReason; position: number }>(
      await db.execute(sql`select unit_id as id, code, name, position, reason
        from (select assignments.*, ${reasonOfUnit} as reason
          from (select a.id, a.unit_id, a.delivered_at, u.code, u.name, u.position
            from ${assignmentsIn(parts, directiveId)}
            join assignments a on ${isOfPart(sql`a.id`)}
            join units u on u.id = a.unit_id
            order by u.position, u.id offset 0) as assignments offset 0) each_unit
        where reason is not null limit ${of.most}`),
    );
  const found = await firstIn(await findUnreachedParts(db, directiveId, of), of.most, list);
  return found.map(({ id, code, name, reason }) => ({ unit: { id, code, name }, reason }));
}
