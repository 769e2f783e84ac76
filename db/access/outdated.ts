/** What was kept long enough. */
import { and, isNull, lt, ne, not, or, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { accounts, attachments, inbox, messages, outbox } from '../schema/tables.ts';
import { eraseOldQuestions } from './erased-questions.ts';
import {
  eraseFiles,
  eraseInbound,
  eraseMessages,
  eraseRequests,
  isPendingMessage,
  isScan,
  type OpenErasure,
} from './erasure.ts';

/** Until when something was said or kept, by kind; absent: it is kept. Civil instants, `sessions` in machine time. */
export type Outdated = { inbox?: Date; outbox?: Date; files?: Date; sessions?: Date };

/** The tasks that it tells have not reached their unit: they may still be sent. */
const isUndelivered = sql`exists (
  select 1 from assignments a where a.id = ${messages.delivers} and a.delivered_at is null)`;

/** What one piece took: rows of each kind. */
export type OutdatedCounts = {
  requests: number;
  messages: number;
  inbound: number;
  accounts: number;
  files: number;
  questions: number;
};

/** Takes what is outdated, at most `limit` rows of each kind; nothing at all where nothing is. */
export async function eraseOutdated(
  db: Db,
  open: OpenErasure,
  before: Outdated,
  limit: number,
): Promise<OutdatedCounts> {
  const isOld = and(before.outbox && lt(messages.createdAt, before.outbox), not(isUndelivered));
  const old = db.select({ id: messages.id }).from(messages).where(isOld);
  const isOldRequest = and(before.outbox && lt(outbox.createdAt, before.outbox), inArray(outbox.messageId, old));
  const isOldInbound = and(before.inbox && lt(inbox.receivedAt, before.inbox), ne(inbox.state, 'waiting'));
  const isIdle = ne(attachments.state, 'queued');
  const isOldFile = before.inbox && and(lt(attachments.receivedAt, before.inbox), not(isScan(db)), isIdle);
  const isOldScan = before.files && and(lt(attachments.receivedAt, before.files), isScan(db), isIdle);
  return {
    requests: before.outbox ? await eraseRequests(db, open, isOldRequest, limit) : 0,
    messages: before.outbox ? await eraseMessages(db, open, and(isOld, not(isPendingMessage)), limit) : 0,
    inbound: before.inbox ? await eraseInbound(db, open, isOldInbound, limit) : 0,
    accounts: before.inbox ? await eraseStrangers(db, open, before.inbox, limit) : 0,
    files: isOldFile || isOldScan ? await eraseFiles(db, open, or(isOldFile, isOldScan), limit) : 0,
    questions: before.inbox ? await eraseOldQuestions(db, before.inbox, limit) : 0,
  };
}

/** Takes address and name of accounts of nobody who registered, silent since `before`. */
async function eraseStrangers(db: Db, { id }: OpenErasure, before: Date, limit: number): Promise<number> {
  const those = db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(isNull(accounts.erasedIn), isNull(accounts.personId), lt(accounts.lastSeenAt, before)))
    .orderBy(accounts.id)
    .limit(limit);
  const rows = await db
    .update(accounts)
    .set({ address: sql`'erased-' || ${accounts.id}`, name: '', state: 'blocked', erasedIn: id })
    .where(inArray(accounts.id, those))
    .returning({ id: accounts.id });
  return rows.length;
}
