/** The stored token pair as the keeper sees it: encrypted at rest, of this app only, or taken from the configuration. */
import { createHash } from 'node:crypto';
import type { Db } from '../db/database.ts';
import { putTokens, readTokens, rotateTokens, type StoredTokens, seedTokens } from '../db/platforms/platform-tokens.ts';
import type { TokenPair } from './channels/zalo-oa/oauth.ts';
import { openPair, type SealedPair, sealPair } from './channels/zalo-oa/tokens/seal.ts';

export const platform = 'zalo-oa';
/** Access tokens live 25 h; five of them are left to put right what goes wrong. */
const refreshAfterMs = 20 * 3_600_000;

export type VaultOptions = {
  db: Db;
  secretKey: Buffer;
  appId: string;
  /** A refresh token from the configuration, used once, while the database holds none that works. */
  seed?: string | undefined;
  machineNow: () => Date;
};

export type TokenVault = {
  /** The stored row of this app, whatever its state; undefined while there is none. */
  read(): Promise<StoredTokens | undefined>;
  /** Which pair was stored last, of whatever app and state; undefined while there was none. */
  generation(): Promise<number | undefined>;
  /** The row whose refresh token may be used or is being used; takes over the configured one where it never was. */
  readUsable(): Promise<StoredTokens | undefined>;
  /** The pair of a row; undefined when the secret key is another one. */
  open(row: StoredTokens): SealedPair | undefined;
  /** Puts the pair that the one of `generation` was exchanged for in its place; false when another stands there. */
  rotate(generation: number, pair: TokenPair): Promise<boolean>;
  /** Puts the pair of a new consent in the place of whatever is there. */
  put(pair: TokenPair): Promise<void>;
};

export function createTokenVault(options: VaultOptions): TokenVault {
  const { db, secretKey, appId, seed, machineNow } = options;
  const seedHash = seed === undefined ? undefined : createHash('sha256').update(seed).digest('hex');

  const open = (row: StoredTokens) => openPair(row.sealed, secretKey, appId);
  const isUsable = (row: StoredTokens | undefined): boolean =>
    row?.appId === appId && row.state !== 'spent' && open(row) !== undefined;
  const read = async () => {
    const row = await readTokens(db, platform);
    return row?.appId === appId ? row : undefined;
  };
  const recordOf = ({ access, refresh, expiresInSeconds }: TokenPair) => {
    const [at, life] = [machineNow().getTime(), expiresInSeconds * 1000];
    return {
      appId,
      sealed: sealPair({ access, refresh }, secretKey, appId),
      expiresAt: new Date(at + life),
      refreshAt: new Date(at + Math.min(refreshAfterMs, life * 0.8)),
    };
  };

  return {
    read,
    open,
    generation: async () => (await readTokens(db, platform))?.generation,
    readUsable: async () => {
      const stored = await readTokens(db, platform);
      if (isUsable(stored)) return stored;
      if (seed === undefined || seedHash === undefined || stored?.seedHash === seedHash) return undefined;
      const at = machineNow();
      const sealed = sealPair({ access: '', refresh: seed }, secretKey, appId);
      await seedTokens(db, platform, { appId, sealed, expiresAt: at, refreshAt: at, seedHash }, stored?.generation);
      const row = await readTokens(db, platform);
      return isUsable(row) ? row : undefined;
    },
    rotate: (generation, pair) => rotateTokens(db, platform, generation, recordOf(pair)),
    put: (pair) => putTokens(db, platform, recordOf(pair)),
  };
}
