/** The epochs of the database, and what is held back since it was put back to an earlier state. */
import { randomUUID } from 'node:crypto';
import { and, count, desc, eq, max, sql } from 'drizzle-orm';
import type { Hold, HoldEnd } from '../../core/time/epoch.ts';
import type { Db } from '../database.ts';
import { epochs, inbox, outbox } from '../schema/tables.ts';

export type Epoch = typeof epochs.$inferSelect;

/** The epoch that runs; undefined in a database that no service has run on. */
export async function readEpoch(db: Db): Promise<Epoch | undefined> {
  const [newest] = await db.select().from(epochs).orderBy(desc(epochs.counter)).limit(1);
  return newest;
}

/** Whether anything ever came in or was to go out. */
export async function hasPast(db: Db): Promise<boolean> {
  return (await db.$count(inbox)) > 0 || (await db.$count(outbox)) > 0;
}

/** Begins the first epoch. */
export async function beginEpoch(db: Db, machineNow: Date): Promise<void> {
  await db.insert(epochs).values({ counter: 1, id: randomUUID(), begunAt: machineNow, beatAt: machineNow });
}

/**
 * Begins another epoch: the database was put back to a state of `keptUntil` (null: nobody knows). What waits to be sent
 * is held back from now on, also what was under way then. Returns how many requests.
 */
export async function beginRestoredEpoch(db: Db, keptUntil: Date | null, machineNow: Date): Promise<number> {
  const counter = ((await readEpoch(db))?.counter ?? 0) + 1;
  const begun = { counter, id: randomUUID(), begunAt: machineNow, beatAt: machineNow };
  await db.insert(epochs).values({ ...begun, keptUntil, hold: 'held' });
  const held = await db
    .update(outbox)
    .set({ state: 'queued', isHeld: true })
    .where(sql`${outbox.state} in ('queued', 'sending')`)
    .returning({ id: outbox.id });
  return held.length;
}

/** Counts one more beat of the epoch that runs, and returns it; undefined where there is none. */
export async function beatEpoch(db: Db, machineNow: Date): Promise<Epoch | undefined> {
  const newest = db.select({ counter: max(epochs.counter) }).from(epochs);
  const [beaten] = await db
    .update(epochs)
    .set({ beat: sql`${epochs.beat} + 1`, beatAt: machineNow })
    .where(eq(epochs.counter, newest))
    .returning();
  return beaten;
}

const isHeldBack = and(eq(outbox.isHeld, true), eq(outbox.state, 'queued'));

/** Whether what waits is held back. */
export const isHolding = async (db: Db): Promise<boolean> => (await readEpoch(db))?.hold === 'held';

/** What is held back, counted; undefined where nothing is. */
export async function readHold(db: Db): Promise<Hold | undefined> {
  const newest = await readEpoch(db);
  if (newest?.hold !== 'held') return undefined;
  const [row] = await db.select({ requests: count() }).from(outbox).where(isHeldBack);
  return {
    epoch: newest.id,
    keptUntil: newest.keptUntil,
    restoredAt: newest.begunAt,
    requests: row?.requests ?? 0,
  };
}

/** Keeps what was decided of the hold, at civil time; false where there is none any more. */
export async function closeHold(db: Db, as: HoldEnd, { by, at }: { by: number | null; at: Date }): Promise<boolean> {
  const newest = await readEpoch(db);
  if (!newest) return false;
  const closed = await db
    .update(epochs)
    .set({ hold: as, decidedAt: at, decidedBy: by })
    .where(and(eq(epochs.counter, newest.counter), eq(epochs.hold, 'held')))
    .returning({ id: epochs.id });
  return closed.length > 0;
}
