/** Staff are asked once more about somebody who says who they are. */
import { asking } from '../../bot/acts/claims.ts';
import type { Work } from '../../bot/delivery/work.ts';
import { isWorkingTime } from '../../core/time/calendar.ts';
import { findForgottenClaims, noteReminded } from '../../db/roster/claims.ts';
import { readCalendarOver } from '../../db/roster/offices.ts';
import { findStaffOver } from '../../db/roster/rights.ts';
import { askOfClaimAgain } from '../../messages/chat/people/claims.ts';

/** How long a claim waits (civil milliseconds) before staff are asked once more: a day. */
const patienceMs = 86_400_000;

/** Asks about each forgotten claim once, in the hours of the office over its unit; returns how many requests were written. */
export async function remindOfClaims({ tx, now, say }: Work): Promise<number> {
  let written = 0;
  for (const claim of await findForgottenClaims(tx, new Date(now.getTime() - patienceMs))) {
    if (!isWorkingTime(now, await readCalendarOver(tx, claim.unit.id))) continue;
    const staff = await findStaffOver(tx, claim.unit.id);
    if (staff.length === 0) continue;
    written += await say(asking(claim, staff, `claim-${claim.id}:again`, askOfClaimAgain));
    await noteReminded(tx, claim.id, now);
  }
  return written;
}
