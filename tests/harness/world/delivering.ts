/** The real deliverer over a world's channel, driven step by step: no step waits for real time. */
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { createDeliverer, type Deliverer } from '../../../bot/delivery/deliverer.ts';
import { ok } from '../../../core/result.ts';
import type { World } from '../world.ts';

export type Delivering = Pick<Deliverer, 'state' | 'stop'> & {
  /** Resolves once it holds; it is looked at after every request and every question to the channel. */
  until(holds: () => boolean | Promise<boolean>): Promise<void>;
  /** Lets machine time pass and wakes the deliverer. */
  pass(seconds: number): void;
  /** How often the channel was asked whether it answers. */
  probes(): number;
};

/** Starts to deliver; stopped with the test. */
export function startDelivering(world: World): Delivering {
  const watchers = new Set<() => void>();
  let probes = 0;
  const look = (): void => {
    for (const watcher of watchers) watcher();
    // Only then is the chat free for the next.
    setImmediate(deliverer.nudge);
  };
  const { sending } = world.channel;
  const channel = {
    ...world.channel,
    sending: {
      ...sending,
      probe: async () => {
        probes += 1;
        setImmediate(look);
        return sending.probe();
      },
    },
  };
  const deliverer = createDeliverer(channel, {
    db: world.db,
    clock: world.clock,
    transact: world.transact,
    log: pino({ level: 'silent' }),
    vault: world.vault,
    makePaper: async () => ok({ name: 'bieu-do.png', bytes: new Uint8Array([1]) }),
    onSettled: look,
  });
  deliverer.start();
  onTestFinished(deliverer.stop);
  return {
    state: deliverer.state,
    stop: deliverer.stop,
    probes: () => probes,
    pass: (seconds) => {
      world.clock.pass(seconds);
      deliverer.nudge();
    },
    until: (holds) =>
      new Promise((resolve, reject) => {
        const watch = async (): Promise<void> => {
          try {
            if (!(await holds())) return;
            watchers.delete(look);
            resolve();
          } catch (error) {
            reject(error);
          }
        };
        const look = (): void => void watch();
        watchers.add(look);
        look();
      }),
  };
}
