/** Writes down how requests ended. Functions return what the audit chain is to record. */
import { and, desc, eq, gt, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { ChannelName } from '../../core/channels/address.ts';
import type { Refusal } from '../../core/channels/channel.ts';
import { requestFact, requestFields } from '../audit/requests.ts';
import type { Db } from '../database.ts';
import { inArray, notInArray } from '../engine/lists.ts';
import { compiled, type Given } from '../engine/statements/compiled.ts';
import { assignments, messages, outbox } from '../schema/tables.ts';
import { type Fence, stands } from './fence.ts';
import type { OutboxRow } from './queue.ts';
import { waitsFor } from './standing.ts';

/** What became of a request, for the audit chain. */
export type RequestFact = ReturnType<typeof requestFact>;

/** Changes requests; returns them as they are now recorded. */
export async function changeRequests(
  db: Db,
  values: Partial<typeof outbox.$inferInsert>,
  where: SQL | undefined,
): Promise<RequestFact[]> {
  const rows = await db.update(outbox).set(values).where(where).returning(requestFields);
  return rows.map(requestFact);
}

/** A claimed request that the platform accepted, and what it called the message. */
export type SentRequest = { row: OutboxRow; externalId: string };

/**
 * Marks claimed requests as sent, in one statement; those whose claim stands no longer are left as they are. With the last
 * part of a directive's tasks, their assignment counts as delivered.
 */
export async function markAllSent(
  db: Db,
  arrived: readonly SentRequest[],
  { now, machineNow }: { now: Date; machineNow: Date },
): Promise<RequestFact[]> {
  const claims = arrived.map(({ row: { id, tries, claimTerm: term }, externalId }) => ({
    id,
    tries,
    term,
    externalId,
  }));
  const rows = await markingSent(db, { claims: JSON.stringify(claims), now, machineNow });
  const lastOfTasks = rows.filter(({ about, part, parts }) => about === 'tasks' && part === parts);
  if (lastOfTasks.length > 0)
    await markDelivered(
      db,
      lastOfTasks.map(({ message }) => message),
      now,
    );
  return rows.map(requestFact);
}

const markingSent = compiled(
  (db, { claims, now, machineNow }: Given<{ claims: string; now: Date; machineNow: Date }>) =>
    db
      .update(outbox)
      .set({
        state: 'sent',
        externalId: sql`claims.external`,
        reason: null,
        settledAt: sql`${now}::timestamptz`,
        sentAt: sql`${machineNow}::timestamptz`,
      })
      .from(
        sql`(select (c->>'id')::int as claimed, (c->>'tries')::int as claim_tries, (c->>'term')::int as term,
        c->>'externalId' as external from jsonb_array_elements(${claims}::jsonb) c) as claims`,
      )
      .where(
        and(
          sql`${outbox.id} = claims.claimed`,
          eq(outbox.state, 'sending'),
          sql`${outbox.tries} = claims.claim_tries`,
          sql`${outbox.claimTerm} is not distinct from claims.term`,
        ),
      )
      .returning(requestFields),
);

async function markDelivered(db: Db, messageIds: number[], now: Date): Promise<void> {
  const delivered = db
    .select({ id: messages.delivers })
    .from(messages)
    .where(sql`${messages.id} = any(${`{${messageIds.join()}}`}::int[])`);
  await db
    .update(assignments)
    .set({ deliveredAt: now })
    .where(and(inArray(assignments.id, delivered), isNull(assignments.deliveredAt)));
}

/** Puts a request that surely did not happen back into the queue, not before `notBefore` (machine milliseconds). */
export async function requeue(db: Db, id: number, notBefore: number, reason: string): Promise<void> {
  await db.update(outbox).set({ state: 'queued', notBefore, reason }).where(eq(outbox.id, id));
}

/**
 * Puts a request back into the queue with the first half of its text. The second half goes in front of the next part.
 */
export async function splitRequest(db: Db, row: OutboxRow, [first, second]: [string, string]): Promise<void> {
  const ofMessage = and(
    eq(outbox.messageId, row.messageId),
    eq(outbox.channel, row.channel),
    eq(outbox.address, row.address),
  );
  const [next] = await db
    .update(outbox)
    .set({ text: sql`${second} || chr(10) || ${outbox.text}`, sealed: sql`coalesce(${outbox.sealed}, ${row.sealed})` })
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

/** Queues a request of unknown outcome once more, not before `notBefore` (machine milliseconds). */
export function sendAgain(
  db: Db,
  { id, attempt }: Pick<OutboxRow, 'id' | 'attempt'>,
  { reason, doubtedAt, notBefore }: { reason: string; doubtedAt: Date; notBefore: number },
): Promise<RequestFact[]> {
  const values = { state: 'queued' as const, attempt: attempt + 1, reason, doubtedAt, notBefore };
  return changeRequests(db, values, eq(outbox.id, id));
}

/** Leaves a request of unknown outcome as it is; `givenUp` where it is not said any more although it should be. */
export function leaveInDoubt(
  db: Db,
  id: number,
  { now, ...values }: { reason: string; doubtedAt: Date; givenUp: 'doubts' | null; now: Date },
): Promise<RequestFact[]> {
  return changeRequests(db, { state: 'uncertain', ...values, settledAt: now }, eq(outbox.id, id));
}

/** Whose requests count as abandoned: those on a channel but `inFlight`, while the fence stands; absent: all. */
export type Abandoned = { channel: ChannelName; inFlight: number[]; fence: Fence };

/** Locks and returns the requests that were claimed and that nobody has under way. */
export function findAbandoned(db: Db, which?: Abandoned): Promise<OutboxRow[]> {
  const ours =
    which &&
    and(
      eq(outbox.channel, which.channel),
      which.inFlight.length > 0 ? notInArray(outbox.id, which.inFlight) : undefined,
      stands(which.fence),
    );
  return db
    .select()
    .from(outbox)
    .where(and(eq(outbox.state, 'sending'), ours))
    .orderBy(outbox.id)
    .for('update');
}

/** Why the platform refused: the class of the refusal, and the platform's own words. */
export type Refused = { because: Refusal; reason: string };

const refusedAs = ({ because, reason }: Refused, now: Date) =>
  ({ state: 'refused', refusedBecause: because, reason, settledAt: now }) as const;

/** Records that the platform refused a chat: this request and every one that waits for the chat. */
export function recordRefusalOfChat(db: Db, row: OutboxRow, why: Refused, now: Date): Promise<RequestFact[]> {
  return changeRequests(db, refusedAs(why, now), or(eq(outbox.id, row.id), waitsFor(row)));
}

/** Records that the platform refused a message: this request and the message's parts that wait for the chat. */
export function recordRefusalOfMessage(db: Db, row: OutboxRow, why: Refused, now: Date): Promise<RequestFact[]> {
  const rest = and(eq(outbox.messageId, row.messageId), waitsFor(row));
  return changeRequests(db, refusedAs(why, now), or(eq(outbox.id, row.id), rest));
}

/** Records that the platform refused this request alone. */
export function recordRefusalOfRequest(db: Db, id: number, why: Refused, now: Date): Promise<RequestFact[]> {
  return changeRequests(db, refusedAs(why, now), eq(outbox.id, id));
}

/** Queues the refused ones among these requests again. */
export const requeueRefused = (db: Db, which: SQL | undefined): Promise<RequestFact[]> =>
  changeRequests(
    db,
    { state: 'queued', reason: null, refusedBecause: null, settledAt: null, notBefore: 0 },
    and(which, eq(outbox.state, 'refused')),
  );
