/** How much of what a sender writes is taken. Kept in the database, so that every process that receives counts alike. */
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Address, ChannelName } from '../../core/channels/address.ts';
import type { Rates } from '../../core/conversation/rate.ts';
import type { Db } from '../database.ts';
import { accounts, senderRates } from '../schema/tables.ts';

/**
 * Whether a message is taken; `dropped` counts those that were counted and not taken since the sender last kept to the rate.
 * `waitMs`: until the next can be taken; 0 where it can be now.
 */
export type Admission = { isTaken: boolean; isKnown: boolean; dropped: number; waitMs: number };

/** Counts one message against its sender's rate. `machineNow` is machine time. */
export async function admitMessage(
  db: Db,
  { channel, address }: { channel: ChannelName; address: Address },
  rates: Rates,
  machineNow: Date,
): Promise<Admission> {
  const isKnown = await isRegistered(db, channel, address);
  const { burst, perSecond } = isKnown ? rates.known : rates.stranger;
  const passed = sql`greatest(0, extract(epoch from excluded.at_machine - ${senderRates.at})::float8)`;
  // Who has registered since begins anew.
  const isNew = sql`(${isKnown}::boolean and not ${senderRates.isKnown})`;
  const gained = sql`least(${burst}::float8, ${senderRates.tokens} + ${passed} * ${perSecond}::float8)`;
  const filled = sql`(case when ${isNew} then ${burst}::float8 else ${gained} end)`;
  const [row] = await db
    .insert(senderRates)
    .values({ channel, address, tokens: burst - 1, at: machineNow, isTaken: true, isKnown, dropped: 0 })
    .onConflictDoUpdate({
      target: [senderRates.channel, senderRates.address],
      set: {
        tokens: sql`case when ${filled} >= 1 then ${filled} - 1 else ${filled} end`,
        at: sql`greatest(${senderRates.at}, excluded.at_machine)`,
        isTaken: sql`${filled} >= 1`,
        isKnown,
        // Whoever goes on is told once: the count ends when the bucket is half full again.
        dropped: sql`case when ${filled} >= ${burst / 2}::float8 then 0 when ${filled} >= 1 then ${senderRates.dropped} else ${senderRates.dropped} + 1 end`,
      },
    })
    .returning({ isTaken: senderRates.isTaken, dropped: senderRates.dropped, tokens: senderRates.tokens });
  if (!row) throw new Error('an upsert returned no row');
  const { tokens, ...admission } = row;
  return { ...admission, isKnown, waitMs: Math.max(0, ((1 - tokens) / perSecond) * 1000) };
}

/** Forgets at most `limit` senders who wrote last before then (machine time). Returns how many. */
export async function forgetQuietSenders(db: Db, before: Date, limit: number): Promise<number> {
  const quiet = sql`(${senderRates.channel}, ${senderRates.address}) in (
    select r.channel, r.address from sender_rates r where r.at_machine < ${before.toISOString()}::timestamptz limit ${limit})`;
  const gone = await db.delete(senderRates).where(quiet).returning({ address: senderRates.address });
  return gone.length;
}

async function isRegistered(db: Db, channel: ChannelName, address: Address): Promise<boolean> {
  const [account] = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.channel, channel), eq(accounts.address, address), isNotNull(accounts.personId)));
  return account !== undefined;
}
