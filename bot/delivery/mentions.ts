import { mentionOf } from '../../core/channels/mention.ts';
import type { Db } from '../../db/database.ts';
import { findMembers } from '../../db/roster/group-members.ts';
import type { Group } from '../../db/roster/groups.ts';

/**
 * How people are called upon in a group so that the platform notifies them, by person. Only a group of the Zalo Official
 * Account takes such a word inside a text, and only of its members; others are left out.
 */
export async function findMentions(
  db: Db,
  { id, channel }: Pick<Group, 'id' | 'channel'>,
  personIds: number[],
): Promise<Map<number, string>> {
  if (channel !== 'zalo-oa') return new Map();
  const members = await findMembers(db, id, personIds);
  return new Map([...members].map(([personId, address]) => [personId, mentionOf(address)]));
}
