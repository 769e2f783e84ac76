/** What is done when a group lets the bot in, forbids it to write, or puts it out. Staff of its office hear of each. */
import type { ChannelName, GroupPlace, Sender } from '../../core/channels/address.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import { toIso } from '../../core/time/calendar.ts';
import { findAccountAt } from '../../db/roster/accounts.ts';
import { type ChangedGroup, findGroupAt, setGroupState } from '../../db/roster/groups.ts';
import { findHolders, findStaff } from '../../db/roster/people.ts';
import { groupIsOpen, groupIsShut, groupUnbound } from '../../messages/chat/groups.ts';
import type { Work } from './work.ts';

/** Where something happened to a group; `occasion` tells this time from the next. */
export type AtGroup = { channel: ChannelName; address: string; occasion: string };

/** Notes that the bot may not write in a group, or has left it; staff of its office are told when that is new. */
export async function shutGroup(
  work: Work,
  { channel, address, occasion }: AtGroup,
  state: 'left' | 'muted',
): Promise<void> {
  const changed = await setGroupState(work.tx, channel, address, state);
  if (changed) await tellOffice(work, changed, `${state}:${occasion}`, groupIsShut(changed.title, state));
}

/**
 * The bot may write in a group. A bound one is active again, with its binding. Of another, one sentence tells what to do:
 * to the member of staff who took the bot in, else to all staff, once a day and person who did it.
 */
export async function openGroup(
  work: Work,
  { channel, group, by, occasion }: { channel: ChannelName; group: GroupPlace; by: Sender; occasion: string },
): Promise<void> {
  const { tx, now, say } = work;
  if (await findGroupAt(tx, channel, group.address)) {
    const changed = await setGroupState(tx, channel, group.address, 'active');
    if (changed) await tellOffice(work, changed, `active:${occasion}`, groupIsOpen(changed.title));
    return;
  }
  const personId = (await findAccountAt(tx, channel, by.address))?.personId;
  const staff = await findStaff(tx);
  const isByStaff = personId != null && staff.includes(personId);
  const once = isByStaff ? group.address : `${by.address}:${toIso(now).slice(0, 10)}`;
  const body = bodyOf({ text: groupUnbound(group.title) });
  const meaning = `group-unbound:${channel}:${once}`;
  const told = isByStaff ? [personId] : staff;
  await say(told.map((id) => ({ meaning, recipient: { type: 'person', id }, kind: 'receipt', body })));
}

async function tellOffice(work: Work, group: ChangedGroup, occasion: string, text: string): Promise<void> {
  const staff = await findHolders(work.tx, [group.issuerId], ['staff']);
  const meaning = `group-${group.id}:${occasion}`;
  const body = bodyOf({ text });
  await work.say(
    staff.map(({ personId: id }) => ({ meaning, recipient: { type: 'person', id }, kind: 'receipt', body })),
  );
}
