/** When people said that they will report, as the audit chain records it. */
import { asc, gt, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { promises } from '../schema/tables.ts';
import { type FactTable, idAfter, newestOf, stored } from './fact-table.ts';

/** What is recorded of a promise. */
export const recordedPromise = {
  id: promises.id,
  obligation: promises.obligationId,
  person: promises.personId,
  until: promises.until,
  inbox: promises.inboxId,
  at: promises.madeAt,
  state: promises.state,
};

export const promiseTable: FactTable = {
  rows: sql`promises`,
  subject: sql`promises.id::text`,
  async read(db: Db, after, limit) {
    const rows = await db
      .select({ ...recordedPromise, newest: newestOf('promise', promiseTable.subject) })
      .from(promises)
      .where(gt(promises.id, idAfter(after)))
      .orderBy(asc(promises.id))
      .limit(limit);
    return rows.map(({ newest, ...row }) => stored({ kind: 'promise', ...row }, newest));
  },
};
