/** Groups that staff asked for. Each step is committed before the next: what the platform is asked is known after a crash. */
import { and, eq } from 'drizzle-orm';
import type { ChannelName } from '../../core/channels/address.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { type GroupOrderState, groupOrders } from '../schema/tables.ts';
import { bindGroup } from './groups.ts';

/** A group that staff asked for. */
export type GroupOrder = typeof groupOrders.$inferSelect;

/** Asks for a group; one that is asked for already stays as it is. `now` is civil time. */
export async function orderGroup(
  db: Db,
  { channel, issuerId, title, askedBy }: { channel: ChannelName; issuerId: number; title: string; askedBy: number },
  now: Date,
): Promise<void> {
  await db.insert(groupOrders).values({ channel, issuerId, title, askedBy, createdAt: now }).onConflictDoNothing();
}

const isUnderWay = inArray(groupOrders.state, ['asked', 'making'] satisfies GroupOrderState[]);

/** What is asked for or being made on a channel, oldest first. */
export const findGroupOrders = (db: Db, channel: ChannelName): Promise<GroupOrder[]> =>
  db
    .select()
    .from(groupOrders)
    .where(and(eq(groupOrders.channel, channel), isUnderWay))
    .orderBy(groupOrders.id);

/** Whether a group of an issuer is on its way. */
export async function isGroupOrdered(db: Db, issuerId: number): Promise<boolean> {
  const rows = await db
    .select({ id: groupOrders.id })
    .from(groupOrders)
    .where(and(eq(groupOrders.issuerId, issuerId), isUnderWay));
  return rows.length > 0;
}

/** The platform is about to be asked, with this asset. */
export async function beginGroup(db: Db, id: number, asset: string): Promise<void> {
  await db.update(groupOrders).set({ state: 'making', asset }).where(eq(groupOrders.id, id));
}

/** The platform has surely made nothing: it is asked again. */
export async function askGroupAgain(db: Db, id: number): Promise<void> {
  await db.update(groupOrders).set({ state: 'asked', asset: null }).where(eq(groupOrders.id, id));
}

/** No group will come of this order. */
export async function failGroup(db: Db, id: number, reason: string): Promise<void> {
  await db.update(groupOrders).set({ state: 'failed', reason }).where(eq(groupOrders.id, id));
}

/** The group is there: it is bound to its issuer. */
export async function finishGroup(
  db: Db,
  { id, channel, title, issuerId }: GroupOrder,
  address: string,
): Promise<number> {
  const groupId = await bindGroup(db, channel, { address, title }, issuerId);
  await db.update(groupOrders).set({ state: 'made', groupId }).where(eq(groupOrders.id, id));
  return groupId;
}
