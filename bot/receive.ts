/** One inbound message: one transaction, from the inbox row to the rows of the outbox. */
import type { Note } from '../core/audit.ts';
import type { Inbound, Receive } from '../core/channel.ts';
import type { Event } from '../core/dialogue.ts';
import { bodyOf } from '../core/layout.ts';
import { type Account, touchAccount } from '../db/accounts.ts';
import { offerAttachment } from '../db/attachments.ts';
import type { Db } from '../db/database.ts';
import { findFailed, noteAccount, postponeFailed, storeFailed, storeInbound, takeFailed } from '../db/inbox.ts';
import { lockObligation } from '../db/obligations.ts';
import { moveChat } from '../db/outbox.ts';
import { lockPerson, saveConversation } from '../db/people.ts';
import { tryLater } from '../messages/help.ts';
import { notRegistered } from '../messages/registration.ts';
import { applyEffect } from './apply.ts';
import type { Auditor } from './audit/auditor.ts';
import { type Clock, monotonic } from './clock.ts';
import { closeAccount, leaveGroupAt, reopenAccount } from './contact.ts';
import { peekCommand, tapOf } from './dialogues/intent.ts';
import { readState } from './dialogues/states.ts';
import { type Conversation, needsOf, type Turn, takeTurn } from './dialogues/turn.ts';
import { gather, readOffered } from './gather.ts';
import { takeGroupTurn } from './group-turn.ts';
import { attachmentOf, eventOf, storable } from './inbound.ts';
import { sendTasks } from './issuing.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { answerPlace } from './places.ts';
import { answer } from './say.ts';
import type { Voice } from './voice.ts';

export type ReceiveDeps = {
  db: Db;
  clock: Clock;
  voice: Voice;
  auditor: Auditor;
  /** The addresses at which a code opens, on every channel that runs. */
  links: (code: string) => string[];
  /** Called after something may have been queued. */
  nudge: () => void;
  log: Log;
  metrics: Pick<Metrics, 'countInbound' | 'observeHandling'>;
};

export type Receiver = {
  receive: Receive;
  /** Tries again what failed and is due; returns how many rows were tried. */
  retryFailed(): Promise<number>;
};

/** Waits before the second to the fifth attempt, in seconds of machine time; then the update is set aside. */
const retryAfterSeconds = [1, 5, 20, 60];

export function createReceiver(deps: ReceiveDeps): Receiver {
  const { db, auditor, clock, log, metrics } = deps;
  const retryAt = (attempts: number): Date | null => {
    const seconds = retryAfterSeconds[attempts - 1];
    return seconds === undefined ? null : new Date(clock.machine().getTime() + seconds * 1000);
  };

  async function receive(came: Inbound): Promise<void> {
    const inbound = storable(came);
    const began = monotonic();
    try {
      const isNew = await auditor.transact(db, async (tx, note) => {
        const inboxId = await storeInbound(tx, inbound, clock.civil());
        if (inboxId !== undefined) await handle(tx, inboxId, inbound, { ...deps, note });
        return inboxId !== undefined;
      });
      metrics.countInbound(inbound.channel, isNew ? 'done' : 'duplicate');
      metrics.observeHandling(inbound.channel, (monotonic() - began) / 1000);
    } catch (error) {
      metrics.countInbound(inbound.channel, 'failed');
      log.error(
        { err: error, channel: inbound.channel, externalId: inbound.externalId },
        'an update could not be handled',
      );
      await storeFailed(db, inbound, clock.civil(), retryAt(1) ?? clock.machine(), sentence(error));
    }
    deps.nudge();
  }

  async function retryFailed(): Promise<number> {
    const failed = await findFailed(db, clock.machine());
    for (const { id, inbound, attempts } of failed) {
      try {
        await auditor.transact(db, async (tx, note) => {
          if (await takeFailed(tx, id)) await handle(tx, id, inbound, { ...deps, note });
        });
      } catch (error) {
        const next = retryAt(attempts + 1);
        log.error({ err: error, inbox: id, isSetAside: next === null }, 'an update could not be handled again');
        await postponeFailed(db, id, next, sentence(error));
        if (next === null) metrics.countInbound(inbound.channel, 'set-aside');
        if (next === null) await apologise(id, inbound);
      }
    }
    if (failed.length > 0) deps.nudge();
    return failed.length;
  }

  /** The person is told that their words are kept; when even that fails, the log has said so already. */
  async function apologise(inboxId: number, inbound: Inbound): Promise<void> {
    if (inbound.kind !== 'text' && inbound.kind !== 'tap') return;
    try {
      await db.transaction(async (tx) => {
        const account = await touchAccount(tx, inbound.channel, inbound.from, clock.civil(), clock.machine());
        await reply(
          tx,
          account,
          { text: tryLater(), choices: [], choiceStyle: 'menu', kind: 'reply' },
          0,
          `inbox-${inboxId}:apology`,
          deps,
        );
      });
    } catch (error) {
      log.error({ err: error, inbox: inboxId }, 'no apology could be written');
    }
  }

  return { receive, retryFailed };
}

const greeting = (): Turn['reply'] => ({ ...bodyOf(notRegistered(true)), kind: 'registration' });

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 500);

/** What handling one message is given besides: where to note what is to be recorded. */
type HandleDeps = ReceiveDeps & { note: Note };

async function handle(tx: Db, inboxId: number, inbound: Inbound, deps: HandleDeps): Promise<void> {
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

async function reply(
  tx: Db,
  account: Account,
  said: Turn['reply'],
  turn: number,
  meaning: string,
  deps: ReceiveDeps,
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
  deps: ReceiveDeps,
): Promise<void> {
  const agreed = turn.effects.flatMap((effect) =>
    effect.type === 'answer-notice' && effect.agreed ? effect.roles : [],
  );
  const told = roles
    .filter((r) => agreed.includes(r.id) && (r.role === 'head' || r.role === 'delegate'))
    .map((r) => ({ unitId: r.unit.id, personId }));
  if (told.length > 0) await sendTasks(tx, told, deps.voice, deps.clock.civil());
}
