/** What all calls to Telegram share: how a failure is read, and that a 429 that concerns no chat holds back the others. */

import type { Lifecycle } from '../shared/lifecycle.ts';
import { callUntilItWorks } from '../shared/wait.ts';
import { readFailure, type TelegramFailure, waitAfter } from './api.ts';

export type TelegramCalls = {
  /** Reads what a call threw that wrote to one chat: a 429 there may be that chat's alone. */
  readFailure(error: unknown): TelegramFailure;
  /** Reads what a call threw, and begins the pause that a 429 asks for. */
  failureOf(error: unknown): TelegramFailure;
  /** How long, in milliseconds, nothing that writes may be called; 0 when it may. */
  pausedForMs(): number;
  /** Calls again and again until it succeeds or the channel stops; never rejects. */
  untilItWorks(call: () => Promise<void>, onFailure: (failure: TelegramFailure) => void): Promise<void>;
};

export function createCalls(
  life: Lifecycle,
  { token, machineNow }: { token: string; machineNow: () => number },
): TelegramCalls {
  const { wait, signal } = life;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  const pausedForMs = () => Math.max(0, pausedUntil - machineNow());
  const failureOf = (error: unknown): TelegramFailure => {
    const failure = readFailure(error, token);
    if (failure.type === 'answered' && failure.code === 429)
      pausedUntil = Math.max(pausedUntil, machineNow() + (failure.retryAfterSeconds ?? 1) * 1000);
    return failure;
  };
  return {
    readFailure: (error) => readFailure(error, token),
    failureOf,
    pausedForMs,
    untilItWorks: (call, onFailure) => {
      const tryOnce = async (): Promise<TelegramFailure | undefined> => {
        await wait(pausedForMs());
        if (signal.aborted) return undefined;
        try {
          await call();
          return undefined;
        } catch (error) {
          if (signal.aborted) return undefined;
          const failure = failureOf(error);
          onFailure(failure);
          return failure;
        }
      };
      return callUntilItWorks(life, tryOnce, waitAfter);
    },
  };
}
