/** Messages that wait on a channel which does not work. */
import { and, eq, not } from 'drizzle-orm';
import type { ChannelName } from '../../core/channels/address.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { messages, outbox } from '../schema/tables.ts';
import { hasLeft } from './standing.ts';

/** Kinds that nobody asked for. An answer stays on the channel where it was asked for. */
const unsolicited = ['tasks', 'reminder', 'summary'] as const;

/** Unsolicited messages to people of which every request waits on one of these channels, oldest first. */
export async function findStuck(
  db: Db,
  channels: ChannelName[],
  limit: number,
): Promise<{ messageId: number; personId: number }[]> {
  if (channels.length === 0) return [];
  return db
    .selectDistinct({ messageId: messages.id, personId: messages.recipientId })
    .from(outbox)
    .innerJoin(messages, eq(messages.id, outbox.messageId))
    .where(
      and(
        eq(outbox.state, 'queued'),
        inArray(outbox.channel, channels),
        inArray(outbox.kind, [...unsolicited]),
        eq(messages.recipientType, 'person'),
        not(hasLeft),
      ),
    )
    .orderBy(messages.id)
    .limit(limit);
}

/** Withdraws the waiting requests of these messages. Returns the messages that had one. */
export async function withdrawStuck(db: Db, messageIds: number[], now: Date): Promise<number[]> {
  if (messageIds.length === 0) return [];
  const rows = await db
    .update(outbox)
    .set({ state: 'withdrawn', reason: 'the channel is down', settledAt: now })
    .where(and(inArray(outbox.messageId, messageIds), eq(outbox.state, 'queued')))
    .returning({ messageId: outbox.messageId });
  return [...new Set(rows.map(({ messageId }) => messageId))];
}
