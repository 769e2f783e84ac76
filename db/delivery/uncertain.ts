/** Counts and lists of the outbox, for `status` and the metrics. */
import { eq, sql } from 'drizzle-orm';
import type { ChannelName } from '../../core/channels/address.ts';
import type { Db } from '../database.ts';
import { messages, outbox } from '../schema/tables.ts';
import { isDoubtful, isPending } from './standing.ts';

/** How many requests of a channel are pending, and how many are doubtful. */
export type QueueState = { channel: ChannelName; queued: number; uncertain: number };

/** Counts the pending and the doubtful requests of each channel. */
export async function countQueues(db: Db): Promise<QueueState[]> {
  const rows = await db
    .select({
      channel: outbox.channel,
      queued: sql<number>`(count(*) filter (where ${isPending()}))::int`,
      uncertain: sql<number>`(count(*) filter (where ${isDoubtful}))::int`,
    })
    .from(outbox)
    .groupBy(outbox.channel);
  return rows;
}

/** A request that may have arrived twice or not at all. */
export type UncertainRow = {
  id: number;
  channel: ChannelName;
  kind: string;
  meaning: string;
  attempt: number;
  reason: string | null;
};

/** Every request that may have happened twice or not at all. */
export function listUncertain(db: Db): Promise<UncertainRow[]> {
  return db
    .select({
      id: outbox.id,
      channel: outbox.channel,
      kind: outbox.kind,
      meaning: messages.meaning,
      attempt: outbox.attempt,
      reason: outbox.reason,
    })
    .from(outbox)
    .innerJoin(messages, eq(messages.id, outbox.messageId))
    .where(isDoubtful)
    .orderBy(outbox.id)
    .limit(500);
}
