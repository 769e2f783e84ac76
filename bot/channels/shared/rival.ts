/**
 * Another program that polls with our token. Platforms end one poll for the other, so that every second one succeeds:
 * what came meanwhile may have gone to the other.
 */

/** So long without a conflict (machine milliseconds), and the other is gone. A poll and the longest wait are shorter together. */
const quietMs = 60_000;
/** The longest wait after a conflict, in milliseconds: two programs that ask at once only throw each other out. */
const longestWaitMs = 30_000;

export type RivalWatch = {
  /** Notes a conflict. */
  met(): void;
  /** Whether nobody else is there. One conflict alone is what a restart leaves behind: the poll of the process before. */
  isAlone(): boolean;
  /** How long to wait, in milliseconds, after the conflict that was just met: 1, 2, 4 … 30 s. */
  waitMs(): number;
};

/** `machineNow` is machine time in milliseconds, any origin. */
export function createRivalWatch(machineNow: () => number): RivalWatch {
  let met = 0;
  let lastAt = Number.NEGATIVE_INFINITY;
  const isQuiet = (): boolean => machineNow() - lastAt >= quietMs;
  return {
    met: () => {
      met = isQuiet() ? 1 : met + 1;
      lastAt = machineNow();
    },
    isAlone: () => met <= 1 || isQuiet(),
    waitMs: () => Math.min(longestWaitMs, 1000 * 2 ** Math.min(Math.max(0, met - 1), 5)),
  };
}
