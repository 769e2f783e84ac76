/** Reads what a turn may look at: a fixed number of statements for the person, and those that the turn asked for. */
import type { Context, Facts } from '../../core/conversation/context.ts';
import type { Need } from '../../core/conversation/need.ts';
import { type Role, roleOf } from '../../core/roster/people.ts';
import type { Person, UnitRef } from '../../core/roster/person.ts';
import { findOffered, type Offer } from '../../db/delivery/messages.ts';
import type { Account } from '../../db/roster/accounts.ts';
import { isClaiming } from '../../db/roster/claims.ts';
import type { Reading } from '../delivery/work.ts';
import type { Asker } from './asker.ts';
import { opensPages } from './page/own-page.ts';
import { readDataNotice } from './registration/data-notice.ts';
import { readNeed } from './table.ts';

/** Where nothing was offered, or something is asked. */
export const nothingOffered: Offer = { choices: [], isOld: false };

/** What words or numbers mean: read first, since others are read of what they mean. */
const meanings: ReadonlySet<Need['type']> = new Set(['directive', 'obligation', 'units']);

/**
 * Reads the context of one turn of somebody who was offered something last: what is meant in one breath, the rest in another.
 * A later need of a type takes an earlier one's place.
 */
export async function gather(reading: Reading, asker: Asker, needs: Need[], offered: Offer): Promise<Context> {
  const { account, channel } = asker;
  const readAll = async (wanted: Need[], known: Facts): Promise<Facts> => {
    const read = wanted.map(async (need) => [need.type, await readNeed(reading, asker, need, known)] as const);
    return { ...known, ...Object.fromEntries(await Promise.all(read)) };
  };
  const meant = await readAll(
    needs.filter(({ type }) => meanings.has(type)),
    {},
  );
  const facts = await readAll(
    needs.filter(({ type }) => !meanings.has(type)),
    meant,
  );
  const sought = soughtRoles(asker.person, facts);
  return {
    now: reading.now,
    person: asker.person,
    ...(sought.length > 0 && { notice: await readDataNotice(reading, sought) }),
    isClaiming: account.personId === null && (await isClaiming(reading.tx, account.id)),
    channel: {
      name: channel,
      hasContactForm: reading.terms.limits[channel].asksContact === true,
      opensPages: opensPages(reading, channel),
    },
    own: asker.own,
    offered: offered.choices,
    isOfferOld: offered.isOld,
    ...facts,
  };
}

/** The roles that the data notice may be given for in this turn: not answered yet, or opened by what has just come. */
function soughtRoles(person: Person | undefined, { invites = [], byPhone }: Facts): { role: Role; unit: UnitRef }[] {
  const units = byPhone?.units ?? [];
  return [
    ...(person?.roles ?? []).filter((role) => role.state === 'asked'),
    ...invites.flatMap((invite) => {
      const role = invite.state === 'open' ? roleOf(invite.for) : undefined;
      return role && invite.unit ? [{ role, unit: invite.unit }] : [];
    }),
    ...units.filter(({ isTaken }) => !isTaken).map(({ unit }) => ({ role: 'head' as const, unit })),
  ];
}

/** The commands that the newest message with choices offered, to be taken by number or label while nothing is asked. */
export function readOffered({ tx }: Reading, account: Account): Promise<Offer> {
  return findOffered(tx, [
    { type: 'account', id: account.id },
    ...(account.personId === null ? [] : [{ type: 'person' as const, id: account.personId }]),
  ]);
}
