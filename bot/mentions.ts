import type { ChannelName } from '../core/channel.ts';
import { findWaysTo } from '../db/accounts.ts';
import type { Db } from '../db/database.ts';
import { mentionOf } from './channels/zalo-oa-message.ts';

/**
 * How people are called upon in a group of a channel so that the platform notifies them, by person. Only a group of the
 * Zalo Official Account takes such a word inside a text; people without an account there are left out.
 */
export async function findMentions(db: Db, channel: ChannelName, personIds: number[]): Promise<Map<number, string>> {
  if (channel !== 'zalo-oa' || personIds.length === 0) return new Map();
  const ways = (await findWaysTo(db, personIds)).filter((way) => way.channel === channel);
  return new Map(ways.map((way) => [way.personId, mentionOf(way.address)]));
}
