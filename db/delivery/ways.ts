import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Address, ChannelName } from '../../core/channels/address.ts';
import type { Rung } from '../../core/channels/reach.ts';
import { channelsWhere } from '../../core/channels/terms.ts';
import type { Db } from '../database.ts';
import { asked, inArray } from '../engine/lists.ts';
import { byKeys } from '../engine/statements/plan.ts';
import type { Account } from '../roster/accounts.ts';
import { accounts, people, unitRoles, units } from '../schema/tables.ts';
import { isPending } from './standing.ts';

/** One way to a person: an account of theirs. `lastWord` is machine time. */
export type PersonWay = {
  personId: number;
  channel: ChannelName;
  address: Address;
  state: Account['state'];
  lastWord: Date;
  /**
   * Requests that went there since, or are pending. Counted only where the first ones are free, because there the number
   * decides the price.
   */
  sentSince: number;
  /** Where the person asked to be told. */
  preferred: ChannelName | null;
};

const countedChannels = channelsWhere(({ price }) => price.type === 'first-free');

const sentSince = sql<number>`case when ${inArray(accounts.channel, countedChannels)} then (
  select count(*)::int from outbox o
  where o.channel = ${accounts.channel} and o.address = ${accounts.address}
    and (${isPending(sql`o.state`)} or o.sent_at_machine > ${accounts.lastWordAt})) else 0 end`;

/** Every way to people, open or not. */
export async function findWaysTo(db: Db, personIds: number[]): Promise<PersonWay[]> {
  const { personId, channel, address, state, lastWordAt: lastWord } = accounts;
  const rows = await db
    .select({ personId, channel, address, state, lastWord, sentSince, preferred: people.preferredChannel })
    .from(asked(personIds))
    .innerJoin(accounts, sql`${accounts.personId} = asked.id`)
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(byKeys)
    .orderBy(accounts.id);
  return rows.flatMap((row) => (row.personId === null ? [] : [{ ...row, personId: row.personId }]));
}

/** A registered person's account on a channel, and the units that they answer for or act for. */
export type Correspondent = Rung & { name: string; units: string[] };

/** Lists the accounts of registered people on a channel; those who were silent longest come first. */
export function listCorrespondents(db: Db, channel: ChannelName): Promise<Correspondent[]> {
  const { name, state, lastWordAt: lastWord } = accounts;
  return db
    .select({
      channel: accounts.channel,
      name,
      state,
      lastWord,
      sentSince,
      units: sql<string[]>`array_agg(${units.code} order by ${units.position}, ${units.id})`,
    })
    .from(accounts)
    .innerJoin(unitRoles, and(eq(unitRoles.personId, accounts.personId), isNull(unitRoles.to)))
    .innerJoin(units, eq(units.id, unitRoles.unitId))
    .where(and(eq(accounts.channel, channel), eq(unitRoles.state, 'agreed')))
    .groupBy(accounts.id)
    .orderBy(accounts.lastWordAt, accounts.id);
}

/** An account as a way, whoever owns it. */
export type FoundAccount = Pick<PersonWay, 'channel' | 'address' | 'lastWord' | 'sentSince'> & { id: number };

/** Finds accounts by id. */
export function findAccounts(db: Db, ids: number[]): Promise<FoundAccount[]> {
  const { id, channel, address, lastWordAt: lastWord } = accounts;
  return db.select({ id, channel, address, lastWord, sentSince }).from(accounts).where(inArray(accounts.id, ids));
}
