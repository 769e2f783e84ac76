/** Bad days of the clock: a service that was away for days, and a machine whose clock jumps. */
import { sql } from 'drizzle-orm';
import type { Fault, Goal } from '../kit/fault.ts';
import { rowsOf } from '../kit/ledger.ts';
import type { Scene } from '../kit/scene.ts';
import { strict } from '../kit/tally.ts';
import { everybodyHasTasks, everybodyReported, pause, until } from './campaign.ts';

const hour = 3600_000;
const preload = new URL('../kit/shifted-clock.mjs', import.meta.url).href;

/** People are answered within so many seconds of a jump, and jobs that look every 5 s have run within so many. */
const answerWithin = 6;
const jobWithin = 12;

/** The clock of the service's machine jumps. */
async function jump(scene: Scene, ms: number): Promise<Goal> {
  await scene.service.start({ NODE_OPTIONS: `--import=${preload}`, CLOCK_SHIFT_MS: String(ms) });
  const [head] = scene.heads;
  if (!head) throw new Error('there is no head');
  await until('a first heartbeat', async () => (await heartbeat(scene)) !== 'null');
  scene.service.signal('SIGUSR2');
  await pause(1);
  const before = scene.book.length;
  const beat = await heartbeat(scene);
  head.user.say('/trogiup');
  const isAnswered = (): boolean => scene.book.length > before;
  const hasBeaten = async (): Promise<boolean> => (await heartbeat(scene)) !== beat;
  const inTime = (isSo: () => boolean | Promise<boolean>, seconds: number): Promise<boolean> =>
    until('what must go on', isSo, seconds * 1000).then(
      () => true,
      () => false,
    );
  const [isTold, isWorking] = await Promise.all([inTime(isAnswered, answerWithin), inTime(hasBeaten, jobWithin)]);
  const faults = [
    ...(isTold ? [] : [`nobody was answered within ${answerWithin} s of the jump`]),
    ...(isWorking ? [] : [`no job ran within ${jobWithin} s of the jump`]),
  ];
  return { isReached: isAnswered, faults };
}

/** When the jobs looked at the channels last. */
async function heartbeat(scene: Scene): Promise<string> {
  const rows = await scene.look((db) => db.execute(sql`select max(at_machine)::text as at from channel_states`));
  return String(rowsOf(rows)[0]?.at);
}

const process = { database: 'postgres', host: 'process', communes: 2, limits: strict, isInCut: false } as const;

export const clockFaults: readonly Fault[] = [
  {
    database: 'postgres',
    host: 'here',
    communes: 4,
    limits: strict,
    isInCut: false,
    name: 'down for three days',
    what: 'the service is away over several slots: one reminder to who owes, none to who reported',
    seeds: [1],
    play: async (scene) => {
      const [reporter, ...owing] = scene.heads;
      if (!reporter) throw new Error('there is no head');
      await scene.service.start();
      await scene.issue();
      await until('the tasks', () => everybodyHasTasks(scene));
      reporter.answer();
      reporter.user.say('/baocao');
      await until('a receipt', () => reporter.receipts() > 0);
      await until('nothing waits', async () => (await scene.waiting()) === 0);
      await scene.service.stop();
      const before = scene.book.length;
      scene.clock.stand(new Date('2021-09-09T14:30:00+07:00'));
      await scene.service.start();
      const since = (id: number): number => scene.book.slice(before).filter(({ chat }) => chat === String(id)).length;
      await until('the reminders', () => owing.every(({ user }) => since(user.id) > 0), 30_000).catch(() => {});
      await pause(3);
      const burst = owing.filter(({ user }) => since(user.id) > 1).length;
      const faults = [
        ...(burst > 0 ? [`${burst} heads got several reminders at once`] : []),
        ...(since(reporter.user.id) > 0 ? ['who reported was reminded'] : []),
      ];
      return { isReached: () => owing.every(({ user }) => since(user.id) > 0), faults };
    },
  },
  {
    ...process,
    name: 'clock jumps a day',
    what: 'the clock of the machine jumps forward by a day, as after a night of sleep',
    seeds: [1],
    play: (scene) => jump(scene, 24 * hour),
  },
  {
    ...process,
    name: 'clock jumps an hour back',
    what: 'the clock of the machine is put back by an hour: people are answered and jobs go on',
    seeds: [1],
    play: (scene) => jump(scene, -hour),
  },
  {
    database: 'postgres',
    host: 'here',
    communes: 4,
    limits: { ...strict, extra: 0 },
    isInCut: false,
    name: 'backup restored',
    what: 'a copy of the database that was taken while tasks waited, seconds ago, comes back past our commands: nothing is sent but to staff',
    seeds: [1],
    play: async (scene) => {
      if (!scene.plot) throw new Error('there is nothing to copy');
      await scene.service.start();
      scene.telegram.setRule(() => ({ kind: 'bad-gateway' }));
      await scene.issue();
      await scene.service.stop();
      const { putBack, undo } = await scene.ground.backUp(scene.plot.name);
      scene.telegram.setRule(undefined);
      await scene.service.start();
      await until('the tasks', () => everybodyHasTasks(scene));
      for (const { answer, user } of scene.heads) {
        answer();
        user.say('/baocao');
      }
      await until('the receipts', () => everybodyReported(scene));
      await until('nothing waits', async () => (await scene.waiting()) === 0);
      await scene.service.stop();
      const before = scene.book.length;
      await putBack();
      await scene.service.start();
      await pause(6);
      const heads = scene.heads.map(({ user }) => String(user.id));
      const again = scene.book.slice(before).filter(({ chat }) => heads.includes(chat)).length;
      const isTold = scene.book.slice(before).some(({ chat }) => chat === String(scene.staff.id));
      await scene.service.stop();
      await undo();
      scene.book.splice(before);
      const faults = [
        ...(again > 0 ? [`${again} messages were sent again unasked`] : []),
        ...(isTold ? [] : ['staff were not told']),
      ];
      return { isReached: () => true, faults };
    },
  },
];
