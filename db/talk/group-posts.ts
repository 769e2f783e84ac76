/** What stands in groups and is corrected there. */
import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Address, ChannelName } from '../../core/channels/address.ts';
import type { Recipient } from '../../core/delivery/message.ts';
import type { RequestState } from '../../core/delivery/request-state.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { rowsOf } from '../engine/rows.ts';
import { directives, duties, groupPosts, groups, messages, rounds } from '../schema/tables.ts';

type NewGroupPost = Omit<typeof groupPosts.$inferInsert, 'messageId'>;

/** The message of a meaning to a recipient; undefined where none was said. */
async function findMessageId(db: Db, meaning: string, { type, id }: Recipient): Promise<number | undefined> {
  const [row] = await db
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.meaning, meaning), eq(messages.recipientType, type), eq(messages.recipientId, id)));
  return row?.id;
}

/** Keeps a post by the meaning of its message; a reminder before it about the same round in the group is corrected no more. */
export async function keepGroupPost(db: Db, meaning: string, post: NewGroupPost): Promise<void> {
  const messageId = await findMessageId(db, meaning, { type: 'group', id: post.groupId });
  if (messageId === undefined) return;
  await db
    .insert(groupPosts)
    .values({ ...post, messageId })
    .onConflictDoNothing();
  if (post.type !== 'reminder') return;
  await db
    .update(groupPosts)
    .set({ endedAt: post.at })
    .where(
      and(
        eq(groupPosts.type, 'reminder'),
        eq(groupPosts.groupId, post.groupId),
        eq(groupPosts.roundId, post.roundId),
        ne(groupPosts.messageId, messageId),
        isNull(groupPosts.endedAt),
      ),
    );
}

const requestOf = (column: 'message_id' | 'edit_message_id' | 'pin_message_id', what: 'state' | 'external_id') =>
  sql`(select o.${sql.raw(what)} from outbox o where o.message_id = ${sql.raw(`group_posts.${column}`)} and o.part = 1
    order by o.id desc limit 1)`;

/** A post that is corrected, with how its requests stand. */
export type LiveGroupPost = Awaited<ReturnType<typeof findLiveGroupPosts>>[number];

/** The posts that are corrected, in active groups of these channels. */
export function findLiveGroupPosts(db: Db, channels: readonly ChannelName[]) {
  return db
    .select({
      id: groupPosts.id,
      type: groupPosts.type,
      group: { id: groups.id, title: groups.title, issuerId: groups.issuerId },
      directiveId: groupPosts.directiveId,
      directiveState: directives.state,
      roundId: groupPosts.roundId,
      text: groupPosts.text,
      named: groupPosts.named,
      turn: groupPosts.turn,
      isCounted: groupPosts.isCounted,
      at: groupPosts.at,
      edits: groupPosts.edits,
      editedAt: groupPosts.editedAt,
      pin: groupPosts.pin,
      externalId: sql<string | null>`${requestOf('message_id', 'external_id')}`,
      edit: sql<RequestState | null>`${requestOf('edit_message_id', 'state')}`,
      pinned: sql<RequestState | null>`${requestOf('pin_message_id', 'state')}`,
    })
    .from(groupPosts)
    .innerJoin(groups, eq(groups.id, groupPosts.groupId))
    .innerJoin(directives, eq(directives.id, groupPosts.directiveId))
    .where(and(isNull(groupPosts.endedAt), eq(groups.state, 'active'), inArray(groups.channel, [...channels])))
    .orderBy(asc(groupPosts.id));
}

/** The groups of these channels that have no card of a directive yet. */
export async function findGroupsWithoutCard(
  db: Db,
  channels: readonly ChannelName[],
  directive: { id: number; issuerId: number },
): Promise<{ id: number; address: Address }[]> {
  return db
    .select({ id: groups.id, address: groups.address })
    .from(groups)
    .where(
      and(
        eq(groups.issuerId, directive.issuerId),
        eq(groups.state, 'active'),
        inArray(groups.channel, [...channels]),
        sql`not exists (select 1 from group_posts p where p.group_id = ${groups.id} and p.type = 'card'
          and p.directive_id = ${directive.id})`,
      ),
    );
}

/** Cards of a directive that goes on are corrected again, and pinned anew where they are no longer. What is gone from its group stays so. */
export async function reviveCards(db: Db, directiveId: number): Promise<void> {
  await db
    .update(groupPosts)
    .set({ endedAt: null, pin: sql`case when ${groupPosts.pin} = 'released' then 'none' else ${groupPosts.pin} end` })
    .where(
      and(
        eq(groupPosts.directiveId, directiveId),
        eq(groupPosts.type, 'card'),
        sql`not exists (select 1 from outbox o where o.message_id = ${groupPosts.editMessageId} and o.state = 'refused')`,
      ),
    );
}

/** Changes what is kept of a post. */
export async function changeGroupPost(
  db: Db,
  id: number,
  values: Partial<typeof groupPosts.$inferInsert>,
  saidBy?: { meaning: string; group: number; as: 'editMessageId' | 'pinMessageId' },
): Promise<void> {
  const message = saidBy && (await findMessageId(db, saidBy.meaning, { type: 'group', id: saidBy.group }));
  await db
    .update(groupPosts)
    .set({ ...values, ...(saidBy && message !== undefined && { [saidBy.as]: message }) })
    .where(eq(groupPosts.id, id));
}

/**
 * How the units that a group is told of stand in a round: those right below the issuer that answer to it. `owing`: who owes and did
 * not say when they will report, by id in administrative order; `promised`: how many did.
 */
export async function readGroupRound(db: Db, roundId: number) {
  const [round] = await db
    .select({
      due: rounds.due,
      overdueFrom: rounds.overdueFrom,
      extendedAt: rounds.extendedAt,
      deadline: duties.deadline,
      issuerId: directives.issuerId,
    })
    .from(rounds)
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .innerJoin(directives, eq(directives.id, duties.directiveId))
    .where(eq(rounds.id, roundId));
  if (!round) throw new Error(`round ${roundId} is gone`);
  const { deadline, extendedAt, issuerId, ...times } = round;
  const [below] = rowsOf<{ reporting: number; reported: number; promised: number; owing: string }>(
    await db.execute(sql`select (count(*) filter (where state <> 'excused'))::int as reporting,
        (count(*) filter (where state = 'reported'))::int as reported,
        (count(*) filter (where state = 'owed' and promised))::int as promised,
        coalesce(json_agg(id order by position, id) filter (where state = 'owed' and not promised), '[]')::text as owing
      from (select u.id, u.position, o.state,
          exists (select 1 from promises p where p.obligation_id = o.id and p.state = 'waiting') as promised
        from obligations o join units u on u.id = o.unit_id
        where o.round_id = ${roundId}::int and u.parent_id = ${issuerId}::int and o.consolidator_id is null) below`),
  );
  if (!below) throw new Error('a count returned no row');
  const owing = JSON.parse(below.owing) as number[];
  return { ...times, quote: deadline.quote, isExtended: extendedAt !== null, below: { ...below, owing } };
}
