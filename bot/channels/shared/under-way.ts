/** What a channel has begun and must let end before it stops. */

export type UnderWay = {
  /** Counts the work until it ends; resolves and rejects as the work does. */
  track<T>(work: Promise<T>): Promise<T>;
  /** The same for work that nobody waits for and that reports its own failures. */
  run(work: Promise<unknown>): void;
  /** Resolves when nothing is under way, whatever is begun meanwhile. */
  ended(): Promise<void>;
};

export function createUnderWay(): UnderWay {
  const underWay = new Set<Promise<unknown>>();
  const track = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    const forget = () => underWay.delete(work);
    work.then(forget, forget);
    return work;
  };
  return {
    track,
    run: (work) => {
      track(work).catch(() => {});
    },
    ended: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
