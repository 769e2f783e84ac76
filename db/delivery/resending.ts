/** What was given up of one directive, or about none: which messages, and what they come to once they were looked at. */
import { and, eq, exists, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Message } from '../../core/delivery/message.ts';
import type { GivenUpOf, GivenUpStanding } from '../../core/delivery/resending.ts';
import type { UnitRef } from '../../core/roster/person.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { isUnderOrOwn } from '../roster/rights.ts';
import { assignments, groups, messages, outbox, unitRoles, units } from '../schema/tables.ts';

/** A message of which a request was given up. `unit`: whom it is about; null for none. `isDelivered`: its tasks arrived. */
export type GivenUpMessage = {
  id: number;
  said: Omit<Message, 'meaning'>;
  /** The secrets of its words. */
  sealed: string | null;
  unit: Pick<UnitRef, 'id' | 'name'> | null;
  isDelivered: boolean;
  standing: GivenUpStanding;
};

const unitId = sql`coalesce(${messages.unitId}, ${assignments.unitId})`;
const directiveOf = sql<number>`coalesce(${messages.directiveId}, ${assignments.directiveId})`;

/** An obligation of the unit in a round of the directive. */
const hasObligation = (directiveId: number | null, which: SQL): SQL<boolean> => sql<boolean>`exists (
  select 1 from obligations o join rounds r on r.id = o.round_id join duties d on d.id = r.duty_id
  where d.directive_id = ${directiveId}::int and o.unit_id = ${unitId} and ${which})`;

const isGivenUp = sql`exists (select 1 from outbox g where g.message_id = ${messages.id} and g.given_up is not null)`;

const isTheirs = sql<boolean>`(${messages.recipientType} <> 'person' or ${unitId} is null or exists (
  select 1 from unit_roles r where r.person_id = ${messages.recipientId} and r.unit_id = ${unitId}
    and r.role in ('head', 'delegate') and r.state = 'agreed' and r."to" is null))`;

const isAnswered = sql<boolean>`exists (
  select 1 from accounts a join outbox g on g.message_id = ${messages.id}
  where g.given_up is not null and a.last_word_at_machine > g.doubted_at_machine and case ${messages.recipientType}
    when 'person' then a.person_id = ${messages.recipientId}
    when 'account' then a.id = ${messages.recipientId} else false end)`;

/** The person to whom a message was said, whichever way. */
const reader = sql`case ${messages.recipientType} when 'person' then ${messages.recipientId} when 'account' then (
  select a.person_id from accounts a where a.id = ${messages.recipientId}) end`;

function isWithin(db: Db, offices: number[]): SQL | undefined {
  const held = db
    .select({ one: sql`1` })
    .from(unitRoles)
    .where(and(eq(unitRoles.personId, sql`${reader}`), isNull(unitRoles.to), isUnderOrOwn(unitRoles.unitId, offices)));
  const theirs = db
    .select({ one: sql`1` })
    .from(groups)
    .where(and(eq(groups.id, messages.recipientId), inArray(groups.issuerId, [0, ...offices])));
  return or(
    exists(held),
    and(eq(messages.recipientType, 'account'), sql`${reader} is null`),
    and(eq(messages.recipientType, 'group'), exists(theirs)),
  );
}

/** The messages of which a request was given up, oldest first. `now` is civil time. */
export async function findGivenUp(db: Db, of: GivenUpOf, now: Date): Promise<GivenUpMessage[]> {
  const directiveId = 'directive' in of ? of.directive : null;
  const isMeant =
    'directive' in of
      ? eq(directiveOf, of.directive)
      : and(sql`${directiveOf} is null`, of.offices === null ? undefined : isWithin(db, of.offices));
  const instant = sql`${now.toISOString()}::timestamptz`;
  const open = sql`(r.closes_at is null or r.closes_at > ${instant})`;
  const rows = await db
    .select({
      message: messages,
      unit: { id: units.id, name: units.name },
      acknowledgedAt: assignments.acknowledgedAt,
      deliveredAt: assignments.deliveredAt,
      hasReported: hasObligation(directiveId, sql`o.state = 'reported'`),
      isOver: sql<boolean>`((${hasObligation(directiveId, sql`true`)} and not ${hasObligation(directiveId, open)})
        or exists (select 1 from directives d where d.id = ${directiveId}::int and d.state in ('closed', 'recalled')))`,
      isTheirs,
      isAnswered,
    })
    .from(messages)
    .leftJoin(assignments, eq(assignments.id, messages.delivers))
    .leftJoin(units, eq(units.id, unitId))
    .where(and(isGivenUp, isMeant))
    .orderBy(messages.id);
  return rows.map(({ message, unit, acknowledgedAt, deliveredAt, ...standing }) => ({
    id: message.id,
    said: saidBy(message),
    sealed: message.sealed,
    unit,
    isDelivered: deliveredAt !== null,
    standing: {
      ...standing,
      kind: message.kind,
      isAcknowledged: acknowledgedAt !== null,
      isErased: message.erasedIn !== null,
    },
  }));
}

/** A stored message as it was said. */
function saidBy(row: typeof messages.$inferSelect): GivenUpMessage['said'] {
  const about = {
    ...(row.directiveId !== null && { directive: row.directiveId }),
    ...(row.unitId !== null && { unit: row.unitId }),
    ...(row.roundId !== null && { round: row.roundId }),
    ...(row.slot !== null && { slot: row.slot }),
  };
  return {
    recipient: { type: row.recipientType, id: row.recipientId },
    kind: row.kind,
    body: row.body,
    about,
    ...(row.restsOn !== null && { restsOn: row.restsOn }),
    ...(row.delivers !== null && { delivers: row.delivers }),
  };
}

/** Their requests no longer count as given up: they were said anew, or are wanted no more. */
export async function clearGivenUp(db: Db, messageIds: number[]): Promise<void> {
  if (messageIds.length === 0) return;
  await db
    .update(outbox)
    .set({ givenUp: null })
    .where(and(inArray(outbox.messageId, messageIds), isNotNull(outbox.givenUp)));
}

/** Takes what still waits of messages off the queue: they are said anew as a whole. */
export async function withdrawSaidAnew(db: Db, messageIds: number[], now: Date): Promise<void> {
  if (messageIds.length === 0) return;
  await db
    .update(outbox)
    .set({ state: 'withdrawn', reason: 'it was said anew', settledAt: now })
    .where(and(inArray(outbox.messageId, messageIds), eq(outbox.state, 'queued')));
}
