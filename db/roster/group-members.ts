/** The members of groups, on platforms that list them, and the people who are still to be invited. */
import { and, eq, exists, isNull, notExists, or, sql } from 'drizzle-orm';
import type { Address, ChannelName } from '../../core/channels/address.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { accounts, groupMembers, groupOrders, groups, unitRoles, units } from '../schema/tables.ts';

/** A group whose members are kept up to date. */
export type TendedGroup = { id: number; address: Address; issuerId: number; isOurs: boolean };

/** The active groups of a channel; `isOurs`: made by us, so that people are invited into them. */
export async function listTendedGroups(db: Db, channel: ChannelName): Promise<TendedGroup[]> {
  const rows = await db
    .select({ id: groups.id, address: groups.address, issuerId: groups.issuerId, order: groupOrders.id })
    .from(groups)
    .leftJoin(groupOrders, eq(groupOrders.groupId, groups.id))
    .where(and(eq(groups.channel, channel), eq(groups.state, 'active')))
    .orderBy(groups.id);
  return rows.map(({ order, ...group }) => ({ ...group, isOurs: order !== null }));
}

/** Keeps the present members of a group. Members who left count as invited, and are not invited again. */
export async function writeMembers(db: Db, groupId: number, addresses: readonly Address[]): Promise<void> {
  await db
    .update(groupMembers)
    .set({ state: 'invited' })
    .where(and(eq(groupMembers.groupId, groupId), eq(groupMembers.state, 'member')));
  if (addresses.length === 0) return;
  await db
    .insert(groupMembers)
    .values(addresses.map((address) => ({ groupId, address, state: 'member' as const })))
    .onConflictDoUpdate({ target: [groupMembers.groupId, groupMembers.address], set: { state: 'member' } });
}

/**
 * Keeps people as invited, or as refused by the platform. Call before the platform is asked, so that nobody is invited
 * twice.
 */
export async function recordInvited(
  db: Db,
  groupId: number,
  addresses: readonly Address[],
  state: 'invited' | 'refused',
): Promise<void> {
  if (addresses.length === 0) return;
  await db
    .insert(groupMembers)
    .values(addresses.map((address) => ({ groupId, address, state })))
    .onConflictDoUpdate({ target: [groupMembers.groupId, groupMembers.address], set: { state } });
}

/** Finds which of these people are members of a group: their addresses by person. */
export async function findMembers(db: Db, groupId: number, personIds: number[]): Promise<Map<number, Address>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .select({ personId: accounts.personId, address: accounts.address })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .innerJoin(accounts, and(eq(accounts.channel, groups.channel), eq(accounts.address, groupMembers.address)))
    .where(
      and(eq(groupMembers.groupId, groupId), eq(groupMembers.state, 'member'), inArray(accounts.personId, personIds)),
    );
  return new Map(rows.flatMap(({ personId, address }) => (personId === null ? [] : [[personId, address]])));
}

/**
 * Finds people who belong in an issuer's group and were never invited. They answer for a unit right below the issuer,
 * or are its staff or leader. They wrote on the channel at `since` (machine time) or later.
 */
export async function findUninvited(db: Db, group: TendedGroup, channel: ChannelName, since: Date): Promise<Address[]> {
  const belongs = exists(
    db
      .select({ one: sql`1` })
      .from(unitRoles)
      .innerJoin(units, eq(units.id, unitRoles.unitId))
      .where(
        and(
          eq(unitRoles.personId, accounts.personId),
          eq(unitRoles.state, 'agreed'),
          isNull(unitRoles.to),
          or(
            and(eq(units.parentId, group.issuerId), inArray(unitRoles.role, ['head', 'delegate'])),
            and(eq(units.id, group.issuerId), inArray(unitRoles.role, ['staff', 'leader'])),
          ),
        ),
      ),
  );
  const isKnown = db
    .select({ one: sql`1` })
    .from(groupMembers)
    .where(and(eq(groupMembers.groupId, group.id), eq(groupMembers.address, accounts.address)));
  const rows = await db
    .select({ address: accounts.address })
    .from(accounts)
    .where(
      and(
        eq(accounts.channel, channel),
        eq(accounts.state, 'active'),
        sql`${accounts.lastWordAt} >= ${since.toISOString()}::timestamptz`,
        belongs,
        notExists(isKnown),
      ),
    )
    .orderBy(accounts.id);
  return rows.map(({ address }) => address);
}
