import type { Answers } from '../../core/reports/report.ts';
import { withdrawResting } from '../../db/delivery/queue.ts';
import { findImpliedAssignments } from '../../db/directives/assignments.ts';
import { lockObligation, readDirectiveOf } from '../../db/reports/obligations.ts';
import { insertReport } from '../../db/reports/reports.ts';
import { signFirstReport } from '../../db/reports/signed-papers.ts';
import type { Work } from '../delivery/work.ts';
import { acknowledgeAssignments } from './acknowledge.ts';
import { inboxOf, type PersonalCause } from './cause.ts';
import { doerOf } from './change-directive.ts';
import { keepChange } from './life/keep-change.ts';

export type SubmittedReport = {
  obligation: number;
  /** The revision that the person was shown; 0 where there was none. */
  base: number;
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
 * tasks: who reports has received. A signed report that came before the first figures now stands for them. Throws when another revision came in between, or the directive ended.
 */
export async function submitReport(work: Work, cause: PersonalCause, submission: SubmittedReport): Promise<void> {
  const { tx, now, record } = work;
  const { obligation, isOnBehalf } = submission;
  await lockObligation(tx, obligation);
  const { directive, state, unit } = await readDirectiveOf(tx, obligation);
  const { lateReason } = submission;
  // Decided anew: whoever reports reads that it has ended.
  if (state !== 'issued' && (state !== 'closed' || lateReason === undefined))
    throw new Error('the directive has ended');
  const report = { ...submission, obligationId: obligation, personId: cause.by, inboxId: inboxOf(cause) };
  const recorded = await insertReport(tx, report, now);
  record(recorded);
  if (submission.base === 0)
    record(...(await signFirstReport(tx, { obligationId: obligation, reportId: recorded.id }, now)));
  if (state === 'closed') {
    const change = { type: 'late-report', debt: obligation, unit } as const;
    record(await keepChange(work, doerOf(cause), { directiveId: directive, change, reason: lateReason ?? null }));
  }
  if (isOnBehalf && state === 'issued' && submission.behalfReason !== undefined) {
    const change = { type: 'on-behalf', debt: obligation, unit } as const;
    record(await keepChange(work, doerOf(cause), { directiveId: directive, change, reason: submission.behalfReason }));
  }
  await withdrawResting(tx, obligation, now);
  if (!isOnBehalf) await acknowledgeAssignments(work, cause, await findImpliedAssignments(tx, obligation));
}
