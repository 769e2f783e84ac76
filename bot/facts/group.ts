/** Reads what an answer in a group may look at. */
import type { ChannelName } from '../../core/channels/address.ts';
import type { GroupContext, GroupFacts, GroupNeed } from '../../core/conversation/group.ts';
import { findGroupAt } from '../../db/roster/groups.ts';
import { findRoles } from '../../db/roster/people.ts';
import { findLastGroupReminder } from '../../db/talk/last-reminder.ts';
import type { Reading } from '../delivery/work.ts';
import { readGroupSummary } from './groups/summary.ts';
import { readInvites } from './registration/invite.ts';

/** Where somebody wrote in a group, and who. */
export type InGroup = { channel: ChannelName; group: string; personId: number };

export async function gatherForGroup(
  reading: Reading,
  { channel, group: address, personId }: InGroup,
  needs: GroupNeed[],
): Promise<GroupContext> {
  const group = await findGroupAt(reading.tx, channel, address);
  const facts: GroupFacts = {};
  for (const need of needs)
    switch (need.type) {
      case 'invites':
        facts.invites = await readInvites(reading, need.codes);
        break;
      case 'groupSummary':
        if (group) facts.groupSummary = await readGroupSummary(reading, group.issuerId, need.words);
        break;
      case 'lastGroupReminder':
        if (group) facts.lastGroupReminder = await findLastGroupReminder(reading.tx, { group: group.id });
    }
  return {
    now: reading.now,
    channel,
    person: { id: personId, name: '', roles: await findRoles(reading.tx, personId) },
    bound: group && { id: group.id, issuerId: group.issuerId },
    ...facts,
  };
}
