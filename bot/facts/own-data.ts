import type { OwnData } from '../../core/conversation/context.ts';
import { countOfPerson } from '../../db/access/personal-data.ts';
import { findAccountsOf } from '../../db/roster/accounts.ts';
import type { Reading } from '../delivery/work.ts';
import type { Asker } from './asker.ts';

/** What is held of whoever asks: of all their accounts, or of this one where they have not registered. */
export async function readOwnData({ tx }: Reading, { person, account }: Asker): Promise<OwnData> {
  const accounts = person ? await findAccountsOf(tx, person.id) : [account];
  const counts = await countOfPerson(tx, { personId: person?.id ?? null, accountIds: accounts.map(({ id }) => id) });
  return { accounts, roles: person?.roles ?? [], ...counts };
}
