import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchEventLoop } from '../../../bot/process/event-loop.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a loop that was blocked for 5 s is not alive, until it turns in time again', () => {
  let now = 0;
  const loop = watchEventLoop(() => now);
  const turn = (tookMs: number): boolean => {
    now += tookMs;
    vi.advanceTimersByTime(500);
    return loop.isAlive();
  };
  expect([500, 900, 5_499, 5_500, 500].map(turn)).toEqual([true, true, true, false, true]);
  expect(loop.lateMs()).toBe(0);
  loop.stop();
});
