/** Makes the rounds of recurring duties ahead. */
import { makeRounds } from '../../bot/acts/rounds/make-rounds.ts';
import { roundsToMake } from '../../core/directives/life/rounds.ts';
import { listRecurringDuties } from '../../db/directives/recurring.ts';
import { isHolding } from '../../db/time/epochs.ts';
import type { SlotDeps } from './run.ts';

/** The directives of which a round is to be made; none while a restore's hold lasts. */
export async function findDirectivesWithRoundsToMake({ reading }: Pick<SlotDeps, 'reading'>): Promise<number[]> {
  const { tx, now } = reading();
  const due = (await listRecurringDuties(tx, now)).filter((duty) => {
    const { missing, moved } = roundsToMake(duty, now);
    return missing.length + moved.length > 0;
  });
  if (due.length === 0 || (await isHolding(tx))) return [];
  return [...new Set(due.map(({ directiveId }) => directiveId))];
}

/** Makes the rounds of one directive; returns how many requests were written. */
export const makeRoundsOf = ({ transact }: Pick<SlotDeps, 'transact'>, directiveId: number): Promise<number> =>
  transact((work) => makeRounds(work, directiveId));
