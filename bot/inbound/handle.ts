/** What one message does: the turn of a conversation, or what became of a chat. */
import type { Note } from '../../core/audit/fact.ts';
import type { Inbound } from '../../core/channels/channel.ts';
import type { Event } from '../../core/conversation/event.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import { lockPerson, saveConversation } from '../../db/conversation/conversations.ts';
import { noteAccount } from '../../db/conversation/inbox.ts';
import type { Db } from '../../db/database.ts';
import { moveChat } from '../../db/delivery/outbox.ts';
import { offerAttachment } from '../../db/reports/attachments.ts';
import { lockObligation } from '../../db/reports/obligations.ts';
import { type Account, touchAccount } from '../../db/roster/accounts.ts';
import { notRegistered } from '../../messages/chat/registration.ts';
import { applyEffect } from '../acts/apply.ts';
import { sendTasks } from '../acts/issue.ts';
import type { Clock } from '../clock.ts';
import { answer } from '../delivery/say.ts';
import type { Voice } from '../delivery/voice.ts';
import { answerPlace } from '../delivery/ways.ts';
import { peekCommand, tapOf } from '../dialogues/intent.ts';
import { readState } from '../dialogues/states.ts';
import { type Conversation, needsOf, type Turn, takeTurn } from '../dialogues/turn.ts';
import { gather, readOffered } from '../facts/gather.ts';
import { closeAccount, leaveGroupAt, reopenAccount } from './contact.ts';
import { attachmentOf, eventOf } from './event.ts';
import { takeGroupTurn } from './group-turn.ts';

export type HandleDeps = {
  clock: Clock;
  voice: Voice;
  /** The addresses at which a code opens, on every channel that runs. */
  links: (code: string) => string[];
  /** Where to note what is to be recorded. */
  note: Note;
};

const greeting = (): Turn['reply'] => ({ ...bodyOf(notRegistered(true)), kind: 'registration' });

/** Handles one message that the inbox holds, in its transaction: all that it changes and the answer in the outbox. */
export async function handleInbound(tx: Db, inboxId: number, inbound: Inbound, deps: HandleDeps): Promise<void> {
  const now = deps.clock.civil();
  switch (inbound.kind) {
    case 'blocked':
      return closeAccount(tx, inbound.channel, inbound.from);
    case 'unblocked': {
      const account = await touchAccount(tx, inbound.channel, inbound.from, now, deps.clock.machine());
      await reopenAccount(tx, account, deps.voice, now, deps.note);
      const isGreeted = account.personId === null && deps.voice.limits[inbound.channel].asksContact === true;
      if (isGreeted) await reply(tx, account, greeting(), 0, `inbox-${inboxId}:reply`, deps);
      return;
    }
    case 'group-left':
      return leaveGroupAt(tx, inbound.channel, inbound.group);
    case 'group-moved':
      return moveChat(tx, inbound.channel, inbound.group.address, inbound.to);
    default: {
      if (inbound.group) return takeGroupTurn(tx, inboxId, { ...inbound, group: inbound.group }, deps);
      const account = await touchAccount(tx, inbound.channel, inbound.from, now, deps.clock.machine());
      await noteAccount(tx, inboxId, account.id);
      // A closed window opens with the person's word, and what waited for it goes out.
      const mayWait = account.state === 'blocked' || deps.voice.limits[inbound.channel].isMetered === true;
      const released = mayWait ? await reopenAccount(tx, account, deps.voice, now, deps.note) : 0;
      if (inbound.kind === 'file') await offerAttachment(tx, attachmentOf(inbound, inboxId, account, now));
      const event = eventOf(inbound);
      // Who asks for their tasks gets those that waited, not the same once more.
      if (released > 0 && peekCommand(event)?.name === 'tasks') return;
      await takePrivateTurn(tx, inboxId, account, event, deps);
    }
  }
}

async function takePrivateTurn(
  tx: Db,
  inboxId: number,
  account: Account,
  event: Event,
  deps: HandleDeps,
): Promise<void> {
  const now = deps.clock.civil();
  const machineNow = deps.clock.machine();
  const stored = account.personId === null ? undefined : await lockPerson(tx, account.personId);
  const conversation: Conversation = { state: readState(stored?.state), turn: stored?.turn ?? 0 };
  if (conversation.state.dialogue === 'report') await lockObligation(tx, conversation.state.obligation);
  const isUnasked = conversation.state.dialogue === 'idle' && event.type === 'text';
  const offered = isUnasked ? await readOffered(tx, account) : [];
  const context = await gather(tx, account, stored?.name, needsOf(conversation.state, event, offered), offered, {
    ...deps,
    now,
    machineNow,
  });
  const turn = takeTurn(conversation, event, context);
  let personId = account.personId;
  for (const effect of turn.effects)
    personId = await applyEffect(tx, effect, personId, { ...deps, machineNow, inboxId, context, account });
  // A further account joins the conversation where it stands.
  const isJoining = account.personId === null && personId !== null && (await lockPerson(tx, personId)).state !== null;
  if (personId !== null && !isJoining)
    await saveConversation(tx, personId, turn.conversation.state, turn.conversation.turn, now);
  await reply(tx, account, turn.reply, turn.conversation.turn, `inbox-${inboxId}:reply`, deps);
  if (personId !== null) await welcome(tx, turn, personId, context.person?.roles ?? [], deps);
}

/** Queues one answer to what an account said. */
export async function reply(
  tx: Db,
  account: Account,
  said: Turn['reply'],
  turn: number,
  meaning: string,
  deps: Pick<HandleDeps, 'clock' | 'voice'>,
): Promise<void> {
  if (!said) return;
  const choices = said.choices.map(({ id, label }) => ({ id: tapOf(turn, id), label }));
  const { kind, ...body } = { ...said, choices };
  const place = answerPlace(account, deps.voice);
  await answer(
    tx,
    { meaning, recipient: { type: 'account', id: account.id }, kind, body },
    place,
    deps.voice,
    deps.clock.civil(),
  );
}

/** Whoever has just agreed to answer for a unit gets its tasks at once. */
async function welcome(
  tx: Db,
  turn: Turn,
  personId: number,
  roles: { id: number; role: string; unit: { id: number } }[],
  deps: HandleDeps,
): Promise<void> {
  const agreed = turn.effects.flatMap((effect) =>
    effect.type === 'answer-notice' && effect.agreed ? effect.roles : [],
  );
  const told = roles
    .filter((r) => agreed.includes(r.id) && (r.role === 'head' || r.role === 'delegate'))
    .map((r) => ({ unitId: r.unit.id, personId }));
  if (told.length > 0) await sendTasks(tx, told, deps.voice, deps.clock.civil());
}
