/** Jobs that have nothing to do while nothing is done. */
/** After so many looks that found nothing, the job rests until more is done. */
const looksInVain = 3;

/**
 * A job that only follows up on what people and platforms did: how it is run, and whether it may have work. `stirred` is how often
 * something was done, `run` tells how much there was to do.
 */
export function following(stirred: () => number, run: () => Promise<number>) {
  let vain = 0;
  let seen = -1;
  return {
    run: async (): Promise<number> => {
      const before = stirred();
      const done = await run();
      vain = done > 0 || before !== seen ? 0 : vain + 1;
      seen = before;
      return done;
    },
    mayHaveWork: () => vain < looksInVain || stirred() !== seen,
  };
}
