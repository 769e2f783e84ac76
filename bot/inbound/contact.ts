/** People and groups that close or reopen the door. */
import type { Note } from '../../core/audit/fact.ts';
import type { ChannelName, GroupPlace, Sender } from '../../core/channels/address.ts';
import type { Db } from '../../db/database.ts';
import { type Account, setAccountState } from '../../db/roster/accounts.ts';
import { leaveGroup } from '../../db/roster/groups.ts';
import { releaseTo } from '../delivery/held.ts';
import type { Voice } from '../delivery/voice.ts';
import { answerPlace } from '../delivery/ways.ts';

export const closeAccount = (tx: Db, channel: ChannelName, from: Sender): Promise<void> =>
  setAccountState(tx, channel, from.address, 'blocked');

export const leaveGroupAt = (tx: Db, channel: ChannelName, group: GroupPlace): Promise<void> =>
  leaveGroup(tx, channel, group.address);

/**
 * Opens an account again and sends what was kept for its owner meanwhile: their tasks, not stale reminders. Returns how
 * many messages.
 */
export async function reopenAccount(tx: Db, account: Account, voice: Voice, now: Date, note: Note): Promise<number> {
  const { channel, address, personId } = account;
  await setAccountState(tx, channel, address, 'active');
  return personId === null ? 0 : releaseTo(tx, personId, answerPlace(account, voice), voice, now, note);
}
