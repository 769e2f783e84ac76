/** Who owes in a round, without a row of each: how many, the first of them, and ids. Columns are written out, and ids come as one text. */
import { type SQL, sql } from 'drizzle-orm';
import { graceMs } from '../../core/reminders/promise.ts';
import type { Beginning } from '../../core/roster/beginning.ts';
import type { UnitRef } from '../../core/roster/person.ts';
import type { Db } from '../database.ts';
import { rowsOf } from '../engine/rows.ts';

const at = (instant: Date): SQL => sql`${instant.toISOString()}::timestamptz`;

/** Its people said when they will report, and that time has not come. */
const isPromised = (now: Date): SQL => sql`exists (select 1 from promises p
  where p.obligation_id = o.id and p.state = 'waiting' and p.until > ${at(new Date(now.getTime() - graceMs))})`;

/** Owes in the round, answers to nobody else, and has no more time than the round gives, or none any more. */
const isNamed = (roundId: number, now: Date): SQL => sql`o.round_id = ${roundId}::int and o.state = 'owed'
  and o.consolidator_id is null and (o.due is null or o.due <= ${at(now)})`;

/** How many may be named as owing in a round at `now` (civil), and the first of them in administrative order. */
export async function findFirstNamed(
  db: Db,
  roundId: number,
  { now, most }: { now: Date; most: number },
): Promise<Beginning<UnitRef>> {
  const rows = rowsOf<UnitRef & { all: number }>(
    // All are counted, so the server must not look for the first in the order of all units.
    await db.execute(sql`with named as materialized (
        select u.id, u.code, u.name, u.position from obligations o join units u on u.id = o.unit_id
        where ${isNamed(roundId, now)})
      select id, code, name, (select count(*) from named)::int as "all"
      from named order by position, id limit ${most}::int`),
  );
  return { count: rows[0]?.all ?? 0, first: rows.map(({ id, code, name }) => ({ id, code, name })) };
}

/** Of those right below a unit: the units that did not say when they will report, by id in administrative order, and how many did. */
export async function listNamedBelow(
  db: Db,
  roundId: number,
  { parentId, now }: { parentId: number; now: Date },
): Promise<{ ids: number[]; promised: number }> {
  const [row] = rowsOf<{ ids: string; promised: number }>(
    await db.execute(sql`select coalesce(json_agg(id order by position, id) filter (where not promised), '[]')::text as ids,
        (count(*) filter (where promised))::int as promised
      from (select u.id, u.position, ${isPromised(now)} as promised from obligations o join units u on u.id = o.unit_id
        where ${isNamed(roundId, now)} and u.parent_id = ${parentId}::int) below`),
  );
  return { ids: JSON.parse(row?.ids ?? '[]') as number[], promised: row?.promised ?? 0 };
}

/**
 * The debts of a deadline by the unit above, by id in administrative order; those that were promised are left out, and those right
 * below `but`. `own`: the deadline is not the round's, but one that only some units have.
 */
export async function listOwedByParent(
  db: Db,
  roundId: number,
  { own, but, now }: { own: Date | null; but: number; now: Date },
): Promise<Map<number, number[]>> {
  const rows = rowsOf<{ parent: number; ids: string }>(
    await db.execute(sql`select u.parent_id as parent, json_agg(o.id order by u.position, u.id)::text as ids
      from obligations o join units u on u.id = o.unit_id
      where o.round_id = ${roundId}::int and o.state = 'owed' and u.parent_id <> ${but}::int
        and ${own === null ? sql`o.due is null` : sql`o.due = ${at(own)}`} and not ${isPromised(now)}
      group by u.parent_id order by u.parent_id`),
  );
  return new Map(rows.map(({ parent, ids }) => [parent, JSON.parse(ids) as number[]]));
}

/** Debts with their units, in the order of their ids as they are given. */
export async function readOwing(db: Db, ids: readonly number[]): Promise<{ id: number; unit: UnitRef }[]> {
  const rows = rowsOf<{ id: number; unit: number; code: string; name: string }>(
    await db.execute(sql`select o.id, u.id as unit, u.code, u.name
      from unnest(${`{${ids.join()}}`}::int[]) with ordinality as t (id, n)
      join obligations o on o.id = t.id join units u on u.id = o.unit_id order by t.n`),
  );
  return rows.map(({ id, unit, code, name }) => ({ id, unit: { id: unit, code, name } }));
}
