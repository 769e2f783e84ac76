import { and, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Address, ChannelName } from '../../core/channels/address.ts';
import type { Db } from '../database.ts';
import { accounts, conversations, obligations, people } from '../schema/tables.ts';

/** A person's name, and their conversation as it was saved. `drafts`: what was entered on pages, by debt. */
export type StoredConversation = { name: string; state: unknown; turn: number; drafts: unknown };

/** Locks a person for the rest of the transaction and reads where their conversation stands. */
export async function lockPerson(db: Db, personId: number): Promise<StoredConversation> {
  const stored = await lock(db, eq(people.id, personId));
  if (!stored) throw new Error(`person ${personId} is gone`);
  return stored;
}

/** The address from which somebody wrote. */
export type WriterAddress = { channel: ChannelName; address: Address };

/** The person whose account is at an address, to be asked for within another statement. */
export const ownerOf = (db: Db, { channel, address }: WriterAddress): SQLWrapper =>
  db
    .select({ id: accounts.personId })
    .from(accounts)
    .where(and(eq(accounts.channel, channel), eq(accounts.address, address)));

/**
 * Locks a person, and the debt that their conversation is about, so that two people of one unit report one after the other;
 * undefined where there is nobody.
 */
export function lockWriter(db: Db, writer: WriterAddress): Promise<StoredConversation | undefined> {
  return lock(db, eq(people.id, ownerOf(db, writer)));
}

/** The debt that a state is about, wherever in it. */
const debtInState = sql.raw(`'strict $.**.obligation ? (@.type() == "number")'`);

/**
 * Three statements in one breath: one that waits for a lock sees the conversation as it stood before it waited, and whoever
 * had the lock may have changed it.
 */
async function lock(db: Db, isThem: SQLWrapper): Promise<StoredConversation | undefined> {
  const where = isThem.getSQL();
  const debt = db
    .select({ id: sql`(jsonb_path_query_first(${conversations.state}, ${debtInState}) #>> '{}')::int` })
    .from(conversations)
    .innerJoin(people, eq(people.id, conversations.personId))
    .where(where);
  const [, , [row]] = await Promise.all([
    db.select({ id: people.id }).from(people).where(where).for('update'),
    db.select({ id: obligations.id }).from(obligations).where(eq(obligations.id, debt)).for('update'),
    stored(db, where),
  ]);
  return row && { ...row, turn: row.turn ?? 0 };
}

const stored = (db: Db, where: SQL) =>
  db
    .select({
      name: people.name,
      state: conversations.state,
      turn: conversations.turn,
      drafts: conversations.drafts,
    })
    .from(people)
    .leftJoin(conversations, eq(conversations.personId, people.id))
    .where(where);

/** Where the conversation of whoever has an address stands, without a lock: for looking only. */
export async function findConversation(db: Db, writer: WriterAddress): Promise<StoredConversation | undefined> {
  const [row] = await stored(db, eq(people.id, ownerOf(db, writer)));
  return row && { ...row, turn: row.turn ?? 0 };
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

/** Keeps what a person has entered on pages, by debt. Call with the person locked. */
export async function saveDrafts(db: Db, personId: number, drafts: unknown, now: Date): Promise<void> {
  await db
    .insert(conversations)
    .values({ personId, state: { dialogue: 'idle' }, drafts, updatedAt: now })
    .onConflictDoUpdate({ target: conversations.personId, set: { drafts } });
}
