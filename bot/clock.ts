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
