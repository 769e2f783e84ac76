/** Waiting, and growing patience. */

/** Resolves after so many milliseconds, or as soon as the signal is aborted. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

/** How soon to try again where only a person can help: a refused token, a stopped account. */
export const operatorRetryMs = 30_000;

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

/**
 * How long to wait after the n-th failure in a row (n from 0): 1, 2, 4, 5 … s, in milliseconds. No longer: a person who
 * writes when the platform is back waits for it, and one call in 5 s burdens nobody.
 */
export const backoffMs = (failures: number): number => Math.min(5_000, 1000 * 2 ** Math.min(failures, 3));

/**
 * Calls again and again until a call resolves with no failure or the signal is aborted. `waitAfter` tells how many
 * milliseconds to wait after so many failures in a row and then this one.
 */
export async function callUntilItWorks<Failure>(
  { wait, signal }: { wait: (ms: number) => Promise<void>; signal: AbortSignal },
  call: () => Promise<Failure | undefined>,
  waitAfter: (failure: Failure, failures: number) => number,
): Promise<void> {
  for (let failures = 0; !signal.aborted; failures++) {
    const failure = await call();
    if (failure === undefined || signal.aborted) return;
    await wait(waitAfter(failure, failures));
  }
}
