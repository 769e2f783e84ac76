import { and, desc, eq, sql } from 'drizzle-orm';
import type { Choice } from '../../core/delivery/layout.ts';
import type { Message, Recipient } from '../../core/delivery/message.ts';
import type { Db } from '../database.ts';
import { messages } from '../schema/tables.ts';

const recipientKey = (recipient: Recipient): string => `${recipient.type}:${recipient.id}`;

export type WrittenMessage = Message & { id: number };

const batch = 500;

/** Writes messages; those whose meaning was already said to their recipient are left out of the result. */
export async function writeMessages(db: Db, said: Message[], now: Date): Promise<WrittenMessage[]> {
  const written: WrittenMessage[] = [];
  for (let from = 0; from < said.length; from += batch) {
    const part = said.slice(from, from + batch);
    const rows = await db
      .insert(messages)
      .values(
        part.map((m) => ({
          meaning: m.meaning,
          recipient: recipientKey(m.recipient),
          kind: m.kind,
          body: m.body,
          restsOn: m.restsOn ?? null,
          delivers: m.delivers ?? null,
          createdAt: now,
        })),
      )
      .onConflictDoNothing()
      .returning({ id: messages.id, meaning: messages.meaning, recipient: messages.recipient });
    const ids = new Map(rows.map((row) => [`${row.meaning} ${row.recipient}`, row.id]));
    for (const message of part) {
      const id = ids.get(`${message.meaning} ${recipientKey(message.recipient)}`);
      if (id !== undefined) written.push({ ...message, id });
    }
  }
  return written;
}

const recipientTypes = ['person', 'account', 'group'] as const;

/** To whom a message was said; throws when there is no such message. */
export async function findRecipient(db: Db, messageId: number): Promise<Recipient> {
  const [row] = await db.select({ key: messages.recipient }).from(messages).where(eq(messages.id, messageId));
  const [type, id] = row?.key.split(':') ?? [];
  const known = recipientTypes.find((one) => one === type);
  if (!known) throw new Error(`message ${messageId} has no recipient`);
  return { type: known, id: Number(id) };
}

/** The standing choices of the newest message with choices that a person got, to any of their accounts. */
export async function findOffered(db: Db, recipients: Recipient[]): Promise<Choice[]> {
  const keys = recipients.map(recipientKey);
  const [row] = await db
    .select({ body: messages.body })
    .from(messages)
    .where(and(sql`${messages.recipient} in ${keys}`, sql`jsonb_array_length(${messages.body} -> 'choices') > 0`))
    .orderBy(desc(messages.id))
    .limit(1);
  return row?.body.choices.filter((choice) => choice.id.startsWith('/')) ?? [];
}
