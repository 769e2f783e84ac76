import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startJobs } from '../../jobs/scheduler.ts';

describe('a job that follows civil time, where that is simulated', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** How often it runs in ten seconds of the machine, after which `then` may set the clock and half a second more passes. */
  async function runsIn(civil: () => number, then: () => void = () => {}): Promise<number[]> {
    let runs = 0;
    const run = async () => {
      runs += 1;
    };
    const job = { name: 'x', cron: '* * * * * *', restCron: '* * * * * *', isCivil: true, isRunAtStart: true };
    const jobs = startJobs([{ ...job, mayHaveWork: () => true, run }], {
      clock: { civil: () => new Date(civil()), machine: () => new Date() },
      isSimulated: true,
      log: pino({ level: 'silent' }),
    });
    await vi.advanceTimersByTimeAsync(10_000);
    const first = runs;
    then();
    await vi.advanceTimersByTimeAsync(500);
    const stopped = jobs.stop();
    await vi.advanceTimersByTimeAsync(100);
    await stopped;
    return [first, runs - first];
  }

  const began = Date.parse('2021-09-06T01:00:00Z');

  it('runs once a civil second at the pace of the machine', async () => {
    const from = Date.now();
    const [runs] = await runsIn(() => began + Date.now() - from);
    expect(runs).toBe(11);
  });

  it('runs at every look where a look passes minutes', async () => {
    const from = Date.now();
    const [runs] = await runsIn(() => began + (Date.now() - from) * 3_600);
    expect(runs).toBe(201);
  });

  it.each([3_600_000, -3_600_000])(
    'runs once while time stands still, and again when it is set by %d ms',
    async (by) => {
      let civil = began;
      const runs = await runsIn(
        () => civil,
        () => {
          civil += by;
        },
      );
      expect(runs).toEqual([1, 1]);
    },
  );
});
