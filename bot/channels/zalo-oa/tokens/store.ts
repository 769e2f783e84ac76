/** Where the token pair lies, shared by all processes of the service. */

/** The pair that was stored last. All instants are machine time. */
export type StoredPair = {
  /** Counts the pairs: a change of it is the only sign that another process stored a new one. */
  generation: number;
  /** The app that the pair belongs to: with another app it is worthless. */
  appId: string;
  /** The pair itself, encrypted. */
  sealed: string;
  /** `claimed`: a process uses the refresh token, or used it and died. `spent`: it must never be used again. */
  state: 'fresh' | 'claimed' | 'spent';
  claimedAt: Date | null;
  /** When the access token ends. */
  expiresAt: Date;
  /** From when on a new pair is asked for. */
  refreshAt: Date;
  /** SHA-256 of the configured refresh token that was taken over last; a configured token is taken over once. */
  seedHash: string | null;
};

/** A pair that is to be stored. */
export type PairToStore = Pick<StoredPair, 'appId' | 'sealed' | 'expiresAt' | 'refreshAt'>;

/** Each method is one atomic step, committed when it resolves. */
export type TokenStore = {
  /** The stored pair, of whatever app and state; undefined while there is none. */
  read(): Promise<StoredPair | undefined>;
  /**
   * Takes the right to use a pair's refresh token, once for ever. False when somebody else has it, or when the pair is no
   * longer the stored one.
   */
  claim(generation: number, at: Date): Promise<boolean>;
  /** Gives a claim back: the token surely was not used. */
  release(generation: number): Promise<void>;
  /** Notes that a pair's refresh token must never be used again. */
  spend(generation: number): Promise<void>;
  /** Stores the successor of a pair; false when the pair is no longer the stored one. */
  rotate(generation: number, successor: PairToStore): Promise<boolean>;
  /** Stores the pair of a new consent, whatever is stored now. */
  put(pair: PairToStore): Promise<void>;
  /**
   * Stores a configured refresh token in the place of the pair of generation `before`, or where there is none. Nothing
   * happens when another process was quicker.
   */
  seed(pair: PairToStore & { seedHash: string }, before: number | undefined): Promise<void>;
};
