/**
 * Whether a database was put back to an earlier state: what a service remembers outside of it, against what it says. All
 * instants are machine time.
 */

/** What is remembered outside. `where` is the database's place; `beat` is one that the database has surely kept. */
export type EpochMemory = { where: string; id: string; beat: number };

/** The epoch that runs, as the database has it. `isHeld`: a restore is known, and what waited then is held back. */
export type StoredEpoch = { id: string; beat: number; isHeld: boolean };

/**
 * - `new`: a database without a past begins its first epoch.
 * - `same`: it goes on where it was, nothing is remembered of it, or its restore is known already.
 * - `put-back`: it is an earlier state, or another database stands in its place.
 */
export type EpochVerdict = 'new' | 'same' | 'put-back';

/** `hasPast` says whether anything ever came in or was to go out. */
export function judgeEpoch(
  memory: EpochMemory | undefined,
  stored: StoredEpoch | undefined,
  { where, hasPast }: { where: string; hasPast: boolean },
): EpochVerdict {
  const isPlaceKnown = memory?.where === where;
  // A dump from before there were epochs, in the place of a database that had one.
  if (!stored) return isPlaceKnown && hasPast ? 'put-back' : 'new';
  if (!memory || stored.isHeld) return 'same';
  if (memory.id === stored.id) return stored.beat < memory.beat ? 'put-back' : 'same';
  return isPlaceKnown ? 'put-back' : 'same';
}

/**
 * What is held back since a restore. What came between `keptUntil` (null: nobody knows) and `restoredAt` is lost.
 * `requests` waited then and wait still.
 */
export type Hold = { epoch: string; keptUntil: Date | null; restoredAt: Date; requests: number };

/** What staff decide of it. */
export type HoldEnd = 'released' | 'dropped';
