/** Which requests go next. */
import { and, eq, gt, isNull, type SQL, sql } from 'drizzle-orm';
import { makePgArray } from 'drizzle-orm/pg-core';
import type { Address, ChannelName } from '../../core/channels/address.ts';
import { onceKinds } from '../../core/delivery/doubt.ts';
import type { RequestState } from '../../core/delivery/request-state.ts';
import type { Db } from '../database.ts';
import { rowsOf } from '../engine/rows.ts';
import { nudges, outbox } from '../schema/tables.ts';
import { type Fence, stands } from './fence.ts';
import type { OutboxRow } from './queue.ts';
import { isPending } from './standing.ts';

/**
 * What may be claimed: nothing for a `busy` chat, and nothing where the `fence` is down. At most `papers` requests that
 * carry one (absent: any number). With `urgency` only what is at least so urgent. `isTrial`: rather what may be said twice,
 * and was not said before. `machineMs` is machine time.
 */
export type Claimable = {
  machineMs: number;
  busy?: Address[];
  papers?: number;
  urgency?: number | undefined;
  isTrial?: boolean;
  fence?: Fence | undefined;
};

/** So many waiting requests are looked through from the front of the queue, the most urgent and oldest first. */
const frontLength = 256;
/** Where these are not enough, the heads of so many chats are looked at, whatever waits behind each of them. */
const headsAtOnce = 500;

/**
 * Where the walk over the chats goes on, when the front of the queue is full of what may not go now: one chat has thousands
 * of messages there. A caller that claims again and again keeps one.
 */
export type Walk = { after: Address };

/** Takes the next request that may go now, as `claimBatch` does. */
export async function claimNext(db: Db, channel: ChannelName, claimable: Claimable): Promise<OutboxRow | undefined> {
  const [row] = await claimBatch(db, channel, claimable, { most: 1 });
  return row;
}

/**
 * Takes up to `most` requests that may go now: the most urgent, oldest first. None goes before an earlier one to the same
 * chat, so there is at most one a chat. What is held back since a restore holds nothing up. What rests on a debt that has ended
 * meanwhile is withdrawn instead. The rows are committed as "sending" before anything is sent. It costs as much whatever
 * waits for a busy chat: behind the front of the queue only the head of each chat is looked at.
 */
export async function claimBatch(
  db: Db,
  channel: ChannelName,
  claimable: Claimable,
  { most, walk = { after: '' } }: { most: number; walk?: Walk },
): Promise<OutboxRow[]> {
  for (;;) {
    const front = await findFront(db, channel, claimable, most);
    const found = front.isFull ? [...front.found, ...(await findHeads(db, channel, claimable, walk))] : front.found;
    const chosen = choose(found, claimable, most);
    if (chosen.length === 0) return [];
    const rows = await take(db, chosen, claimable);
    const taken = rows.filter(({ state }) => state === 'sending');
    if (taken.length > 0) return taken.sort((a, b) => chosen.indexOf(a.id) - chosen.indexOf(b.id));
  }
}

type Found = { id: number; isPaper: boolean };

/** The first of those found, each once, with no more papers than may go. */
function choose(found: readonly Found[], { papers = Number.POSITIVE_INFINITY }: Claimable, most: number): number[] {
  const chosen = new Set<number>();
  let left = papers;
  for (const { id, isPaper } of found) {
    if (chosen.size >= most) break;
    if (isPaper && left <= 0) continue;
    if (isPaper && !chosen.has(id)) left -= 1;
    chosen.add(id);
  }
  return [...chosen];
}

/**
 * Commits them as "sending", and returns those that were still there to be taken. Of what is withdrawn instead, the nudges that it
 * told wait again in the same statement: those that still hold are told without the others.
 */
function take(db: Db, ids: number[], claimable: Claimable): Promise<OutboxRow[]> {
  const taken = db.$with('taken').as(
    db
      .update(outbox)
      .set({
        state: sql<RequestState>`case when ${outbox.kind} in ('reminder', 'calls') then ${unlessEnded} else 'sending' end`,
        tries: sql`${outbox.tries} + 1`,
        claimTerm: claimable.fence?.term ?? null,
        claimedAt: new Date(claimable.machineMs),
      })
      .where(and(sql`${outbox.id} = any(${`{${ids.join()}}`}::int[])`, eq(outbox.state, 'queued'), isFree(claimable)))
      .returning(),
  );
  const isWithdrawn = sql`(select message_id from taken where state = 'withdrawn')`;
  const told = db.$with('told').as(
    db
      .update(nudges)
      .set({ messageId: null, tries: sql`${nudges.tries} + 1` })
      .where(and(sql`${nudges.messageId} in ${isWithdrawn}`, isNull(nudges.endedAt)))
      .returning({ id: nudges.id }),
  );
  const rest = db.$with('rest').as(
    db
      .update(outbox)
      .set({ state: 'withdrawn' })
      .where(and(sql`${outbox.messageId} in ${isWithdrawn}`, gt(outbox.part, 1), eq(outbox.state, 'queued')))
      .returning({ id: outbox.id }),
  );
  return db.with(taken, told, rest).select().from(taken);
}

const isFree = ({ fence }: Claimable): SQL => (fence ? stands(fence) : sql`true`);

/**
 * Only what reminds rests on debts. A digest of several goes only while all of them stand; once its first part has left, while one
 * does.
 */
const unlessEnded = sql<RequestState>`case when (exists (
  select 1 from nudges n join directives d on d.id = n.directive_id left join obligations b on b.id = n.obligation_id
  where n.message_id = ${outbox.messageId} and (b.state <> 'owed' or d.state <> 'issued'))
  and (${outbox.part} = 1 or not exists (
    select 1 from nudges n join directives d on d.id = n.directive_id left join obligations b on b.id = n.obligation_id
    where n.message_id = ${outbox.messageId} and coalesce(b.state, 'owed') = 'owed' and d.state = 'issued')))
  or exists (
  select 1 from messages m join obligations b on b.id = m.rests_on
  join rounds r on r.id = b.round_id join duties y on y.id = r.duty_id join directives d on d.id = y.directive_id
  where m.id = ${outbox.messageId} and (b.state <> 'owed' or d.state <> 'issued')) then 'withdrawn' else 'sending' end`;

/** For the trial of a channel that was down: what is said once goes last. */
const trialOrder = sql.raw(`(kind in (${onceKinds.map((kind) => `'${kind}'`).join()})), attempt, `);

/** Said again, while words of its reader wait for their turn: they may be its answer, and settle it then. */
const isBeingAnswered = sql`(w.attempt > 1 and exists (select 1 from inbox i
  where i.state = 'waiting' and i.channel = w.channel and i.inbound -> 'from' ->> 'address' = w.address))`;

/** Of the waiting requests `w`: which may go now. */
const mayGo = (claimable: Claimable): SQL => {
  const { machineMs, busy = [], papers = 1 } = claimable;
  return sql`w.not_before_machine <= ${machineMs}::float8
    ${busy.length > 0 ? sql`and w.address <> all(${makePgArray(busy)}::text[])` : sql``}
    ${papers > 0 ? sql`` : sql`and w.attachment is null`}
    and not ${isBeingAnswered} and ${isFree(claimable)}`;
};

/** The parts of a waiting row by which it is chosen. */
const looked = sql.raw('id, channel, address, kind, attempt, urgency, attachment, not_before_machine');

/**
 * Looks through the front of the queue; `isFull` where more waits behind it and too little of it may go. Most looks find
 * nothing, and must cost next to nothing.
 */
async function findFront(
  db: Db,
  channel: ChannelName,
  claimable: Claimable,
  most: number,
): Promise<{ found: Found[]; isFull: boolean }> {
  const { urgency, isTrial = false } = claimable;
  const waiting = sql`outbox where channel = ${channel} and state = 'queued' and not is_held
    ${urgency === undefined ? sql`` : sql`and urgency <= ${urgency}::int`} order by urgency, id`;
  const rows = rowsOf<{ id: number | null; is_paper: boolean }>(
    await db.execute(sql`
      (select w.id, w.attachment is not null as is_paper
       from (select ${looked} from ${waiting} limit ${sql.raw(String(frontLength))}) w
       where ${mayGo(claimable)} and not exists (select 1 from outbox earlier
         where earlier.channel = w.channel and earlier.address = w.address and earlier.id < w.id
         and ${isPending(sql.raw('earlier.state'))} and not earlier.is_held)
       order by ${isTrial ? trialOrder : sql``} w.urgency, w.id limit ${most}::int)
      union all
      (select null, false where exists (select 1 from ${waiting} offset ${sql.raw(String(frontLength))} limit 1))
      limit ${most}::int`),
  );
  const found = rows.flatMap(({ id, is_paper: isPaper }) => (id === null ? [] : [{ id, isPaper }]));
  return { found, isFull: found.length < rows.length };
}

/** Steps from chat to chat, and looks at the first request of each; goes on there at the next call, and round again. */
async function findHeads(db: Db, channel: ChannelName, claimable: Claimable, walk: Walk): Promise<Found[]> {
  const { urgency } = claimable;
  const first = (after: SQL) => sql`(select ${looked}, state from outbox
    where channel = ${channel} and address > ${after} and ${isPending(sql.raw('state'))} and not is_held
    order by address, id limit 1)`;
  const rows = rowsOf<{ id: number | null; is_paper: boolean; last: string; steps: number }>(
    await db.execute(sql`
      with recursive heads as (
        select w.*, 1 as step from ${first(sql`${walk.after}::text`)} w
        union all
        select w.*, heads.step + 1 from heads cross join lateral ${first(sql`heads.address`)} w
        where heads.step < ${sql.raw(String(headsAtOnce))})
      select w.id, w.attachment is not null as is_paper, l.last, l.steps
      from (select max(address) as last, count(*)::int as steps from heads) l
      left join heads w on w.state = 'queued' and ${mayGo(claimable)}
        ${urgency === undefined ? sql`` : sql`and w.urgency <= ${urgency}::int`}
      order by w.urgency, w.id`),
  );
  const steps = rows[0]?.steps ?? 0;
  const isFromStart = walk.after === '';
  walk.after = steps < headsAtOnce ? '' : (rows[0]?.last ?? '');
  if (steps === 0 && !isFromStart) return findHeads(db, channel, claimable, walk);
  return rows.flatMap(({ id, is_paper: isPaper }) => (id === null ? [] : [{ id, isPaper }]));
}
