import { and, eq, isNull, sql } from 'drizzle-orm';
import type { AuditFact } from '../../core/audit/fact.ts';
import { withFormulas } from '../../core/reports/computed.ts';
import type { Indicator } from '../../core/reports/obligation.ts';
import type { Answers } from '../../core/reports/report.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { indicators, obligations, reports, reportValues, rounds } from '../schema/tables.ts';

/** Sends the reports of debts back: the units owe again, and every revision so far counts no more. */
export async function returnReportsOf(db: Db, debts: number[], now: Date): Promise<void> {
  if (debts.length === 0) return;
  await db
    .update(reports)
    .set({ returnedAt: now })
    .where(and(inArray(reports.obligationId, debts), isNull(reports.returnedAt)));
  await db
    .update(obligations)
    .set({ state: 'owed', currentReportId: null, firstReportedAt: null })
    .where(inArray(obligations.id, debts));
}

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
 * Adds the next revision of a report and ends the debt. Call with the obligation locked. Throws where the revision in force is not
 * `base`. Returns what is to be recorded.
 */
export async function insertReport(db: Db, s: Submission, now: Date): Promise<Extract<AuditFact, { kind: 'report' }>> {
  const { obligationId, personId, isOnBehalf, note, saidNoNote, inboxId } = s;
  const form = await findForm(db, obligationId);
  const [{ current = 0, last = 0 } = {}] = form;
  if (current !== s.base) throw new Error('another revision came in between');
  const revision = last + 1;
  const [report] = await db
    .insert(reports)
    .values({ obligationId, revision, personId, isOnBehalf, note, saidNoNote, submittedAt: now, inboxId })
    .returning({ id: reports.id });
  if (!report) throw new Error('an insert returned no row');
  const answers = withFormulas({ indicators: form }, s.answers);
  const values = form.flatMap(({ id, key }) => {
    const value = answers[key];
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
    unit: form[0]?.reporter ?? 0,
    round: form[0]?.round ?? 0,
    revision,
    person: personId,
    isOnBehalf,
    inbox: inboxId,
    at: now,
    note,
    ...(saidNoNote && { saidNoNote }),
    values: values.map(({ reportId: _, indicatorId: indicator, ...value }) => ({ indicator, ...value })),
  };
}

/** An indicator of a debt, with its unit and round, the revision in force (0: none is), and the last one that there was. */
type FormLine = Indicator & { reporter: number; round: number; current: number; last: number };

async function findForm(db: Db, obligationId: number): Promise<FormLine[]> {
  const rows = await db
    .select({
      indicator: indicators,
      reporter: obligations.unitId,
      round: obligations.roundId,
      current: sql<number>`coalesce((select r.revision from reports r where r.id = ${obligations.currentReportId}), 0)`,
      last: sql<number>`coalesce((select max(r.revision) from reports r where r.obligation_id = ${obligations.id}), 0)`,
    })
    .from(obligations)
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(indicators, eq(indicators.dutyId, rounds.dutyId))
    .where(eq(obligations.id, obligationId));
  return rows.map(({ indicator, ...of }) => ({ ...indicator, ...of }));
}
