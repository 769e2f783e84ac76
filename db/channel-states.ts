import { lte, sql } from 'drizzle-orm';
import type { ChannelName, ChannelState } from '../core/channel.ts';
import type { Db } from './database.ts';
import { channelStates } from './schema.ts';

export type StoredChannelState = typeof channelStates.$inferSelect;

/** Keeps how a channel stands at a machine instant. */
export async function writeChannelState(
  db: Db,
  channel: ChannelName,
  { state, detail = null }: Omit<ChannelState, 'detail'> & { detail?: string | null },
  at: Date,
): Promise<void> {
  const isDown = state === 'down';
  const downSince = isDown ? sql`coalesce(${channelStates.downSince}, ${at.toISOString()}::timestamptz)` : null;
  await db
    .insert(channelStates)
    .values({ channel, state, detail, at, downSince: isDown ? at : null })
    .onConflictDoUpdate({ target: channelStates.channel, set: { state, detail, at, downSince } });
}

/** How long a channel may be down before messages look for another way; machine time. */
const patienceMs = 10 * 60_000;

/** The channels that have been down for so long that what goes there would only wait. */
export async function findDownChannels(db: Db, machineNow: Date): Promise<ChannelName[]> {
  const rows = await db
    .select({ channel: channelStates.channel })
    .from(channelStates)
    .where(lte(channelStates.downSince, new Date(machineNow.getTime() - patienceMs)));
  return rows.map(({ channel }) => channel);
}

export const listChannelStates = (db: Db): Promise<StoredChannelState[]> =>
  db.select().from(channelStates).orderBy(channelStates.channel);
