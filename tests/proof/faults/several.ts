/** Bad days of several processes on one PostgreSQL, behind a proxy that sends each message to the next of them. */
import { freePort } from '../../bot/service/process.ts';
import type { Fault, Goal } from '../kit/fault.ts';
import { openProxy } from '../kit/proxy.ts';
import { draw } from '../kit/random.ts';
import { type Runner, runProcess } from '../kit/runner.ts';
import type { Scene } from '../kit/scene.ts';
import { strict } from '../kit/tally.ts';
import { everybodyReported, pause } from './campaign.ts';

const count = 3;

/** Three processes, of which the first leads, and a webhook that reaches all of them. */
async function startSeveral(scene: Scene): Promise<{ processes: Runner[]; stop(): Promise<void> }> {
  const ports = await Promise.all(Array.from({ length: count }, freePort));
  const proxy = await openProxy(ports);
  const shared = {
    ...scene.env,
    PROCESSES: 'several',
    TELEGRAM_MODE: 'webhook',
    TELEGRAM_WEBHOOK_SECRET: 'secret-of-the-webhook',
    PUBLIC_URL: proxy.url,
    // Each has a line of its own to the database.
    DATABASE_URL: scene.plot?.url ?? '',
  };
  const processes = ports.map((port) => runProcess({ ...shared, PORT: String(port) }));
  for (const each of processes) await each.start();
  const stop = async (): Promise<void> => {
    await Promise.all(processes.map((each) => each.stop()));
    await proxy.close();
  };
  return { processes, stop };
}

/** Strikes one of them after another, at instants that the seed gives, while everybody reports. */
async function strikeWhileReporting(
  scene: Scene,
  times: number,
  strike: (one: Runner, time: number) => Promise<void>,
): Promise<Goal> {
  const { processes, stop } = await startSeveral(scene);
  for (const { answer } of scene.heads) answer();
  await scene.issue();
  for (let time = 0; time < times; time += 1) {
    await pause(draw(scene.seed, `strike ${time}`, 200, 2000) / 1000);
    const struck = processes[draw(scene.seed, `who ${time}`, 0, count - 1)];
    if (struck) await strike(struck, time);
  }
  return { isReached: () => everybodyReported(scene), after: stop };
}

const several = { database: 'postgres', host: 'process', communes: 60, isInCut: false } as const;

export const severalFaults: readonly Fault[] = [
  {
    ...several,
    name: 'three processes, killed',
    what: 'four times one of three is killed (kill -9) and started again while everybody reports',
    seeds: [1, 2],
    limits: { ...strict, recoverWithin: 90 },
    play: (scene) =>
      strikeWhileReporting(scene, 4, async (one) => {
        await one.kill();
        await one.start();
      }),
  },
  {
    ...several,
    name: 'three processes, silent',
    what: 'three times one of three stands still (SIGSTOP) for 5 s while everybody reports: no message twice, none lost',
    seeds: [1],
    limits: { ...strict, recoverWithin: 90 },
    play: (scene) =>
      strikeWhileReporting(scene, 3, async (one) => {
        one.signal('SIGSTOP');
        await pause(5);
        one.signal('SIGCONT');
      }),
  },
];
