/** Bad days of the process: killed, stopped, asked to end in the middle, and two of it at once. */

import { freePort } from '../../bot/service/process.ts';
import type { Fault } from '../kit/fault.ts';
import { draw } from '../kit/random.ts';
import { runProcess } from '../kit/runner.ts';
import type { Scene } from '../kit/scene.ts';
import { strict } from '../kit/tally.ts';
import { everybodyHasTasks, everybodyReported, pause, until } from './campaign.ts';

const process = { database: 'postgres', host: 'process', communes: 6, limits: strict, isInCut: false } as const;

/** Killed so often, each time after a while that the seed gives, while everybody reports. */
async function killWhileReporting(scene: Scene, times: number) {
  await scene.service.start();
  for (const { answer } of scene.heads) answer();
  await scene.issue();
  for (let time = 0; time < times; time += 1) {
    await pause(draw(scene.seed, `kill ${time}`, 700, 3500) / 1000);
    await scene.service.kill();
    await scene.service.start();
  }
  return { isReached: () => everybodyReported(scene) };
}

/** A second service on the same database, on a line of its own. */
async function second(scene: Scene) {
  const env = { ...scene.env, PORT: String(await freePort()), ...(scene.plot && { DATABASE_URL: scene.plot.url }) };
  return runProcess(env);
}

/** The session that holds the lock of the service; the migration's lock is another one. */
const lockSession = `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted
  and database = (select oid from pg_database where datname = :name)`;

const endLockSession = (scene: Scene): Promise<unknown> =>
  scene.ground.run(lockSession.replace(':name', `'${scene.plot?.name}'`));

/** Whether a second service starts; it is stopped again. */
async function isSecondTaken(scene: Scene): Promise<boolean> {
  const other = await second(scene);
  try {
    await other.start();
    await other.stop();
    return true;
  } catch {
    return false;
  }
}

export const processFaults: readonly Fault[] = [
  {
    ...process,
    name: 'kill -9, PostgreSQL',
    what: 'three kills while everybody reports',
    seeds: [1, 2],
    limits: { ...strict, recoverWithin: 60 },
    play: (scene) => killWhileReporting(scene, 3),
  },
  {
    ...process,
    database: 'embedded',
    name: 'kill -9, embedded',
    what: 'three kills while everybody reports',
    seeds: [1],
    limits: { ...strict, recoverWithin: 120 },
    play: (scene) => killWhileReporting(scene, 3),
  },
  {
    ...process,
    name: 'SIGTERM in mid-bulk',
    what: 'asked to end while 120 units are told: code 0 within 5 s, nothing in doubt, the rest goes after the next start',
    seeds: [1],
    communes: 120,
    limits: { ...strict, extra: 0 },
    play: async (scene) => {
      await scene.service.start();
      await scene.issue();
      await until('some have their tasks', () => scene.book.length > 8);
      const { code, ms } = await scene.service.stop();
      const told = scene.book.length;
      const faults = [
        ...(code === 0 ? [] : [`exit code ${code}`]),
        ...(ms < 5000 ? [] : [`took ${(ms / 1000).toFixed(1)} s`]),
        ...(told < scene.heads.length ? [] : ['it was not asked in the middle']),
      ];
      await scene.service.start();
      return { isReached: () => everybodyHasTasks(scene), faults };
    },
  },
  {
    ...process,
    name: 'killed leader',
    what: 'killed while 60 units are told, started again: sending goes on within 3 s of readiness, doubts are listed',
    seeds: [1],
    communes: 60,
    limits: { ...strict, recoverWithin: 60 },
    play: async (scene) => {
      await scene.service.start();
      await scene.issue();
      await until('some have their tasks', () => scene.book.length > 8);
      await scene.service.kill();
      const told = scene.book.length;
      await scene.service.start();
      const ready = performance.now();
      await until('the next message', () => scene.book.length > told);
      const seconds = (performance.now() - ready) / 1000;
      const faults = seconds > 3 ? [`sent again only ${seconds.toFixed(1)} s after it was ready`] : [];
      return { isReached: () => everybodyHasTasks(scene), faults };
    },
  },
  {
    ...process,
    name: 'second service',
    what: 'a second service on the database is refused',
    isInCut: true,
    seeds: [1],
    play: async (scene) => {
      await scene.service.start();
      await scene.issue();
      const faults = (await isSecondTaken(scene)) ? ['two services at once'] : [];
      return { isReached: () => everybodyHasTasks(scene), faults };
    },
  },
  {
    ...process,
    name: 'stopped first, second started',
    what: 'the first is stopped (SIGSTOP) while it sends; a second is refused; the first goes on',
    seeds: [1],
    play: async (scene) => {
      await scene.service.start();
      await scene.issue();
      scene.service.signal('SIGSTOP');
      const faults = (await isSecondTaken(scene)) ? ['two services at once'] : [];
      scene.service.signal('SIGCONT');
      return { isReached: () => everybodyHasTasks(scene), faults };
    },
  },
  {
    ...process,
    name: 'lock session ended',
    what: 'PostgreSQL ends the session with the lock while a second service starts: one of them leads, never both',
    isInCut: true,
    seeds: [1],
    limits: { ...strict, recoverWithin: 30 },
    play: async (scene) => {
      await scene.service.start();
      await scene.issue();
      await endLockSession(scene);
      const other = await second(scene);
      // Whoever comes first has the lock: the first takes it again as soon as it can.
      const isTaken = await other.start().then(
        () => true,
        () => false,
      );
      await pause(2);
      const isFirstReady = await answers(scene.env);
      const faults = [
        ...(isTaken && isFirstReady ? ['both lead'] : []),
        ...(isTaken || isFirstReady ? [] : ['neither leads']),
      ];
      return {
        isReached: async () => everybodyHasTasks(scene),
        faults,
        after: async () => isTaken && (await other.stop()),
      };
    },
  },
  {
    ...process,
    name: 'silent lock',
    what: 'the line of the lock is dead without a word, and the server has dropped it: never two that send',
    seeds: [1],
    communes: 40,
    limits: { ...strict, recoverWithin: 45 },
    play: async (scene) => {
      await scene.service.start();
      const count = scene.relay?.forget((statements) => statements.some((one) => one.includes('pg_try_advisory_lock')));
      await endLockSession(scene);
      const other = await second(scene);
      await until('a second takes over', () =>
        other.start().then(
          () => true,
          () => false,
        ),
      );
      await pause(12);
      const isFirstAlive = scene.service.deaths() === 0 && (await answers(scene.env));
      await scene.issue();
      const faults = [
        ...(isFirstAlive ? ['two services lead for more than 12 s'] : []),
        ...(count === 1 ? [] : [`${count} lines held the lock`]),
      ];
      return { isReached: () => everybodyHasTasks(scene), faults, after: () => other.stop() };
    },
  },
];

const answers = ({ PORT }: Scene['env']): Promise<boolean> =>
  fetch(`http://127.0.0.1:${PORT}/readyz`, { signal: AbortSignal.timeout(2000) }).then(
    (answer) => answer.ok,
    () => false,
  );
