/** Tasks that have reached none of a person's accounts and are on no way to them: they wait until a way opens. */
import { and, eq, inArray, isNull, not, sql } from 'drizzle-orm';
import type { Address, ChannelName } from '../../core/channels/address.ts';
import type { Refusal } from '../../core/channels/channel.ts';
import type { Body } from '../../core/delivery/layout.ts';
import type { Db } from '../database.ts';
import { assignments, directives, groupMembers, groups, messages, outbox } from '../schema/tables.ts';
import { type RequestFact, requeueRefused } from './settle.ts';
import { isOnItsWay } from './standing.ts';

export type Held = {
  id: number;
  body: Body;
  personId: number;
  refusals: { channel: ChannelName; address: Address; because: Refusal | null }[];
};

const isHeld = and(
  eq(messages.kind, 'tasks'),
  eq(messages.recipientType, 'person'),
  isNull(assignments.deliveredAt),
  not(isOnItsWay),
);

/** What waits, oldest first: of one person, else of everybody, at most `limit`. */
export async function findHeld(db: Db, limit: number, personId?: number): Promise<Held[]> {
  const rows = await db
    .select({ id: messages.id, body: messages.body, personId: messages.recipientId })
    .from(messages)
    .innerJoin(assignments, eq(assignments.id, messages.delivers))
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

/** Queues the requests of a message again that were refused at a place; returns what is to be recorded. */
export const releaseRefused = (
  db: Db,
  messageId: number,
  { channel, address }: { channel: ChannelName; address: Address },
): Promise<RequestFact[]> =>
  requeueRefused(db, and(eq(outbox.messageId, messageId), eq(outbox.channel, channel), eq(outbox.address, address)));

/** A member of a group to whom a directive's tasks could not be written, and the newest message of them. */
export type Unwritten = { groupId: number; directiveId: number; address: Address; messageId: number };

/**
 * Members of an issuer's groups on a channel for whom its tasks are held and who were not called upon there for them yet.
 * Whoever has closed the chat is left alone.
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

export async function noteCalled(db: Db, { groupId, address, messageId }: Unwritten): Promise<void> {
  await db
    .update(groupMembers)
    .set({ calledFor: sql`greatest(coalesce(${groupMembers.calledFor}, 0), ${messageId}::int)` })
    .where(and(eq(groupMembers.groupId, groupId), eq(groupMembers.address, address)));
}
