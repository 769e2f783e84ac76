import type { ChannelName } from '../../core/channels/address.ts';
import type { Db } from '../../db/database.ts';
import {
  claimTokens,
  putTokens,
  readTokens,
  releaseTokens,
  rotateTokens,
  seedTokens,
  spendTokens,
} from '../../db/platforms/platform-tokens.ts';
import type { TokenStore } from '../channels/zalo-oa/tokens/store.ts';

/** The token pair of a platform, in the database. */
export const createTokenStore = (db: Db, platform: ChannelName): TokenStore => ({
  read: () => readTokens(db, platform),
  claim: (generation, at) => claimTokens(db, platform, generation, at),
  release: (generation) => releaseTokens(db, platform, generation),
  spend: (generation) => spendTokens(db, platform, generation),
  rotate: (generation, successor) => rotateTokens(db, platform, generation, successor),
  put: (pair) => putTokens(db, platform, pair),
  seed: (pair, before) => seedTokens(db, platform, pair, before),
});
