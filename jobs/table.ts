/** What happens by the clock. Each job asks the database what is due, so downtime is caught up. */
import type { Clock } from '../bot/clock.ts';
import type { RetentionDays } from '../bot/config/retention.ts';
import type { Deliverer } from '../bot/delivery/deliverer.ts';
import { callUponWaiting, releaseHeld } from '../bot/delivery/held.ts';
import { reroute } from '../bot/delivery/reroute.ts';
import type { Reading, Transact, Work } from '../bot/delivery/work.ts';
import type { Log } from '../bot/process/log.ts';
import type { Channel } from '../core/channels/channel.ts';
import type { Db } from '../db/database.ts';
import { vacuum } from '../db/engine/vacuum.ts';
import { writeChannelState } from '../db/platforms/channel-states.ts';
import { readHold } from '../db/time/epochs.ts';
import { askForSubmissions } from './consolidation/ask.ts';
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
  /** Looks whether the database was put back, and remembers that it was seen. */
  keepEpoch: () => Promise<unknown>;
  onSent?: SlotDeps['onSent'];
};

const job = (
  name: string,
  cron: string,
  run: () => Promise<unknown>,
  { isCivil = false, isRunAtStart = true } = {},
): Job => ({
  name,
  cron,
  isCivil,
  isRunAtStart,
  run: async () => {
    await run();
  },
});

/** The jobs of whoever leads. */
export function leadingJobs(deps: JobDeps & { isEmbedded: boolean; retention: RetentionDays; log: Log }): Job[] {
  const { db, clock, transact, reading, channels, onSent } = deps;
  /** A job that queues something wakes whoever sends it. */
  const nudging = (run: () => Promise<number>) => async () => {
    if ((await run()) > 0) deps.nudge();
  };
  /** After a restore what nobody asked for now waits until staff have decided. */
  const unlessHeld = (run: () => Promise<number>) => async () => ((await readHold(db)) ? 0 : run());
  let lookedAt: Date | undefined;
  const seekNames = createNameSeeker();
  const keepGroups = createGroupKeeper();
  return [
    job(
      'slots',
      '*/5 * * * * *',
      nudging(async () => {
        const now = clock.civil();
        const sent = await runDueSlots({ transact, reading, onSent, lookedAt });
        lookedAt = now;
        return sent;
      }),
      { isCivil: true },
    ),
    job('epoch', '*/10 * * * * *', deps.keepEpoch, { isRunAtStart: false }),
    job('channel-states', '*/5 * * * * *', () => writeStates(db, deps.deliverers, clock.machine())),
    job('reroute', '30 * * * * *', nudging(unlessHeld(() => transact(reroute)))),
    job('held', '*/20 * * * * *', nudging(unlessHeld(() => transact(releaseAndCall)))),
    job('group-posts', '*/5 * * * * *', nudging(unlessHeld(() => transact(keepGroupPosts)))),
    job('originals', '35 * * * * *', nudging(unlessHeld(() => transact(sendOriginals))), { isCivil: true }),
    job('claims', '20 * * * * *', nudging(unlessHeld(() => transact(remindOfClaims)))),
    job('questions', '25 * * * * *', nudging(unlessHeld(() => transact(remindOfQuestions)))),
    job('submissions', '15 * * * * *', nudging(unlessHeld(() => askAndSay(transact))), { isCivil: true }),
    job('unanswered', '40 * * * * *', nudging(unlessHeld(() => transact(keepUnanswered)))),
    job('leftovers', '50 * * * * *', () => transact(eraseLeftovers)),
    job('retention', '0 10 2 * * *', () => retain(deps)),
    job(
      'attachments',
      '*/5 * * * * *',
      nudging(() => fetchAttachments({ db, transact, channels }, clock.machine())),
    ),
    job('names', '*/10 * * * * *', () => seekNames(db, channels)),
    job(
      'alerts',
      '10,40 * * * * *',
      nudging(() => transact(alertOfTroubles)),
    ),
    job(
      'groups',
      '*/15 * * * * *',
      nudging(unlessHeld(() => keepGroups({ db, transact, channels, machineNow: clock.machine }))),
    ),
    // The embedded database has no autovacuum: without it the files grow with every update.
    ...(deps.isEmbedded ? [job('vacuum', '0 30 3 * * *', () => vacuum(db), { isRunAtStart: false })] : []),
  ];
}

/** Whoever consolidates is asked in the morning, also where nobody is reminded then. */
async function askAndSay(transact: Transact): Promise<number> {
  await transact(askForSubmissions);
  return sayNudges(transact);
}

/** The jobs of every process that receives. */
export const receivingJobs = ({ receiver }: { receiver: { handleWaiting(): Promise<void> } }): Job[] => [
  job('waiting', '* * * * * *', () => receiver.handleWaiting()),
];

async function writeStates(db: Db, deliverers: JobDeps['deliverers'], machineNow: Date): Promise<void> {
  for (const { channel, state } of deliverers) await writeChannelState(db, channel, state(), machineNow);
}

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
