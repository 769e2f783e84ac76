/** Which request goes next. */
import { and, eq, inArray, isNull, lt, lte, not, notExists, notInArray, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Address, ChannelName } from '../../core/channels/address.ts';
import { onceKinds } from '../../core/delivery/doubt.ts';
import type { RequestState } from '../../core/delivery/request-state.ts';
import type { Db } from '../database.ts';
import { outbox } from '../schema/tables.ts';
import { type Fence, stands } from './fence.ts';
import type { OutboxRow } from './queue.ts';
import { isPending } from './standing.ts';

/**
 * What may be claimed: nothing for a `busy` chat, no paper unless `withPapers`, and nothing where the `fence` is down.
 * `isTrial`: rather what may be said twice, and was not said before. `machineMs` is machine time.
 */
export type Claimable = {
  machineMs: number;
  busy?: Address[];
  withPapers?: boolean;
  isTrial?: boolean;
  fence?: Fence | undefined;
};

/**
 * Takes the next request that may go now: the most urgent, oldest first, never before an earlier one to the same chat.
 * What is held back since a restore holds nothing up. What rests on a debt that has ended meanwhile is withdrawn instead. The row is committed as "sending" before anything
 * is sent.
 */
export async function claimNext(db: Db, channel: ChannelName, claimable: Claimable): Promise<OutboxRow | undefined> {
  for (;;) {
    const next = await findNext(db, channel, claimable);
    if (!next) return undefined;
    const [row] = await db
      .update(outbox)
      .set({
        state: next.kind === 'reminder' ? unlessEnded : 'sending',
        tries: sql`${outbox.tries} + 1`,
        claimTerm: claimable.fence?.term ?? null,
        claimedAt: new Date(claimable.machineMs),
      })
      .where(and(eq(outbox.id, next.id), eq(outbox.state, 'queued'), isFree(claimable)))
      .returning();
    if (row?.state === 'sending') return row;
  }
}

const isFree = ({ fence }: Claimable): SQL | undefined => fence && stands(fence);

/** Only reminders rest on a debt. */
const unlessEnded = sql<RequestState>`case when exists (
  select 1 from messages m join obligations b on b.id = m.rests_on
  join rounds r on r.id = b.round_id join duties y on y.id = r.duty_id join directives d on d.id = y.directive_id
  where m.id = ${outbox.messageId} and (b.state <> 'owed' or d.state <> 'issued')) then 'withdrawn' else 'sending' end`;

/** For the trial of a channel that was down: what is said once goes last. */
const isSaidOnce = inArray(outbox.kind, [...onceKinds]);

/** Said again, while words of its reader wait for their turn: they may be its answer, and settle it then. */
const isBeingAnswered = sql`(${outbox.attempt} > 1 and exists (select 1 from inbox i
  where i.state = 'waiting' and i.channel = ${outbox.channel} and i.inbound -> 'from' ->> 'address' = ${outbox.address}))`;

const earlier = alias(outbox, 'earlier');

/** Finds the next request without claiming it. Most looks find nothing, and must cost next to nothing. */
async function findNext(db: Db, channel: ChannelName, claimable: Claimable) {
  const { machineMs, busy = [], withPapers = true, isTrial = false } = claimable;
  const isBehind = db
    .select({ id: earlier.id })
    .from(earlier)
    .where(
      and(
        eq(earlier.channel, outbox.channel),
        eq(earlier.address, outbox.address),
        lt(earlier.id, outbox.id),
        isPending(earlier.state),
        eq(earlier.isHeld, false),
      ),
    );
  const [row] = await db
    .select({ id: outbox.id, kind: outbox.kind })
    .from(outbox)
    .where(
      and(
        eq(outbox.channel, channel),
        sql`${outbox.state} = 'queued'`,
        eq(outbox.isHeld, false),
        lte(outbox.notBefore, machineMs),
        busy.length > 0 ? notInArray(outbox.address, busy) : undefined,
        withPapers ? undefined : isNull(outbox.attachment),
        notExists(isBehind),
        not(isBeingAnswered),
        isFree(claimable),
      ),
    )
    .orderBy(...(isTrial ? [isSaidOnce, outbox.attempt] : []), outbox.urgency, outbox.id)
    .limit(1);
  return row;
}
