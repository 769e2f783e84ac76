import { gte } from 'drizzle-orm';
import type { ChannelName } from '../../core/channels/address.ts';
import type { Db } from '../database.ts';
import { channelAllowances } from '../schema/tables.ts';

/** What a platform said last may still be sent on a channel. */
export type Allowance = typeof channelAllowances.$inferSelect;

/** Keeps what a platform says may still be sent; `at` is machine time. */
export async function writeAllowance(db: Db, channel: ChannelName, remain: number, at: Date): Promise<void> {
  await db
    .insert(channelAllowances)
    .values({ channel, remain, at })
    .onConflictDoUpdate({ target: channelAllowances.channel, set: { remain, at } });
}

/** What platforms said since an instant of machine time. */
export const listAllowances = (db: Db, since: Date): Promise<Allowance[]> =>
  db.select().from(channelAllowances).where(gte(channelAllowances.at, since));
