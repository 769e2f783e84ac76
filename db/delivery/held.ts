/**
 * Held tasks: no account of the person has received them, and no request is bringing them. They wait until a way to the
 * person opens.
 */
import { and, eq, isNull, not, sql } from 'drizzle-orm';
import type { Address, ChannelName } from '../../core/channels/address.ts';
import type { Refusal } from '../../core/channels/channel.ts';
import type { Body } from '../../core/delivery/layout.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { assignments, directives, groupMembers, groups, messages, outbox } from '../schema/tables.ts';
import { type RequestFact, requeueRefused } from './settle.ts';
import { isOnItsWay } from './standing.ts';

/** A message with held tasks. `refusals` are the addresses that refused it, and why. */
export type Held = {
  id: number;
  body: Body;
  sealed: string | null;
  personId: number;
  refusals: { channel: ChannelName; address: Address; because: Refusal | null }[];
};

const isHeld = and(
  eq(messages.kind, 'tasks'),
  eq(directives.state, 'issued'),
  eq(messages.recipientType, 'person'),
  isNull(assignments.deliveredAt),
  not(isOnItsWay),
);

/** Finds held tasks, oldest first, at most `limit`: those of one person, or everybody's when none is named. */
export async function findHeld(db: Db, limit: number, personId?: number): Promise<Held[]> {
  const rows = await db
    .select({ id: messages.id, body: messages.body, sealed: messages.sealed, personId: messages.recipientId })
    .from(messages)
    .innerJoin(assignments, eq(assignments.id, messages.delivers))
    .innerJoin(directives, eq(directives.id, assignments.directiveId))
    .where(and(isHeld, personId === undefined ? undefined : eq(messages.recipientId, personId)))
    .orderBy(messages.id)
    .limit(limit);
  if (rows.length === 0) return [];
  const refused = await db
    .selectDistinct({
      messageId: outbox.messageId,
      channel: outbox.channel,
      address: outbox.address,
      because: outbox.refusedBecause,
    })
    .from(outbox)
    .where(
      and(
        inArray(
          outbox.messageId,
          rows.map(({ id }) => id),
        ),
        eq(outbox.state, 'refused'),
      ),
    );
  return rows.map((message) => ({
    ...message,
    refusals: refused.flatMap(({ messageId, ...refusal }) => (messageId === message.id ? [refusal] : [])),
  }));
}

/** Queues a message again at an address that refused it. Returns what is to be recorded. */
export const releaseRefused = (
  db: Db,
  messageId: number,
  { channel, address }: { channel: ChannelName; address: Address },
): Promise<RequestFact[]> =>
  requeueRefused(db, and(eq(outbox.messageId, messageId), eq(outbox.channel, channel), eq(outbox.address, address)));

/** A member of a group for whom a directive's tasks are held. `messageId` is the newest message with such tasks. */
export type Unwritten = { groupId: number; directiveId: number; address: Address; messageId: number };

/**
 * Finds the group members who are still to be called upon: their group's issuer has tasks for them, and the tasks are
 * held. People who closed the chat are left alone.
 */
export async function findUnwritten(db: Db, channel: ChannelName): Promise<Unwritten[]> {
  const rows = await db
    .select({
      groupId: groupMembers.groupId,
      directiveId: assignments.directiveId,
      address: groupMembers.address,
      messageId: sql<number>`max(${messages.id})::int`,
    })
    .from(messages)
    .innerJoin(assignments, eq(assignments.id, messages.delivers))
    .innerJoin(directives, eq(directives.id, assignments.directiveId))
    .innerJoin(groups, and(eq(groups.issuerId, directives.issuerId), eq(groups.channel, channel)))
    .innerJoin(groupMembers, eq(groupMembers.groupId, groups.id))
    .where(
      and(
        isHeld,
        eq(groups.state, 'active'),
        eq(groupMembers.state, 'member'),
        sql`coalesce(${groupMembers.calledFor}, 0) < ${messages.id}`,
        sql`exists (select 1 from accounts a
          where a.channel = ${groups.channel} and a.address = ${groupMembers.address} and a.state = 'active'
            and a.person_id = ${messages.recipientId})`,
      ),
    )
    .groupBy(groupMembers.groupId, assignments.directiveId, groupMembers.address)
    .orderBy(groupMembers.groupId, assignments.directiveId, groupMembers.address);
  return rows;
}

/** Remembers that a member was called upon for a message and all earlier ones. */
export async function recordCalled(db: Db, { groupId, address, messageId }: Unwritten): Promise<void> {
  await db
    .update(groupMembers)
    .set({ calledFor: sql`greatest(coalesce(${groupMembers.calledFor}, 0), ${messageId}::int)` })
    .where(and(eq(groupMembers.groupId, groupId), eq(groupMembers.address, address)));
}
