/** What the service holds of a person goes: at once, but for what is being sent at this moment. */
import { erasePersonalData } from '../../db/access/erased-person.ts';
import { openErasure } from '../../db/access/erasure.ts';
import { revokeInvites } from '../../db/access/invites.ts';
import { endWebSessions } from '../../db/access/web-sessions.ts';
import { withdrawFor } from '../../db/delivery/queue.ts';
import { type Account, findAccountsOf } from '../../db/roster/accounts.ts';
import { endClaims } from '../../db/roster/claims.ts';
import type { Work } from '../delivery/work.ts';
import type { Cause } from './cause.ts';
import { endRoles } from './end-roles.ts';

/** What was erased: requests to the person, what they wrote, files that no report took, and their web sessions. */
export type ErasedCounts = { requests: number; inbound: number; files: number; sessions: number };

/**
 * Erases a person with all their accounts. Their roles end first. What their unit reported stays, with the totals, and
 * names nobody any more. They may register again by a new code.
 */
export async function erasePerson(work: Work, cause: Cause, personId: number): Promise<ErasedCounts> {
  await endRoles(work, cause, { personId });
  await revokeInvites(work.tx, { personId }, work.machineNow);
  return erase(work, cause.by, personId, await findAccountsOf(work.tx, personId));
}

/** Erases the account of somebody who never registered. */
export const eraseAccount = (work: Work, account: Account): Promise<ErasedCounts> => erase(work, null, null, [account]);

async function erase(
  { tx, now, record }: Work,
  by: number | null,
  personId: number | null,
  accounts: Account[],
): Promise<ErasedCounts> {
  const ids = accounts.map(({ id }) => id);
  const people = personId === null ? [] : [{ type: 'person' as const, id: personId }];
  const recipients = [...people, ...ids.map((id) => ({ type: 'account' as const, id }))];
  await withdrawFor(tx, recipients, { reason: 'the person is erased' }, now);
  const sessions = await endWebSessions(tx, ids);
  record(...(await endClaims(tx, ids, now)));
  const open = await openErasure(tx, { why: 'person', personId, by }, now);
  const erased = await erasePersonalData(tx, open, { personId, accounts }, now);
  record(erased);
  const { requests, inbound, files } = erased;
  return { requests, inbound, files, sessions };
}
