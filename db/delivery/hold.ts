/** What waited when the database was put back, and is held back since (db/schema/epochs.ts). */
import { and, eq, lt } from 'drizzle-orm';
import type { MessageKind } from '../../core/delivery/message.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { outbox } from '../schema/tables.ts';
import { changeRequests, type RequestFact } from './settle.ts';

const isHeldBack = and(eq(outbox.isHeld, true), eq(outbox.state, 'queued'));

/** Lets it go out; returns how many requests. */
export async function releaseHeldRequests(db: Db): Promise<number> {
  const rows = await db.update(outbox).set({ isHeld: false }).where(isHeldBack).returning({ id: outbox.id });
  return rows.length;
}

/** Kinds that say how things stood when they were written. */
const momentary: MessageKind[] = ['reminder', 'group', 'card', 'summary', 'calls'];

/** Withdraws what says how things stood before an instant of civil time; returns how many requests. */
export async function withdrawStale(db: Db, before: Date, now: Date): Promise<number> {
  const rows = await db
    .update(outbox)
    .set({ state: 'withdrawn', isHeld: false, reason: 'too old after a restore', settledAt: now })
    .where(and(isHeldBack, inArray(outbox.kind, momentary), lt(outbox.createdAt, before)))
    .returning({ id: outbox.id });
  return rows.length;
}

/** Gives it up. Nobody knows whether it went out in the time that is lost: it stands as doubtful and is not said again. */
export function dropHeldRequests(db: Db, now: Date): Promise<RequestFact[]> {
  const dropped = { state: 'uncertain' as const, isHeld: false, settledAt: now, reason: 'dropped after a restore' };
  return changeRequests(db, dropped, isHeldBack);
}
