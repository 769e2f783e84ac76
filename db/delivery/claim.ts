/** Which requests go next. */
import { and, eq, gt, isNull, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Address, ChannelName } from '../../core/channels/address.ts';
import { onceKinds } from '../../core/delivery/doubt.ts';
import type { RequestState } from '../../core/delivery/request-state.ts';
import type { Db } from '../database.ts';
import { rowsOf } from '../engine/rows.ts';
import { compiled, compiledSql, type Given } from '../engine/statements/compiled.ts';
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
    const isResting = found.some(({ id, rests }) => rests && chosen.includes(id));
    const rows = await (isResting ? takeUnlessEnded : takeAll)(db, {
      ids: chosen,
      claimedAt: new Date(claimable.machineMs),
      term: claimable.fence?.term ?? null,
    });
    const taken = rows.filter(({ state }) => state === 'sending');
    if (taken.length > 0) return taken.sort((a, b) => chosen.indexOf(a.id) - chosen.indexOf(b.id));
  }
}

/** A request that may go; `rests` where it may rest on a debt that has ended. */
type Found = { id: number; isPaper: boolean; rests: boolean };

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

type Taken = { ids: number[]; claimedAt: Date; term: number | null };

/** Commits requests as `state`, and returns those that were still there to be taken. */
const taking = (db: Db, { ids, claimedAt, term }: Given<Taken>, state: RequestState | SQL<RequestState>) =>
  db
    .update(outbox)
    .set({
      state,
      tries: sql`${outbox.tries} + 1`,
      claimTerm: sql`${term}::int`,
      claimedAt: sql`${claimedAt}::timestamptz`,
    })
    .where(and(sql`${outbox.id} = any(${ids}::int[])`, eq(outbox.state, 'queued'), isFree(term)))
    .returning();

const takeAll = compiled((db, given: Given<Taken>) => taking(db, given, 'sending'));

/**
 * Takes requests, of which some may rest on debts that have ended. Of what is withdrawn instead, the nudges that it told wait again in
 * the same statement: those that still hold are told without the others.
 */
const takeUnlessEnded = compiled((db, given: Given<Taken>) => {
  const taken = db
    .$with('taken')
    .as(taking(db, given, sql`case when ${outbox.kind} in (${restingKinds}) then ${unlessEnded} else 'sending' end`));
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
});

/** Nothing is claimed for a term that is over; without a term nobody else is about. */
const isFree = (term: SQLWrapper): SQL => sql`(${term}::int is null or ${stands({ term })})`;

/** Only what reminds rests on debts. */
const restingKinds = sql.raw("'reminder', 'calls'");

/**
 * A digest of several goes only while all of them stand; once its first part has left, while one
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

type Look = {
  channel: ChannelName;
  machineMs: number;
  busy: Address[];
  withPapers: boolean;
  urgency: number;
  term: number | null;
};

/** More than any urgency: it shuts nothing out. */
const leastUrgent = 2 ** 15;

const lookOf = (channel: ChannelName, { papers = 1, urgency = leastUrgent, fence, ...rest }: Claimable): Look => ({
  channel,
  machineMs: rest.machineMs,
  busy: rest.busy ?? [],
  withPapers: papers > 0,
  urgency,
  term: fence?.term ?? null,
});

/** Of the waiting requests `w`: which may go now. */
const mayGo = ({ machineMs, busy, withPapers, term }: Given<Look>): SQL =>
  sql`w.not_before_machine <= ${machineMs}::float8 and w.address <> all(${busy}::text[])
    and (${withPapers}::bool or w.attachment is null) and not ${isBeingAnswered} and ${isFree(term)}`;

/** The parts of a waiting row by which it is chosen. */
const looked = sql.raw('id, channel, address, kind, attempt, urgency, attachment, not_before_machine');
type FoundRow = { id: number | null; is_paper: boolean; rests: boolean };
/** What is told of a waiting row `w`. */
const traits = sql`w.attachment is not null as is_paper, w.kind in (${restingKinds}) as rests`;

const foundIn = (rows: readonly FoundRow[]): Found[] =>
  rows.flatMap(({ id, is_paper: isPaper, rests }) => (id === null ? [] : [{ id, isPaper, rests }]));

/** The first of a chat is asked for in the order of the index over chats: by no other is it found at once. */
const front = (isTrial: boolean) =>
  compiledSql((_, given: Given<Look & { most: number }>) => {
    const waiting = sql`outbox where channel = ${given.channel} and state = 'queued' and not is_held
      and urgency <= ${given.urgency}::int order by urgency, id`;
    return sql`
      (select w.id, ${traits}
       from (select ${looked} from ${waiting} limit ${sql.raw(String(frontLength))}) w
       where ${mayGo(given)} and w.id = (select e.id from outbox e
         where e.channel = w.channel and e.address between w.address and w.address
         and ${isPending(sql.raw('e.state'))} and not e.is_held order by e.address, e.id limit 1)
       order by ${isTrial ? trialOrder : sql``} w.urgency, w.id limit ${given.most}::int)
      union all
      (select null, false, false where exists (select 1 from ${waiting} offset ${sql.raw(String(frontLength))} limit 1))
      limit ${given.most}::int`;
  });
const anyFront = front(false);
const trialFront = front(true);

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
  const look = claimable.isTrial ? trialFront : anyFront;
  const rows = rowsOf<FoundRow>(await look(db, { ...lookOf(channel, claimable), most }));
  const found = foundIn(rows);
  return { found, isFull: found.length < rows.length };
}

const heads = compiledSql((_, given: Given<Look & { after: Address }>) => {
  const first = (after: SQL) => sql`(select ${looked}, state from outbox
    where channel = ${given.channel} and address > ${after} and ${isPending(sql.raw('state'))} and not is_held
    order by address, id limit 1)`;
  return sql`
    with recursive heads as (
      select w.*, 1 as step from ${first(sql`${given.after}::text`)} w
      union all
      select w.*, heads.step + 1 from heads cross join lateral ${first(sql`heads.address`)} w
      where heads.step < ${sql.raw(String(headsAtOnce))})
    select w.id, ${traits}, l.last, l.steps
    from (select max(address) as last, count(*)::int as steps from heads) l
    left join heads w on w.state = 'queued' and ${mayGo(given)} and w.urgency <= ${given.urgency}::int
    order by w.urgency, w.id`;
});

/** Steps from chat to chat, and looks at the first request of each; goes on there at the next call, and round again. */
async function findHeads(db: Db, channel: ChannelName, claimable: Claimable, walk: Walk): Promise<Found[]> {
  const result = await heads(db, { ...lookOf(channel, claimable), after: walk.after });
  const rows = rowsOf<FoundRow & { last: string; steps: number }>(result);
  const steps = rows[0]?.steps ?? 0;
  const isFromStart = walk.after === '';
  walk.after = steps < headsAtOnce ? '' : (rows[0]?.last ?? '');
  if (steps === 0 && !isFromStart) return findHeads(db, channel, claimable, walk);
  return foundIn(rows);
}
