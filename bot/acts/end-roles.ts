/** A person stops acting for units: their rights end at once, and nothing more is sent to them for it. */
import { bodyOf } from '../../core/delivery/layout.ts';
import type { Message } from '../../core/delivery/message.ts';
import type { RoleState } from '../../core/roster/people.ts';
import type { UnitRef } from '../../core/roster/person.ts';
import { revokeInvites } from '../../db/access/invites.ts';
import { endWebSessions } from '../../db/access/web-sessions.ts';
import { withdrawFor } from '../../db/delivery/queue.ts';
import { findAccountsOf } from '../../db/roster/accounts.ts';
import { answerNotice, endRolesOf, findHolders, findRoles } from '../../db/roster/people.ts';
import { findStaffOver } from '../../db/roster/rights.ts';
import { roleEnded, unitWithoutHead } from '../../messages/chat/people/leaving.ts';
import type { Work } from '../delivery/work.ts';
import type { Cause } from './cause.ts';

/** Which roles end, all where none is named; `state` where the answer to the data notice changes with it. */
export type EndedRoles = { personId: number; roles?: number[]; state?: RoleState };

/**
 * Ends roles that stand. Of who has none left, the web sessions and the open codes end too. Staff are told of each unit
 * that has no head any more. Returns the roles that ended.
 */
export async function endRoles(
  work: Work,
  cause: Cause,
  { personId, roles, state }: EndedRoles,
): Promise<{ id: number; unit: number }[]> {
  const { tx, now, machineNow, record } = work;
  const standing = await findRoles(tx, personId);
  const how = { roles, by: cause.by, ...(state && { state }) };
  const ended = await endRolesOf(tx, personId, how, now);
  record(...ended);
  const endedIds = ended.map(({ id }) => id);
  const isLast = standing.every(({ id }) => endedIds.includes(id));
  const accounts = await findAccountsOf(tx, personId);
  const recipients = [
    { type: 'person', id: personId },
    ...accounts.map(({ id }) => ({ type: 'account', id }) as const),
  ];
  const what = isLast ? {} : { unitIds: ended.map(({ unit }) => unit) };
  await withdrawFor(tx, recipients as Message['recipient'][], { ...what, reason: 'the role ended' }, now);
  if (isLast) {
    const ids = accounts.map(({ id }) => id);
    await endWebSessions(tx, ids);
    await revokeInvites(tx, { personId }, machineNow);
  }
  const headed = standing.filter((r) => r.role === 'head' && r.state === 'agreed' && endedIds.includes(r.id));
  await tellHeadless(work, personId, headed);
  return ended;
}

/** Staff end a role of somebody else, who is told so. */
export async function revokeRole(work: Work, cause: Cause, role: { id: number; personId: number }): Promise<void> {
  const [standing] = (await findRoles(work.tx, role.personId)).filter(({ id }) => id === role.id);
  const [ended] = await endRoles(work, cause, { personId: role.personId, roles: [role.id] });
  if (!standing || !ended) return;
  await work.say([
    {
      meaning: `role-${role.id}:ended:${work.now.toISOString()}`,
      recipient: { type: 'person', id: role.personId },
      kind: 'receipt',
      body: bodyOf({ text: roleEnded(standing) }),
    },
  ]);
}

/** A person wants no more messages: what waits is withdrawn, and they are as if they had not agreed. */
export async function stopTelling(work: Work, personId: number): Promise<void> {
  const { tx, now, record } = work;
  const agreed = (await findRoles(tx, personId)).filter(({ state }) => state === 'agreed');
  const ids = agreed.map(({ id }) => id);
  record(...(await answerNotice(tx, ids, 'refused')));
  await withdrawFor(tx, [{ type: 'person', id: personId }], { reason: 'the person wants no messages' }, now);
  await tellHeadless(
    work,
    personId,
    agreed.filter(({ role }) => role === 'head'),
  );
}

async function tellHeadless(
  { tx, now, say }: Work,
  personId: number,
  headed: { id: number; unit: UnitRef }[],
): Promise<void> {
  const left = new Set(
    (
      await findHolders(
        tx,
        headed.map(({ unit }) => unit.id),
        ['head'],
      )
    ).map(({ unitId }) => unitId),
  );
  for (const { id: role, unit } of headed.filter((each) => !left.has(each.unit.id))) {
    const staff = (await findStaffOver(tx, unit.id)).filter((id) => id !== personId);
    const told = staff.map(
      (id): Message => ({
        meaning: `role-${role}:no-head:${now.toISOString()}`,
        about: { unit: unit.id },
        recipient: { type: 'person', id },
        kind: 'receipt',
        body: bodyOf(unitWithoutHead(unit)),
      }),
    );
    await say(told);
  }
}
