/** The rehearsal's civil clock: it flows while people act, stands while nobody does, and is set to the next instant. */
import { type Clock, monotonic } from '../../bot/clock.ts';

/** Civil seconds that pass in a real one while people act. */
const speed = 60;

export type RehearsalClock = Clock & {
  /** Civil time is `at` now and goes on from there, never to `limit` or beyond it. */
  flow(at: Date, limit: Date | undefined): void;
  /** Civil time stands still. */
  stand(at?: Date): void;
};

/** A clock that stands at `start`. */
export function createRehearsalClock(start: Date): RehearsalClock {
  let from = start.getTime();
  let since = monotonic();
  let last = Number.POSITIVE_INFINITY;
  let isFlowing = false;
  const civil = (): Date => {
    const passed = isFlowing ? Math.floor((monotonic() - since) * speed) : 0;
    return new Date(Math.max(from, Math.min(from + passed, last)));
  };
  return {
    civil,
    machine: () => new Date(),
    flow(at, limit) {
      from = at.getTime();
      since = monotonic();
      last = limit === undefined ? Number.POSITIVE_INFINITY : limit.getTime() - 1000;
      isFlowing = true;
    },
    stand(at = civil()) {
      from = at.getTime();
      isFlowing = false;
    },
  };
}
