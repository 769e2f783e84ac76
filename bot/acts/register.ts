/** From an account to a person who acts for units. */
import { bodyOf } from '../../core/delivery/layout.ts';
import type { Message } from '../../core/delivery/message.ts';
import { outsideName } from '../../core/language/name.ts';
import { roleOf } from '../../core/roster/people.ts';
import type { InviteFact, UnitRef } from '../../core/roster/person.ts';
import { spendInvite } from '../../db/access/invites.ts';
import { type Account, assignAccount } from '../../db/roster/accounts.ts';
import { askRole, createPerson } from '../../db/roster/people.ts';
import { findStaffOver } from '../../db/roster/rights.ts';
import { registeredByPhone } from '../../messages/chat/registration.ts';
import type { Work } from '../delivery/work.ts';

/**
 * Spends an invite for an account: it becomes its person's, who is asked whether they take the role. Returns the person.
 * Throws when the invite was spent by another at the same moment.
 */
export async function redeemInvite(work: Work, account: Account, invite: InviteFact): Promise<number> {
  const { tx, now, machineNow, record } = work;
  await spendInvite(tx, invite.id, account.id, machineNow);
  const owner = account.personId ?? invite.personId ?? (await createPerson(tx, account.name, now));
  if (account.personId === null) await assignAccount(tx, account.id, owner);
  const role = roleOf(invite.for);
  if (role && invite.unit) record(...(await askRole(tx, { personId: owner, unitId: invite.unit.id, role }, now)));
  return owner;
}

/**
 * The owner of a phone number of the roster, as the platform says, is asked to head its units, and staff over them are
 * told. Returns the person.
 */
export async function takeUnits(
  work: Work,
  account: Account,
  { units, name, inbox }: { units: UnitRef[]; name: string; inbox: number },
): Promise<number> {
  const { tx, now, record, say } = work;
  const owner = account.personId ?? (await createPerson(tx, account.name || name, now));
  if (account.personId === null) await assignAccount(tx, account.id, owner);
  for (const unit of units) record(...(await askRole(tx, { personId: owner, unitId: unit.id, role: 'head' }, now)));
  const staff = new Set<number>();
  for (const unit of units) for (const id of await findStaffOver(tx, unit.id)) staff.add(id);
  const told = [...staff].map(
    (id): Message => ({
      meaning: `inbox-${inbox}:registered-by-phone`,
      inbox,
      recipient: { type: 'person', id },
      kind: 'receipt',
      body: bodyOf({ text: registeredByPhone(account.name || outsideName(name), units) }),
    }),
  );
  await say(told);
  return owner;
}
