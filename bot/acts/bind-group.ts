import type { ChannelName, GroupPlace } from '../../core/channels/address.ts';
import type { GroupEffect } from '../../core/conversation/effect.ts';
import { spendInvite } from '../../db/access/invites.ts';
import { bindGroup } from '../../db/roster/groups.ts';
import type { Work } from '../delivery/work.ts';

/**
 * Binds a group to an issuer and spends the invite that allowed it, for the account that gave it. Throws when the invite
 * was spent by another at the same moment.
 */
export async function bindGroupByInvite(
  { tx, machineNow }: Work,
  { channel, group }: { channel: ChannelName; group: GroupPlace },
  accountId: number,
  { invite, issuer }: GroupEffect,
): Promise<void> {
  await spendInvite(tx, invite, accountId, machineNow);
  await bindGroup(tx, channel, group, issuer);
}
