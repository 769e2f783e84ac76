/** What a message to a leader sums up, where it is of several rounds: kept so that it can be said anew without one of them. */
import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { messages, outbox, summaryParts } from '../schema/tables.ts';

/** A round that is summed up; `isLast`: no summary of it follows. */
export type SummaryPart = { directive: number; round: number; isLast: boolean };

/** Keeps what the message of a meaning to a person sums up. */
export async function keepSummaryParts(
  db: Db,
  { meaning, person }: { meaning: string; person: number },
  parts: readonly SummaryPart[],
): Promise<void> {
  const [message] = await db
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.meaning, meaning), eq(messages.recipientType, 'person'), eq(messages.recipientId, person)));
  if (!message) return;
  await db
    .insert(summaryParts)
    .values(
      parts.map(({ directive, round, isLast }) => ({
        messageId: message.id,
        directiveId: directive,
        roundId: round,
        isLast,
      })),
    )
    .onConflictDoNothing();
}

export type WithdrawnSummary = { meaning: string; person: number; rest: SummaryPart[] };

/** Withdraws what sums up several rounds, one of this directive among them, and has not left; with the rounds of the others. */
export async function withdrawSummariesOf(
  db: Db,
  directiveId: number,
  { reason, now }: { reason: string; now: Date },
): Promise<WithdrawnSummary[]> {
  const waiting = await db
    .select({ id: messages.id, meaning: messages.meaning, person: messages.recipientId })
    .from(messages)
    .where(
      and(
        sql`exists (select 1 from ${summaryParts} p where p.message_id = ${messages.id} and p.directive_id = ${directiveId}::int)`,
        sql`exists (select 1 from ${outbox} o where o.message_id = ${messages.id} and o.state = 'queued')`,
        sql`not exists (select 1 from ${outbox} o where o.message_id = ${messages.id} and o.state in ('sending', 'sent', 'uncertain'))`,
      ),
    )
    .orderBy(messages.id);
  const ids = waiting.map(({ id }) => id);
  if (ids.length === 0) return [];
  await db
    .update(outbox)
    .set({ state: 'withdrawn', reason, settledAt: now })
    .where(and(inArray(outbox.messageId, ids), eq(outbox.state, 'queued')));
  const parts = await db.select().from(summaryParts).where(inArray(summaryParts.messageId, ids));
  return waiting.map(({ id, meaning, person }) => ({
    meaning,
    person,
    rest: parts.flatMap(({ messageId, directiveId: directive, roundId: round, isLast }) =>
      messageId === id && directive !== directiveId ? [{ directive, round, isLast }] : [],
    ),
  }));
}
