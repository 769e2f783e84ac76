/** How much of what a sender writes is taken. Kept in the database, so that every process that receives counts alike. */
import { type SQL, sql } from 'drizzle-orm';
import type { Address, ChannelName } from '../../core/channels/address.ts';
import type { Rates } from '../../core/conversation/rate.ts';
import type { Db } from '../database.ts';
import { compiled, type Given } from '../engine/statements/compiled.ts';
import { senderRates } from '../schema/tables.ts';

/** A message before it is looked at: who wrote it where, and what the platform knows it by. */
export type ArrivingMessage = {
  channel: ChannelName;
  address: Address;
  externalId: string;
  contentKey: string | null;
};

/**
 * Whether a message is taken; `dropped` counts those that were counted and not taken since the sender last kept to the rate.
 * `waitMs`: until the next can be taken; 0 where it can be now. `isSeen`: the inbox holds it already. `isBehind`: it holds one of
 * its sender that has not had its turn, whichever process keeps it.
 */
export type Admission = {
  isTaken: boolean;
  isKnown: boolean;
  isSeen: boolean;
  isBehind: boolean;
  dropped: number;
  waitMs: number;
};

/** Counts one message against its sender's rate; one statement. `machineNow` is machine time. */
export async function admitMessage(
  db: Db,
  message: ArrivingMessage,
  rates: Rates,
  machineNow: Date,
): Promise<Admission> {
  const { known, stranger } = rates;
  const [row] = await counting(db, {
    ...message,
    machineNow,
    knownBurst: known.burst,
    knownPerSecond: known.perSecond,
    strangerBurst: stranger.burst,
    strangerPerSecond: stranger.perSecond,
  });
  if (!row) throw new Error('an upsert returned no row');
  const { tokens, ...admission } = row;
  const { perSecond } = admission.isKnown ? known : stranger;
  return { ...admission, waitMs: Math.max(0, ((1 - tokens) / perSecond) * 1000) };
}

type Counted = ArrivingMessage & {
  machineNow: Date;
  knownBurst: number;
  knownPerSecond: number;
  strangerBurst: number;
  strangerPerSecond: number;
};

const counting = compiled((db, given: Given<Counted>) => {
  const { channel, address, externalId, contentKey, machineNow } = given;
  const isRegistered = sql<boolean>`exists (
    select 1 from accounts a where a.channel = ${channel} and a.address = ${address} and a.person_id is not null)`;
  const isSeen = sql<boolean>`exists (
    select 1 from inbox i where i.channel = ${channel} and (i.external_id = ${externalId} or i.content_key = ${contentKey}::text))`;
  const isBehind = sql<boolean>`exists (select 1 from inbox i where i.channel = ${channel}
    and (i.inbound -> 'from' ->> 'address') = ${address} and i.state = 'waiting' and i.attempts = 0)`;
  // The row that would be inserted knows whether its sender has registered.
  const burstOf = (isKnown: SQL) =>
    sql`(case when ${isKnown} then ${given.knownBurst}::float8 else ${given.strangerBurst}::float8 end)`;
  const burst = burstOf(sql`excluded.is_known`);
  const perSecond = sql`(case when excluded.is_known then ${given.knownPerSecond}::float8 else ${given.strangerPerSecond}::float8 end)`;
  const passed = sql`greatest(0, extract(epoch from excluded.at_machine - ${senderRates.at})::float8)`;
  // Who has registered since begins anew.
  const isNew = sql`(excluded.is_known and not ${senderRates.isKnown})`;
  const gained = sql`least(${burst}, ${senderRates.tokens} + ${passed} * ${perSecond})`;
  const filled = sql`(case when ${isNew} then ${burst} else ${gained} end)`;
  return db
    .insert(senderRates)
    .values({
      channel,
      address,
      tokens: sql`${burstOf(isRegistered)} - 1`,
      at: machineNow,
      isTaken: true,
      isKnown: isRegistered,
      dropped: 0,
    })
    .onConflictDoUpdate({
      target: [senderRates.channel, senderRates.address],
      set: {
        tokens: sql`case when ${filled} >= 1 then ${filled} - 1 else ${filled} end`,
        at: sql`greatest(${senderRates.at}, excluded.at_machine)`,
        isTaken: sql`${filled} >= 1`,
        isKnown: sql`excluded.is_known`,
        // Whoever goes on is told once: the count ends when the bucket is half full again.
        dropped: sql`case when ${filled} >= ${burst} / 2 then 0 when ${filled} >= 1 then ${senderRates.dropped} else ${senderRates.dropped} + 1 end`,
      },
    })
    .returning({
      isTaken: senderRates.isTaken,
      isKnown: senderRates.isKnown,
      isSeen,
      isBehind,
      dropped: senderRates.dropped,
      tokens: senderRates.tokens,
    });
});

/** Forgets at most `limit` senders who wrote last before then (machine time). Returns how many. */
export async function forgetQuietSenders(db: Db, before: Date, limit: number): Promise<number> {
  const quiet = sql`(${senderRates.channel}, ${senderRates.address}) in (
    select r.channel, r.address from sender_rates r where r.at_machine < ${before.toISOString()}::timestamptz limit ${limit})`;
  const gone = await db.delete(senderRates).where(quiet).returning({ address: senderRates.address });
  return gone.length;
}
