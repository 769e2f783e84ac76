/** Runs the jobs: by their cron expressions, and all the time where civil time is simulated. One run of a job at a time. */
import { type Clock, monotonic } from '../bot/clock.ts';
import type { Log } from '../bot/process/log.ts';
import type { Job } from './table.ts';
import { createTicker } from './ticker.ts';

export type Scheduler = { stop(): Promise<void> };

/** A simulated clock is looked at this often (machine milliseconds), so that no due instant is passed by much. */
const simulatedLookMs = 50;

/** Less civil time than this makes nothing due: jobs on the real clock come no more often (milliseconds). */
const leastCivilMs = 1_000;

/** How often the real clock is looked at, by time that really passes (milliseconds): twice in the shortest interval. */
const lookMs = 500;

export type JobsDeps = {
  clock: Clock;
  isSimulated: boolean;
  log: Log;
  /** Called once each time that the clock of the machine was set, with how far (milliseconds, less than 0: back). */
  onJump?: (jumpMs: number) => void;
};

/** Starts jobs. Where civil time is `isSimulated`, those that follow it are run all the time. */
export function startJobs(jobs: readonly Job[], { clock, isSimulated, log, onJump }: JobsDeps): Scheduler {
  const running = new Map<string, Promise<void>>();
  let isStopping = false;

  function tick(job: Job): Promise<void> {
    const before = running.get(job.name);
    if (before || isStopping) return before ?? Promise.resolve();
    const run = job
      .run()
      .catch((error: unknown) => log.error({ err: error, job: job.name }, 'a job failed and will run again'))
      .finally(() => running.delete(job.name));
    running.set(job.name, run);
    return run;
  }

  const timed = jobs.filter((job) => !(job.isCivil && isSimulated));
  const ticker = createTicker(timed, { wall: clock.machine, steady: monotonic });
  const looking = setInterval(() => {
    const { due, jumpMs } = ticker.look();
    if (jumpMs !== 0) onJump?.(jumpMs);
    for (const job of due) void tick(job);
  }, lookMs);
  for (const job of timed) if (job.isRunAtStart) void tick(job);

  const loops = jobs
    .filter((job) => job.isCivil && isSimulated)
    .map(async (job) => {
      // Where civil time stands still (it is set by hand), nothing has come due since the last run.
      let last: number | undefined;
      while (!isStopping) {
        const now = clock.civil().getTime();
        if (last === undefined || Math.abs(now - last) >= leastCivilMs) {
          await tick(job);
          last = now;
        }
        await new Promise((resolve) => setTimeout(resolve, simulatedLookMs));
      }
    });

  return {
    stop: async () => {
      isStopping = true;
      clearInterval(looking);
      await ticker.close();
      await Promise.allSettled([...running.values(), ...loops]);
    },
  };
}
