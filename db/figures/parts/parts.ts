/**
 * Parts of a round or directive: the units whose ids divided by 128 give the same. What a part comes to is kept, and counts as long as
 * nothing changes in it: triggers say in `figure_changes` what has changed. Those parts are added up anew by whoever reads, and kept again
 * by a job (`add-up.ts`). So figures cost a row a part, and equal a recount at every instant.
 */
import { and, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Db } from '../../database.ts';
import { inArray } from '../../engine/lists.ts';
import { byKey } from '../../engine/statements/plan.ts';
import { figureChanges, figureReach } from '../../schema/tables.ts';

export const part = sql<number>`p.part`;

/** The rows of a table that belong to some parts, each as `of_part.id` beside its `part`; to be joined by `isOfPart`. */
function rowsIn(parts: readonly number[], table: 'obligations' | 'assignments', key: SQL): SQL {
  // `offset 0` keeps the server from reading the whole round where it takes the range for a wide one.
  return sql`unnest(${`{${parts.join()}}`}::int[]) as p (part) cross join lateral (
    select id from ${sql.identifier(table)}
    where ${key} and unit_id >= (p.part << 7) and unit_id < ((p.part + 1) << 7) and ${byKey} offset 0) as of_part`;
}

/** The obligations of a round in some parts. */
export const obligationsIn = (parts: readonly number[], roundId: number): SQL =>
  rowsIn(parts, 'obligations', sql`round_id = ${roundId}::int`);

/** The assignments of a directive in some parts. */
export const assignmentsIn = (parts: readonly number[], directiveId: number): SQL =>
  rowsIn(parts, 'assignments', sql`directive_id = ${directiveId}::int`);

export const isOfPart = (id: SQLWrapper): SQL => sql`${id} = of_part.id`;

/** A part, and where the first of the units that are looked for in it stands in administrative order. */
export type PartAt = { part: number; firstAt: number };

/** The parts of a round in which something has changed since they were kept. */
export async function findChangedParts(db: Db, roundId: number): Promise<number[]> {
  const rows = await db
    .selectDistinct({ part: figureChanges.part })
    .from(figureChanges)
    .where(and(eq(figureChanges.of, 'round'), eq(figureChanges.key, roundId)));
  return rows.map((row) => row.part);
}

/** The parts of a directive in which somebody was told, acknowledged, came or went since they were kept. */
export async function findChangedReach(db: Db, directiveId: number): Promise<number[]> {
  const changed = db
    .select({ part: figureChanges.part })
    .from(figureChanges)
    .where(and(eq(figureChanges.of, 'directive'), inArray(figureChanges.key, [0, directiveId])));
  const stale = db
    .select({ part: figureReach.part })
    .from(figureReach)
    .where(and(eq(figureReach.directiveId, directiveId), sql`${figureReach.isStale}`));
  const rows = await changed.union(stale);
  return rows.map((row) => row.part);
}
