/** What became of a claim on a refresh token whose end was never noted. */
import type { StoredTokens } from '../db/platforms/platform-tokens.ts';

/** Twice what an OAuth call may take: whatever was to come of an older claim has come. */
const claimLifeMs = 30_000;

export type Claim = Pick<StoredTokens, 'claimedAt' | 'expiresAt'> & {
  /** The access token that came with the refresh token, if one did. */
  access: string | undefined;
  /** Nobody works on it: its process died, or its call ended without a clear answer. */
  isAbandoned: boolean;
};

/** `lost`: the refresh token was used, or nobody can know. `unused`: it may be used. `open`: that will show later. */
export type ClaimFate = 'at-work' | 'lost' | 'unused' | 'open';

/** A refresh ends the old access token: while that one works, the refresh token was not used. `now` is machine time. */
export async function fateOf(
  { access, claimedAt, expiresAt, isAbandoned }: Claim,
  now: Date,
  isAlive: (access: string) => Promise<boolean | undefined>,
): Promise<ClaimFate> {
  const isOver = now.getTime() - (claimedAt?.getTime() ?? 0) >= claimLifeMs;
  if (!isOver && !isAbandoned) return 'at-work';
  const answer = access && expiresAt > now ? await isAlive(access) : false;
  if (answer === false) return 'lost';
  return answer && isOver ? 'unused' : 'open';
}
