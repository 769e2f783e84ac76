import { eq, sql } from 'drizzle-orm';
import type { AuditFact } from '../../core/audit/fact.ts';
import type { Indicator } from '../../core/reports/obligation.ts';
import type { Answers } from '../../core/reports/report.ts';
import type { Db } from '../database.ts';
import { indicators, obligations, reports, reportValues, rounds } from '../schema/tables.ts';

/** The figures that a person submits for an obligation. */
export type Submission = {
  obligationId: number;
  /** The revision that the reporter had seen. */
  base: number;
  personId: number;
  isOnBehalf: boolean;
  note: string | null;
  /** The person said that there is nothing to remark. */
  saidNoNote: boolean;
  answers: Answers;
  inboxId: number | null;
};

/**
 * Adds the next revision of a report and ends the debt. Call with the obligation locked and its revision equal to
 * `base`. Returns what is to be recorded.
 */
export async function insertReport(db: Db, s: Submission, now: Date): Promise<Extract<AuditFact, { kind: 'report' }>> {
  const { obligationId, personId, isOnBehalf, note, saidNoNote, inboxId } = s;
  const [report] = await db
    .insert(reports)
    .values({ obligationId, revision: s.base + 1, personId, isOnBehalf, note, saidNoNote, submittedAt: now, inboxId })
    .returning({ id: reports.id });
  if (!report) throw new Error('an insert returned no row');
  const form = await findForm(db, obligationId);
  const values = form.flatMap(({ id, key }) => {
    const value = s.answers[key];
    if (!value) return [];
    const isNumber = value.type === 'number';
    return [
      {
        reportId: report.id,
        indicatorId: id,
        kind: isNumber && value.value === 0 ? ('zero' as const) : ('given' as const),
        number: isNumber ? value.value : null,
        text: isNumber ? null : value.value,
      },
    ];
  });
  await db.insert(reportValues).values(values);
  await db
    .update(obligations)
    .set({
      state: 'reported',
      currentReportId: report.id,
      firstReportedAt: sql`coalesce(${obligations.firstReportedAt}, ${now.toISOString()}::timestamptz)`,
    })
    .where(eq(obligations.id, obligationId));
  return {
    kind: 'report',
    id: report.id,
    obligation: obligationId,
    unit: form[0]?.unit ?? 0,
    round: form[0]?.round ?? 0,
    revision: s.base + 1,
    person: personId,
    isOnBehalf,
    inbox: inboxId,
    at: now,
    note,
    ...(saidNoNote && { saidNoNote }),
    values: values.map(({ reportId: _, indicatorId: indicator, ...value }) => ({ indicator, ...value })),
  };
}

/** The indicators of a debt, each with its unit and round. */
function findForm(
  db: Db,
  obligationId: number,
): Promise<(Pick<Indicator, 'id' | 'key'> & { unit: number; round: number })[]> {
  return db
    .select({ id: indicators.id, key: indicators.key, unit: obligations.unitId, round: obligations.roundId })
    .from(obligations)
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(indicators, eq(indicators.dutyId, rounds.dutyId))
    .where(eq(obligations.id, obligationId));
}
