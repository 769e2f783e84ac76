/** Signed reports and the scans of them, as the audit chain records them. */
import { asc, gt, sql } from 'drizzle-orm';
import { attachments, signedPapers } from '../schema/tables.ts';
import { type FactTable, idAfter, newestOf, stored } from './fact-table.ts';

/** What is recorded of a signed report. */
export const recordedSigned = {
  id: signedPapers.id,
  obligation: signedPapers.obligationId,
  report: signedPapers.reportId,
  number: signedPapers.number,
  date: signedPapers.date,
  scan: signedPapers.attachmentId,
  person: signedPapers.personId,
  isOnBehalf: signedPapers.isOnBehalf,
  inbox: signedPapers.inboxId,
  at: signedPapers.receivedAt,
};

export const signedPaperTable: FactTable = {
  rows: sql`signed_papers`,
  subject: sql`signed_papers.id::text`,
  async read(db, after, limit) {
    const rows = await db
      .select({ ...recordedSigned, newest: newestOf('signed-paper', signedPaperTable.subject) })
      .from(signedPapers)
      .where(gt(signedPapers.id, idAfter(after)))
      .orderBy(asc(signedPapers.id))
      .limit(limit);
    return rows.map(({ newest, ...row }) => stored({ kind: 'signed-paper', ...row }, newest));
  },
};

/** What is recorded of a file once it is kept. */
export const recordedScan = {
  id: attachments.id,
  inbox: attachments.inboxId,
  contentType: attachments.contentType,
  sha256: attachments.sha256,
};

export const scanTable: FactTable = {
  rows: sql`attachments`,
  subject: sql`attachments.id::text`,
  /** The digest is taken of the bytes that are there, so that other bytes below the same digest are found. */
  async read(db, after, limit) {
    const rows = await db
      .select({
        ...recordedScan,
        sha256: sql<string | null>`case when ${attachments.erasedIn} is not null then ${attachments.sha256}
          else encode(sha256(${attachments.bytes}), 'hex') end`,
        state: attachments.state,
        newest: newestOf('scan', scanTable.subject),
      })
      .from(attachments)
      .where(gt(attachments.id, idAfter(after)))
      .orderBy(asc(attachments.id))
      .limit(limit);
    return rows.map(({ newest, state, ...row }) => stored({ kind: 'scan', ...row }, newest, state === 'kept'));
  },
};
