/** Files that people sent. */
import { and, desc, eq, lte } from 'drizzle-orm';
import type { AuditFact } from '../../core/audit/fact.ts';
import type { ChannelName } from '../../core/channels/address.ts';
import { recordedScan } from '../audit/signed.ts';
import type { Db } from '../database.ts';
import { attachments } from '../schema/tables.ts';

/** A file that came in, before it is fetched. */
export type NewAttachment = Pick<
  typeof attachments.$inferInsert,
  'inboxId' | 'accountId' | 'channel' | 'reference' | 'name' | 'receivedAt' | 'bytes' | 'contentType' | 'sha256'
>;

/** Notes that a file was sent; nothing is fetched until somebody takes it. */
export async function offerAttachment(db: Db, attachment: NewAttachment): Promise<void> {
  await db.insert(attachments).values({ ...attachment, state: 'offered' });
}

/** A file that is kept, as the audit chain records it. */
type ScanFact = Extract<AuditFact, { kind: 'scan' }>;

/**
 * Takes the newest file that an account offered; undefined when it offered none. A file that is not here yet is queued
 * to be fetched. `facts` are for the audit chain, and empty until the bytes are here.
 */
export async function takeOffered(db: Db, accountId: number): Promise<{ id: number; facts: ScanFact[] } | undefined> {
  const [offered] = await db
    .select(recordedScan)
    .from(attachments)
    .where(and(eq(attachments.accountId, accountId), eq(attachments.state, 'offered')))
    .orderBy(desc(attachments.id))
    .limit(1);
  if (!offered) return undefined;
  await db
    .update(attachments)
    .set({ state: offered.sha256 === null ? 'queued' : 'kept' })
    .where(eq(attachments.id, offered.id));
  return { id: offered.id, facts: offered.sha256 === null ? [] : [{ kind: 'scan', ...offered }] };
}

/** A file that is to be fetched. */
export type QueuedAttachment = { id: number; channel: ChannelName; reference: string; tries: number };

/** Files to be fetched now (`machineMs` is machine time), oldest first. */
export function findQueued(db: Db, machineMs: number, limit: number): Promise<QueuedAttachment[]> {
  const { id, channel, reference, tries } = attachments;
  return db
    .select({ id, channel, reference, tries })
    .from(attachments)
    .where(and(eq(attachments.state, 'queued'), lte(attachments.notBefore, machineMs)))
    .orderBy(attachments.id)
    .limit(limit);
}

/** Keeps what was fetched; returns what the audit chain is to record of it. */
export async function keepAttachment(
  db: Db,
  id: number,
  file: { bytes: Uint8Array; contentType: string; sha256: string },
): Promise<ScanFact[]> {
  const rows = await db
    .update(attachments)
    .set({ ...file, state: 'kept', reason: null })
    .where(eq(attachments.id, id))
    .returning(recordedScan);
  return rows.map((row) => ({ kind: 'scan', ...row }));
}

/** Notes a fetch that failed: tried again at `notBefore` (machine milliseconds), given up where that is undefined. */
export async function postponeAttachment(
  db: Db,
  { id, tries }: Pick<QueuedAttachment, 'id' | 'tries'>,
  reason: string,
  notBefore: number | undefined,
): Promise<void> {
  await db
    .update(attachments)
    .set({ tries: tries + 1, reason, ...(notBefore === undefined ? { state: 'failed' } : { notBefore }) })
    .where(eq(attachments.id, id));
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
