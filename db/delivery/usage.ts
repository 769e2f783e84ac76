import { and, gte, sql } from 'drizzle-orm';
import type { ChannelName } from '../../core/channels/address.ts';
import type { Db } from '../database.ts';
import { outbox } from '../schema/tables.ts';

/** What each channel has taken from its budget since an instant of machine time. The outbox is the ledger. */
export async function countCosts(db: Db, since: Date): Promise<Map<ChannelName, number>> {
  const rows = await db
    .select({ channel: outbox.channel, used: sql<number>`coalesce(sum(${outbox.cost}), 0)::int` })
    .from(outbox)
    .where(and(gte(outbox.sentAt, since), sql`${outbox.cost} > 0`))
    .groupBy(outbox.channel);
  return new Map(rows.map(({ channel, used }) => [channel, used]));
}
