/** A turn in a group: gather, decide, act. */
import type { GroupPlace } from '../../core/channels/address.ts';
import type { Inbound } from '../../core/channels/channel.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import { type Account, findAccountAt } from '../../db/roster/accounts.ts';
import { findGroupAt } from '../../db/roster/groups.ts';
import { writeInPrivate } from '../../messages/chat/groups.ts';
import { bindGroupByInvite } from '../acts/bind-group.ts';
import { answer } from '../delivery/say.ts';
import type { Work } from '../delivery/work.ts';
import { isPrivateCommand, needsInGroup, readGroupCommand, takeGroupTurn } from '../dialogues/group.ts';
import type { GroupReply, NotGranted } from '../dialogues/shape/reply.ts';
import { gatherForGroup } from '../facts/group.ts';
import { reply } from './reply.ts';

export type GroupInbound = Extract<Inbound, { kind: 'text' | 'tap' | 'unreadable' }> & { group: GroupPlace };

/**
 * Answers a command of a registered person; everything else that is said in a group passes unheard. Returns what was not
 * granted.
 */
export async function handleInGroup(
  work: Work,
  inboxId: number,
  inbound: GroupInbound,
): Promise<NotGranted | undefined> {
  const command = inbound.kind === 'text' ? readGroupCommand(inbound.text) : undefined;
  const isElsewhere = inbound.kind === 'text' && isPrivateCommand(inbound.text);
  if (!command && !isElsewhere) return undefined;
  const { channel, group } = inbound;
  const account = await findAccountAt(work.tx, channel, inbound.from.address);
  if (!account || account.personId === null) return undefined;
  if (!command) return sayWhereToWrite(work, inbound);
  const where = { channel, group: group.address, personId: account.personId };
  const { effects, say, notGranted } = takeGroupTurn(command, await gatherForGroup(work, where, needsInGroup(command)));
  for (const effect of effects) await bindGroupByInvite(work, { channel, group }, account.id, effect);
  if (say) await sayIn(work, { account, group, inbox: inboxId }, say);
  return notGranted;
}

/** Said once in each group: what concerns one unit is written in private. */
async function sayWhereToWrite(work: Work, { channel, group }: GroupInbound): Promise<undefined> {
  const bound = await findGroupAt(work.tx, channel, group.address);
  if (!bound) return;
  const recipient = { type: 'group', id: bound.id } as const;
  const body = bodyOf({ text: writeInPrivate() });
  await work.say([{ meaning: `group-${bound.id}:where-to-write`, recipient, kind: 'reply', body }]);
}

async function sayIn(
  work: Work,
  { account, group, inbox }: { account: Account; group: GroupPlace; inbox: number },
  { to, text }: NonNullable<GroupReply['say']>,
): Promise<void> {
  if (to === 'sender')
    return reply(work, account, { said: { ...bodyOf({ text }), kind: 'registration' }, turn: 0, inbox });
  const { channel } = account;
  const bound = await findGroupAt(work.tx, channel, group.address);
  if (!bound) return;
  const route = { channel, address: group.address, isGroup: true, free: Number.POSITIVE_INFINITY };
  const recipient = { type: 'group', id: bound.id } as const;
  const meaning = `inbox-${inbox}:reply`;
  await answer(work, { meaning, inbox, recipient, kind: 'reply', body: bodyOf({ text }) }, route);
}
