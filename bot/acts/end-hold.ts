import { fail, ok, type Result } from '../../core/result.ts';
import type { HoldEnd } from '../../core/time/epoch.ts';
import { dropHeldRequests, releaseHeldRequests, withdrawStale } from '../../db/delivery/hold.ts';
import { closeHold } from '../../db/time/epochs.ts';
import type { Work } from '../delivery/work.ts';
import type { Cause } from './cause.ts';

/** How many requests go out or were given up, and how many had lost their sense. */
export type EndedHold = { requests: number; withdrawn: number };

/** What is older says something that holds no more: as with slots (core/reminders/plan.ts). */
const freshMs = 12 * 3600 * 1000;

/**
 * Ends the hold since a restore. Released requests go out, but for reminders and summaries of long ago. Dropped ones stand as
 * doubtful, because nobody knows whether they went out in the lost time, and are not said again. Slots up to now are skipped
 * either way (jobs/reminders/due.ts). Fails where nothing is held.
 */
export async function endHold(work: Work, cause: Cause, as: HoldEnd): Promise<Result<EndedHold, 'not-held'>> {
  const { tx, now, record } = work;
  if (!(await closeHold(tx, as, { by: cause.by, at: now }))) return fail('not-held');
  if (as === 'dropped') {
    const dropped = await dropHeldRequests(tx, now);
    record(...dropped);
    return ok({ requests: dropped.length, withdrawn: 0 });
  }
  const withdrawn = await withdrawStale(tx, new Date(now.getTime() - freshMs), now);
  return ok({ requests: await releaseHeldRequests(tx), withdrawn });
}
