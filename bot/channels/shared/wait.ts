/** Waiting, and growing patience. */

/** Resolves after so many milliseconds, or as soon as the signal is aborted. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

/** Waits by a timer of real time. */
export function waitForTimer(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted || ms <= 0) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}

/** How long to wait after the n-th failure in a row (n from 0): 1, 2, 4 … 30 s, in milliseconds. */
export const backoffMs = (failures: number): number => Math.min(30_000, 1000 * 2 ** Math.min(failures, 5));
