import type { AuditFact } from '../../core/audit/fact.ts';
import type { Indicator } from '../../core/reports/obligation.ts';
import type { Answers } from '../../core/reports/report.ts';
import { withdrawResting } from '../../db/delivery/queue.ts';
import { acknowledgeImplied } from '../../db/directives/assignments.ts';
import { lockObligation, readDirectiveOf } from '../../db/reports/debts.ts';
import { insertReport } from '../../db/reports/reports.ts';
import { findEarlySigned, signFirstReport } from '../../db/reports/signed-papers.ts';
import type { Work } from '../delivery/work.ts';
import { inboxOf, type PersonalCause } from './cause.ts';
import { doerOf } from './change-directive.ts';
import { keepChange } from './life/keep-change.ts';

export type SubmittedReport = {
  obligation: number;
  /** The revision that the person was shown; 0 where there was none. */
  base: number;
  /** What the unit was asked. */
  indicators: Indicator[];
  answers: Answers;
  note: string | null;
  /** The person said that there is nothing to remark. */
  saidNoNote: boolean;
  /** Staff report for a unit that cannot; that acknowledges nothing in the unit's name. */
  isOnBehalf: boolean;
  /** Why it is recorded after its directive was closed. */
  lateReason?: string;
  /** Why it is recorded for the unit. */
  behalfReason?: string;
};

/**
 * Records a report as a new revision. It withdraws what is queued because the report was owed, and acknowledges the unit's
 * tasks: who reports has received. A signed report that came before the first figures now stands for them. The transaction
 * fails when another revision came in between, or the directive ended.
 */
export async function submitReport(work: Work, cause: PersonalCause, submission: SubmittedReport): Promise<void> {
  work.record(keepReport(work, cause, submission));
  if (submission.lateReason !== undefined || submission.behalfReason !== undefined)
    await keepReason(work, cause, submission);
}

/** All in one breath: what is read with it decides whether it is kept. */
async function keepReport(
  { tx, now }: Work,
  cause: PersonalCause,
  submission: SubmittedReport,
): Promise<readonly AuditFact[]> {
  const { obligation, base, isOnBehalf, lateReason } = submission;
  const [personId, inboxId] = [cause.by, inboxOf(cause)];
  const [, { report, state }, early, acknowledged] = await Promise.all([
    lockObligation(tx, obligation),
    insertReport(tx, { ...submission, obligationId: obligation, personId, inboxId }, now),
    base === 0 ? findEarlySigned(tx, obligation) : [],
    isOnBehalf ? [] : acknowledgeImplied(tx, obligation, { personId, inboxId }, now),
    withdrawResting(tx, [obligation], now),
  ]);
  // Decided anew: whoever reports reads that it has ended.
  if (state !== 'issued' && (state !== 'closed' || lateReason === undefined))
    throw new Error('the directive has ended');
  return [report, ...(await signFirstReport(tx, { early, reportId: report.id }, now)), ...acknowledged];
}

/** Why it is recorded after the closing, or for the unit. */
async function keepReason(work: Work, cause: PersonalCause, submission: SubmittedReport): Promise<void> {
  const { obligation: debt, lateReason, behalfReason, isOnBehalf } = submission;
  const { directive, state, unit } = await readDirectiveOf(work.tx, debt);
  const keep = async (type: 'late-report' | 'on-behalf', reason: string | undefined) =>
    work.record(
      await keepChange(work, doerOf(cause), {
        directiveId: directive,
        change: { type, debt, unit },
        reason: reason ?? null,
      }),
    );
  if (state === 'closed') await keep('late-report', lateReason);
  else if (isOnBehalf && behalfReason !== undefined) await keep('on-behalf', behalfReason);
}
