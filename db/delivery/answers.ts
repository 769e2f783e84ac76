/** An answer to what somebody wrote: its message and its requests, said in one breath. */
import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { messages, outbox } from '../schema/tables.ts';
import { messageRow, type SealedMessage } from './messages.ts';
import type { NewOutboxRow } from './queue.ts';

/** A request of a message whose id is not known yet. */
export type AnswerRequest = Omit<NewOutboxRow, 'messageId'>;

/** Writes an answer and queues its requests; nothing where its meaning was said to its recipient before. */
export async function writeAnswer(db: Db, said: SealedMessage, requests: AnswerRequest[], now: Date): Promise<void> {
  const { meaning, recipient } = said;
  const isIt = and(
    eq(messages.meaning, meaning),
    eq(messages.recipientType, recipient.type),
    eq(messages.recipientId, recipient.id),
  );
  const messageId = sql<number>`${db.select({ id: messages.id }).from(messages).where(isIt)}`;
  await Promise.all([
    db.insert(messages).values(messageRow(said, now)).onConflictDoNothing(),
    db
      .insert(outbox)
      .values(requests.map((request) => ({ ...request, messageId })))
      .onConflictDoNothing({ target: [outbox.messageId, outbox.channel, outbox.address, outbox.part] }),
  ]);
}
