import { and, eq, gte, isNotNull, sql } from 'drizzle-orm';
import type { ChannelName } from '../../core/channels/address.ts';
import type { MessageKind } from '../../core/delivery/message.ts';
import type { Db } from '../database.ts';
import { messages, outbox } from '../schema/tables.ts';

/** Requests that are not sent any more although they may not have arrived. */
export type GivenUp = { directive: number | null; kind: MessageKind; requests: number; people: number };

/** Counts what was given up, by directive and kind of message; the newest directive first. */
export function countGivenUp(db: Db): Promise<GivenUp[]> {
  const directive = sql<number | null>`coalesce(${messages.directiveId}, (
    select a.directive_id from assignments a where a.id = ${messages.delivers}))`;
  return db
    .select({
      directive,
      kind: outbox.kind,
      requests: sql<number>`count(*)::int`,
      people: sql<number>`count(distinct (${messages.recipientType}, ${messages.recipientId}))::int`,
    })
    .from(outbox)
    .innerJoin(messages, sql`${messages.id} = ${outbox.messageId}`)
    .where(isNotNull(outbox.givenUp))
    .groupBy(sql`1`, outbox.kind)
    .orderBy(sql`1 desc nulls last`, outbox.kind);
}

/** How many requests of a channel were given up for doubts since then, machine time. */
export const countDoubtsGivenUp = (db: Db, channel: ChannelName, since: Date): Promise<number> =>
  db.$count(outbox, and(eq(outbox.channel, channel), eq(outbox.givenUp, 'doubts'), gte(outbox.doubtedAt, since)));
