import type { Clock } from '../../../bot/clock.ts';

/** Two clocks that stand still until a test moves them. */
export type HandClock = Clock & {
  /** Sets civil time, also backwards: '2021-09-06T08:00' at +07:00. */
  set(civil: string): void;
  /** Lets machine time pass. */
  pass(seconds: number): void;
  /** Sets both. */
  stand(at: { civil: Date; machine: Date }): void;
};

export function createHandClock(civilStart: string): HandClock {
  const at = (civil: string) => new Date(`${civil}:00+07:00`);
  let civil = at(civilStart);
  let machine = new Date('2026-11-22T10:00:00Z');
  return {
    civil: () => civil,
    machine: () => machine,
    set: (next) => {
      civil = at(next);
    },
    stand: (now) => {
      ({ civil, machine } = now);
    },
    pass: (seconds) => {
      machine = new Date(machine.getTime() + seconds * 1000);
    },
  };
}
