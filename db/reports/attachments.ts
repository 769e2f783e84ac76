/** Files that people sent: those that came, what they are for, and those that are to be fetched. */
import { and, asc, desc, eq, gte, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { AuditFact } from '../../core/audit/fact.ts';
import type { ChannelName } from '../../core/channels/address.ts';
import { recordedScan } from '../audit/signed.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { accounts, attachments, obligations } from '../schema/tables.ts';

/** A file that came in, before its turn. */
export type NewAttachment = Pick<
  typeof attachments.$inferInsert,
  'inboxId' | 'accountId' | 'channel' | 'reference' | 'name' | 'album' | 'receivedAt'
>;

/** Keeps that a file was sent; its turn says what becomes of it. Returns its id. */
export async function offerAttachment(db: Db, attachment: NewAttachment): Promise<number> {
  const [row] = await db
    .insert(attachments)
    .values({ ...attachment, state: 'offered' })
    .returning({ id: attachments.id });
  if (!row) throw new Error('an insert returned no row');
  return row.id;
}

/** A file that is here as it was sent, with its bytes: evidence from the beginning. */
export type KeptFile = Pick<
  typeof attachments.$inferInsert,
  'inboxId' | 'accountId' | 'channel' | 'reference' | 'name' | 'obligationId' | 'receivedAt'
> & { bytes: Uint8Array; contentType: string; sha256: string };

/** Keeps it. Returns its id, and what the audit chain is to record. */
export async function insertKeptFile(db: Db, file: KeptFile): Promise<{ id: number; fact: ScanFact }> {
  const [row] = await db
    .insert(attachments)
    .values({ ...file, use: 'evidence', state: 'kept' })
    .returning(recordedScan);
  if (!row) throw new Error('an insert returned no row');
  return { id: row.id, fact: { kind: 'scan', ...row } };
}

/** The file of an account that has this reference; undefined without one. */
export async function findByReference(db: Db, accountId: number, reference: string): Promise<number | undefined> {
  const [row] = await db
    .select({ id: attachments.id })
    .from(attachments)
    .where(and(eq(attachments.accountId, accountId), eq(attachments.reference, reference)))
    .limit(1);
  return row?.id;
}

/** What was decided of a file. */
export type AttachmentFate = Pick<typeof attachments.$inferSelect, 'id' | 'state' | 'use' | 'obligationId'>;

/** What was decided of the newest file of an album before `id`; undefined where it is the first. */
export async function findFateOfAlbum(
  db: Db,
  { id, accountId, album }: { id: number; accountId: number; album: string },
): Promise<AttachmentFate | undefined> {
  const { state, use, obligationId } = attachments;
  const [row] = await db
    .select({ id: attachments.id, state, use, obligationId })
    .from(attachments)
    .where(and(eq(attachments.accountId, accountId), eq(attachments.album, album), ne(attachments.id, id)))
    .orderBy(desc(attachments.id))
    .limit(1);
  return row;
}

/** The album of the last file of an account that is asked about and came at `since` or later; undefined without one. */
export async function findAlbumUnderWay(db: Db, accountId: number, since: Date): Promise<string | undefined> {
  const [row] = await db
    .select({ id: attachments.id, album: attachments.album, use: attachments.use })
    .from(attachments)
    .where(and(eq(attachments.accountId, accountId), gte(attachments.receivedAt, since)))
    .orderBy(desc(attachments.id))
    .limit(1);
  return row?.use === 'asked' ? (row.album ?? undefined) : undefined;
}

/**
 * Which files a decision is about. `new`: the one that has just come, with those of its album that came before. `asked`: that
 * one, and all that the account's owner is asked about.
 */
export type MeantFiles = { which: 'new' | 'asked'; accountId: number };

const hasJustCome = (accountId: number): SQL | undefined =>
  and(eq(attachments.accountId, accountId), eq(attachments.state, 'offered'));

function isMeant(db: Db, { which, accountId }: MeantFiles): SQL | undefined {
  const isAsked = eq(attachments.use, 'asked');
  if (which === 'new') {
    const albums = db.select({ album: attachments.album }).from(attachments).where(hasJustCome(accountId));
    const isOfAlbum = and(eq(attachments.accountId, accountId), isAsked, inArray(attachments.album, albums));
    return or(hasJustCome(accountId), isOfAlbum);
  }
  const owner = db.select({ id: accounts.personId }).from(accounts).where(eq(accounts.id, accountId));
  const own = db.select({ id: accounts.id }).from(accounts).where(inArray(accounts.personId, owner));
  return or(hasJustCome(accountId), and(isAsked, inArray(attachments.accountId, own)));
}

/** Says what files are for. Those that were not fetched yet will be. Returns their ids, oldest first. */
export async function useFiles(
  db: Db,
  meant: MeantFiles,
  { use, obligationId }: { use: 'asked' | 'signed' | 'evidence' | 'original'; obligationId: number | null },
): Promise<number[]> {
  const rows = await db
    .update(attachments)
    .set({
      use,
      obligationId,
      state: sql`case when ${attachments.state} = 'offered' then 'queued' else ${attachments.state} end`,
    })
    .where(isMeant(db, meant))
    .returning({ id: attachments.id });
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

/** Lets a further file of an album share its fate. */
export async function shareFate(db: Db, id: number, { state, use, obligationId }: AttachmentFate): Promise<void> {
  const isWanted = use !== null && state !== 'erased';
  await db
    .update(attachments)
    .set(isWanted ? { use, obligationId, state: 'queued' } : { state: 'declined' })
    .where(eq(attachments.id, id));
}

/** Gives up files that nobody wants. Returns those of them whose bytes are here already: these are still to be erased. */
export async function declineFiles(db: Db, meant: MeantFiles): Promise<number[]> {
  const rows = await db
    .update(attachments)
    .set({ use: null, state: sql`case when ${attachments.state} = 'kept' then 'kept' else 'declined' end` })
    .where(isMeant(db, meant))
    .returning({ id: attachments.id, state: attachments.state });
  return rows.filter(({ state }) => state === 'kept').map(({ id }) => id);
}

/** Declines what an account sent and no turn wanted. */
export async function declineUnwanted(db: Db, accountId: number): Promise<void> {
  await db.update(attachments).set({ state: 'declined' }).where(hasJustCome(accountId));
}

/** How many files a person is asked about, but for those of the album that is coming in; `all` has these too. */
export async function countAsked(
  db: Db,
  personId: number,
  album: string | null,
): Promise<{ asked: number; all: number }> {
  const own = db.select({ id: accounts.id }).from(accounts).where(eq(accounts.personId, personId));
  const isAsked = sql`${attachments.use} = 'asked'`;
  const isElsewhere = album === null ? isAsked : sql`${isAsked} and ${attachments.album} is distinct from ${album}`;
  const [row] = await db
    .select({ asked: sql<number>`count(*) filter (where ${isElsewhere})::int`, all: sql<number>`count(*)::int` })
    .from(attachments)
    .where(and(inArray(attachments.accountId, own), or(isAsked, eq(attachments.state, 'offered'))));
  return row ?? { asked: 0, all: 0 };
}

/** The files that are evidence of a unit's report of a round, in the order in which they came. */
export async function listEvidence(
  db: Db,
  { roundId, unitId }: { roundId: number; unitId: number },
): Promise<number[]> {
  const rows = await db
    .select({ id: attachments.id })
    .from(attachments)
    .innerJoin(obligations, eq(obligations.id, attachments.obligationId))
    .where(
      and(
        eq(obligations.roundId, roundId),
        eq(obligations.unitId, unitId),
        eq(attachments.use, 'evidence'),
        inArray(attachments.state, ['queued', 'kept']),
      ),
    )
    .orderBy(asc(attachments.id));
  return rows.map(({ id }) => id);
}

/** A file that is to be fetched. */
export type QueuedAttachment = {
  id: number;
  channel: ChannelName;
  reference: string;
  tries: number;
  accountId: number;
  receivedAt: Date;
};

/** Files to be fetched now (`machineMs` is machine time), oldest first. */
export function findQueued(db: Db, machineMs: number, limit: number): Promise<QueuedAttachment[]> {
  const { id, channel, reference, tries, accountId, receivedAt } = attachments;
  return db
    .select({ id, channel, reference, tries, accountId, receivedAt })
    .from(attachments)
    .where(and(eq(attachments.state, 'queued'), lte(attachments.notBefore, machineMs)))
    .orderBy(attachments.id)
    .limit(limit);
}

/** A file that is kept, as the audit chain records it. */
type ScanFact = Extract<AuditFact, { kind: 'scan' }>;

/** Keeps what was fetched, where it is still wanted; returns what the audit chain is to record of it. */
export async function keepAttachment(
  db: Db,
  id: number,
  file: { bytes: Uint8Array; contentType: string; sha256: string },
): Promise<ScanFact[]> {
  const rows = await db
    .update(attachments)
    .set({ ...file, state: 'kept', reason: null })
    .where(and(eq(attachments.id, id), eq(attachments.state, 'queued')))
    .returning(recordedScan);
  return rows.map((row) => ({ kind: 'scan', ...row }));
}

/**
 * Notes a fetch that failed: tried again at `notBefore` (machine milliseconds), given up where that is undefined. False
 * where it is not wanted any more.
 */
export async function postponeAttachment(
  db: Db,
  { id, tries }: Pick<QueuedAttachment, 'id' | 'tries'>,
  reason: string,
  notBefore: number | undefined,
): Promise<boolean> {
  const rows = await db
    .update(attachments)
    .set({ tries: tries + 1, reason, ...(notBefore === undefined ? { state: 'failed' } : { notBefore }) })
    .where(and(eq(attachments.id, id), eq(attachments.state, 'queued')))
    .returning({ id: attachments.id });
  return rows.length > 0;
}

/** A file whose bytes are here; undefined otherwise. */
export async function findKept(
  db: Db,
  id: number,
): Promise<{ name: string | null; contentType: string; bytes: Uint8Array } | undefined> {
  const [row] = await db
    .select({ name: attachments.name, contentType: attachments.contentType, bytes: attachments.bytes })
    .from(attachments)
    .where(and(eq(attachments.id, id), eq(attachments.state, 'kept')));
  return row?.bytes && row.contentType ? { ...row, bytes: row.bytes, contentType: row.contentType } : undefined;
}
