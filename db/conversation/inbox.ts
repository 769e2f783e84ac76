import { and, asc, eq, gt, isNotNull, lte, notExists, or, sql } from 'drizzle-orm';
import type { Address } from '../../core/channels/address.ts';
import type { Inbound } from '../../core/channels/channel.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { compiled, type Given } from '../engine/statements/compiled.ts';
import { accounts, inbox } from '../schema/tables.ts';

/** What came in as it is kept: placeholders stand for the secrets that are in `sealed`; null for none. */
export type KeptInbound = { inbound: Inbound; sealed: string | null };

/**
 * Keeps what came in and is handled in this transaction, once, as written by the account at `from` where there is one.
 * Returns its id; undefined when it is there already.
 */
export async function storeHandled(
  db: Db,
  kept: KeptInbound,
  now: Date,
  from: Address | null = null,
): Promise<number | undefined> {
  const [row] = await storing(db, { ...identity(kept.inbound), ...kept, from, now });
  return row?.id;
}

type Stored = ReturnType<typeof identity> & KeptInbound & { from: Address | null; now: Date };

const storing = compiled((db, { channel, externalId, contentKey, inbound, sealed, from, now }: Given<Stored>) => {
  const accountId = sql`(select a.id from accounts a where a.channel = ${channel} and a.address = ${from}::text)`;
  return db
    .insert(inbox)
    .values({ channel, externalId, contentKey, inbound, sealed, accountId, receivedAt: now, state: 'done' })
    .onConflictDoNothing()
    .returning({ id: inbox.id });
});

const identity = (inbound: Inbound) => ({
  channel: inbound.channel,
  externalId: inbound.externalId,
  contentKey: inbound.contentKey ?? null,
});

/** How often something was tried, when it is tried next (machine time), and why it failed. */
export type Waiting = { attempts: number; retryAt: Date; error: string | null };

/** Keeps what is to be handled later, once; false when it is there already. */
export async function storeWaiting(db: Db, kept: KeptInbound, now: Date, waiting: Waiting): Promise<boolean> {
  const stored = await db
    .insert(inbox)
    .values({ ...identity(kept.inbound), ...kept, receivedAt: now, state: 'waiting', ...waiting })
    .onConflictDoNothing()
    .returning({ id: inbox.id });
  return stored.length > 0;
}

/** `since` is when its turn came (machine time): of what was never tried, when it was kept. */
export type WaitingInbound = KeptInbound & { id: number; attempts: number; since: Date };

/** Nothing waits longer, in milliseconds (`retryAfterSeconds` in bot/inbound/receive.ts): what seems to was kept before the clock was set back. */
const longestWaitMs = 120_000;

/** Messages of one sender in one look: the next sender's turn comes before the third. */
const mostOfOne = 2;

/** Whose talk a message belongs to: that of who wrote it, or of the group that something became of. */
export const talkOf = (inbound: Inbound): string =>
  `${inbound.channel} ${'from' in inbound ? inbound.from.address : inbound.group.address}`;

/** What one of several processes looks at: what these sent, and what has waited for so long that whoever kept it may be gone. */
export type Share = { senders: readonly string[]; othersBefore: Date };

/**
 * What is to be handled at `now` (machine time): everybody's oldest first, then everybody's second, registered people
 * before strangers. The messages of one sender come in their order. Absent a `share`: whoever sent them.
 */
export async function findWaiting(
  db: Db,
  now: Date,
  { limit = 24, share }: { limit?: number; share?: Share | undefined } = {},
): Promise<WaitingInbound[]> {
  const address = sql`coalesce(${inbox.inbound} -> 'from' ->> 'address', ${inbox.inbound} -> 'group' ->> 'address')`;
  const isOfShare =
    share &&
    or(inArray(sql`(${inbox.channel} || ' ' || ${address})`, share.senders), lte(inbox.retryAt, share.othersBefore));
  const isStranger = notExists(
    db
      .select({ one: sql`1` })
      .from(accounts)
      .where(
        and(eq(accounts.channel, inbox.channel), sql`${accounts.address} = ${address}`, isNotNull(accounts.personId)),
      ),
  );
  const due = db
    .select({
      id: inbox.id,
      inbound: inbox.inbound,
      sealed: inbox.sealed,
      attempts: inbox.attempts,
      since: inbox.retryAt,
      place: sql<number>`row_number() over (partition by ${inbox.channel}, ${address} order by ${inbox.id})`.as(
        'place',
      ),
      isStranger: sql<boolean>`${isStranger}`.as('is_stranger'),
    })
    .from(inbox)
    .where(
      and(
        eq(inbox.state, 'waiting'),
        isOfShare,
        or(lte(inbox.retryAt, now), gt(inbox.retryAt, new Date(now.getTime() + longestWaitMs))),
      ),
    )
    .as('due');
  const rows = await db
    .select({ id: due.id, inbound: due.inbound, sealed: due.sealed, attempts: due.attempts, since: due.since })
    .from(due)
    .where(lte(due.place, mostOfOne))
    .orderBy(asc(due.isStranger), asc(due.place), asc(due.id))
    .limit(limit);
  return rows.map((row) => ({ ...row, since: row.since ?? now }));
}

/** `elsewhere`: another process has it under way. `gone`: it has had its turn. */
export type Taking = 'taken' | 'elsewhere' | 'gone';

/** Takes a waiting row for handling in this transaction. Whoever has it is not waited for. */
export async function takeWaiting(db: Db, id: number): Promise<Taking> {
  const isWaiting = and(eq(inbox.id, id), eq(inbox.state, 'waiting'));
  const free = db.select({ id: inbox.id }).from(inbox).where(isWaiting).for('update', { skipLocked: true });
  const taken = await db
    .update(inbox)
    .set({ state: 'done', error: null, retryAt: null, attempts: sql`${inbox.attempts} + 1` })
    .where(eq(inbox.id, sql`(${free})`))
    .returning({ id: inbox.id });
  if (taken.length > 0) return 'taken';
  return (await db.$count(inbox, isWaiting)) > 0 ? 'elsewhere' : 'gone';
}

/**
 * Notes another failure of a row that still waits: one whose turn was committed, and only the answer to that lost, does not.
 * Without `retryAt` the row is set aside for a person to look at.
 */
export async function postpone(db: Db, id: number, retryAt: Date | null, error: string): Promise<void> {
  await db
    .update(inbox)
    .set({ state: retryAt ? 'waiting' : 'set-aside', attempts: sql`${inbox.attempts} + 1`, retryAt, error })
    .where(and(eq(inbox.id, id), eq(inbox.state, 'waiting')));
}

/** Names the account that wrote an inbox row. */
export async function assignSender(db: Db, id: number, accountId: number): Promise<void> {
  await db.update(inbox).set({ accountId }).where(eq(inbox.id, id));
}

/** An inbox row that was given up on. */
export type SetAside = { id: number; channel: string; at: Date; attempts: number; error: string | null };

/** What was given up on, for `status`. */
export function listSetAside(db: Db): Promise<SetAside[]> {
  return db
    .select({
      id: inbox.id,
      channel: inbox.channel,
      at: inbox.receivedAt,
      attempts: inbox.attempts,
      error: inbox.error,
    })
    .from(inbox)
    .where(eq(inbox.state, 'set-aside'))
    .orderBy(asc(inbox.id))
    .limit(100);
}

/** Whether a message that came in waits for its turn. */
export async function isInboundWaiting(
  db: Db,
  { channel, externalId }: Pick<Inbound, 'channel' | 'externalId'>,
): Promise<boolean> {
  const rows = await db
    .select({ id: inbox.id })
    .from(inbox)
    .where(and(eq(inbox.channel, channel), eq(inbox.externalId, externalId), eq(inbox.state, 'waiting')));
  return rows.length > 0;
}
