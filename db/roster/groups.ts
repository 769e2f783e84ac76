import { and, asc, eq, ne } from 'drizzle-orm';
import type { Address, ChannelName, GroupPlace } from '../../core/channels/address.ts';
import { outsideName } from '../../core/language/name.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { groups, units } from '../schema/tables.ts';

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

/** Binds a group to the unit whose directives it follows; binding again changes the unit and the topic. The title is an `outsideName`. */
export async function bindGroup(db: Db, channel: ChannelName, place: GroupPlace, issuerId: number): Promise<number> {
  const title = outsideName(place.title);
  const topic = place.topic ?? null;
  const [row] = await db
    .insert(groups)
    .values({ channel, address: place.address, title, topic, issuerId })
    .onConflictDoUpdate({
      target: [groups.channel, groups.address],
      set: { issuerId, title, topic, state: 'active' },
    })
    .returning({ id: groups.id });
  if (!row) throw new Error('an upsert returned no row');
  return row.id;
}

/** What a group was when its state changed. */
export type ChangedGroup = Pick<Group, 'id' | 'title' | 'issuerId'>;

/** Says whether the bot may write in a group; undefined where that was known, or no such group is bound. */
export async function setGroupState(
  db: Db,
  channel: ChannelName,
  address: Address,
  state: Group['state'],
): Promise<ChangedGroup | undefined> {
  const [changed] = await db
    .update(groups)
    .set({ state })
    .where(and(eq(groups.channel, channel), eq(groups.address, address), ne(groups.state, state)))
    .returning({ id: groups.id, title: groups.title, issuerId: groups.issuerId });
  return changed;
}

/** A bound group, as the operator sees it; `issuer` is the unit's code. */
export type BoundGroup = { channel: ChannelName; title: string; issuer: string; state: Group['state'] };

/** All groups that were ever bound, in the order of their binding. */
export function listGroups(db: Db): Promise<BoundGroup[]> {
  return db
    .select({ channel: groups.channel, title: groups.title, issuer: units.code, state: groups.state })
    .from(groups)
    .innerJoin(units, eq(units.id, groups.issuerId))
    .orderBy(asc(groups.id));
}
