/** What one message does: the turn of a conversation, or what became of a chat. */
import type { Inbound } from '../../core/channels/channel.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import { findKnown } from '../../db/conversation/before.ts';
import { moveChat } from '../../db/delivery/queue.ts';
import { declineUnwanted } from '../../db/reports/attachments.ts';
import { setAccountState, touchAccount } from '../../db/roster/accounts.ts';
import { notRegistered } from '../../messages/chat/registration.ts';
import { openGroup, shutGroup } from '../delivery/group-door.ts';
import type { Work } from '../delivery/work.ts';
import { tasksCommand } from '../dialogues/commands/tasks.ts';
import { peekCommand } from '../dialogues/intent.ts';
import type { NotGranted } from '../dialogues/shape/reply.ts';
import { openInbound } from '../links/kept-inbound.ts';
import { holdOf, isAnsweredWithAlbum, keepFile } from './album.ts';
import { reopenAccount } from './contact.ts';
import { eventOf, isSaid, type Said } from './event.ts';
import { handleInGroup } from './group-turn.ts';
import { handleInPrivate } from './private-turn.ts';
import { reply } from './reply.ts';
import type { WhoWrote } from './writer.ts';

/**
 * Handles one message that the inbox holds, in its transaction: all that it changes and the answer in the outbox. `writer` is
 * who wrote it in private. Returns what its writer asked for and did not get, to be noted after the commit.
 */
export async function handleInbound(
  work: Work,
  inboxId: number,
  inbound: Inbound,
  writer: WhoWrote | undefined,
): Promise<NotGranted | undefined> {
  if (!isSaid(inbound)) {
    await handleDoor(work, inboxId, inbound);
    return undefined;
  }
  if (inbound.group) return handleInGroup(work, inboxId, { ...inbound, group: inbound.group });
  return writer && listen(work, inboxId, inbound, writer);
}

/** What became of a chat or a group. */
async function handleDoor(work: Work, inboxId: number, inbound: Exclude<Inbound, Said>): Promise<void> {
  const { tx } = work;
  switch (inbound.kind) {
    case 'blocked':
      return setAccountState(tx, inbound.channel, inbound.from.address, 'blocked');
    case 'unblocked':
      return greet(work, inboxId, inbound);
    case 'group-left':
      return shutGroup(work, doorOf(inbound, inboxId), 'left');
    case 'group-muted':
      return shutGroup(work, doorOf(inbound, inboxId), 'muted');
    case 'group-joined':
      return openGroup(work, { ...inbound, occasion: `inbox-${inboxId}` });
    case 'group-moved':
      return moveChat(tx, inbound.channel, inbound.group.address, inbound.to);
  }
}

const doorOf = ({ channel, group }: { channel: Inbound['channel']; group: { address: string } }, inboxId: number) => ({
  channel,
  address: group.address,
  occasion: `inbox-${inboxId}`,
});

/** The chat is open again; a stranger is asked who they are, where the channel has a form for it. */
async function greet(work: Work, inboxId: number, inbound: Extract<Inbound, { kind: 'unblocked' }>): Promise<void> {
  const { tx, now, machineNow, terms } = work;
  const account = await touchAccount(tx, inbound, now, machineNow);
  await reopenAccount(work, account);
  if (account.personId !== null || terms.limits[inbound.channel].asksContact !== true) return;
  const said = { ...bodyOf(notRegistered(true)), kind: 'registration' } as const;
  await reply(work, account, { said, turn: 0, inbox: inboxId });
}

/** What a message says, as far as an edit of it could change that. */
function wordsOf(inbound: Inbound): string | undefined {
  if (inbound.kind === 'text' || inbound.kind === 'file') return inbound.text;
  return inbound.kind === 'unreadable' ? (inbound.edited?.text ?? '') : undefined;
}

/** An edit that changed no word asks for no answer. */
async function isUnchanged(
  { tx, vault }: Work,
  inbound: Inbound & Said,
  id: number,
  accountId: number,
): Promise<boolean> {
  if (inbound.kind !== 'unreadable' || !inbound.edited) return false;
  const known = await findKnown(tx, { id, accountId, channel: inbound.channel }, inbound.edited.contentKey);
  return known !== undefined && wordsOf(openInbound(vault, known)) === inbound.edited.text;
}

async function listen(
  work: Work,
  inboxId: number,
  inbound: Inbound & Said,
  { account, stored, business }: WhoWrote,
): Promise<NotGranted | undefined> {
  const { tx, terms } = work;
  // A closed window opens with the person's word, and what waited for it goes out.
  const mayWait = account.state === 'blocked' || terms.limits[inbound.channel].isMetered === true;
  const released = mayWait ? await reopenAccount(work, account) : 0;
  const came = { account, inboxId };
  const file = inbound.kind === 'file' ? await keepFile(work, inbound, came) : undefined;
  const isAnswered =
    (await isUnchanged(work, inbound, inboxId, account.id)) ||
    (mayBeOfAlbum(inbound) && (await isAnsweredWithAlbum(work, inbound, { ...came, file })));
  const event = eventOf(inbound, file);
  // Who asks for their tasks gets those that waited, not the same once more.
  const isTold = isAnswered || (released > 0 && peekCommand(event)?.command === tasksCommand);
  const notGranted = isTold
    ? undefined
    : await handleInPrivate(work, { ...came, stored, business, heldMs: holdOf(inbound) }, event);
  if (file) await declineUnwanted(tx, account.id);
  return notGranted;
}

const mayBeOfAlbum = (inbound: Inbound & Said): inbound is Inbound & Said & { kind: 'file' | 'unreadable' } =>
  inbound.kind === 'file' || inbound.kind === 'unreadable';
