/**
 * Where the play happens: people act, each by a script of their own; whenever everybody is idle and everything was
 * delivered, civil time goes to the next instant at which a person or the service has something to do.
 */
import type { Db } from '../../db/database.ts';
import { countQueues } from '../../db/delivery/uncertain.ts';
import { findDueSlots, findNextInstant } from '../../jobs/reminders/due.ts';
import type { RehearsalClock } from './clock.ts';

export type Stage = {
  now(): Date;
  /** Starts a script; one that fails ends the play. */
  play(script: () => Promise<void>): void;
  /** Called by a script: its person does nothing before this civil time. */
  until(at: Date): Promise<void>;
  /** Resolves when every script has come to its end; rejects when one failed. */
  runToTheEnd(): Promise<void>;
  /** Goes to the next instant at which something is due; resolves when all of it was done and delivered. */
  step(): Promise<void>;
};

export type StageDeps = {
  clock: RehearsalClock;
  db: Db;
  /** What was written to the service and is not handled yet. */
  countUnhandled: () => number;
};

/** How soon the service is looked at again while nobody is about to act (machine milliseconds). */
const lookMs = 20;

export function createStage({ clock, db, countUnhandled }: StageDeps): Stage {
  const asleep = new Set<{ at: Date; wake: () => void }>();
  let busy = 0;
  let failure: Error | undefined;
  let tell: () => void = () => {};

  const becameIdle = (): void => {
    busy -= 1;
    if (busy === 0) tell();
  };

  const whenNobodyActs = (): Promise<void> =>
    new Promise((resolve) => {
      tell = resolve;
      if (busy === 0 || failure) resolve();
    });

  async function isServiceIdle(): Promise<boolean> {
    if (countUnhandled() > 0) return false;
    // In this order: what a slot queues is there once the slot is due no longer.
    if ((await findDueSlots(db, clock.civil())).length > 0) return false;
    const queues = await countQueues(db);
    return queues.every(({ queued }) => queued === 0) && countUnhandled() === 0;
  }

  async function settle(): Promise<void> {
    for (;;) {
      await whenNobodyActs();
      if (failure) throw failure;
      if ((await isServiceIdle()) && busy === 0) return;
      await new Promise((resolve) => setTimeout(resolve, lookMs));
    }
  }

  async function nextInstant(): Promise<Date | undefined> {
    const due = await findNextInstant(db, clock.civil());
    const all = [...[...asleep].map(({ at }) => at), ...(due ? [due] : [])];
    return all.sort((a, b) => a.getTime() - b.getTime())[0];
  }

  function wakeWhoIsDue(): void {
    for (const sleeper of asleep) {
      if (sleeper.at > clock.civil()) continue;
      asleep.delete(sleeper);
      busy += 1;
      sleeper.wake();
    }
  }

  /** False when nothing is due any more. */
  async function goOn(): Promise<boolean> {
    const next = await nextInstant();
    if (!next) return false;
    clock.stand(next);
    // What the service owes at this instant comes first: people answer to it.
    await settle();
    clock.flow(next, await nextInstantAfter(next));
    wakeWhoIsDue();
    return true;
  }

  async function nextInstantAfter(at: Date): Promise<Date | undefined> {
    const due = await findNextInstant(db, at);
    const later = [...asleep].map((sleeper) => sleeper.at).filter((other) => other > at);
    return [...later, ...(due ? [due] : [])].sort((a, b) => a.getTime() - b.getTime())[0];
  }

  return {
    now: () => clock.civil(),
    play(script) {
      busy += 1;
      script().then(becameIdle, (error: unknown) => {
        failure ??= error instanceof Error ? error : new Error(String(error));
        tell();
      });
    },
    until(at) {
      if (at <= clock.civil()) return Promise.resolve();
      return new Promise((resolve) => {
        asleep.add({ at, wake: resolve });
        becameIdle();
      });
    },
    async runToTheEnd() {
      clock.flow(clock.civil(), undefined);
      await settle();
      while (asleep.size > 0) {
        await goOn();
        await settle();
      }
      clock.stand();
    },
    async step() {
      if (!(await goOn())) return;
      await settle();
      clock.stand();
    },
  };
}
