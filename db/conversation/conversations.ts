import { eq, exists, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { compiled, type Given } from '../engine/statements/compiled.ts';
import {
  accounts,
  attachments,
  conversations,
  obligations,
  people,
  signedPapers,
  unitRoles,
} from '../schema/tables.ts';
import { ownerOf, type WriterAddress } from '../writer/owner.ts';

/**
 * A person's name, and their conversation as it was saved. `drafts`: what was entered on pages, by debt. `hasFiles`: a file came from
 * them, or something signed from a unit of theirs; where not, nobody need look for it.
 */
export type StoredConversation = { name: string; state: unknown; turn: number; drafts: unknown; hasFiles: boolean };

/** Locks a person for the rest of the transaction and reads where their conversation stands. */
export async function lockPerson(db: Db, personId: number): Promise<StoredConversation> {
  const stored = await lockById(db, { personId });
  if (!stored) throw new Error(`person ${personId} is gone`);
  return stored;
}

/**
 * Locks a person, and the debt that their conversation is about, so that two people of one unit report one after the other;
 * undefined where there is nobody.
 */
export function lockWriter(db: Db, writer: WriterAddress): Promise<StoredConversation | undefined> {
  return lockByAddress(db, writer);
}

/** The debt that a state is about, wherever in it. */
const debtInState = sql.raw(`'strict $.**.obligation ? (@.type() == "number")'`);

/**
 * Three statements in one breath: one that waits for a lock sees the conversation as it stood before it waited, and whoever
 * had the lock may have changed it.
 */
function lockWhere<T extends Record<string, unknown>>(isThem: (db: Db, given: Given<T>) => SQL) {
  const person = compiled((db, given: Given<T>) =>
    db.select({ id: people.id }).from(people).where(isThem(db, given)).for('update'),
  );
  const debt = compiled((db, given: Given<T>) => {
    const told = db
      .select({ id: sql`(jsonb_path_query_first(${conversations.state}, ${debtInState}) #>> '{}')::int` })
      .from(conversations)
      .innerJoin(people, eq(people.id, conversations.personId))
      .where(isThem(db, given));
    return db.select({ id: obligations.id }).from(obligations).where(eq(obligations.id, told)).for('update');
  });
  const conversation = compiled((db, given: Given<T>) => stored(db, isThem(db, given)));
  return async (db: Db, who: T): Promise<StoredConversation | undefined> => {
    const [, , [row]] = await Promise.all([person(db, who), debt(db, who), conversation(db, who)]);
    return row && { ...row, turn: row.turn ?? 0 };
  };
}

const hasFiles = (db: Db) => {
  const sent = db
    .select({ one: sql`1` })
    .from(attachments)
    .innerJoin(accounts, eq(accounts.id, attachments.accountId))
    .where(eq(accounts.personId, people.id));
  const signed = db
    .select({ one: sql`1` })
    .from(unitRoles)
    .innerJoin(obligations, eq(obligations.unitId, unitRoles.unitId))
    .innerJoin(signedPapers, eq(signedPapers.obligationId, obligations.id))
    .where(eq(unitRoles.personId, people.id));
  return sql<boolean>`(${exists(sent)} or ${exists(signed)})`;
};

const stored = (db: Db, where: SQL) =>
  db
    .select({
      name: people.name,
      state: conversations.state,
      turn: conversations.turn,
      drafts: conversations.drafts,
      hasFiles: hasFiles(db),
    })
    .from(people)
    .leftJoin(conversations, eq(conversations.personId, people.id))
    .where(where);

const isWriter = (db: Db, given: Given<WriterAddress>): SQL => eq(people.id, ownerOf(db, given));
const lockByAddress = lockWhere(isWriter);
const lockById = lockWhere<{ personId: number }>((_, { personId }) => eq(people.id, personId));
const conversationOf = compiled((db, writer: Given<WriterAddress>) => stored(db, isWriter(db, writer)));

/** Where the conversation of whoever has an address stands, without a lock: for looking only. */
export async function findConversation(db: Db, writer: WriterAddress): Promise<StoredConversation | undefined> {
  const [row] = await conversationOf(db, writer);
  return row && { ...row, turn: row.turn ?? 0 };
}

/** Keeps where a person's conversation stands. Call with the person locked. */
export async function saveConversation(
  db: Db,
  personId: number,
  { state, turn }: { state: unknown; turn: number },
  now: Date,
): Promise<void> {
  await saving(db, { personId, state, turn, now });
}

const saving = compiled(
  (db, { personId, state, turn, now }: Given<{ personId: number; state: unknown; turn: number; now: Date }>) =>
    db
      .insert(conversations)
      .values({ personId, state, turn, updatedAt: now })
      .onConflictDoUpdate({
        target: conversations.personId,
        set: { state: sql`excluded.state`, turn: sql`excluded.turn`, updatedAt: sql`excluded.updated_at` },
      }),
);

/** Keeps what a person has entered on pages, by debt. Call with the person locked. */
export async function saveDrafts(db: Db, personId: number, drafts: unknown, now: Date): Promise<void> {
  await db
    .insert(conversations)
    .values({ personId, state: { dialogue: 'idle' }, drafts, updatedAt: now })
    .onConflictDoUpdate({ target: conversations.personId, set: { drafts } });
}
