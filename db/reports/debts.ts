/** A debt while something is done to it: locked, looked at, set. */
import { and, asc, eq, ne, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { directives, duties, obligations, rounds } from '../schema/tables.ts';

/** Locks an obligation for the rest of the transaction, so that two people of one unit report one after the other. */
export const lockObligation = (db: Db, id: number): Promise<void> => lockObligations(db, [id]);

/** The same for several, in one order for all who do so. */
export async function lockObligations(db: Db, ids: readonly number[]): Promise<void> {
  await db
    .select({ id: obligations.id })
    .from(obligations)
    .where(inArray(obligations.id, ids))
    .orderBy(asc(obligations.id))
    .for('update');
}

/** The directive of a debt, how it stands, the unit, the round, and the revision in force (0: none is). */
export async function readDirectiveOf(db: Db, id: number) {
  const [row] = await db
    .select({
      directive: directives.id,
      state: directives.state,
      unit: obligations.unitId,
      round: obligations.roundId,
      revision: sql<number>`coalesce((select r.revision from reports r where r.id = ${obligations.currentReportId}), 0)`,
    })
    .from(obligations)
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .innerJoin(directives, eq(directives.id, duties.directiveId))
    .where(eq(obligations.id, id));
  if (!row) throw new Error(`obligation ${id} is gone`);
  return row;
}

/** Sets how debts stand that nobody has reported. */
export async function setDebts(db: Db, ids: number[], state: 'owed' | 'excused'): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(obligations)
    .set({ state })
    .where(and(inArray(obligations.id, ids), ne(obligations.state, 'reported')));
}
