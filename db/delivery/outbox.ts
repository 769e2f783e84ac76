import { and, desc, eq, gt, inArray, isNull, lt, lte, notExists, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Address, ChannelName } from '../../core/channels/address.ts';
import type { Refusal } from '../../core/channels/channel.ts';
import { requestFact, requestFields } from '../audit/requests.ts';
import type { Db } from '../database.ts';
import { assignments, groups, messages, type OutboxState, outbox } from '../schema/tables.ts';

export type OutboxRow = typeof outbox.$inferSelect;
export type NewOutboxRow = typeof outbox.$inferInsert;

const batch = 500;

/** Queues platform requests. */
export async function enqueue(db: Db, rows: NewOutboxRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += batch) await db.insert(outbox).values(rows.slice(from, from + batch));
}

/** Lifts what is queued for a chat to the urgency of a reply, so that order is kept when the reply overtakes the rest. */
export async function liftQueued(db: Db, channel: ChannelName, address: Address, urgency: number): Promise<void> {
  await db
    .update(outbox)
    .set({ urgency })
    .where(
      and(
        eq(outbox.channel, channel),
        eq(outbox.address, address),
        eq(outbox.state, 'queued'),
        sql`${outbox.urgency} > ${urgency}`,
      ),
    );
}

/** Withdraws what is queued and rests on a debt that has ended. */
export async function withdrawResting(db: Db, obligationId: number, now: Date): Promise<void> {
  const resting = db.select({ id: messages.id }).from(messages).where(eq(messages.restsOn, obligationId));
  await db
    .update(outbox)
    .set({ state: 'withdrawn', reason: 'the debt ended', settledAt: now })
    .where(and(inArray(outbox.messageId, resting), eq(outbox.state, 'queued')));
}

/**
 * Takes the next request that may go now: the most urgent, oldest first, never before an earlier one to the same chat,
 * never to a `busy` chat, and none with a paper unless `withPapers`. What rests on a debt that has ended meanwhile is
 * withdrawn instead. `machineMs` is machine time. The row is committed as "sending" before anything is sent.
 */
export async function claimNext(
  db: Db,
  channel: ChannelName,
  machineMs: number,
  busy: Address[],
  withPapers = true,
): Promise<OutboxRow | undefined> {
  for (;;) {
    const next = await findNext(db, channel, machineMs, busy, withPapers);
    if (!next) return undefined;
    const [row] = await db
      .update(outbox)
      .set({ state: next.kind === 'reminder' ? unlessEnded : 'sending', tries: sql`${outbox.tries} + 1` })
      .where(and(eq(outbox.id, next.id), eq(outbox.state, 'queued')))
      .returning();
    if (row?.state === 'sending') return row;
  }
}

/** Only reminders rest on a debt. */
const unlessEnded = sql<OutboxState>`case when exists (
  select 1 from messages m join obligations b on b.id = m.rests_on
  where m.id = ${outbox.messageId} and b.state <> 'owed') then 'withdrawn' else 'sending' end`;

const earlier = alias(outbox, 'earlier');

/** What could be claimed, without claiming it. Most looks find nothing, and must cost next to nothing. */
async function findNext(db: Db, channel: ChannelName, machineMs: number, busy: Address[], withPapers: boolean) {
  const isBehind = db
    .select({ id: earlier.id })
    .from(earlier)
    .where(
      and(
        eq(earlier.channel, outbox.channel),
        eq(earlier.address, outbox.address),
        lt(earlier.id, outbox.id),
        sql`${earlier.state} in ('queued', 'sending')`,
      ),
    );
  const [row] = await db
    .select({ id: outbox.id, kind: outbox.kind })
    .from(outbox)
    .where(
      and(
        eq(outbox.channel, channel),
        sql`${outbox.state} = 'queued'`,
        lte(outbox.notBefore, machineMs),
        busy.length > 0 ? notInArray(outbox.address, busy) : undefined,
        withPapers ? undefined : isNull(outbox.attachment),
        notExists(isBehind),
      ),
    )
    .orderBy(outbox.urgency, outbox.id)
    .limit(1);
  return row;
}

/** What became of a request, for the audit chain. */
export type RequestFact = ReturnType<typeof requestFact>;

/** Changes requests; returns them as they are now recorded. */
async function change(db: Db, values: Partial<NewOutboxRow>, where: SQL | undefined): Promise<RequestFact[]> {
  const rows = await db.update(outbox).set(values).where(where).returning(requestFields);
  return rows.map(requestFact);
}

/** Notes that a request arrived; with the last part of a directive's tasks, its assignment counts as delivered. */
export async function markSent(
  db: Db,
  row: OutboxRow,
  externalId: string,
  now: Date,
  machineNow: Date,
): Promise<RequestFact[]> {
  const arrived = { state: 'sent' as const, externalId, reason: null, settledAt: now, sentAt: machineNow };
  const sent = await change(db, arrived, eq(outbox.id, row.id));
  if (row.kind !== 'tasks' || row.part !== row.parts) return sent;
  const delivered = db.select({ id: messages.delivers }).from(messages).where(eq(messages.id, row.messageId));
  await db
    .update(assignments)
    .set({ deliveredAt: now })
    .where(and(inArray(assignments.id, delivered), sql`${assignments.deliveredAt} is null`));
  return sent;
}

/** Puts a request that surely did not happen back into the queue, not before `notBefore` (machine milliseconds). */
export async function requeue(db: Db, id: number, notBefore: number, reason: string): Promise<void> {
  await db.update(outbox).set({ state: 'queued', notBefore, reason }).where(eq(outbox.id, id));
}

/** Puts a request back into the queue with the first half of its text; the second comes before what follows it. */
export async function splitRequest(db: Db, row: OutboxRow, [first, second]: [string, string]): Promise<void> {
  const ofMessage = and(
    eq(outbox.messageId, row.messageId),
    eq(outbox.channel, row.channel),
    eq(outbox.address, row.address),
  );
  const [next] = await db
    .update(outbox)
    .set({ text: sql`${second} || chr(10) || ${outbox.text}` })
    .where(and(ofMessage, eq(outbox.part, row.part + 1), eq(outbox.state, 'queued'), isNull(outbox.attachment)))
    .returning({ id: outbox.id });
  await db.update(outbox).set({ state: 'queued', text: first }).where(eq(outbox.id, row.id));
  if (next) return;
  const { id, ...same } = row;
  const parts = row.parts + 1;
  // Papers behind the text move up by one, the last first: no two parts may have one number.
  const behind = await db
    .select({ id: outbox.id, part: outbox.part })
    .from(outbox)
    .where(and(ofMessage, gt(outbox.part, row.part)))
    .orderBy(desc(outbox.part));
  for (const { id: paper, part } of behind)
    await db
      .update(outbox)
      .set({ part: part + 1 })
      .where(eq(outbox.id, paper));
  await db.insert(outbox).values({ ...same, state: 'queued', text: second, part: row.part + 1, parts });
  await db.update(outbox).set({ parts }).where(ofMessage);
  await db.update(outbox).set({ choices: [], asksContact: false }).where(eq(outbox.id, id));
}

/** Settles a request of which nobody knows whether it happened: queued once more when `resend`, else listed. */
export function settleUncertain(
  db: Db,
  row: Pick<OutboxRow, 'id' | 'attempt'>,
  resend: boolean,
  reason: string,
  now: Date,
): Promise<RequestFact[]> {
  const again = resend && row.attempt === 1;
  const values = again
    ? { state: 'queued' as const, attempt: 2, reason }
    : { state: 'uncertain' as const, reason, settledAt: now };
  return change(db, values, eq(outbox.id, row.id));
}

/** Requests that a process left under way when it ended. */
export function findAbandoned(db: Db): Promise<OutboxRow[]> {
  return db.select().from(outbox).where(eq(outbox.state, 'sending')).orderBy(outbox.id);
}

/** Why a request is given up: the class, and the platform's own words. */
export type Refused = { because: Refusal; reason: string };

const refusedAs = ({ because, reason }: Refused, now: Date) =>
  ({ state: 'refused', refusedBecause: because, reason, settledAt: now }) as const;

const waitsThere = (row: OutboxRow) =>
  and(eq(outbox.channel, row.channel), eq(outbox.address, row.address), eq(outbox.state, 'queued'));

/** Gives up on a chat: this request and all that wait for it. */
export function refuseChat(db: Db, row: OutboxRow, why: Refused, now: Date): Promise<RequestFact[]> {
  return change(db, refusedAs(why, now), or(eq(outbox.id, row.id), waitsThere(row)));
}

/** Gives up on a message there: this request and its parts that wait. */
export function refuseMessage(db: Db, row: OutboxRow, why: Refused, now: Date): Promise<RequestFact[]> {
  const rest = and(eq(outbox.messageId, row.messageId), waitsThere(row));
  return change(db, refusedAs(why, now), or(eq(outbox.id, row.id), rest));
}

export function refuseOne(db: Db, id: number, why: Refused, now: Date): Promise<RequestFact[]> {
  return change(db, refusedAs(why, now), eq(outbox.id, id));
}

/** Queues again what was refused, of these requests. */
export const requeueRefused = (db: Db, which: SQL | undefined): Promise<RequestFact[]> =>
  change(
    db,
    { state: 'queued', reason: null, refusedBecause: null, settledAt: null, notBefore: 0 },
    and(which, eq(outbox.state, 'refused')),
  );

/** Points a chat that the platform moved, and all that waits for it, to its new address. */
export async function moveChat(db: Db, channel: ChannelName, from: Address, to: Address): Promise<void> {
  await db
    .update(groups)
    .set({ address: to })
    .where(and(eq(groups.channel, channel), eq(groups.address, from)));
  await db
    .update(outbox)
    .set({ address: to, state: 'queued' })
    .where(and(eq(outbox.channel, channel), eq(outbox.address, from), inArray(outbox.state, ['queued', 'sending'])));
}
