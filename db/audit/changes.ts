/** What was done to directives, as the audit chain records it. */
import { asc, gt, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { directiveChanges, extensionRequests } from '../schema/tables.ts';
import { type FactTable, idAfter, newestOf, stored } from './fact-table.ts';

/** What is recorded of a change. */
export const recordedChange = {
  id: directiveChanges.id,
  directive: directiveChanges.directiveId,
  change: directiveChanges.change,
  reason: directiveChanges.reason,
  by: directiveChanges.by,
  inbox: directiveChanges.inboxId,
  at: directiveChanges.at,
};

export const changeTable: FactTable = {
  rows: sql`directive_changes`,
  subject: sql`directive_changes.id::text`,
  async read(db: Db, after, limit) {
    const rows = await db
      .select({ ...recordedChange, newest: newestOf('directive-change', changeTable.subject) })
      .from(directiveChanges)
      .where(gt(directiveChanges.id, idAfter(after)))
      .orderBy(asc(directiveChanges.id))
      .limit(limit);
    return rows.map(({ newest, ...row }) => stored({ kind: 'directive-change', ...row }, newest));
  },
};

/** What is recorded of a unit's request for more time. */
export const recordedRequest = {
  id: extensionRequests.id,
  obligation: extensionRequests.obligationId,
  person: extensionRequests.personId,
  until: extensionRequests.until,
  reason: extensionRequests.reason,
  inbox: extensionRequests.inboxId,
  at: extensionRequests.askedAt,
  state: extensionRequests.state,
  by: extensionRequests.decidedBy,
};

export const extensionRequestTable: FactTable = {
  rows: sql`extension_requests`,
  subject: sql`extension_requests.id::text`,
  async read(db: Db, after, limit) {
    const rows = await db
      .select({ ...recordedRequest, newest: newestOf('extension-request', extensionRequestTable.subject) })
      .from(extensionRequests)
      .where(gt(extensionRequests.id, idAfter(after)))
      .orderBy(asc(extensionRequests.id))
      .limit(limit);
    return rows.map(({ newest, ...row }) => stored({ kind: 'extension-request', ...row }, newest));
  },
};
