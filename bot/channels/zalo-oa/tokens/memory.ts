/** What one process knows of the token pair, beside what is stored. */
import type { StoredPair } from './store.ts';
import type { TokenVault } from './vault.ts';

/** A pair this young is not exchanged because it was refused: the next one would fare no better. */
const youngMs = 3_000;

/** Why there is no token, or soon will be none. `passing`: with a sentence for the operator. */
export type TokenTrouble = { type: 'none' } | { type: 'consent' } | { type: 'passing'; sentence: string };

export type HeldPair = { pair: StoredPair; access: string };

export type TokenMemory = {
  /** The pair that is used, whether it still works or not. */
  held(): HeldPair | undefined;
  /** The access token that may be used now. */
  inForce(): string | undefined;
  /** Whether a pair's access token may be used now. */
  isUsable(pair: StoredPair): boolean;
  /** Uses a pair from now on, as far as its access token may be used. */
  hold(pair: StoredPair): void;
  /** The same, and all is well again. */
  takeOver(pair: StoredPair): void;
  /** Remembers that an access token does not work. */
  markRefused(access: string | undefined): void;
  /** Remembers that a new pair was stored just now. */
  markRotated(): void;
  /** Whether a new pair was stored a moment ago. */
  isYoung(): boolean;
  trouble(): TokenTrouble;
  setTrouble(trouble: TokenTrouble): void;
  /** The pair of which a claim is nobody's any more: its process died, or its call ended without a clear answer. */
  abandoned(): number | undefined;
  setAbandoned(generation: number | undefined): void;
};

/** A memory that holds nothing. */
export function createTokenMemory(vault: TokenVault, machineNow: () => Date): TokenMemory {
  let held: HeldPair | undefined;
  let refused: string | undefined;
  let rotatedAt = Number.NEGATIVE_INFINITY;
  let trouble: TokenTrouble = { type: 'none' };
  let abandoned: number | undefined;

  const accessOf = (pair: StoredPair): string | undefined => {
    const access = vault.open(pair)?.access;
    return access && access !== refused && pair.expiresAt > machineNow() ? access : undefined;
  };
  const hold = (pair: StoredPair): void => {
    const access = accessOf(pair);
    held = access === undefined ? undefined : { pair, access };
  };

  return {
    held: () => held,
    inForce: () => (held && accessOf(held.pair) === held.access ? held.access : undefined),
    isUsable: (pair) => accessOf(pair) !== undefined,
    hold,
    takeOver: (pair) => {
      hold(pair);
      trouble = { type: 'none' };
    },
    markRefused: (access) => {
      refused = access;
    },
    markRotated: () => {
      rotatedAt = machineNow().getTime();
    },
    isYoung: () => machineNow().getTime() - rotatedAt < youngMs,
    trouble: () => trouble,
    setTrouble: (next) => {
      trouble = next;
    },
    abandoned: () => abandoned,
    setAbandoned: (generation) => {
      abandoned = generation;
    },
  };
}
