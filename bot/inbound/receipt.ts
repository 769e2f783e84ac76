/** The receipt of what was begun in a chat and ended on a page. */
import { ourPage } from '../../core/channels/address.ts';
import { findAccounts } from '../../db/delivery/ways.ts';
import type { Account } from '../../db/roster/accounts.ts';
import { answer } from '../delivery/say.ts';
import { findPersonRoutes } from '../delivery/ways.ts';
import type { Work } from '../delivery/work.ts';
import { begunAt } from '../dialogues/form/begun.ts';
import type { State } from '../dialogues/shape/states.ts';
import { type Answer, messageTo } from './reply.ts';

/**
 * Says a receipt that a page got in the chat as well where its report was begun, once. Where that chat is closed to us the page
 * alone shows it.
 */
export async function confirmWhereBegun(
  work: Work,
  page: Account,
  { before, ...said }: Answer & { before: State },
): Promise<void> {
  const begun = begunAt(before);
  const isMeant = page.channel === ourPage && said.said?.kind === 'receipt' && begun !== undefined && begun !== page.id;
  if (!isMeant || page.personId === null) return;
  const [[chat], routes] = await Promise.all([findAccounts(work.tx, [begun]), findPersonRoutes(work, [page.personId])]);
  const route = routes
    .get(page.personId)
    ?.find(({ channel, address }) => channel === chat?.channel && address === chat.address);
  const message = messageTo(begun, said);
  if (route && message) await answer(work, message, route);
}
