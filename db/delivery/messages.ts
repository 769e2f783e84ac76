import { and, desc, eq, or, sql } from 'drizzle-orm';
import type { Choice } from '../../core/delivery/layout.ts';
import type { Message, Recipient } from '../../core/delivery/message.ts';
import type { Db } from '../database.ts';
import { chunks } from '../engine/chunks.ts';
import { rowsOf } from '../engine/rows.ts';
import { insertRows } from '../engine/statements/insert-rows.ts';
import { messages } from '../schema/tables.ts';

/** A message whose body names no secret: placeholders stand for what is in `sealed`, null where there is none. */
export type SealedMessage = Message & { sealed: string | null };

/** A message with the id of its row. */
export type WrittenMessage = SealedMessage & { id: number };

const recipient = { type: messages.recipientType, id: messages.recipientId };

const identityOf = (meaning: string, { type, id }: Recipient): string => `${type} ${id} ${meaning}`;

/** A message as its row is written. */
export const messageRow = ({ recipient: { type, id }, about = {}, ...message }: SealedMessage, now: Date) => ({
  meaning: message.meaning,
  recipientType: type,
  recipientId: id,
  kind: message.kind,
  body: message.body,
  sealed: message.sealed,
  restsOn: message.restsOn ?? null,
  delivers: message.delivers ?? null,
  directiveId: about.directive ?? null,
  unitId: about.unit ?? null,
  roundId: about.round ?? null,
  slot: about.slot ?? null,
  inboxId: message.inbox ?? null,
  createdAt: now,
});

/** Writes messages; those whose meaning was already said to their recipient are left out of the result. */
export async function writeMessages(db: Db, said: SealedMessage[], now: Date): Promise<WrittenMessage[]> {
  const written: WrittenMessage[] = [];
  for (const part of chunks(said)) {
    const inserting = insertRows(
      messages,
      part.map((message) => messageRow(message, now)),
    );
    const rows = rowsOf<{ row: number; meaning: string; type: Recipient['type']; id: number }>(
      await db.execute(sql`${inserting} on conflict do nothing
        returning id as row, meaning, recipient_type as type, recipient_id as id`),
    );
    const ids = new Map(rows.map((row) => [identityOf(row.meaning, row), row.row]));
    for (const message of part) {
      const identity = identityOf(message.meaning, message.recipient);
      const id = ids.get(identity);
      // Who is meant twice (the head of a unit is its delegate as well) is told once.
      if (id !== undefined && ids.delete(identity)) written.push({ ...message, id });
    }
  }
  return written;
}

/** To whom a message was said; throws when there is no such message. */
export async function findRecipient(db: Db, messageId: number): Promise<Recipient> {
  const [row] = await db.select(recipient).from(messages).where(eq(messages.id, messageId));
  if (!row) throw new Error(`message ${messageId} is gone`);
  return row;
}

/** Choices that stand, and whether something else was said to their reader since; a file alone says nothing. */
export type Offer = { choices: Choice[]; isOld: boolean };

/** The standing choices of the newest message with choices that a person got, to any of their accounts. */
export async function findOffered(db: Db, recipients: Recipient[]): Promise<Offer> {
  if (recipients.length === 0) return { choices: [], isOld: false };
  const isOneOf = or(
    ...recipients.map(({ type, id }) => and(eq(messages.recipientType, type), eq(messages.recipientId, id))),
  );
  const [row] = await db
    .select({ id: messages.id, body: messages.body })
    .from(messages)
    .where(and(isOneOf, sql`jsonb_array_length(${messages.body} -> 'choices') > 0`))
    .orderBy(desc(messages.id))
    .limit(1);
  if (!row) return { choices: [], isOld: false };
  const [newest] = await db
    .select({ id: messages.id })
    .from(messages)
    .where(and(isOneOf, sql`${messages.body} ->> 'text' <> ''`))
    .orderBy(desc(messages.id))
    .limit(1);
  return { choices: row.body.choices.filter((choice) => choice.id.startsWith('/')), isOld: newest?.id !== row.id };
}
