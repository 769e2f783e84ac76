/** Bad days of PostgreSQL and of the line to it. */
import type { Fault, Goal } from '../kit/fault.ts';
import type { Scene } from '../kit/scene.ts';
import { strict } from '../kit/tally.ts';
import { everybodyHasTasks, everybodyReported, pause, type Strike, until } from './campaign.ts';

const process = { database: 'postgres', host: 'process', communes: 6, limits: strict, isInCut: false } as const;

const lineOf = ({ relay }: Scene) => {
  if (!relay) throw new Error('there is no line to this database');
  return relay;
};

/** Everybody reports, and the fault strikes in the middle; a supervisor starts again what ends. */
async function reportThrough(scene: Scene, strike: Strike, seconds: number): Promise<Goal> {
  await scene.service.start();
  scene.service.supervise();
  await scene.issue();
  await until('the tasks', () => everybodyHasTasks(scene));
  for (const { answer, user } of scene.heads) {
    answer();
    user.say('/baocao');
  }
  await until('a first answer', () => scene.heads.some(({ user }) => user.inbox().length > 3));
  await strike.begin(scene);
  await pause(seconds);
  await strike.end(scene);
  return { isReached: () => everybodyReported(scene), faults: [] };
}

const claim = /^update "outbox" set .*"tries" = /i;
const commit = /^commit$/i;

/** Sessions of the service that are not the one that holds its lock. */
const workers = `select pg_terminate_backend(pid) from pg_stat_activity where datname = :name and pid <> pg_backend_pid()
  and application_name <> 'proof' and pid not in (select pid from pg_locks where locktype = 'advisory' and granted)`;

const onDatabase = (scene: Scene, statement: string): Promise<unknown> =>
  scene.ground.run(statement.replaceAll(':name', `'${scene.plot?.name}'`));

/** Readiness as the service tells it; false also where it does not answer within two seconds. */
async function isReady(scene: Scene): Promise<boolean> {
  const address = `http://127.0.0.1:${scene.env.PORT}/readyz`;
  return fetch(address, { signal: AbortSignal.timeout(2000) }).then(
    (answer) => answer.ok,
    () => false,
  );
}

/** For every session of the server, from its next transaction on. */
async function setReadOnly({ ground }: Scene, state: 'on' | 'off'): Promise<void> {
  const change = state === 'on' ? 'set default_transaction_read_only = on' : 'reset default_transaction_read_only';
  await ground.run(`alter system ${change}`);
  await ground.run('select pg_reload_conf()');
}

const noBegin = (): void => {};

export const databaseFaults: readonly Fault[] = [
  {
    ...process,
    name: 'lost claim',
    what: 'three claims are carried out, and their answer is lost with the connection',
    seeds: [1],
    limits: { ...strict, recoverWithin: 30 },
    play: (scene) => reportThrough(scene, { begin: () => lineOf(scene).loseAnswer(claim, 3), end: noBegin }, 3),
  },
  {
    ...process,
    name: 'lost commit',
    what: 'four commits are carried out, and their answer is lost with the connection',
    isInCut: true,
    seeds: [1],
    limits: { ...strict, recoverWithin: 30 },
    play: (scene) => reportThrough(scene, { begin: () => lineOf(scene).loseAnswer(commit, 4), end: noBegin }, 3),
  },
  {
    ...process,
    name: 'ended sessions',
    what: 'PostgreSQL ends the working sessions three times; the process must live',
    seeds: [1],
    limits: { ...strict, recoverWithin: 30 },
    play: async (scene) => {
      const goal = await reportThrough(scene, { begin: noBegin, end: noBegin }, 0);
      for (const seconds of [0, 1, 1]) {
        await pause(seconds);
        await onDatabase(scene, workers);
      }
      await pause(2);
      const deaths = scene.service.deaths();
      return { ...goal, faults: deaths > 0 ? [`the process died ${deaths} times`] : [] };
    },
  },
  {
    ...process,
    name: 'black hole',
    what: 'nothing passes on the line for 10 s, then everything does again',
    seeds: [1],
    limits: { ...strict, recoverWithin: 30 },
    play: (scene) => reportThrough(scene, { begin: () => lineOf(scene).block(), end: () => lineOf(scene).pass() }, 10),
  },
  {
    ...process,
    name: 'forgotten connections',
    what: 'every open connection passes nothing more, and does not break; new ones work',
    seeds: [1],
    limits: { ...strict, recoverWithin: 45 },
    play: async (scene) => {
      let isTold = false;
      const watch = async (): Promise<void> => {
        for (let look = 0; look < 20 && !isTold; look += 1) {
          isTold = !(await isReady(scene));
          await pause(0.5);
        }
      };
      const goal = await reportThrough(scene, { begin: () => void lineOf(scene).forget(), end: watch }, 1);
      return { ...goal, isReached: () => everybodyReported(scene) };
    },
  },
  {
    ...process,
    name: 'read-only',
    what: 'the database takes no writes for 6 s',
    seeds: [1],
    limits: { ...strict, recoverWithin: 30 },
    isAlone: true,
    play: (scene) =>
      reportThrough(scene, { begin: () => setReadOnly(scene, 'on'), end: () => setReadOnly(scene, 'off') }, 6),
  },
  {
    ...process,
    name: 'PostgreSQL stopped',
    what: 'the server is away for 6 s: connections break, new ones are refused',
    seeds: [1],
    limits: { ...strict, recoverWithin: 30 },
    play: (scene) => reportThrough(scene, { begin: () => lineOf(scene).refuse(), end: () => lineOf(scene).pass() }, 6),
  },
];
