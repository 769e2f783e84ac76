/** Who asks, as far as it decides what they may be shown. */
import type { ChannelName } from '../../core/channels/address.ts';
import type { Context } from '../../core/conversation/context.ts';
import type { Recipient } from '../../core/delivery/message.ts';
import type { Person } from '../../core/roster/person.ts';
import { findAssignments } from '../../db/directives/assignments.ts';
import { findOpenObligations } from '../../db/reports/obligations.ts';
import type { Account } from '../../db/roster/accounts.ts';
import { answeredUnits, findRoles } from '../../db/roster/people.ts';
import type { Reading } from '../delivery/work.ts';

export type Asker = {
  /** Absent while the account's owner has not registered. */
  person: Person | undefined;
  /** Where they write. */
  channel: ChannelName;
  account: Account;
  own: Context['own'];
  /** The units for which they issue, and those for which they issue or follow. */
  staffOf: number[];
  chasedFor: number[];
};

/** For whom the links are that an account is told: for its person on all their accounts, else for the account. */
export const holderOf = ({ id, personId }: Pick<Account, 'id' | 'personId'>): Recipient =>
  personId === null ? { type: 'account', id } : { type: 'person', id: personId };

/** Reads a person, their roles, and what the units that they answer for are to do and to report; in one breath. */
export async function readAsker({ tx, now }: Reading, account: Account, name: string): Promise<Asker> {
  const { personId, channel } = account;
  const units = personId === null ? [] : answeredUnits(tx, personId);
  const [roles, assignments, obligations] = await Promise.all([
    personId === null ? [] : findRoles(tx, personId),
    findAssignments(tx, units),
    findOpenObligations(tx, units, now),
  ]);
  const person = personId === null ? undefined : { id: personId, name, roles };
  const unitsAs = (...roles: string[]): number[] => [
    ...new Set(
      (person?.roles ?? []).filter((r) => r.state === 'agreed' && roles.includes(r.role)).map((r) => r.unit.id),
    ),
  ];
  return {
    person,
    channel,
    account,
    own: { assignments, obligations },
    staffOf: unitsAs('staff'),
    chasedFor: unitsAs('staff', 'leader'),
  };
}
