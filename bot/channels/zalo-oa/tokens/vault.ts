/** The stored token pair as the keeper sees it: encrypted at rest, of this app only, or taken from the configuration. */
import { createHash } from 'node:crypto';
import type { TokenPair } from '../oauth.ts';
import { openPair, type SealedPair, sealPair } from './seal.ts';
import type { PairToStore, StoredPair, TokenStore } from './store.ts';

/** Access tokens live 25 h; five of them are left to put right what goes wrong. */
const refreshAfterMs = 20 * 3_600_000;

export type VaultOptions = {
  store: TokenStore;
  secretKey: Buffer;
  appId: string;
  /** A refresh token from the configuration, used once, while the store holds none that works. */
  seed?: string | undefined;
  machineNow: () => Date;
};

export type TokenVault = Pick<TokenStore, 'claim' | 'release' | 'spend'> & {
  /** The stored pair of this app, whatever its state; undefined while there is none. */
  read(): Promise<StoredPair | undefined>;
  /** Which pair was stored last, of whatever app and state; undefined while there was none. */
  generation(): Promise<number | undefined>;
  /** The pair whose refresh token may be used or is being used. A configured one is taken over where it never was. */
  readUsable(): Promise<StoredPair | undefined>;
  /** The tokens of a pair; undefined when the secret key is another one. */
  open(pair: StoredPair): SealedPair | undefined;
  /** Stores what a pair was exchanged for; false when the pair is no longer the stored one. */
  rotate(generation: number, successor: TokenPair): Promise<boolean>;
  /** Stores the pair of a new consent, whatever is stored now. */
  put(pair: TokenPair): Promise<void>;
};

export function createTokenVault(options: VaultOptions): TokenVault {
  const { store, secretKey, appId, seed, machineNow } = options;
  const seedHash = seed === undefined ? undefined : createHash('sha256').update(seed).digest('hex');

  const open = (pair: StoredPair) => openPair(pair.sealed, secretKey, appId);
  const isUsable = (pair: StoredPair | undefined): boolean =>
    pair?.appId === appId && pair.state !== 'spent' && open(pair) !== undefined;
  const seal = ({ access, refresh, expiresInSeconds }: TokenPair): PairToStore => {
    const [at, life] = [machineNow().getTime(), expiresInSeconds * 1000];
    return {
      appId,
      sealed: sealPair({ access, refresh }, secretKey, appId),
      expiresAt: new Date(at + life),
      refreshAt: new Date(at + Math.min(refreshAfterMs, life * 0.8)),
    };
  };

  return {
    claim: store.claim,
    release: store.release,
    spend: store.spend,
    open,
    read: async () => {
      const stored = await store.read();
      return stored?.appId === appId ? stored : undefined;
    },
    generation: async () => (await store.read())?.generation,
    readUsable: async () => {
      const stored = await store.read();
      if (isUsable(stored)) return stored;
      if (seed === undefined || seedHash === undefined || stored?.seedHash === seedHash) return undefined;
      const at = machineNow();
      const sealed = sealPair({ access: '', refresh: seed }, secretKey, appId);
      await store.seed({ appId, sealed, expiresAt: at, refreshAt: at, seedHash }, stored?.generation);
      const seeded = await store.read();
      return isUsable(seeded) ? seeded : undefined;
    },
    rotate: (generation, successor) => store.rotate(generation, seal(successor)),
    put: (pair) => store.put(seal(pair)),
  };
}
