/** What people are to be reminded of: written, found, said and ended. */
import { and, asc, eq, gt, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { NewNudge, WaitingNudge } from '../../core/reminders/nudge.ts';
import { graceMs } from '../../core/reminders/promise.ts';
import type { Db } from '../database.ts';
import { chunks } from '../engine/chunks.ts';
import { inArray } from '../engine/lists.ts';
import { rowsOf } from '../engine/rows.ts';
import { insertRows } from '../engine/statements/insert-rows.ts';
import { byKeys } from '../engine/statements/plan.ts';
import { directives, nudges, obligations, officeSwitches } from '../schema/tables.ts';

/** A nudge that was written, and whom it is for. */
export type WrittenNudge = { id: number; person: number; obligation: number | null };

/** So many are put into one statement, some five milliseconds. */
const writtenAtOnce = 250;

/** Writes nudges; those that were written before are left out, and not returned. */
export async function writeNudges(db: Db, list: readonly NewNudge[], now: Date): Promise<WrittenNudge[]> {
  const written: WrittenNudge[] = [];
  for (const part of chunks(list, writtenAtOnce)) {
    const rows = part.map(({ person, directive, round, unit, obligation, ...nudge }) => ({
      ...nudge,
      personId: person,
      directiveId: directive,
      roundId: round,
      unitId: unit,
      obligationId: obligation,
      at: now,
    }));
    const inserted = await db.execute(sql`${insertRows(nudges, rows)} on conflict do nothing
      returning id, person_id as person, obligation_id as obligation`);
    written.push(...rowsOf<WrittenNudge>(inserted));
  }
  return written.sort((a, b) => a.id - b.id);
}

/** Which of these debts somebody was reminded of on demand since an instant (civil). */
export async function findAskedOnDemand(db: Db, obligations: readonly number[], since: Date): Promise<number[]> {
  if (obligations.length === 0) return [];
  const rows = await db
    .selectDistinct({ id: nudges.obligationId })
    .from(nudges)
    .where(
      and(eq(nudges.why, 'on-demand'), gt(nudges.at, since), inArray(nudges.obligationId, [...obligations]), byKeys),
    );
  return rows.flatMap(({ id }) => id ?? []);
}

const isWaiting = and(isNull(nudges.messageId), isNull(nudges.endedAt));

/** Whether the person still answers for what it is about: as holder of the unit or of the one above, or for the issuer. */
const isTheirs = sql`exists (
  select 1 from unit_roles r where r.person_id = ${nudges.personId} and r.state = 'agreed' and r."to" is null
  and case when ${nudges.why} in ('ladder-ends', 'not-reached')
    then r.unit_id = ${directives.issuerId} and r.role in ('staff', 'leader')
    else r.role in ('head', 'delegate') and r.unit_id = case when ${nudges.why} = 'superior'
      then (select u.parent_id from units u where u.id = ${nudges.unitId}) else ${nudges.unitId} end end)`;

const isPromised = (now: Date): SQL<boolean> => sql<boolean>`exists (
  select 1 from promises p where p.obligation_id = ${nudges.obligationId} and p.state = 'waiting'
  and p.until > ${new Date(now.getTime() - graceMs).toISOString()}::timestamptz)`;

/** People between two ids: behind one of them and up to another. */
export type PeoplePiece = { after: number; until: number };

/** Those for whom something waits, by id, in pieces for whom about so many nudges wait: a person is in one piece. */
export async function listWaitingPieces(db: Db, most: number): Promise<PeoplePiece[]> {
  const rows = rowsOf<PeoplePiece>(
    await db.execute(sql`select min(person) - 1 as after, max(person) as until
      from (select person, (sum(count) over (order by person) - count)::int / ${most}::int as piece
        from (select n.person_id as person, count(*) from nudges n
          where n.message_id is null and n.ended_at is null group by n.person_id) waiting) waiting
      group by piece order by piece`),
  );
  return rows.map(({ after, until }) => ({ after, until }));
}

/** All that waits for a piece of the people, by person. Call inside the transaction that says it. */
export async function findWaitingNudges(db: Db, now: Date, people: PeoplePiece): Promise<WaitingNudge[]> {
  const found: WaitingNudge[] = [];
  // Who stands above many has a nudge for each of them: in one answer they would hold the event loop.
  for (let page: WaitingNudge[] | undefined; (page?.length ?? readAtOnce) === readAtOnce; ) {
    page = await selectWaiting(db, now, people, found.at(-1));
    found.push(...page);
  }
  return found;
}

/** So many nudges are read in one go, some five milliseconds. */
const readAtOnce = 250;

/** Behind all nudges of a person. */
const mostId = 2 ** 31 - 1;

/** The next of what waits for these people, behind one of it. */
function selectWaiting(
  db: Db,
  now: Date,
  people: PeoplePiece,
  after: WaitingNudge | undefined,
): Promise<WaitingNudge[]> {
  const { person = people.after, id = mostId } = after ?? {};
  return db
    .select({
      id: nudges.id,
      person: nudges.personId,
      why: nudges.why,
      key: nudges.key,
      directive: nudges.directiveId,
      round: nudges.roundId,
      unit: nudges.unitId,
      obligation: nudges.obligationId,
      slot: nudges.slot,
      turn: nudges.turn,
      promised: nudges.promised,
      at: nudges.at,
      tries: nudges.tries,
      debt: obligations.state,
      isValid: sql<boolean>`(${directives.state} = 'issued' and ${isTheirs})`,
      isPromised: isPromised(now),
      office: officeSwitches.calendar,
    })
    .from(nudges)
    .innerJoin(directives, eq(directives.id, nudges.directiveId))
    .leftJoin(obligations, eq(obligations.id, nudges.obligationId))
    .leftJoin(officeSwitches, eq(officeSwitches.unitId, directives.issuerId))
    .where(
      and(
        isWaiting,
        sql`(${nudges.personId}, ${nudges.id}) > (${person}::int, ${id}::int)`,
        lte(nudges.personId, people.until),
        byKeys,
      ),
    )
    .orderBy(asc(nudges.personId), asc(nudges.id))
    .limit(readAtOnce);
}

/** A message to a person, by its meaning, and the nudges that it says. */
export type SaidNudges = { meaning: string; person: number; nudges: readonly number[] };

/** Keeps which message says which nudges. Each message is looked for by its meaning: other indexes would give all of a person, or all. */
export async function linkNudges(db: Db, said: readonly SaidNudges[]): Promise<void> {
  const rows = said.flatMap(({ meaning, person, nudges: ids }) => ids.map((id) => ({ id, meaning, person })));
  if (rows.length === 0) return;
  await db.execute(sql`update nudges n set message_id = c.message
    from (select c.id, (select m.id from messages m
        where m.meaning = c.meaning and (m.recipient_type, m.recipient_id) is not distinct from ('person', c.person)) as message
      from json_to_recordset(${JSON.stringify(rows)}::json) c (id int, meaning text, person int) offset 0) c
    where n.id = c.id and ${byKeys}`);
}

/** Ends nudges that hold no more. */
export async function endNudges(db: Db, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(nudges)
    .set({ endedAt: now })
    .where(inArray(nudges.id, [...ids]));
}

/**
 * Ends the nudges that hold no more (`which`, over the table `n`), and withdraws the messages that say them and have not left.
 * What else such a message says waits again, and is said without them. A message of which a part has left stays as it is.
 */
export async function withdrawDigests(
  db: Db,
  which: SQL,
  { reason, now }: { reason: string; now: Date },
): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  await db.execute(sql`
    with said as (
      select distinct n.message_id as id from nudges n
      where (${which}) and n.ended_at is null and n.message_id is not null
        and exists (select 1 from outbox o where o.message_id = n.message_id and o.state = 'queued')
        and not exists (select 1 from outbox o where o.message_id = n.message_id and o.state not in ('queued', 'withdrawn'))),
    withdrawn as (
      update outbox set state = 'withdrawn', reason = ${reason}::text, settled_at = ${at}
      where message_id in (select id from said) and state = 'queued' returning id),
    kept as (
      update nudges n set message_id = null, tries = n.tries + 1
      where n.message_id in (select id from said) and n.ended_at is null and not (${which}) returning n.id)
    update nudges n set ended_at = ${at}
    where (${which}) and n.ended_at is null and (n.message_id is null or n.message_id in (select id from said))`);
}

/** Withdraws digests that wait to be sent and were written before an instant (civil): what still holds of them is told anew. */
export async function putBackDigests(db: Db, before: Date, now: Date): Promise<void> {
  await db.execute(sql`
    with said as (
      select distinct n.message_id as id from nudges n join outbox o on o.message_id = n.message_id
      where o.state = 'queued' and not o.is_held and o.attempt = 1 and o.created_at < ${before.toISOString()}::timestamptz
        and not exists (select 1 from outbox p where p.message_id = n.message_id and p.state not in ('queued', 'withdrawn'))),
    withdrawn as (
      update outbox set state = 'withdrawn', reason = 'it waited too long', settled_at = ${now.toISOString()}::timestamptz
      where message_id in (select id from said) and state = 'queued' returning id)
    update nudges set message_id = null, tries = tries + 1
    where message_id in (select id from said) and ended_at is null`);
}
