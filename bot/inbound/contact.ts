/** People and groups that close or reopen the door. */
import { type Account, setAccountState } from '../../db/roster/accounts.ts';
import { releaseTo } from '../delivery/held.ts';
import { routeBack } from '../delivery/ways.ts';
import type { Work } from '../delivery/work.ts';

/**
 * Opens an account again and sends what was kept for its owner meanwhile: their tasks, not stale reminders. Returns how
 * many messages.
 */
export async function reopenAccount(work: Work, account: Account): Promise<number> {
  const { channel, address, personId } = account;
  await setAccountState(work.tx, channel, address, 'active');
  return personId === null ? 0 : releaseTo(work, personId, routeBack(work.terms, account));
}
