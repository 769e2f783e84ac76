/** What waits to be sent: rows come in, change their place, or are taken off before anything is sent. */
import { and, eq, isNotNull, min, or, sql } from 'drizzle-orm';
import type { Address, ChannelName } from '../../core/channels/address.ts';
import type { Recipient } from '../../core/delivery/message.ts';
import type { Db } from '../database.ts';
import { chunks } from '../engine/chunks.ts';
import { inArray } from '../engine/lists.ts';
import { insertRows } from '../engine/statements/insert-rows.ts';
import { groupPosts, groups, messages, outbox } from '../schema/tables.ts';
import { withdrawDigests } from '../talk/nudges.ts';
import { messageRow, type SealedMessage } from './messages.ts';
import { isPending, waitsFor } from './standing.ts';

/** A platform request as it is stored. */
export type OutboxRow = typeof outbox.$inferSelect;
/** A platform request to be queued: its texts name no secret, placeholders stand for what is in `sealed`. */
export type NewOutboxRow = typeof outbox.$inferInsert & { sealed: string | null };

/** Queues platform requests. */
export async function enqueue(db: Db, rows: NewOutboxRow[]): Promise<void> {
  for (const part of chunks(rows)) await db.execute(insertRows(outbox, part));
}

/** A request of a message whose id is not known yet. */
export type AnswerRequest = Omit<NewOutboxRow, 'messageId'>;

/** The chat that an answer goes to, and the urgency with which. */
export type AnsweredChat = { channel: ChannelName; address: Address; urgency: number };

/**
 * Writes an answer and queues its requests; nothing where its meaning was said to its recipient before. What waits for the chat
 * gets at least this urgency: an answer that overtakes the rest so keeps its place behind it. One statement.
 */
export async function writeAnswer(
  db: Db,
  said: SealedMessage,
  { requests, chat, now }: { requests: AnswerRequest[]; chat: AnsweredChat; now: Date },
): Promise<void> {
  const { meaning, recipient } = said;
  const messageId = sql`coalesce((select id from said), (select id from messages
    where meaning = ${meaning} and recipient_type = ${recipient.type} and recipient_id = ${recipient.id}))`;
  await db.execute(sql`
    with lifted as (
      update outbox set urgency = ${chat.urgency}::int where ${waitsFor(chat)} and urgency > ${chat.urgency}::int),
    said as (${insertRows(messages, [messageRow(said, now)])} on conflict do nothing returning id)
    ${insertRows(outbox, requests, { messageId })} on conflict (message_id, channel, address, part) do nothing`);
}

/**
 * Withdraws the waiting requests that rest on these debts; what else they told is told without them. Call when the debts end, or the
 * requests hold no more.
 */
export async function withdrawResting(
  db: Db,
  obligationIds: readonly number[],
  now: Date,
  reason = 'the debt ended',
): Promise<void> {
  const resting = db.select({ id: messages.id }).from(messages).where(inArray(messages.restsOn, obligationIds));
  await Promise.all([
    withdrawDigests(db, inArray(sql`n.obligation_id`, obligationIds), { reason, now }),
    db
      .update(outbox)
      .set({ state: 'withdrawn', reason, settledAt: now })
      .where(and(inArray(outbox.messageId, resting), eq(outbox.state, 'queued'))),
  ]);
}

/** Withdraws what waits for recipients; where units are named, only what is about them. */
export async function withdrawFor(
  db: Db,
  recipients: readonly Recipient[],
  { unitIds, reason }: { unitIds?: number[]; reason: string },
  now: Date,
): Promise<void> {
  if (recipients.length === 0) return;
  const isOneOf = or(
    ...recipients.map(({ type, id }) => and(eq(messages.recipientType, type), eq(messages.recipientId, id))),
  );
  const those = db
    .select({ id: messages.id })
    .from(messages)
    .where(and(isOneOf, unitIds && inArray(messages.unitId, [0, ...unitIds])));
  await db
    .update(outbox)
    .set({ state: 'withdrawn', reason, settledAt: now })
    .where(and(inArray(outbox.messageId, those), eq(outbox.state, 'queued')));
  const people = recipients.flatMap(({ type, id }) => (type === 'person' ? id : []));
  if (people.length === 0) return;
  const isTheirs = inArray(sql`n.person_id`, people);
  const isAbout = unitIds ? inArray(sql`n.unit_id`, [0, ...unitIds]) : sql`true`;
  await withdrawDigests(db, sql`${isTheirs} and ${isAbout}`, { reason, now });
}

/** Withdraws the answers that wait for a chat: a newer one takes their place. */
export async function withdrawAnswers(
  db: Db,
  { channel, address }: { channel: ChannelName; address: Address },
  now: Date,
): Promise<void> {
  await db
    .update(outbox)
    .set({ state: 'withdrawn', reason: 'a newer answer took its place', settledAt: now })
    .where(
      and(
        eq(outbox.channel, channel),
        eq(outbox.address, address),
        eq(outbox.state, 'queued'),
        inArray(outbox.kind, ['reply', 'registration']),
      ),
    );
}

/** Withdraws the answers that wait to be sent to some messages that came in: one answer to all of them takes their place. */
export async function withdrawAnswersTo(db: Db, inboxIds: number[], now: Date): Promise<void> {
  if (inboxIds.length === 0) return;
  const answers = db.select({ id: messages.id }).from(messages).where(inArray(messages.inboxId, inboxIds));
  await db
    .update(outbox)
    .set({ state: 'withdrawn', reason: 'a newer answer took its place', settledAt: now })
    .where(
      and(
        inArray(outbox.messageId, answers),
        eq(outbox.state, 'queued'),
        inArray(outbox.kind, ['reply', 'receipt', 'registration']),
      ),
    );
}

/**
 * Gives a chat that the platform moved its new address. Its pending requests go there. Where a group is bound at the new
 * address already, that binding stays and the old one ends. What stood in it and was corrected stays as it is: cards are put there anew.
 */
export async function moveChat(db: Db, channel: ChannelName, from: Address, to: Address): Promise<void> {
  const at = (address: Address) => and(eq(groups.channel, channel), eq(groups.address, address));
  const moved = db.select({ id: groups.id }).from(groups).where(at(from));
  // The messages that it had are named otherwise there, if they are there at all: nothing can be done to them.
  await db.delete(groupPosts).where(inArray(groupPosts.groupId, moved));
  await db
    .update(outbox)
    .set({ state: 'withdrawn', reason: 'the chat was moved' })
    .where(and(eq(outbox.channel, channel), eq(outbox.address, from), isPending(), isNotNull(outbox.onMessage)));
  const isBoundThere = (await db.select({ id: groups.id }).from(groups).where(at(to))).length > 0;
  await db
    .update(groups)
    .set(isBoundThere ? { state: 'left' } : { address: to })
    .where(at(from));
  await db
    .update(outbox)
    .set({ address: to, state: 'queued' })
    .where(and(eq(outbox.channel, channel), eq(outbox.address, from), isPending()));
}

/** Whether anything waits on a channel, due or not. */
export async function hasQueued(db: Db, channel: ChannelName): Promise<boolean> {
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.channel, channel), sql`${outbox.state} = 'queued'`))
    .limit(1);
  return rows.length > 0;
}

/** When the first of what waits on a channel may go, in machine milliseconds; undefined where nothing waits. */
export async function findNextDue(db: Db, channel: ChannelName): Promise<number | undefined> {
  const [row] = await db
    .select({ at: min(outbox.notBefore) })
    .from(outbox)
    .where(and(eq(outbox.channel, channel), sql`${outbox.state} = 'queued'`, sql`not ${outbox.isHeld}`));
  return row?.at ?? undefined;
}

/** Lets what waits to be sent again on a channel go at once: the channel works. */
export async function hurryDoubtful(db: Db, channel: ChannelName): Promise<void> {
  await db
    .update(outbox)
    .set({ notBefore: 0 })
    .where(and(eq(outbox.channel, channel), eq(outbox.state, 'queued'), sql`${outbox.attempt} > 1`));
}
