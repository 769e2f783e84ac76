import { and, eq, inArray } from 'drizzle-orm';
import type { Address, ChannelName, GroupPlace } from '../../core/channels/address.ts';
import { outsideName } from '../../core/language/name.ts';
import type { Db } from '../database.ts';
import { groups } from '../schema/tables.ts';

/** A chat group and the issuer whose directives it follows. */
export type Group = typeof groups.$inferSelect;

/** The active groups among these. */
export function findGroups(db: Db, ids: number[]): Promise<Group[]> {
  return db
    .select()
    .from(groups)
    .where(and(inArray(groups.id, ids), eq(groups.state, 'active')));
}

/** The groups where an issuer's directives are followed. */
export function findGroupsOf(db: Db, issuerId: number): Promise<Group[]> {
  return db
    .select()
    .from(groups)
    .where(and(eq(groups.issuerId, issuerId), eq(groups.state, 'active')));
}

/** The group at an address; undefined when none was bound there. */
export async function findGroupAt(db: Db, channel: ChannelName, address: Address): Promise<Group | undefined> {
  const [row] = await db
    .select()
    .from(groups)
    .where(and(eq(groups.channel, channel), eq(groups.address, address)));
  return row;
}

/** Binds a group to the unit whose directives it follows; binding again changes the unit. The title is an `outsideName`. */
export async function bindGroup(db: Db, channel: ChannelName, place: GroupPlace, issuerId: number): Promise<number> {
  const title = outsideName(place.title);
  const [row] = await db
    .insert(groups)
    .values({ channel, address: place.address, title, issuerId })
    .onConflictDoUpdate({
      target: [groups.channel, groups.address],
      set: { issuerId, title, state: 'active' },
    })
    .returning({ id: groups.id });
  if (!row) throw new Error('an upsert returned no row');
  return row.id;
}

/** Marks a group as left: nothing is written there any more. */
export async function leaveGroup(db: Db, channel: ChannelName, address: Address): Promise<void> {
  await db
    .update(groups)
    .set({ state: 'left' })
    .where(and(eq(groups.channel, channel), eq(groups.address, address)));
}
