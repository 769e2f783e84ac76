/** What was put before who leads an office, as the audit chain records it. */
import { asc, gt, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { approvals } from '../schema/tables.ts';
import { type FactTable, idAfter, newestOf, stored } from './fact-table.ts';

/** What is recorded of an approval. */
export const recordedApproval = {
  id: approvals.id,
  directive: approvals.directiveId,
  requestedBy: approvals.requestedBy,
  at: approvals.requestedAt,
  terms: approvals.terms,
  state: approvals.state,
  by: approvals.decidedBy,
  decidedAt: approvals.decidedAt,
  inbox: approvals.decidedInboxId,
  reason: approvals.reason,
};

export const approvalTable: FactTable = {
  rows: sql`approvals`,
  subject: sql`approvals.id::text`,
  async read(db: Db, after, limit) {
    const rows = await db
      .select({ ...recordedApproval, newest: newestOf('approval', approvalTable.subject) })
      .from(approvals)
      .where(gt(approvals.id, idAfter(after)))
      .orderBy(asc(approvals.id))
      .limit(limit);
    return rows.map(({ newest, ...row }) => stored({ kind: 'approval', ...row }, newest));
  },
};
