/** What to do with the stored token pair. Pure. */
import type { StoredPair } from './store.ts';

/** Twice what an OAuth call may take: whatever was to come of an older claim has come. */
const claimLifeMs = 30_000;

/** The stored pair that may be used, and what this process knows of it. */
export type PairFacts = {
  pair: StoredPair;
  /** Its access token, whether that still works or not; empty while only a refresh token is known. */
  access: string | undefined;
  /** Its access token may be used now. */
  isInForce: boolean;
  /** It is the pair that this process has held all the time. */
  isKnown: boolean;
  /** Nobody works on its claim: the process died, or the call ended without a clear answer. */
  isAbandoned: boolean;
};

/**
 * `ask-consent`: only the account's administrator helps. `use`: it is another process's new pair. `refresh`: claim it, then
 * exchange it. `wait`: another process is exchanging it. `test-access`: the access token tells whether the refresh token
 * was used; `isOver`: whatever was to come of the claim has come. `give-up`: the refresh token was used, or nobody can know.
 */
export type PairDecision =
  | { do: 'ask-consent' }
  | { do: 'use'; pair: StoredPair }
  | { do: 'refresh'; pair: StoredPair }
  | { do: 'wait' }
  | { do: 'test-access'; pair: StoredPair; access: string; isOver: boolean }
  | { do: 'give-up'; pair: StoredPair; access: string | undefined };

/** Whether a pair's refresh token is to be used, or somebody uses it. `now` is machine time. */
export const isDue = ({ state, refreshAt }: StoredPair, now: Date): boolean => state !== 'fresh' || refreshAt <= now;

/** The next step with what is stored. `now` is machine time. */
export function decideOnPair(facts: PairFacts | undefined, now: Date): PairDecision {
  if (!facts) return { do: 'ask-consent' };
  const { pair, access, isInForce, isKnown, isAbandoned } = facts;
  if (!isKnown && !isDue(pair, now) && isInForce) return { do: 'use', pair };
  if (pair.state !== 'claimed') return { do: 'refresh', pair };
  const isOver = now.getTime() - (pair.claimedAt?.getTime() ?? 0) >= claimLifeMs;
  if (!isOver && !isAbandoned) return { do: 'wait' };
  return access && pair.expiresAt > now ? { do: 'test-access', pair, access, isOver } : { do: 'give-up', pair, access };
}

/** A refresh ends the old access token: while that one works, the refresh token was not used. */
export type ClaimFate = 'lost' | 'unused' | 'open';

/** `lost`: the token was used. `unused`: it may be used. `open`: that will show later. `isAlive` is undefined for no answer. */
export function fateOfClaim(isAlive: boolean | undefined, isOver: boolean): ClaimFate {
  if (isAlive === false) return 'lost';
  return isAlive && isOver ? 'unused' : 'open';
}
