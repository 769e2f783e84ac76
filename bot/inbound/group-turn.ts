/** A turn in a group: gather, decide, act. */
import type { ChannelName, GroupPlace } from '../../core/channels/address.ts';
import type { Inbound } from '../../core/channels/channel.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import { isFiguresAlone } from '../../core/language/group-talk.ts';
import { civilDate } from '../../core/time/calendar.ts';
import { type Account, findAccountAt, touchAccount } from '../../db/roster/accounts.ts';
import { findGroupAt } from '../../db/roster/groups.ts';
import { anonymousUnheard, writeInPrivate } from '../../messages/chat/groups.ts';
import { bindGroupByInvite } from '../acts/bind-group.ts';
import { answer } from '../delivery/say.ts';
import type { Route } from '../delivery/ways.ts';
import type { Work } from '../delivery/work.ts';
import { isPrivateCommand, needsInGroup, readGroupCommand, takeGroupTurn } from '../dialogues/group.ts';
import type { GroupReply, NotGranted } from '../dialogues/shape/reply.ts';
import { gatherForGroup } from '../facts/group.ts';
import { reply } from './reply.ts';

export type GroupInbound = Extract<Inbound, { kind: 'text' | 'tap' | 'unreadable' }> & { group: GroupPlace };

/**
 * Answers a command of a registered person. What belongs in private, or comes from nobody in particular, is answered with
 * where to write, once a day; everything else that is said in a group passes unheard. Returns what was not granted.
 */
export async function handleInGroup(
  work: Work,
  inboxId: number,
  inbound: GroupInbound,
): Promise<NotGranted | undefined> {
  const command = inbound.kind === 'text' ? readGroupCommand(inbound.text) : undefined;
  const isElsewhere = inbound.kind === 'text' && (isPrivateCommand(inbound.text) || isFiguresAlone(inbound.text));
  if (!command && !isElsewhere) return undefined;
  const { channel, group } = inbound;
  if (inbound.from.address === group.address) {
    const nobody = await touchAccount(work.tx, inbound, work.now, work.machineNow);
    return sayOnce(work, nobody, inbound, anonymousUnheard());
  }
  const account = await findAccountAt(work.tx, channel, inbound.from.address);
  if (!account || account.personId === null) return undefined;
  if (!command) {
    const isBound = (await findGroupAt(work.tx, channel, group.address)) !== undefined;
    return isBound ? sayOnce(work, account, inbound, writeInPrivate()) : undefined;
  }
  const where = { channel, group: group.address, personId: account.personId };
  const { effects, say, notGranted } = takeGroupTurn(command, await gatherForGroup(work, where, needsInGroup(command)));
  for (const effect of effects) await bindGroupByInvite(work, { channel, group }, account.id, effect);
  if (say) await sayIn(work, { account, group, inbox: inboxId }, say);
  return notGranted;
}

/**
 * Says something in the group, where it was written, once a day to each sender: whoever needs it has read it then. An
 * anonymous sender is the group itself.
 */
async function sayOnce(
  work: Work,
  account: Account,
  { channel, group }: GroupInbound,
  text: string,
): Promise<undefined> {
  const recipient = { type: 'account', id: account.id } as const;
  const meaning = `in-group:${channel}:${group.address}:${civilDate(work.now)}`;
  await answer(work, { meaning, recipient, kind: 'reply', body: bodyOf({ text }) }, routeTo(channel, group));
}

const routeTo = (channel: ChannelName, { address, topic }: GroupPlace): Route => ({
  channel,
  address,
  isGroup: true,
  topic: topic ?? null,
  free: Number.POSITIVE_INFINITY,
});

async function sayIn(
  work: Work,
  { account, group, inbox }: { account: Account; group: GroupPlace; inbox: number },
  { to, text }: NonNullable<GroupReply['say']>,
): Promise<void> {
  if (to === 'sender')
    return void (await reply(work, account, { said: { ...bodyOf({ text }), kind: 'registration' }, turn: 0, inbox }));
  const { channel } = account;
  const bound = await findGroupAt(work.tx, channel, group.address);
  if (!bound) return;
  const recipient = { type: 'group', id: bound.id } as const;
  const meaning = `inbox-${inbox}:reply`;
  await answer(work, { meaning, inbox, recipient, kind: 'reply', body: bodyOf({ text }) }, routeTo(channel, group));
}
