/** Signed reports that came back. */
import { and, asc, desc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { AuditFact } from '../../core/audit/fact.ts';
import type { PaperNumber } from '../../core/language/paper-number.ts';
import { recordedSigned } from '../audit/signed.ts';
import type { Db } from '../database.ts';
import { inArray, notInArray } from '../engine/lists.ts';
import { attachments, directives, duties, obligations, rounds, signedPapers, units } from '../schema/tables.ts';

/** What is recorded of a signed report. */
type SignedFact = Extract<AuditFact, { kind: 'signed-paper' }>;

/** What came of a signed report: `files` are its scanned pages. */
export type NewSigned = {
  obligationId: number;
  personId: number;
  /** Absent: as what came before it. */
  isOnBehalf?: boolean;
  inboxId: number | null;
  paper: PaperNumber | null;
  files: number[];
};

/**
 * Adds what came of an obligation's signed report: a row for each page, or one for its number alone. A number keeps the scan
 * that came before it for the same figures, and a scan keeps the number. What comes before the figures waits for them. Call
 * with the obligation locked. Returns what the audit chain is to record.
 */
export async function insertSigned(db: Db, { paper, files, ...signed }: NewSigned, now: Date): Promise<SignedFact[]> {
  const [obligation] = await db
    .select({ reportId: obligations.currentReportId })
    .from(obligations)
    .where(eq(obligations.id, signed.obligationId));
  const reportId = obligation?.reportId ?? null;
  const [before] = await rowsFor(db, signed.obligationId, reportId).orderBy(desc(signedPapers.id)).limit(1);
  const number = paper?.number ?? before?.number ?? null;
  const date = paper ? paper.date : (before?.date ?? null);
  const isOnBehalf = signed.isOnBehalf ?? before?.isOnBehalf ?? false;
  const pages = files.length > 0 ? files : [before?.attachmentId ?? null];
  return insertRows(
    db,
    pages.map((attachmentId) => ({ ...signed, isOnBehalf, reportId, number, date, attachmentId, receivedAt: now })),
  );
}

type SignedRow = typeof signedPapers.$inferSelect;

/** What came of the signed report of an obligation before its first figures, oldest first. */
export async function findEarlySigned(db: Db, obligationId: number): Promise<SignedRow[]> {
  return rowsFor(db, obligationId, null).orderBy(asc(signedPapers.id));
}

/**
 * Lets the signed report that came before the first figures of an obligation stand for them. Call with the obligation
 * locked, once they are in. Returns what the audit chain is to record.
 */
export async function signFirstReport(
  db: Db,
  { early, reportId }: { early: SignedRow[]; reportId: number },
  now: Date,
): Promise<SignedFact[]> {
  const newest = early.at(-1);
  if (!newest) return [];
  const pages = [...new Set(early.map((row) => row.attachmentId))];
  const scans = pages.filter((page) => page !== null);
  return insertRows(
    db,
    (scans.length > 0 ? scans : pages).map((attachmentId) => {
      const { id: _, ...row } = newest;
      return { ...row, reportId, attachmentId, receivedAt: now };
    }),
  );
}

const rowsFor = (db: Db, obligationId: number, reportId: number | null) =>
  db
    .select()
    .from(signedPapers)
    .where(
      and(
        eq(signedPapers.obligationId, obligationId),
        reportId === null ? isNull(signedPapers.reportId) : eq(signedPapers.reportId, reportId),
      ),
    )
    .$dynamic();

async function insertRows(db: Db, rows: (typeof signedPapers.$inferInsert)[]): Promise<SignedFact[]> {
  const inserted = await db.insert(signedPapers).values(rows).returning(recordedSigned);
  return inserted.map((row) => ({ kind: 'signed-paper', ...row }));
}

/** The newest word on the signed reports of obligations, for the figures in force or, before any, for those to come. */
export async function findWaitingPapers(
  db: Db,
  obligationIds: number[],
): Promise<{ obligation: number; number: string | null; isEarly: boolean }[]> {
  if (obligationIds.length === 0) return [];
  const newest = newestSigned(db);
  const rows = await db
    .select({ id: newest.id, obligation: obligations.id, number: newest.number, report: newest.reportId })
    .from(newest)
    .innerJoin(obligations, eq(obligations.id, newest.obligationId))
    .where(
      and(
        inArray(obligations.id, obligationIds),
        sql`${newest.reportId} is not distinct from ${obligations.currentReportId}`,
      ),
    )
    .orderBy(desc(newest.id));
  return rows.map(({ obligation, number, report }) => ({ obligation, number, isEarly: report === null }));
}

/** How the signed report of a unit stands: `isCurrent` is false once the figures were changed after it. */
export type SignedReport = {
  obligationId: number;
  unit: { id: number; code: string; name: string };
  number: string | null;
  date: string | null;
  /** Its pages, in the order in which they came. */
  scans: number[];
  isCurrent: boolean;
};

/** What came as a file that could not be had is not there, unless its number is known. */
const isThere = (db: Db) =>
  or(
    isNotNull(signedPapers.number),
    notInArray(
      signedPapers.attachmentId,
      db
        .select({ id: attachments.id })
        .from(attachments)
        .where(inArray(attachments.state, ['failed', 'declined'])),
    ),
  );

const newestSigned = (db: Db) =>
  db
    .selectDistinctOn([signedPapers.obligationId])
    .from(signedPapers)
    .where(isThere(db))
    .orderBy(signedPapers.obligationId, desc(signedPapers.id))
    .as('newest');

type Newest = ReturnType<typeof newestSigned>;

/** The pages that came for the same figures as the newest word. */
const scansOf = (newest: Newest) => sql<number[]>`coalesce((
  select json_agg(page.attachment_id order by page.attachment_id) from (
    select distinct s.attachment_id from signed_papers s
    join attachments a on a.id = s.attachment_id and a.state not in ('failed', 'declined')
    where s.obligation_id = ${newest.obligationId} and s.attachment_id is not null
      and s.report_id is not distinct from ${newest.reportId}) page), '[]'::json)`;

/** The units whose signed report came and whose figures did not, in administrative order. */
export async function findUnitsSignedEarly(db: Db, roundId: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ name: units.name, position: units.position, id: units.id })
    .from(signedPapers)
    .innerJoin(obligations, eq(obligations.id, signedPapers.obligationId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .where(and(eq(obligations.roundId, roundId), isNull(obligations.currentReportId)))
    .orderBy(units.position, units.id);
  return rows.map(({ name }) => name);
}

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
      scans: scansOf(newest),
      isCurrent: sql<boolean>`${newest.reportId} is not distinct from ${obligations.currentReportId}`,
    })
    .from(newest)
    .innerJoin(obligations, eq(obligations.id, newest.obligationId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .where(and(eq(obligations.roundId, roundId), isNotNull(obligations.currentReportId)))
    .orderBy(units.position, units.id);
}

/** Of which unit and directive a file is the signed report; undefined where it is none. */
export async function findScanned(
  db: Db,
  attachmentId: number,
): Promise<{ unit: { id: number; name: string }; directive: { id: number; number: string } } | undefined> {
  const [row] = await db
    .select({
      unit: { id: units.id, name: units.name },
      directive: { id: directives.id, number: directives.number },
    })
    .from(signedPapers)
    .innerJoin(obligations, eq(obligations.id, signedPapers.obligationId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .innerJoin(directives, eq(directives.id, duties.directiveId))
    .where(eq(signedPapers.attachmentId, attachmentId))
    .orderBy(desc(signedPapers.id))
    .limit(1);
  return row;
}
