/** Messages that are said once, and that an outage of their channel may have swallowed or held up. */
import { and, asc, eq, gte, isNull, or, sql } from 'drizzle-orm';
import type { ChannelName } from '../../core/channels/address.ts';
import { onceKinds } from '../../core/delivery/doubt.ts';
import type { MessageKind } from '../../core/delivery/message.ts';
import type { Plan } from '../../core/directives/directive.ts';
import type { PlannedRound } from '../../core/reminders/plan.ts';
import { requestFact, requestFields } from '../audit/requests.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { dueOf } from '../reports/deadlines.ts';
import { duties, messages, obligations, outbox, rounds } from '../schema/tables.ts';
import type { RequestFact } from './settle.ts';

/** Such a request. `slot` is absent where no plan stands behind the message. Instants are civil time. */
export type Swallowed = {
  id: number;
  state: 'queued' | 'uncertain';
  attempt: number;
  saidAt: Date;
  slot: { key: string; plan: Plan; round: PlannedRound } | undefined;
};

const summary: MessageKind = 'summary';

/**
 * Finds the requests of a channel that are said once: those that ended in doubt since then (machine time) and are not
 * given up, and those that wait. Where the debt behind one has ended, it is left out.
 */
export async function findSwallowed(db: Db, channel: ChannelName, since: Date): Promise<Swallowed[]> {
  const rows = await db
    .select({
      id: outbox.id,
      kind: outbox.kind,
      state: outbox.state,
      attempt: outbox.attempt,
      saidAt: messages.createdAt,
      key: messages.slot,
      reminders: duties.reminders,
      summaries: duties.summaries,
      opensAt: rounds.opensAt,
      due: dueOf,
      closesAt: rounds.closesAt,
    })
    .from(outbox)
    .innerJoin(messages, eq(messages.id, outbox.messageId))
    .leftJoin(rounds, eq(rounds.id, messages.roundId))
    .leftJoin(duties, eq(duties.id, rounds.dutyId))
    .leftJoin(obligations, eq(obligations.id, messages.restsOn))
    .where(
      and(
        eq(outbox.channel, channel),
        inArray(outbox.kind, [...onceKinds]),
        isNull(outbox.givenUp),
        // An edit of old would undo the one after it.
        isNull(outbox.onMessage),
        or(sql`${outbox.state} = 'queued'`, and(eq(outbox.state, 'uncertain'), gte(outbox.doubtedAt, since))),
        or(isNull(messages.restsOn), eq(obligations.state, 'owed')),
      ),
    )
    .orderBy(asc(outbox.id));
  return rows.map(({ id, kind, state, attempt, saidAt, key, reminders, summaries, opensAt, due, closesAt }) => ({
    id,
    state: state === 'queued' ? 'queued' : 'uncertain',
    attempt,
    saidAt,
    slot:
      key !== null && reminders && summaries && opensAt && due
        ? { key, plan: kind === summary ? summaries : reminders, round: { opensAt, due, closesAt } }
        : undefined,
  }));
}

/** Queues requests of unknown outcome once more. Returns what is to be recorded. */
export async function sayOnceMore(db: Db, ids: number[]): Promise<RequestFact[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .update(outbox)
    .set({ state: 'queued', attempt: sql`${outbox.attempt} + 1`, settledAt: null, notBefore: 0 })
    .where(and(inArray(outbox.id, ids), eq(outbox.state, 'uncertain')))
    .returning(requestFields);
  return rows.map(requestFact);
}

/** Why a request was withdrawn that an outage held up for too long. */
const grownOld = 'its time has passed';

/** Gives up requests whose time has passed: those that wait are withdrawn. */
export async function giveUpOld(db: Db, ids: number[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(outbox)
    .set({ state: 'withdrawn', reason: grownOld, settledAt: now, givenUp: 'stale' })
    .where(and(inArray(outbox.id, ids), eq(outbox.state, 'queued')));
  await db
    .update(outbox)
    .set({ givenUp: 'stale' })
    .where(and(inArray(outbox.id, ids), eq(outbox.state, 'uncertain')));
}
