/** What of a directive waits for somebody who decides. */
import type { DecisionsNeeded } from '../../core/figures/decisions.ts';
import type { Db } from '../database.ts';
import { findRequestsOf } from '../reports/extension-requests.ts';
import { findWordBreakers } from '../reports/promises.ts';

/** The requests for more time that wait, and the units that owe and broke their word too often. */
export async function readDecisionsNeeded(db: Db, directiveId: number): Promise<Omit<DecisionsNeeded, 'blocked'>> {
  return {
    extensions: await findRequestsOf(db, directiveId),
    broken: await findWordBreakers(db, directiveId),
  };
}
