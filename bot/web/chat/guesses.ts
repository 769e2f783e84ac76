/** Counts the guesses of unknown addresses by one visitor, in memory: links hold 60 random bits or more, so few are enough. */
export type Guesses = {
  /** Whether this visitor has used up the minute's guesses; `nowMs` is machine time. */
  areUsedUp(visitor: string, nowMs: number): boolean;
  add(visitor: string, nowMs: number): void;
};

const minuteMs = 60_000;
/** Above this many visitors in a minute the oldest are forgotten. */
const visitorsKept = 10_000;

export function createGuesses(perMinute: number): Guesses {
  const counts = new Map<string, { since: number; guesses: number }>();
  const current = (visitor: string, nowMs: number) => {
    const count = counts.get(visitor);
    return count && nowMs - count.since < minuteMs ? count : undefined;
  };
  return {
    areUsedUp: (visitor, nowMs) => (current(visitor, nowMs)?.guesses ?? 0) >= perMinute,
    add(visitor, nowMs) {
      const count = current(visitor, nowMs);
      if (count) count.guesses += 1;
      else {
        counts.delete(visitor);
        counts.set(visitor, { since: nowMs, guesses: 1 });
      }
      const oldest = counts.keys().next();
      if (counts.size > visitorsKept && !oldest.done) counts.delete(oldest.value);
    },
  };
}
