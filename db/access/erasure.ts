/**
 * Erasing: words, names and addresses go, rows stay for what refers to them. In place of what the audit chain covers, the
 * keyed digests of its records stay, so that the chain still agrees with the rows.
 */
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { AuditFact, ErasureReason } from '../../core/audit/fact.ts';
import type { ErasedRequest } from '../../core/audit/recorded-request.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { attachments, erasures, inbox, messages, outbox, signedPapers } from '../schema/tables.ts';

/** An erasure as it is recorded. */
export type ErasureFact = Extract<AuditFact, { kind: 'erasure' }>;

/** An erasure under way: `close` it in the same transaction, and record what that returns. */
export type OpenErasure = Omit<ErasureFact, 'kind' | 'requests' | 'inbound' | 'files'>;

/** Begins an erasure, to which rows then belong. */
export async function openErasure(
  db: Db,
  { why, personId, by }: { why: ErasureReason; personId: number | null; by: number | null },
  now: Date,
): Promise<OpenErasure> {
  const [row] = await db
    .insert(erasures)
    .values({ at: now, why, personId, by })
    .returning({ id: erasures.id, why: erasures.why, person: erasures.personId, by: erasures.by, at: erasures.at });
  if (!row) throw new Error('an insert returned no row');
  return row;
}

/** What an erasure is on record with. */
export const closedErasure = (
  open: OpenErasure,
  { requests, inbound, files }: Pick<ErasureFact, 'requests' | 'inbound' | 'files'>,
): ErasureFact => ({ kind: 'erasure', ...open, requests, inbound, files });

/** Those that the newest record of a request holds, or that stayed of it when it was moved. */
const newestDigests = sql<ErasedRequest>`coalesce((
  select jsonb_build_object('address', p -> 'address', 'text', p -> 'text', 'reason', p -> 'reason',
    'attachment', p -> 'attachment')
  from (select r.payload::jsonb as p from audit_records r
    where r.kind = 'request' and r.subject = outbox.id::text order by r.seq desc limit 1) newest), (
  select a.digests from audit_archived a
    where a.kind = 'request' and a.subject = outbox.id::text order by a.seq desc limit 1), '{}'::jsonb)`;

/** At most `limit` rows, oldest first, from which nothing has been taken yet. */
const standing = (
  db: Db,
  table: typeof outbox | typeof messages | typeof inbox | typeof attachments,
  which: SQL | undefined,
  limit: number,
) =>
  db
    .select({ id: table.id })
    .from(table as PgTable)
    .where(and(isNull(table.erasedIn), which))
    .orderBy(table.id)
    .limit(limit);

/** A request has ended, so that nobody is about to send it. */
const hasEnded = sql`${outbox.state} not in ('queued', 'sending')`;

/** Takes text and address of at most `limit` requests that have ended; returns how many they were. */
export async function eraseRequests(
  db: Db,
  { id }: OpenErasure,
  which: SQL | undefined,
  limit: number,
): Promise<number> {
  const those = standing(db, outbox, and(hasEnded, which), limit);
  const rows = await db
    .update(outbox)
    .set({
      text: '',
      sealed: null,
      address: sql`'erased-' || ${outbox.id}`,
      choices: [],
      attachment: null,
      reason: null,
      erased: newestDigests,
      erasedIn: id,
    })
    .where(inArray(outbox.id, those))
    .returning({ id: outbox.id });
  return rows.length;
}

/** Takes the words of at most `limit` messages; returns how many they were. */
export async function eraseMessages(
  db: Db,
  { id }: OpenErasure,
  which: SQL | undefined,
  limit: number,
): Promise<number> {
  const those = standing(db, messages, which, limit);
  const rows = await db
    .update(messages)
    .set({ body: { text: '', choices: [], choiceStyle: 'menu' }, sealed: null, erasedIn: id })
    .where(inArray(messages.id, those))
    .returning({ id: messages.id });
  return rows.length;
}

/** Takes what came in, and from whom, of at most `limit` rows; returns how many. What waited is not handled any more. */
export async function eraseInbound(
  db: Db,
  { id }: OpenErasure,
  which: SQL | undefined,
  limit: number,
): Promise<number> {
  const those = standing(db, inbox, which, limit);
  const rows = await db
    .update(inbox)
    .set({
      inbound: sql`jsonb_build_object('channel', ${inbox.channel}, 'externalId', ${inbox.externalId}, 'kind', 'unreadable',
        'what', 'media', 'from', jsonb_build_object('address', '', 'name', ''))`,
      sealed: null,
      contentKey: null,
      error: null,
      state: 'done',
      retryAt: null,
      erasedIn: id,
    })
    .where(inArray(inbox.id, those))
    .returning({ id: inbox.id });
  return rows.length;
}

/** A file that is the scan of a signed report: it is the unit's record, and no matter of the person who sent it. */
export const isScan = (db: Db): SQL =>
  inArray(
    attachments.id,
    db
      .select({ id: sql<number>`${signedPapers.attachmentId}` })
      .from(signedPapers)
      .where(sql`${signedPapers.attachmentId} is not null`),
  );

/** Takes at most `limit` files with their names; returns how many. The digest of what was kept stays. */
export async function eraseFiles(db: Db, { id }: OpenErasure, which: SQL | undefined, limit: number): Promise<number> {
  const those = standing(db, attachments, which, limit);
  const rows = await db
    .update(attachments)
    .set({ reference: '', name: null, bytes: null, reason: null, state: 'erased', erasedIn: id })
    .where(inArray(attachments.id, those))
    .returning({ id: attachments.id });
  return rows.length;
}

/** Takes these files with their names; returns how many. */
export const eraseThese = (db: Db, open: OpenErasure, ids: number[]): Promise<number> =>
  eraseFiles(db, open, inArray(attachments.id, ids), ids.length);

/** A request of the message is still to be sent, or is being sent. */
export const isPendingMessage = sql`exists (
  select 1 from outbox o where o.message_id = ${messages.id} and o.state in ('queued', 'sending'))`;

/** Takes back an erasure that took nothing. */
export async function dropErasure(db: Db, { id }: OpenErasure): Promise<void> {
  await db.delete(erasures).where(eq(erasures.id, id));
}
