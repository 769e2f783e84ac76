/** Who asks, as far as it decides what they may be shown. */
import type { ChannelName } from '../../core/channels/address.ts';
import type { Context } from '../../core/conversation/context.ts';
import type { Recipient } from '../../core/delivery/message.ts';
import { withGiven } from '../../core/reports/past/given.ts';
import type { Person, RoleFact } from '../../core/roster/person.ts';
import type { StoredConversation } from '../../db/conversation/conversations.ts';
import { findAssignmentsOfWriter } from '../../db/directives/assignments.ts';
import { findBeside } from '../../db/reports/beside.ts';
import { findPastFiguresOf } from '../../db/reports/given.ts';
import { findObligationsOfWriter } from '../../db/reports/obligations.ts';
import type { Account } from '../../db/roster/accounts.ts';
import { findRolesOfWriter } from '../../db/roster/people.ts';
import type { WriterAddress } from '../../db/writer/owner.ts';
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
  /** The units that they head, or are delegates of. */
  answersFor: number[];
  /** Whether files of theirs, or something signed from their units, may be there. */
  mayHaveFiles: boolean;
};

/** For whom the links are that an account is told: for its person on all their accounts, else for the account. */
export const holderOf = ({ id, personId }: Pick<Account, 'id' | 'personId'>): Recipient =>
  personId === null ? { type: 'account', id } : { type: 'person', id: personId };

/** A person's roles, and what the units that they answer for are to do and to report. */
export type Business = { roles: RoleFact[]; isConsolidator: boolean; own: Context['own'] };

/** Reads the business of whoever writes so many numbers from an address, in one breath; a stranger has none. */
export async function readBusiness(
  { tx, now }: Pick<Reading, 'tx' | 'now'>,
  writer: WriterAddress,
  numbers: number,
): Promise<Business> {
  const [roles, assignments, obligations, past, beside] = await Promise.all([
    findRolesOfWriter(tx, writer),
    findAssignmentsOfWriter(tx, writer),
    findObligationsOfWriter(tx, writer, now),
    findPastFiguresOf(tx, writer, now),
    findBeside(tx, { ...writer, numbers, now }),
  ]);
  const isConsolidator = assignments.some(({ consolidates }) => consolidates);
  const forms = obligations.map((form) => {
    const known = beside.get(form.id);
    return { ...withGiven(form, past), ...(known && { beside: known }) };
  });
  return { roles, isConsolidator, own: { assignments, obligations: forms } };
}

/** Who asks from an account; of a stranger the name is that of the account, and files may be there. */
export function askerOf(
  account: Account,
  { name, hasFiles: mayHaveFiles }: Pick<StoredConversation, 'name' | 'hasFiles'> = {
    name: account.name,
    hasFiles: true,
  },
  { roles, isConsolidator, own }: Business,
): Asker {
  const { personId, channel } = account;
  const unitsAs = (...wanted: string[]): number[] => [
    ...new Set(roles.filter((r) => r.state === 'agreed' && wanted.includes(r.role)).map((r) => r.unit.id)),
  ];
  return {
    person: personId === null ? undefined : { id: personId, name, roles, isConsolidator },
    channel,
    account,
    own,
    staffOf: unitsAs('staff'),
    chasedFor: unitsAs('staff', 'leader'),
    answersFor: unitsAs('head', 'delegate'),
    mayHaveFiles,
  };
}
