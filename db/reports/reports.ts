import { and, eq, isNull, sql } from 'drizzle-orm';
import type { AuditFact } from '../../core/audit/fact.ts';
import type { DirectiveState } from '../../core/directives/assignment.ts';
import { withFormulas } from '../../core/reports/computed.ts';
import type { Indicator } from '../../core/reports/obligation.ts';
import type { Answers } from '../../core/reports/report.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { obligations, reports, reportValues } from '../schema/tables.ts';
import { readDirectiveOf } from './debts.ts';

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
  /** What was asked. */
  indicators: Indicator[];
  answers: Answers;
  inboxId: number | null;
};

/**
 * Adds the next revision of a report and ends the debt, in one breath of a transaction that has locked the obligation. Throws where the revision
 * in force was not `base`. Returns what is to be recorded, and how the directive stands.
 */
export async function insertReport(
  db: Db,
  s: Submission,
  now: Date,
): Promise<{ report: Extract<AuditFact, { kind: 'report' }>; state: DirectiveState }> {
  const { obligationId, personId, isOnBehalf, note, saidNoNote, inboxId } = s;
  const head = { obligationId, personId, isOnBehalf, note, saidNoNote, submittedAt: now, inboxId };
  const ofDebt = sql`from reports where obligation_id = ${obligationId}`;
  const reportId = sql<number>`(select max(id) ${ofDebt})`;
  const values = valuesOf(s);
  const [{ unit, round, state, revision: before }, [inserted]] = await Promise.all([
    readDirectiveOf(db, obligationId),
    db
      .insert(reports)
      .values({ ...head, revision: sql`(select coalesce(max(revision), 0) + 1 ${ofDebt})` })
      .returning({ id: reports.id, revision: reports.revision }),
    db
      .insert(reportValues)
      .values(values.map(({ indicator, ...value }) => ({ ...value, reportId, indicatorId: indicator }))),
    db
      .update(obligations)
      .set({
        state: 'reported',
        currentReportId: reportId,
        firstReportedAt: sql`coalesce(${obligations.firstReportedAt}, ${now.toISOString()}::timestamptz)`,
      })
      .where(eq(obligations.id, obligationId)),
  ]);
  if (before !== s.base) throw new Error('another revision came in between');
  if (!inserted) throw new Error('an insert returned no row');
  const report = {
    kind: 'report' as const,
    ...inserted,
    obligation: obligationId,
    unit,
    round,
    person: personId,
    isOnBehalf,
    inbox: inboxId,
    at: now,
    note,
    ...(saidNoNote && { saidNoNote }),
    values,
  };
  return { report, state };
}

/** The answers, and what is computed from them, as they are kept. */
function valuesOf({ indicators, answers: given }: Submission) {
  const answers = withFormulas({ indicators }, given);
  return indicators.flatMap(({ id, key }) => {
    const value = answers[key];
    if (!value) return [];
    const isNumber = value.type === 'number';
    return [
      {
        indicator: id,
        kind: isNumber && value.value === 0 ? ('zero' as const) : ('given' as const),
        number: isNumber ? value.value : null,
        text: isNumber ? null : value.value,
      },
    ];
  });
}
