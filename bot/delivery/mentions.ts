import { mentionOf } from '../../core/channels/mention.ts';
import { channelTerms } from '../../core/channels/terms.ts';
import type { Db } from '../../db/database.ts';
import { findMembers } from '../../db/roster/group-members.ts';
import type { Group } from '../../db/roster/groups.ts';

/**
 * How people are called upon in a group so that the platform notifies them, by person. Where the channel has no
 * such word, nobody is named; elsewhere only members of the group are.
 */
export async function findMentions(
  db: Db,
  { id, channel }: Pick<Group, 'id' | 'channel'>,
  personIds: number[],
): Promise<Map<number, string>> {
  if (channelTerms[channel].mention === null) return new Map();
  const members = await findMembers(db, id, personIds);
  return new Map([...members].map(([personId, address]) => [personId, mentionOf(address)]));
}
