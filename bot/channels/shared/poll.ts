/** Asking a platform for what has come, again and again. */
import type { Result } from '../../../core/result.ts';
import type { Lifecycle } from './lifecycle.ts';
import { backoffMs } from './wait.ts';

const pollSeconds = 25;

export type PollSource<Batch, Failure extends { reason: string }> = {
  /** How long the first look waits, and each after a failure: one soon knows whether receiving works. */
  firstSeconds: number;
  /** Asks for what has come, waiting so many seconds for it; after a batch that was not stored, for that batch again. */
  fetch(seconds: number): Promise<Result<Batch, Failure>>;
  /** Stores a batch; rejects when not all of it could be stored. */
  store(batch: Batch): Promise<void>;
  /** How long to wait, in milliseconds, after so many failures in a row and then this one. */
  waitAfter(failure: Failure, failures: number): number;
  /** Whether a look that succeeded shows that receiving works; absent: it does. */
  isWell?(): boolean;
};

/** Polls until the channel stops. Never rejects, and asks for nothing new before what came is stored. */
export async function pollUntilStopped<Batch, Failure extends { reason: string }>(
  { signal, health, wait, warnNotStored }: Lifecycle,
  source: PollSource<Batch, Failure>,
): Promise<void> {
  let failures = 0;
  let seconds = source.firstSeconds;
  while (!signal.aborted) {
    const fetched = await source.fetch(seconds);
    if (!fetched.ok) {
      if (signal.aborted) return;
      health.failed('receiving', fetched.error.reason);
      seconds = source.firstSeconds;
      await wait(source.waitAfter(fetched.error, failures++));
      continue;
    }
    seconds = pollSeconds;
    if (source.isWell?.() ?? true) health.worked('receiving');
    try {
      await source.store(fetched.value);
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      warnNotStored(error);
      await wait(backoffMs(failures++));
    }
  }
}
