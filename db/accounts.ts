import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Address, ChannelName, Sender } from '../core/channel.ts';
import type { Db } from './database.ts';
import { accounts } from './schema.ts';

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

export async function assignAccount(db: Db, id: number, personId: number): Promise<void> {
  await db.update(accounts).set({ personId }).where(eq(accounts.id, id));
}

/** The active accounts of people, the one used last first. */
export function findAccountsOf(db: Db, personIds: number[]): Promise<Account[]> {
  return db
    .select()
    .from(accounts)
    .where(and(inArray(accounts.personId, personIds), eq(accounts.state, 'active')))
    .orderBy(desc(accounts.lastSeenAt), desc(accounts.id));
}

export function findAccounts(db: Db, ids: number[]): Promise<Account[]> {
  return db.select().from(accounts).where(inArray(accounts.id, ids));
}

export async function findAccountAt(db: Db, channel: ChannelName, address: Address): Promise<Account | undefined> {
  const [row] = await db
    .select()
    .from(accounts)
    .where(and(eq(accounts.channel, channel), eq(accounts.address, address)));
  return row;
}
