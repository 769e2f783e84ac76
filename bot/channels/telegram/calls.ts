/** What all calls to Telegram share: how a failure is read, and that a 429 on one of them holds back the others. */

import type { Wait } from '../shared/wait.ts';
import { type Failure, readFailure, waitAfter } from './api.ts';

export type Calls = {
  /** Reads what a call threw, and begins the pause that a 429 asks for. */
  failureOf(error: unknown): Failure;
  /** How long, in milliseconds, nothing that writes may be called; 0 when it may. */
  pausedFor(): number;
  /** Calls again and again until it succeeds or the signal is aborted; never rejects. */
  untilItWorks(call: () => Promise<void>, onFailure: (failure: Failure) => void): Promise<void>;
};

export function createCalls(options: {
  token: string;
  machineNow: () => number;
  wait: Wait;
  signal: AbortSignal;
}): Calls {
  const { token, machineNow, wait, signal } = options;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  const pausedFor = () => Math.max(0, pausedUntil - machineNow());
  const failureOf = (error: unknown): Failure => {
    const failure = readFailure(error, token);
    if (failure.type === 'answered' && failure.code === 429)
      pausedUntil = Math.max(pausedUntil, machineNow() + (failure.retryAfterSeconds ?? 1) * 1000);
    return failure;
  };
  return {
    failureOf,
    pausedFor,
    untilItWorks: async (call, onFailure) => {
      for (let failures = 0; !signal.aborted; failures++) {
        try {
          await wait(pausedFor(), signal);
          if (!signal.aborted) await call();
          return;
        } catch (error) {
          if (signal.aborted) return;
          const failure = failureOf(error);
          onFailure(failure);
          await wait(waitAfter(failure, failures), signal);
        }
      }
    },
  };
}
