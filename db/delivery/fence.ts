/**
 * The fence of whoever leads. A leader whose lock was lost unnoticed may still run; its term is over in the database, and
 * every claim and every outcome asks there.
 */
import { and, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { leadership, outbox } from '../schema/tables.ts';
import type { OutboxRow } from './queue.ts';

/** The right to send, for as long as no later term has begun. */
export type Fence = { term: number };

/** Begins a new term; every fence of before is down from then on. `at` is machine time. */
export async function beginTerm(db: Db, owner: string, at: Date): Promise<Fence> {
  const [row] = await db
    .insert(leadership)
    .values({ term: 1, owner, since: at })
    .onConflictDoUpdate({
      target: leadership.id,
      set: { term: sql`${leadership.term} + 1`, owner, since: at },
    })
    .returning({ term: leadership.term });
  if (!row) throw new Error('the row of the leader was neither written nor changed');
  return row;
}

/** Writes the row of the leader anew; false where a later term has begun. */
export async function touchTerm(db: Db, { term }: Fence): Promise<boolean> {
  const rows = await db
    .update(leadership)
    .set({ beat: sql`${leadership.beat} + 1` })
    .where(eq(leadership.term, term))
    .returning({ term: leadership.term });
  return rows.length > 0;
}

/** How far the leader's pulse has come; undefined where nobody has led yet. A leader that lives moves it every two seconds. */
export async function readBeat(db: Db): Promise<string | undefined> {
  const [row] = await db.select({ term: leadership.term, beat: leadership.beat }).from(leadership);
  return row && `${row.term}:${row.beat}`;
}

/** No later term has begun. */
export const stands = ({ term }: { term: number | SQLWrapper }): SQL =>
  sql`exists (select 1 from leadership l where l.id = 1 and l.term = ${term})`;

/** Locks a claimed request and says whether the claim still stands: nobody has settled it, or claimed it again. */
export async function holdsClaim(tx: Db, { id, tries, claimTerm }: OutboxRow): Promise<boolean> {
  const rows = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.id, id),
        eq(outbox.state, 'sending'),
        eq(outbox.tries, tries),
        sql`${outbox.claimTerm} is not distinct from ${claimTerm}`,
      ),
    )
    .for('update');
  return rows.length > 0;
}
