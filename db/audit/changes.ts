/** What was done to directives, as the audit chain records it. */
import { asc, gt, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { directiveChanges } from '../schema/tables.ts';
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
