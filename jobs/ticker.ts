/**
 * Says which jobs are to run at a look. node-cron reads the expressions. Its own ticker is not used: when the clock
 * leaps, that walks through every second between, in one piece, before anything could stop it.
 */
import cron, { type ScheduledTask } from 'node-cron';
import { createJumpWatch } from '../bot/clock.ts';
import type { Job } from './table.ts';

/** What a look found: the jobs whose time has come, and by how much the wall clock was set since the last (milliseconds). */
export type Look = { due: Job[]; jumpMs: number };

export type Ticker = { look(): Look; close(): Promise<void> };

/** So many seconds between two looks are gone through one by one; after a longer gap every job has its turn at once. */
const mostSeconds = 60;

/**
 * `wall` is what the expressions are held against, in Asia/Ho_Chi_Minh; `steady` only goes forward. A job runs at most
 * once a look, whatever time it stands for: each asks the database what is due.
 */
export function createTicker(jobs: readonly Job[], clocks: { wall: () => Date; steady: () => number }): Ticker {
  const watch = createJumpWatch(clocks);
  const secondNow = () => Math.floor(clocks.wall().getTime() / 1000);
  const taskOf = (expression: string): ScheduledTask =>
    cron.createTask(expression, () => {}, { timezone: 'Asia/Ho_Chi_Minh', name: expression });
  const tasks = new Map(jobs.flatMap((job) => [job.cron, job.restCron]).map((each) => [each, taskOf(each)]));
  let looked = secondNow();
  return {
    look: () => {
      const jumpMs = watch();
      const now = secondNow();
      const [before, passed] = [looked, now - looked];
      looked = now;
      // Set back, the clock has skipped nothing: the jobs for a start have their turn, the nightly ones wait for theirs.
      if (jumpMs < 0) return { due: jobs.filter((job) => job.isRunAtStart), jumpMs };
      if (jumpMs > 0 || passed > mostSeconds) return { due: [...jobs], jumpMs };
      const seconds = Array.from({ length: Math.max(0, passed) }, (_, at) => new Date((before + at + 1) * 1000));
      const matching = new Set(
        [...tasks].flatMap(([each, task]) => (seconds.some((second) => task.match(second)) ? [each] : [])),
      );
      const isDue = (job: Job) => matching.has(job.restCron) || (matching.has(job.cron) && job.mayHaveWork());
      return { due: jobs.filter(isDue), jumpMs };
    },
    close: async () => {
      await Promise.all([...tasks.values()].map((task) => task.destroy()));
    },
  };
}
