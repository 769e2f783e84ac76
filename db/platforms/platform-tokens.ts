import { and, eq, sql } from 'drizzle-orm';
import type { ChannelName } from '../../core/channels/address.ts';
import type { Db } from '../database.ts';
import { platformTokens } from '../schema/tables.ts';

/** A platform whose tokens rotate. */
type Platform = ChannelName;
/** A platform's token pair as it is stored, sealed. */
export type StoredTokens = typeof platformTokens.$inferSelect;
/** A sealed pair to be stored. */
export type NewPair = Pick<StoredTokens, 'appId' | 'sealed' | 'expiresAt' | 'refreshAt'>;

/** The stored pair of a platform; undefined while there is none. */
export async function readTokens(db: Db, platform: Platform): Promise<StoredTokens | undefined> {
  const [row] = await db.select().from(platformTokens).where(eq(platformTokens.platform, platform));
  return row;
}

const is = (platform: Platform, generation: number) =>
  and(eq(platformTokens.platform, platform), eq(platformTokens.generation, generation));

/**
 * Takes the right to use a pair's refresh token, once for ever; false when somebody else has it or the pair is no longer
 * the stored one. Committed before the token goes out, so that no process uses it after one that died using it.
 */
export async function claimTokens(db: Db, platform: Platform, generation: number, at: Date): Promise<boolean> {
  const taken = await db
    .update(platformTokens)
    .set({ state: 'claimed', claimedAt: at })
    .where(and(is(platform, generation), eq(platformTokens.state, 'fresh')))
    .returning({ generation: platformTokens.generation });
  return taken.length > 0;
}

/** Gives a claim back: the token surely was not used. */
export async function releaseTokens(db: Db, platform: Platform, generation: number): Promise<void> {
  await db
    .update(platformTokens)
    .set({ state: 'fresh', claimedAt: null })
    .where(and(is(platform, generation), eq(platformTokens.state, 'claimed')));
}

/** Notes that a pair's refresh token must never be used again. */
export async function spendTokens(db: Db, platform: Platform, generation: number): Promise<void> {
  await db.update(platformTokens).set({ state: 'spent', claimedAt: null }).where(is(platform, generation));
}

/** Stores the successor of a pair; false when the pair is no longer the stored one. */
export async function rotateTokens(db: Db, platform: Platform, generation: number, pair: NewPair): Promise<boolean> {
  const saved = await db
    .update(platformTokens)
    .set({ ...pair, generation: generation + 1, state: 'fresh', claimedAt: null })
    .where(is(platform, generation))
    .returning({ generation: platformTokens.generation });
  return saved.length > 0;
}

/** Stores the pair of a new consent, whatever is stored now. */
export async function putTokens(db: Db, platform: Platform, pair: NewPair): Promise<void> {
  const fresh = { ...pair, state: 'fresh' as const, claimedAt: null };
  await db
    .insert(platformTokens)
    .values({ platform, generation: 1, ...fresh })
    .onConflictDoUpdate({
      target: platformTokens.platform,
      set: { ...fresh, generation: sql`${platformTokens.generation} + 1` },
    });
}

/**
 * Stores a configured refresh token in the place of the pair of generation `before`, or where there is none. Nothing
 * happens when another process was quicker: a configured token is stored once.
 */
export async function seedTokens(
  db: Db,
  platform: Platform,
  pair: NewPair & { seedHash: string },
  before: number | undefined,
): Promise<void> {
  const fresh = { ...pair, state: 'fresh' as const, claimedAt: null };
  if (before === undefined)
    await db
      .insert(platformTokens)
      .values({ platform, generation: 1, ...fresh })
      .onConflictDoNothing();
  else
    await db
      .update(platformTokens)
      .set({ ...fresh, generation: before + 1 })
      .where(is(platform, before));
}
