/** How a platform request ended, noted. */
import type { Note } from '../../core/audit/fact.ts';
import type { Refusal, SendOutcome } from '../../core/channels/channel.ts';
import { bodyOf, halve } from '../../core/delivery/layout.ts';
import { resendsWhenUncertain } from '../../core/delivery/message.ts';
import type { Db } from '../../db/database.ts';
import { findRecipient } from '../../db/delivery/messages.ts';
import {
  markSent,
  moveChat,
  type OutboxRow,
  refuseChat,
  refuseMessage,
  refuseOne,
  requeue,
  settleUncertain,
  splitRequest,
} from '../../db/delivery/outbox.ts';
import { writeAllowance } from '../../db/platforms/allowances.ts';
import { closeWindow, setAccountState } from '../../db/roster/accounts.ts';
import { leaveGroup } from '../../db/roster/groups.ts';
import { paperFailed } from '../../messages/chat/papers-in-chat.ts';
import type { Auditor } from '../audit/auditor.ts';
import { passOn } from './pass-on.ts';
import { sayAll } from './say.ts';
import type { Voice } from './voice.ts';

export type SettleDeps = { db: Db; voice: Voice; auditor: Auditor };

/** Writes the outcome of a claimed request, and what follows from it, in one transaction. `now` is civil time. */
export function settle(
  { db, voice, auditor }: SettleDeps,
  row: OutboxRow,
  outcome: SendOutcome,
  now: Date,
): Promise<void> {
  return auditor.transact(db, async (tx, note) => {
    switch (outcome.type) {
      case 'sent':
        return note(...(await markSent(tx, row, outcome.externalId, now, voice.machineNow())));
      case 'not-sent':
        return requeue(tx, row.id, 0, outcome.reason);
      case 'uncertain':
        return note(...(await settleUncertain(tx, row, resendsWhenUncertain[row.kind], outcome.reason, now)));
      case 'too-long': {
        const halves = row.attachment ? undefined : halve(row.text);
        if (halves) return splitRequest(tx, row, halves);
        const rejected = { type: 'refused', because: 'rejected', reason: outcome.reason } as const;
        return passOn(tx, await refuse(tx, row, rejected, voice, note, now), voice, now);
      }
      case 'moved':
        return moveChat(tx, row.channel, row.address, outcome.to);
      case 'refused':
        return passOn(tx, await refuse(tx, row, outcome, voice, note, now), voice, now);
    }
  });
}

/** Who asked for a paper that will not come is told so. */
async function apologise(tx: Db, { id, messageId, text: label }: OutboxRow, voice: Voice, now: Date): Promise<void> {
  const recipient = await findRecipient(tx, messageId);
  const body = bodyOf({ text: paperFailed(label) });
  await sayAll(tx, [{ meaning: `outbox-${id}:apology`, recipient, kind: 'reply', body }], voice, now);
}

/** Gives up on a paper, a message, or on its whole chat where that was closed; returns the messages that may go another way. */
async function refuse(
  tx: Db,
  row: OutboxRow,
  why: Extract<SendOutcome, { type: 'refused' }>,
  voice: Voice,
  note: Note,
  now: Date,
): Promise<number[]> {
  if (why.because === 'rejected' && row.attachment) {
    note(...(await refuseOne(tx, row.id, why, now)));
    if (row.kind === 'reply') await apologise(tx, row, voice, now);
    return [];
  }
  const giveUp = why.because === 'rejected' ? refuseMessage : refuseChat;
  const facts = await giveUp(tx, row, why, now);
  note(...facts);
  await learn(tx, row, why.because, voice.machineNow());
  return [...new Set(facts.map(({ message }) => message))];
}

/** What a refusal tells of the person, the group or the channel beyond this request. */
async function learn(tx: Db, row: OutboxRow, because: Refusal, machineNow: Date): Promise<void> {
  switch (because) {
    case 'rejected':
    case 'capped':
      return;
    case 'quota':
      return writeAllowance(tx, row.channel, 0, machineNow);
    case 'window-closed':
      return closeWindow(tx, row.channel, row.address, machineNow);
    case 'blocked':
    case 'gone':
      return row.isGroup
        ? leaveGroup(tx, row.channel, row.address)
        : setAccountState(tx, row.channel, row.address, 'blocked');
  }
}
