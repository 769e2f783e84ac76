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
  await db
    .insert(channelStates)
    .values({ channel, state, detail, at })
    .onConflictDoUpdate({ target: channelStates.channel, set: { state, detail, at } });
}

export const listChannelStates = (db: Db): Promise<StoredChannelState[]> =>
  db.select().from(channelStates).orderBy(channelStates.channel);
