import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { Address, ChannelName, Sender } from '../../core/channels/address.ts';
import { openSince } from '../../core/channels/reach.ts';
import { outsideName } from '../../core/language/name.ts';
import { withOneTry } from '../../core/roster/phone-tries.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { compiled, type Given } from '../engine/statements/compiled.ts';
import { accounts } from '../schema/tables.ts';

/** A person's address on a channel. */
export type Account = typeof accounts.$inferSelect;

/**
 * The account that wrote, made at its first word. Its `state` is as it was before; a name once known is not lost, and
 * is kept as `outsideName` has it. `now` is civil, `machineNow` machine time.
 */
export async function touchAccount(
  db: Db,
  { channel, from }: { channel: ChannelName; from: Sender },
  now: Date,
  machineNow: Date,
): Promise<Account> {
  const [row] = await touching(db, { channel, address: from.address, name: outsideName(from.name), now, machineNow });
  if (!row) throw new Error('an upsert returned no row');
  return row;
}

type Touched = { channel: ChannelName; address: Address; name: string; now: Date; machineNow: Date };

const touching = compiled((db, { channel, address, name, now, machineNow }: Given<Touched>) =>
  db
    .insert(accounts)
    .values({ channel, address, name, lastSeenAt: now, lastWordAt: machineNow })
    .onConflictDoUpdate({
      target: [accounts.channel, accounts.address],
      set: {
        name: sql`coalesce(nullif(excluded.name, ''), ${accounts.name})`,
        lastSeenAt: sql`excluded.last_seen_at`,
        lastWordAt: sql`excluded.last_word_at_machine`,
      },
    })
    .returning(),
);

/** Keeps whether an account can be written to. */
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

/**
 * Closes the window of an account, because the platform says that its owner was silent for too long. `machineNow` is
 * machine time.
 */
export async function closeWindow(db: Db, channel: ChannelName, address: Address, machineNow: Date): Promise<void> {
  const since = openSince(channel, machineNow);
  if (!since) return;
  const before = new Date(since.getTime() - 1);
  await db
    .update(accounts)
    .set({ lastWordAt: before })
    .where(and(eq(accounts.channel, channel), eq(accounts.address, address), gt(accounts.lastWordAt, before)));
}

/** Gives an account its person. */
export async function assignAccount(db: Db, id: number, personId: number): Promise<void> {
  await db.update(accounts).set({ personId }).where(eq(accounts.id, id));
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

/** The account at an address; undefined when nobody wrote from it. */
export async function findAccountAt(db: Db, channel: ChannelName, address: Address): Promise<Account | undefined> {
  const [row] = await db
    .select()
    .from(accounts)
    .where(and(eq(accounts.channel, channel), eq(accounts.address, address)));
  return row;
}

/** The account with an id; throws when there is none. */
export async function findAccount(db: Db, id: number): Promise<Account> {
  const [row] = await db.select().from(accounts).where(eq(accounts.id, id));
  if (!row) throw new Error(`account ${id} is gone`);
  return row;
}

/** Counts a telephone number that somebody gave as their own against the account's budget. */
export async function countPhoneTry(
  db: Db,
  { id, phoneTries, phoneTriesFrom }: Pick<Account, 'id' | 'phoneTries' | 'phoneTriesFrom'>,
  machineNow: Date,
): Promise<void> {
  const { count, from } = withOneTry({ count: phoneTries, from: phoneTriesFrom }, machineNow);
  await db.update(accounts).set({ phoneTries: count, phoneTriesFrom: from }).where(eq(accounts.id, id));
}

/** A person's accounts, oldest first. */
export const findAccountsOf = (db: Db, personId: number): Promise<Account[]> =>
  db.select().from(accounts).where(eq(accounts.personId, personId)).orderBy(accounts.id);
