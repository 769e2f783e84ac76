/** What happens by the clock. Each job asks the database what is due, so downtime is caught up. */
import type { Clock } from '../bot/clock.ts';
import type { RetentionDays } from '../bot/config/retention.ts';
import type { Deliverer } from '../bot/delivery/deliverer.ts';
import { callUponWaiting, releaseHeld } from '../bot/delivery/held.ts';
import { reroute } from '../bot/delivery/reroute.ts';
import type { Reading, Transact, Work } from '../bot/delivery/work.ts';
import type { Receiver } from '../bot/inbound/receive.ts';
import type { Log } from '../bot/process/log.ts';
import type { Channel } from '../core/channels/channel.ts';
import type { Db } from '../db/database.ts';
import { vacuum } from '../db/engine/vacuum.ts';
import { addUpFigures } from '../db/figures/parts/add-up.ts';
import { writeChannelStates } from '../db/platforms/channel-states.ts';
import { isHolding } from '../db/time/epochs.ts';
import { askForSubmissions } from './consolidation/ask.ts';
import { following } from './following.ts';
import { alertOfTroubles } from './platforms/alerts.ts';
import { fetchAttachments } from './platforms/attachments.ts';
import { createGroupKeeper } from './platforms/groups.ts';
import { createNameSeeker } from './platforms/names.ts';
import { eraseLeftovers, eraseOld } from './platforms/retention.ts';
import { keepUnanswered } from './platforms/unanswered.ts';
import { remindOfClaims } from './reminders/claims.ts';
import { keepGroupPosts } from './reminders/group-posts.ts';
import { sayNudges } from './reminders/nudges.ts';
import { sendOriginals } from './reminders/originals.ts';
import { remindOfQuestions } from './reminders/questions.ts';
import { runDueSlots, type SlotDeps } from './reminders/run.ts';

export type Job = {
  name: string;
  /** node-cron, with seconds; machine time, Asia/Ho_Chi_Minh. */
  cron: string;
  /** Whether it follows civil time: a simulated clock runs it all the time. */
  isCivil: boolean;
  /** Whether it also runs once when the jobs start. */
  isRunAtStart: boolean;
  /** Whether there may be something to do, as far as this process knows. Where not, `restCron` tells when it has its turn. */
  mayHaveWork(): boolean;
  /** Some of the instants of `cron`. */
  restCron: string;
  run(): Promise<void>;
};

export type JobDeps = {
  db: Db;
  clock: Clock;
  transact: Transact;
  reading: () => Reading;
  channels: readonly Channel[];
  deliverers: readonly Pick<Deliverer, 'channel' | 'state'>[];
  /** Called after something was queued. */
  nudge: () => void;
  /** How often something was done that jobs may follow up on. */
  stirred: () => number;
  /** Looks whether the database was put back, and remembers that it was seen. */
  keepEpoch: () => Promise<unknown>;
  onSent?: SlotDeps['onSent'];
};

const job = (
  name: string,
  cron: string,
  run: () => Promise<unknown>,
  { isCivil = false, isRunAtStart = true, mayHaveWork = () => true, restCron = cron }: Traits = {},
): Job => ({
  name,
  cron,
  isCivil,
  isRunAtStart,
  mayHaveWork,
  restCron,
  run: async () => {
    await run();
  },
});

type FollowUp = Pick<Job, 'name' | 'cron' | 'restCron'> & { isCivil?: boolean };

type Traits = Partial<Pick<Job, 'isCivil' | 'isRunAtStart' | 'mayHaveWork' | 'restCron'>>;

/** The jobs of whoever leads. */
export function leadingJobs(deps: JobDeps & { isEmbedded: boolean; retention: RetentionDays; log: Log }): Job[] {
  const { db, clock, transact, reading, channels, onSent } = deps;
  /** A job that queues something wakes whoever sends it. */
  const nudging = (run: () => Promise<number>) => async () => {
    if ((await run()) > 0) deps.nudge();
  };
  /** After a restore what nobody asked for now waits until staff have decided. */
  const unlessHeld = (run: () => Promise<number>) => async () => ((await isHolding(db)) ? 0 : run());
  /** A job that follows up on what people and platforms did: it rests while nothing is done. */
  const follow = (at: FollowUp, work: () => Promise<number>): Job => {
    const { run, mayHaveWork } = following(deps.stirred, work);
    return job(at.name, at.cron, nudging(run), { ...at, mayHaveWork });
  };
  /** The same for what begins anew with people: it has its turn once a minute, at this second. */
  const eachMinute = (name: string, second: number, work: (work: Work) => Promise<number>, isCivil = false): Job =>
    follow(
      { name, cron: `${second} * * * * *`, restCron: `${second} */5 * * * *`, isCivil },
      unlessHeld(() => transact(work)),
    );
  let lookedAt: Date | undefined;
  const seekNames = createNameSeeker();
  const keepGroups = createGroupKeeper();
  const fullMinute = '0 * * * * *';
  return [
    // Instants of plans and deadlines are full minutes.
    follow({ name: 'slots', cron: '*/5 * * * * *', restCron: fullMinute, isCivil: true }, async () => {
      const now = clock.civil();
      const sent = await runDueSlots({ transact, reading, onSent, lookedAt });
      lookedAt = now;
      return sent;
    }),
    job('epoch', '*/10 * * * * *', deps.keepEpoch, { isRunAtStart: false }),
    job('channel-states', '*/10 * * * * *', () => writeStates(db, deps.deliverers, clock.machine())),
    eachMinute('reroute', 30, reroute),
    follow(
      { name: 'held', cron: '*/20 * * * * *', restCron: fullMinute },
      unlessHeld(() => transact(releaseAndCall)),
    ),
    follow(
      { name: 'group-posts', cron: '*/5 * * * * *', restCron: fullMinute },
      unlessHeld(() => transact(keepGroupPosts)),
    ),
    eachMinute('originals', 35, sendOriginals, true),
    eachMinute('claims', 20, remindOfClaims),
    eachMinute('questions', 25, remindOfQuestions),
    follow(
      { name: 'submissions', cron: '15 * * * * *', restCron: '15 */5 * * * *', isCivil: true },
      unlessHeld(() => askAndSay(transact)),
    ),
    eachMinute('unanswered', 40, keepUnanswered),
    follow({ name: 'figures', cron: '5,15,25,35,45,55 * * * * *', restCron: '5 * * * * *' }, () => addUpFigures(db)),
    follow({ name: 'leftovers', cron: '50 * * * * *', restCron: '50 */5 * * * *' }, () => transact(eraseLeftovers)),
    job('retention', '0 10 2 * * *', () => retain(deps)),
    follow({ name: 'attachments', cron: '*/5 * * * * *', restCron: fullMinute }, () =>
      fetchAttachments({ db, transact, channels }, clock.machine()),
    ),
    follow({ name: 'names', cron: '*/10 * * * * *', restCron: fullMinute }, () => seekNames(db, channels)),
    follow({ name: 'alerts', cron: '10,40 * * * * *', restCron: '10 * * * * *' }, () => transact(alertOfTroubles)),
    ...(channels.some(({ groups }) => groups) ? [groupKeeping()] : []),
    // The embedded database has no autovacuum: without it the files grow with every update.
    ...(deps.isEmbedded ? [job('vacuum', '0 30 3 * * *', () => vacuum(db), { isRunAtStart: false })] : []),
  ];

  function groupKeeping(): Job {
    const keep = unlessHeld(() => keepGroups({ db, transact, channels, machineNow: clock.machine }));
    return job('groups', '*/15 * * * * *', nudging(keep));
  }
}

/** Whoever consolidates is asked in the morning, also where nobody is reminded then. */
async function askAndSay(transact: Transact): Promise<number> {
  await transact(askForSubmissions);
  return sayNudges(transact);
}

/** The jobs of every process that receives. */
export const receivingJobs = ({ receiver }: { receiver: Pick<Receiver, 'handleWaiting' | 'mayBeDue'> }): Job[] => [
  job('waiting', '* * * * * *', receiver.handleWaiting, { mayHaveWork: receiver.mayBeDue, restCron: '*/10 * * * * *' }),
];

const writeStates = (db: Db, deliverers: JobDeps['deliverers'], machineNow: Date): Promise<void> =>
  writeChannelStates(
    db,
    deliverers.map(({ channel, state }) => ({ channel, ...state() })),
    machineNow,
  );

/** What was kept long enough goes; how much, is logged. */
async function retain({
  transact,
  retention,
  log,
}: Pick<JobDeps, 'transact'> & { retention: RetentionDays; log: Log }) {
  const erased = await eraseOld({ transact }, retention);
  if (Object.values(erased).some((count) => count > 0)) log.info({ erased }, 'what was kept long enough was erased');
}

/** What a way has opened for goes out before anybody is called upon for it. */
async function releaseAndCall(work: Work): Promise<number> {
  const released = await releaseHeld(work);
  return released + (await callUponWaiting(work));
}
