/** Ticks the jobs: by node-cron, and all the time where civil time is simulated. One run of a job at a time. */
import cron, { type Logger } from 'node-cron';
import type { Clock } from '../bot/clock.ts';
import type { Log } from '../bot/process/log.ts';
import type { Job } from './table.ts';

export type Scheduler = { stop(): Promise<void> };

/** A simulated clock is looked at this often (machine milliseconds), so that no due instant is passed by much. */
const simulatedLookMs = 50;

/** Starts jobs. Where civil time is `isSimulated`, those that follow it are run all the time. */
export function startJobs(
  jobs: readonly Job[],
  { clock, isSimulated, log }: { clock: Clock; isSimulated: boolean; log: Log },
): Scheduler {
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
  const tasks = timed.map((job) =>
    cron.schedule(job.cron, () => tick(job), {
      timezone: 'Asia/Ho_Chi_Minh',
      name: job.name,
      logger: cronLogger(log, job.name),
    }),
  );
  for (const job of timed) if (job.isRunAtStart) void tick(job);

  const loops = jobs
    .filter((job) => job.isCivil && isSimulated)
    .map(async (job) => {
      // Where civil time stands still (it is set by hand), nothing has come due since the last look.
      let looked: number | undefined;
      while (!isStopping) {
        const now = clock.civil().getTime();
        if (now !== looked) await tick(job);
        looked = now;
        await new Promise((resolve) => setTimeout(resolve, simulatedLookMs));
      }
    });

  return {
    stop: async () => {
      isStopping = true;
      await Promise.all(tasks.map((task) => task.destroy()));
      await Promise.allSettled([...running.values(), ...loops]);
    },
  };
}

/** What node-cron has to say (that an instant was missed on a busy machine) goes where all is said, not to the console. */
const cronLogger = (log: Log, job: string): Logger => ({
  info: (message) => log.debug({ job }, message),
  warn: (message) => log.warn({ job }, message),
  error: (message, err) => log.error({ job, err: err ?? message }, 'the ticker of jobs failed'),
  debug: (message) => log.trace({ job }, String(message)),
});
