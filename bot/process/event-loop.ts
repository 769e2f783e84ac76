/** How late the event loop is: who blocks it answers nobody. */

const tickMs = 500;
/** So late nobody was served: whoever watches takes the process for dead. In milliseconds. */
const tooLateMs = 5_000;

export type EventLoop = {
  /** How late the loop came to its last tick, in milliseconds. */
  lateMs(): number;
  /** Whether it came in time. */
  isAlive(): boolean;
  stop(): void;
};

/** Begins to watch. `now` is machine time in milliseconds, any origin. */
export function watchEventLoop(now: () => number): EventLoop {
  let last = now();
  let late = 0;
  const timer = setInterval(() => {
    late = Math.max(0, now() - last - tickMs);
    last = now();
  }, tickMs).unref();
  return {
    lateMs: () => late,
    isAlive: () => late < tooLateMs,
    stop: () => clearInterval(timer),
  };
}
