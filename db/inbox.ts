import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { Inbound } from '../core/channel.ts';
import type { Db } from './database.ts';
import { inbox } from './schema.ts';

/** Keeps what came in, once. Returns its id; undefined when it is there already. */
export async function storeInbound(db: Db, inbound: Inbound, now: Date): Promise<number | undefined> {
  const [row] = await db
    .insert(inbox)
    .values({ ...identity(inbound), inbound, receivedAt: now, state: 'done' })
    .onConflictDoNothing()
    .returning({ id: inbox.id });
  return row?.id;
}

const identity = (inbound: Inbound) => ({
  channel: inbound.channel,
  externalId: inbound.externalId,
  contentKey: inbound.contentKey ?? null,
});

/** Keeps what could not be handled, to be tried again at `retryAt` (machine time). */
export async function storeFailed(db: Db, inbound: Inbound, now: Date, retryAt: Date, error: string): Promise<void> {
  await db
    .insert(inbox)
    .values({ ...identity(inbound), inbound, receivedAt: now, state: 'failed', retryAt, error })
    .onConflictDoNothing();
}

export type FailedInbound = { id: number; inbound: Inbound; attempts: number };

/** What is to be tried again at `now` (machine time), oldest first. */
export function findFailed(db: Db, now: Date, limit = 20): Promise<FailedInbound[]> {
  return db
    .select({ id: inbox.id, inbound: inbox.inbound, attempts: inbox.attempts })
    .from(inbox)
    .where(and(eq(inbox.state, 'failed'), lte(inbox.retryAt, now)))
    .orderBy(asc(inbox.id))
    .limit(limit);
}

/** Takes a failed row for handling in this transaction; false when another has it. */
export async function takeFailed(db: Db, id: number): Promise<boolean> {
  const taken = await db
    .update(inbox)
    .set({ state: 'done', error: null, retryAt: null })
    .where(and(eq(inbox.id, id), eq(inbox.state, 'failed')))
    .returning({ id: inbox.id });
  return taken.length > 0;
}

/** Notes another failure; without `retryAt` the row is set aside for a person to look at. */
export async function postponeFailed(db: Db, id: number, retryAt: Date | null, error: string): Promise<void> {
  await db
    .update(inbox)
    .set({ state: retryAt ? 'failed' : 'set-aside', attempts: sql`${inbox.attempts} + 1`, retryAt, error })
    .where(eq(inbox.id, id));
}

export async function noteAccount(db: Db, id: number, accountId: number): Promise<void> {
  await db.update(inbox).set({ accountId }).where(eq(inbox.id, id));
}

export type SetAside = { id: number; channel: string; at: Date; attempts: number; error: string | null };

/** What was given up on, for `status`. */
export function listSetAside(db: Db): Promise<SetAside[]> {
  return db
    .select({
      id: inbox.id,
      channel: inbox.channel,
      at: inbox.receivedAt,
      attempts: inbox.attempts,
      error: inbox.error,
    })
    .from(inbox)
    .where(eq(inbox.state, 'set-aside'))
    .orderBy(asc(inbox.id))
    .limit(100);
}
