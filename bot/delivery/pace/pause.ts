/** What a line waits for: a nudge, and its own end. */

/** A wait that a nudge ends. */
export type Pause = {
  /** Waits so many milliseconds, or until a nudge. */
  wait(ms: number): Promise<void>;
  /** From here on a nudge counts for `waitUnlessNudged`. */
  listen(): void;
  /** The same as `wait`, but not at all where a nudge came since `listen`. */
  waitUnlessNudged(ms: number): Promise<void>;
  /** Whether a nudge came since `listen`. */
  isNudged(): boolean;
  nudge(): void;
};

export function createPause(): Pause {
  let wake = (): void => {};
  let isNudged = false;
  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  return {
    wait,
    listen: () => {
      isNudged = false;
    },
    waitUnlessNudged: (ms) => (isNudged ? Promise.resolve() : wait(ms)),
    isNudged: () => isNudged,
    nudge: () => {
      isNudged = true;
      wake();
    },
  };
}

/** A promise that resolves when `end` is called. */
export function createEnding(): { ended: Promise<undefined>; end: () => void } {
  let end = (): void => {};
  const ended = new Promise<undefined>((resolve) => {
    end = () => resolve(undefined);
  });
  return { ended, end };
}
