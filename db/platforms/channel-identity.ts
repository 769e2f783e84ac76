import { eq } from 'drizzle-orm';
import type { ChannelName } from '../../core/channels/address.ts';
import type { Db } from '../database.ts';
import { channelIdentities } from '../schema/tables.ts';

/** The bot's own name on a channel, as its links need it; undefined until the service has learnt it. */
export async function readChannelIdentity(db: Db, channel: ChannelName): Promise<string | undefined> {
  const [row] = await db.select().from(channelIdentities).where(eq(channelIdentities.channel, channel));
  return row?.identity;
}

/** Remembers the bot's own name on a channel. */
export async function writeChannelIdentity(db: Db, channel: ChannelName, identity: string): Promise<void> {
  await db
    .insert(channelIdentities)
    .values({ channel, identity })
    .onConflictDoUpdate({ target: channelIdentities.channel, set: { identity } });
}
