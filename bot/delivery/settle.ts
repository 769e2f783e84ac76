/** How a platform request ended, written down with what follows from it. */
import type { Refusal, SendOutcome } from '../../core/channels/channel.ts';
import { channelTerms } from '../../core/channels/terms.ts';
import { decideDoubt } from '../../core/delivery/doubt.ts';
import { bodyOf, halve } from '../../core/delivery/layout.ts';
import { civilDate } from '../../core/time/calendar.ts';
import { answeredMeanwhile, isAnsweredSince } from '../../db/delivery/answered.ts';
import { holdsClaim } from '../../db/delivery/fence.ts';
import { findRecipient } from '../../db/delivery/messages.ts';
import { moveChat, type OutboxRow } from '../../db/delivery/queue.ts';
import {
  type Abandoned,
  findAbandoned,
  leaveInDoubt,
  markAllSent,
  recordRefusalOfChat,
  recordRefusalOfMessage,
  recordRefusalOfRequest,
  requeue,
  type SentRequest,
  sendAgain,
  splitRequest,
} from '../../db/delivery/settle.ts';
import { writeAllowance } from '../../db/platforms/allowances.ts';
import { closeWindow, setAccountState } from '../../db/roster/accounts.ts';
import { setGroupState } from '../../db/roster/groups.ts';
import { paperFailed } from '../../messages/chat/papers-in-chat.ts';
import { messagesGivenUp } from '../../messages/words/channels.ts';
import { alertStaff } from './alert.ts';
import { shutGroup } from './group-door.ts';
import { passOn } from './pass-on.ts';
import type { Transact, Work } from './work.ts';

/** How a claimed request ended; `isInOutage`: its channel is in trouble as a whole. */
export type EndedRequest = { row: OutboxRow; outcome: SendOutcome; isInOutage: boolean };

/**
 * Writes the outcome of a claimed request, and what follows from it, in one transaction. Nothing is written where the claim
 * stands no longer: another leader has settled the request, and lists it.
 */
export function settle(transact: Transact, row: OutboxRow, outcome: SendOutcome, isInOutage = false): Promise<void> {
  if (outcome.type === 'sent') return settleSent(transact, [{ row, externalId: outcome.externalId }]);
  return transact(async (work) => {
    const { tx, machineNow } = work;
    if (!(await holdsClaim(tx, row))) return;
    switch (outcome.type) {
      case 'not-sent':
        return requeue(tx, row.id, heldUntil(outcome, machineNow), outcome.reason);
      case 'uncertain':
        return settleDoubt(work, row, outcome.reason, isInOutage);
      case 'too-long': {
        const halves = row.attachment ? undefined : halve(row.text);
        if (halves) return splitRequest(tx, row, halves);
        return passOn(work, await recordRefusal(work, row, { because: 'rejected', reason: outcome.reason }));
      }
      case 'moved':
        return moveChat(tx, row.channel, row.address, outcome.to);
      case 'refused':
        return passOn(work, await recordRefusal(work, row, outcome));
    }
  });
}

/** Writes that requests arrived, all in one transaction; those whose claim stands no longer are left as they are. */
export function settleSent(transact: Transact, arrived: readonly SentRequest[]): Promise<void> {
  return transact(async ({ tx, now, machineNow, record }) => {
    for (const { channel, address } of groupsOf(arrived)) await setGroupState(tx, channel, address, 'active');
    record(...(await markAllSent(tx, arrived, { now, machineNow })));
  });
}

/** The groups that were written to, each once. */
const groupsOf = (arrived: readonly SentRequest[]): OutboxRow[] => [
  ...new Map(
    arrived.flatMap(({ row }): [string, OutboxRow][] => (row.isGroup ? [[`${row.channel} ${row.address}`, row]] : [])),
  ).values(),
];

const abandonedBecause = 'the process ended while sending';

/**
 * Settles what was claimed and is under way nowhere. What another leader claimed may have been sent: once more or listed,
 * by the kind of the message. What was claimed in this very term never left (the answer to its claim was lost): it waits again.
 * So does what goes to a page of ours, which shows what is settled and nothing else.
 */
export function settleAbandoned(transact: Transact, which?: Abandoned): Promise<number> {
  return transact(async (work) => {
    const abandoned = await findAbandoned(work.tx, which);
    for (const row of abandoned)
      if (which && row.claimTerm === which.fence.term)
        await requeue(work.tx, row.id, 0, 'the answer to its claim was lost');
      else if (channelTerms[row.channel].isOurPage) await requeue(work.tx, row.id, 0, 'it was not shown yet');
      else await settleDoubt(work, row, abandonedBecause, false);
    return abandoned.length;
  });
}

/** A chat alone that was limited is held, also by the process after this one: what waits for it stands behind the row. */
const heldUntil = (
  { rateLimit, retryAfterSeconds = 0 }: Extract<SendOutcome, { type: 'not-sent' }>,
  machineNow: Date,
): number => (rateLimit === 'chat' ? machineNow.getTime() + retryAfterSeconds * 1000 : 0);

/** What becomes of a request of unknown outcome. What is given up is told to staff, once a day and channel; in an outage, when it is over. */
async function settleDoubt(work: Work, row: OutboxRow, reason: string, isInOutage: boolean): Promise<void> {
  const { tx, now, machineNow: doubtedAt, record } = work;
  const isAnswered = await isAnsweredSince(tx, row);
  const verdict = decideDoubt({ kind: row.kind, attempt: row.attempt, isAnswered }, isInOutage);
  switch (verdict.type) {
    case 'again': {
      const notBefore = doubtedAt.getTime() + verdict.afterMs;
      return record(...(await sendAgain(tx, row, { reason, doubtedAt, notBefore })));
    }
    case 'answered':
      return record(...(await leaveInDoubt(tx, row.id, { reason: answeredMeanwhile, doubtedAt, givenUp: null, now })));
    case 'once':
      return record(...(await leaveInDoubt(tx, row.id, { reason, doubtedAt, givenUp: null, now })));
    case 'given-up': {
      record(...(await leaveInDoubt(tx, row.id, { reason, doubtedAt, givenUp: 'doubts', now })));
      if (isInOutage) return;
      const occasion = `given-up ${civilDate(now)}`;
      await alertStaff(work, { about: row.channel, occasion, text: messagesGivenUp(row.channel) });
    }
  }
}

/** Who asked for a paper that will not come is told so. */
async function apologise({ tx, say }: Work, { id, messageId, text: label }: OutboxRow): Promise<void> {
  const recipient = await findRecipient(tx, messageId);
  const body = bodyOf({ text: paperFailed(label) });
  await say([{ meaning: `outbox-${id}:apology`, recipient, kind: 'reply', body }]);
}

/**
 * Records that the platform refused a paper, a message, or a whole chat that was closed. Returns the messages that may go
 * another way.
 */
async function recordRefusal(work: Work, row: OutboxRow, why: { because: Refusal; reason: string }): Promise<number[]> {
  const { tx, now, record } = work;
  if (why.because === 'rejected' && row.attachment) {
    record(...(await recordRefusalOfRequest(tx, row.id, why, now)));
    if (row.kind === 'reply') await apologise(work, row);
    return [];
  }
  const refuseAll = why.because === 'rejected' ? recordRefusalOfMessage : recordRefusalOfChat;
  const facts = await refuseAll(tx, row, why, now);
  record(...facts);
  await closeWhatRefused(work, row, why.because);
  return [...new Set(facts.map(({ message }) => message))];
}

/** A refusal also tells of the account, the group or the channel: it is closed, or its budget is spent. */
async function closeWhatRefused(work: Work, row: OutboxRow, because: Refusal): Promise<void> {
  const { tx, machineNow } = work;
  const door = { channel: row.channel, address: row.address, occasion: `outbox-${row.id}` };
  switch (because) {
    case 'rejected':
    case 'capped':
      return;
    case 'quota':
      return writeAllowance(tx, row.channel, 0, machineNow);
    case 'window-closed':
      return closeWindow(tx, row.channel, row.address, machineNow);
    case 'muted':
      return shutGroup(work, door, 'muted');
    case 'blocked':
    case 'gone':
      return row.isGroup ? shutGroup(work, door, 'left') : setAccountState(tx, row.channel, row.address, 'blocked');
  }
}
