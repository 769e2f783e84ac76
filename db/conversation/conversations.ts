import { eq } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { conversations, people } from '../schema/tables.ts';

/** A person's name, and their conversation as it was saved. */
export type StoredConversation = { name: string; state: unknown; turn: number };

/** Locks a person for the rest of the transaction and reads where their conversation stands. */
export async function lockPerson(db: Db, personId: number): Promise<StoredConversation> {
  const [row] = await db
    .select({ name: people.name, state: conversations.state, turn: conversations.turn })
    .from(people)
    .leftJoin(conversations, eq(conversations.personId, people.id))
    .where(eq(people.id, personId))
    .for('update', { of: people });
  if (!row) throw new Error(`person ${personId} is gone`);
  return { name: row.name, state: row.state, turn: row.turn ?? 0 };
}

/** Keeps where a person's conversation stands. Call with the person locked. */
export async function saveConversation(
  db: Db,
  personId: number,
  { state, turn }: { state: unknown; turn: number },
  now: Date,
): Promise<void> {
  await db
    .insert(conversations)
    .values({ personId, state, turn, updatedAt: now })
    .onConflictDoUpdate({ target: conversations.personId, set: { state, turn, updatedAt: now } });
}
