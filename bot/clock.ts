/**
 * The two clocks. Civil time (deadlines, slots, instants of record) can be simulated; machine time (pacing, retries,
 * expiry of links and invites) never is.
 */
export interface Clock {
  civil(): Date;
  machine(): Date;
}

/** A rehearsal's clock: at `real` it was `simulated`, and `speed` civil seconds pass in a real one. */
export type Anchor = { simulated: Date; real: Date; speed: number };

const machine = (): Date => new Date();

/** Civil time at a machine instant under an anchor. */
function civilAt(anchor: Anchor, at: Date): Date {
  return new Date(anchor.simulated.getTime() + (at.getTime() - anchor.real.getTime()) * anchor.speed);
}

export const systemClock: Clock = { civil: machine, machine };

/** A clock that follows an anchor. */
export function anchoredClock(anchor: Anchor): Clock {
  return { civil: () => civilAt(anchor, machine()), machine };
}

/** Monotonic milliseconds, for pacing and measuring. */
export const monotonic = (): number => performance.now();

/** Differences below this (milliseconds) between the two are no jump: a busy machine, a clock that is being trimmed. */
const smallestJumpMs = 5_000;

/**
 * Tells at each call by how many milliseconds the wall clock was set since the last; 0 where it simply went on. Forward
 * is more than 0 (also after the machine has slept), back is less.
 */
export function createJumpWatch({ wall, steady }: { wall: () => Date; steady: () => number }): () => number {
  let [at, passed] = [wall().getTime(), steady()];
  return () => {
    const [now, steadyNow] = [wall().getTime(), steady()];
    const jump = now - at - (steadyNow - passed);
    [at, passed] = [now, steadyNow];
    return Math.abs(jump) < smallestJumpMs ? 0 : Math.round(jump);
  };
}
