/** Answers of unknown outcome whose reader has written since: they arrived, or are wanted no more. */
import { and, desc, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { answerKinds } from '../../core/delivery/doubt.ts';
import type { Answered } from '../../core/delivery/echo.ts';
import { requestFact, requestFields } from '../audit/requests.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { compiled, type Given } from '../engine/statements/compiled.ts';
import type { Account } from '../roster/accounts.ts';
import { accounts, outbox } from '../schema/tables.ts';
import type { OutboxRow } from './queue.ts';
import type { RequestFact } from './settle.ts';
import { isQueued } from './standing.ts';

/** Why such a request is not sent again. */
export const answeredMeanwhile = 'its reader wrote meanwhile';

const own = alias(accounts, 'own');
const spoken = alias(accounts, 'spoken');

/**
 * Whether the reader of a private answer has written, anywhere, since it went out. A paper is no question. Waits for what
 * they say at this moment: who writes and who notes the doubt would else each miss the other.
 */
export async function isAnsweredSince(tx: Db, row: OutboxRow): Promise<boolean> {
  const { claimedAt } = row;
  if (claimedAt === null || row.isGroup || row.attachment || !answerKinds.some((kind) => kind === row.kind))
    return false;
  // A conversation goes on at any account of its person. All are locked, also those that have not spoken: only what is
  // locked is read as it stands when the turn under way has ended.
  const rows = await tx
    .select({ lastWordAt: spoken.lastWordAt })
    .from(own)
    .innerJoin(spoken, or(eq(spoken.id, own.id), eq(spoken.personId, own.personId)))
    .where(and(eq(own.channel, row.channel), eq(own.address, row.address)))
    .orderBy(spoken.id)
    .for('share', { of: spoken });
  return rows.some(({ lastWordAt }) => lastWordAt !== null && lastWordAt > claimedAt);
}

/**
 * Takes off the queue what waits to be sent again to a person who writes now from an account, there or elsewhere. Returns what
 * is to be recorded.
 */
export async function settleAnswered(
  db: Db,
  { channel, address }: Pick<Account, 'channel' | 'address'>,
  now: Date,
): Promise<RequestFact[]> {
  return (await settling(db, { channel, address, now })).map(requestFact);
}

const settling = compiled((db, given: Given<Pick<Account, 'channel' | 'address'> & { now: Date }>) => {
  const isTheirs: SQL = sql`exists (
    select 1 from accounts a join accounts w on w.channel = ${given.channel} and w.address = ${given.address}
    where a.channel = ${outbox.channel} and a.address = ${outbox.address} and (a.id = w.id or a.person_id = w.person_id))`;
  return db
    .update(outbox)
    .set({ state: 'uncertain', reason: answeredMeanwhile, settledAt: sql`${given.now}::timestamptz` })
    .where(
      and(
        isQueued,
        sql`${outbox.attempt} > 1`,
        eq(outbox.isGroup, false),
        isNull(outbox.attachment),
        inArray(outbox.kind, [...answerKinds]),
        isTheirs,
      ),
    )
    .returning(requestFields);
});

/** The last words of answers that were said at an address, newest first: as many as `isEcho` looks at. */
export function findLastAnswers(
  db: Db,
  { channel, address }: Pick<Account, 'channel' | 'address'>,
): Promise<Answered[]> {
  return db
    .select({ text: outbox.text, state: outbox.state, attempt: outbox.attempt, sentAt: outbox.sentAt })
    .from(outbox)
    .where(
      and(
        eq(outbox.channel, channel),
        eq(outbox.address, address),
        eq(outbox.isGroup, false),
        isNull(outbox.attachment),
        inArray(outbox.kind, [...answerKinds]),
        eq(outbox.part, outbox.parts),
      ),
    )
    .orderBy(desc(outbox.id))
    .limit(3);
}
