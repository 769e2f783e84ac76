/** Signed reports that came back. */
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { AuditFact } from '../../core/audit/fact.ts';
import type { PaperNumber } from '../../core/language/paper-number.ts';
import { recordedSigned } from '../audit/signed.ts';
import type { Db } from '../database.ts';
import { obligations, signedPapers, units } from '../schema/tables.ts';

/**
 * Adds what came of an obligation's signed report; its figures must be in. A number keeps the scan that came before it
 * for the same revision, and a scan keeps the number. Call with the obligation locked. Returns what the audit chain is
 * to record.
 */
export async function insertSigned(
  db: Db,
  {
    paper,
    attachmentId,
    ...signed
  }: { obligationId: number; personId: number; isOnBehalf: boolean; inboxId: number | null } & {
    paper: PaperNumber | null;
    attachmentId: number | undefined;
  },
  now: Date,
): Promise<Extract<AuditFact, { kind: 'signed-paper' }>> {
  const [obligation] = await db
    .select({ reportId: obligations.currentReportId })
    .from(obligations)
    .where(eq(obligations.id, signed.obligationId));
  const reportId = obligation?.reportId;
  if (reportId == null) throw new Error('nothing was reported that could be signed');
  const [before] = await db
    .select()
    .from(signedPapers)
    .where(and(eq(signedPapers.obligationId, signed.obligationId), eq(signedPapers.reportId, reportId)))
    .orderBy(desc(signedPapers.id))
    .limit(1);
  const [row] = await db
    .insert(signedPapers)
    .values({
      ...signed,
      reportId,
      number: paper?.number ?? before?.number ?? null,
      date: paper ? paper.date : (before?.date ?? null),
      attachmentId: attachmentId ?? before?.attachmentId ?? null,
      receivedAt: now,
    })
    .returning(recordedSigned);
  if (!row) throw new Error('an insert returned no row');
  return { kind: 'signed-paper', ...row };
}

/** How the signed report of a unit stands: `isCurrent` is false once the figures were changed after it. */
export type SignedReport = {
  obligationId: number;
  unit: { id: number; code: string; name: string };
  number: string | null;
  date: string | null;
  attachmentId: number | null;
  isCurrent: boolean;
};

const newestSigned = (db: Db) =>
  db
    .selectDistinctOn([signedPapers.obligationId])
    .from(signedPapers)
    .orderBy(signedPapers.obligationId, desc(signedPapers.id))
    .as('newest');

/** How many signed reports have come back for the figures in force. */
export async function countSigned(db: Db, roundId: number): Promise<number> {
  const newest = newestSigned(db);
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(newest)
    .innerJoin(obligations, eq(obligations.id, newest.obligationId))
    .where(and(eq(obligations.roundId, roundId), eq(obligations.currentReportId, newest.reportId)));
  return row?.n ?? 0;
}

/** The newest word on the signed report of each obligation of a round that has one, in administrative order. */
export async function listSigned(db: Db, roundId: number): Promise<SignedReport[]> {
  const newest = newestSigned(db);
  return db
    .select({
      obligationId: obligations.id,
      unit: { id: units.id, code: units.code, name: units.name },
      number: newest.number,
      date: newest.date,
      attachmentId: newest.attachmentId,
      isCurrent: sql<boolean>`${newest.reportId} = ${obligations.currentReportId}`,
    })
    .from(newest)
    .innerJoin(obligations, eq(obligations.id, newest.obligationId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .where(and(eq(obligations.roundId, roundId), isNotNull(obligations.currentReportId)))
    .orderBy(units.position, units.id);
}
