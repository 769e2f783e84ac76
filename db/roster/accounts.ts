import { and, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { Address, ChannelName, Sender } from '../../core/channels/channel.ts';
import { openSince, type Rung } from '../../core/channels/reach.ts';
import type { Db } from '../database.ts';
import { accounts, people, unitRoles, units } from '../schema.ts';

export type Account = typeof accounts.$inferSelect;

/** The account that wrote (`now` civil, `machineNow` machine time), made at its first word. `state` is as it was before; a name once known is not lost. */
export async function touchAccount(
  db: Db,
  channel: ChannelName,
  from: Sender,
  now: Date,
  machineNow: Date,
): Promise<Account> {
  const [row] = await db
    .insert(accounts)
    .values({ channel, address: from.address, name: from.name, lastSeenAt: now, lastWordAt: machineNow })
    .onConflictDoUpdate({
      target: [accounts.channel, accounts.address],
      set: { ...(from.name && { name: from.name }), lastSeenAt: now, lastWordAt: machineNow },
    })
    .returning();
  if (!row) throw new Error('an upsert returned no row');
  return row;
}

export async function setAccountState(
  db: Db,
  channel: ChannelName,
  address: Address,
  state: Account['state'],
): Promise<void> {
  await db
    .update(accounts)
    .set({ state })
    .where(and(eq(accounts.channel, channel), eq(accounts.address, address)));
}

/** The platform says that the person was silent for too long, whatever we counted; `machineNow` is machine time. */
export async function closeWindow(db: Db, channel: ChannelName, address: Address, machineNow: Date): Promise<void> {
  const before = new Date(openSince(machineNow).getTime() - 1);
  await db
    .update(accounts)
    .set({ lastWordAt: before })
    .where(and(eq(accounts.channel, channel), eq(accounts.address, address), gt(accounts.lastWordAt, before)));
}

export async function assignAccount(db: Db, id: number, personId: number): Promise<void> {
  await db.update(accounts).set({ personId }).where(eq(accounts.id, id));
}

/** One way to a person: an account of theirs. `lastWord` is machine time. */
export type Way = {
  personId: number;
  channel: ChannelName;
  address: Address;
  state: Account['state'];
  lastWord: Date;
  /** Requests that went there since, or are about to; counted where it matters, on the Zalo Official Account. */
  sentSince: number;
  /** Where the person asked to be told. */
  preferred: ChannelName | null;
};

const sentSince = sql<number>`case when ${accounts.channel} = 'zalo-oa' then (
  select count(*)::int from outbox o
  where o.channel = ${accounts.channel} and o.address = ${accounts.address}
    and (o.state in ('queued', 'sending') or o.sent_at_machine > ${accounts.lastWordAt})) else 0 end`;

/** Every way to people, open or not. */
export async function findWaysTo(db: Db, personIds: number[]): Promise<Way[]> {
  const { personId, channel, address, state, lastWordAt: lastWord } = accounts;
  const rows = await db
    .select({ personId, channel, address, state, lastWord, sentSince, preferred: people.preferredChannel })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(inArray(accounts.personId, personIds))
    .orderBy(accounts.id);
  return rows.flatMap((row) => (row.personId === null ? [] : [{ ...row, personId: row.personId }]));
}

/** A registered person's account on a channel, and the units that they answer for or act for. */
export type Correspondent = Rung & { name: string; units: string[] };

/** Who writes and reads on a channel, by name of the account; only registered people. */
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

export type FoundAccount = Pick<Way, 'channel' | 'address' | 'lastWord' | 'sentSince'> & { id: number };

export function findAccounts(db: Db, ids: number[]): Promise<FoundAccount[]> {
  const { id, channel, address, lastWordAt: lastWord } = accounts;
  return db.select({ id, channel, address, lastWord, sentSince }).from(accounts).where(inArray(accounts.id, ids));
}

/** When somebody last wrote on a channel, over all and by address; machine time. */
export async function findLastWords(
  db: Db,
  channel: ChannelName,
  addresses: Address[],
): Promise<{ all: Date | undefined; people: Map<Address, Date> }> {
  const onChannel = eq(accounts.channel, channel);
  const [newest] = await db
    .select({ at: accounts.lastWordAt })
    .from(accounts)
    .where(onChannel)
    .orderBy(desc(accounts.lastWordAt))
    .limit(1);
  const rows =
    addresses.length === 0
      ? []
      : await db
          .select({ address: accounts.address, at: accounts.lastWordAt })
          .from(accounts)
          .where(and(onChannel, inArray(accounts.address, addresses)));
  return { all: newest?.at, people: new Map(rows.map(({ address, at }) => [address, at])) };
}

export async function findAccountAt(db: Db, channel: ChannelName, address: Address): Promise<Account | undefined> {
  const [row] = await db
    .select()
    .from(accounts)
    .where(and(eq(accounts.channel, channel), eq(accounts.address, address)));
  return row;
}
