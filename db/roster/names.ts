/** Names that no message told: of people and groups on platforms that send only their ids. */
import { and, eq, ne, sql } from 'drizzle-orm';
import type { Address, ChannelName } from '../../core/channels/address.ts';
import { outsideName } from '../../core/language/name.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { accounts, groups, people } from '../schema/tables.ts';

/** An account or a group without a name. */
export type Nameless = { channel: ChannelName; address: Address; isGroup: boolean };

/** Accounts and active groups on these channels that have no name yet, oldest first. */
export async function findNameless(db: Db, channels: ChannelName[]): Promise<Nameless[]> {
  if (channels.length === 0) return [];
  const found = await db
    .select({ channel: accounts.channel, address: accounts.address })
    .from(accounts)
    .where(and(inArray(accounts.channel, channels), eq(accounts.name, '')))
    .orderBy(accounts.id);
  const bound = await db
    .select({ channel: groups.channel, address: groups.address })
    .from(groups)
    .where(and(inArray(groups.channel, channels), eq(groups.title, ''), ne(groups.state, 'left')))
    .orderBy(groups.id);
  return [...found.map((row) => ({ ...row, isGroup: false })), ...bound.map((row) => ({ ...row, isGroup: true }))];
}

/** Names an account, and its person where they have no name either; the name is kept as `outsideName` has it. */
export async function nameAccount(db: Db, channel: ChannelName, address: Address, told: string): Promise<void> {
  const name = outsideName(told);
  const [row] = await db
    .update(accounts)
    .set({ name })
    .where(and(eq(accounts.channel, channel), eq(accounts.address, address)))
    .returning({ personId: accounts.personId });
  if (row?.personId == null) return;
  await db
    .update(people)
    .set({ name })
    .where(and(eq(people.id, row.personId), sql`${people.name} = ''`));
}

/** Gives a group its title, as `outsideName` has it. */
export async function nameGroup(db: Db, channel: ChannelName, address: Address, title: string): Promise<void> {
  await db
    .update(groups)
    .set({ title: outsideName(title) })
    .where(and(eq(groups.channel, channel), eq(groups.address, address)));
}

/** Names an account that has no name. */
export async function nameNameless(db: Db, accountId: number, name: string): Promise<void> {
  await db
    .update(accounts)
    .set({ name: outsideName(name) })
    .where(and(eq(accounts.id, accountId), eq(accounts.name, '')));
}
