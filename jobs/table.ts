/** What happens by the clock. Each job asks the database what is due, so downtime is caught up; node-cron only ticks. */

import type { Auditor } from '../bot/audit/auditor.ts';
import type { Clock } from '../bot/clock.ts';
import { callUponWaiting, releaseHeld } from '../bot/delivery/held.ts';
import { reroute } from '../bot/delivery/reroute.ts';
import type { Voice } from '../bot/delivery/voice.ts';
import type { Receiver } from '../bot/inbound/receive.ts';
import type { Channel } from '../core/channels/channel.ts';
import type { Db } from '../db/database.ts';
import { vacuum } from '../db/engine/vacuum.ts';
import { writeChannelState } from '../db/platforms/channel-states.ts';
import { alertOfTroubles } from './platforms/alerts.ts';
import { fetchAttachments } from './platforms/attachments.ts';
import type { GroupKeeper } from './platforms/groups.ts';
import type { NameSeeker } from './platforms/names.ts';
import { runDueSlots, type SlotDeps } from './reminders/run.ts';

export type JobDeps = {
  db: Db;
  clock: Clock;
  voice: Voice;
  auditor: Auditor;
  receiver: Receiver;
  channels: readonly Channel[];
  seekNames: NameSeeker;
  keepGroups: GroupKeeper;
  isEmbedded: boolean;
  nudge: () => void;
  onSent?: SlotDeps['onSent'];
};

export type Job = {
  name: string;
  /** node-cron, with seconds; machine time, Asia/Ho_Chi_Minh. */
  cron: string;
  /** Whether it follows civil time: a simulated clock runs it all the time. */
  isCivil: boolean;
  run(deps: JobDeps): Promise<void>;
};

export const jobs: readonly Job[] = [
  {
    name: 'slots',
    cron: '*/5 * * * * *',
    isCivil: true,
    run: async ({ db, clock, voice, nudge, onSent }) => {
      const sent = await runDueSlots({ db, voice, now: clock.civil, ...(onSent && { onSent }) });
      if (sent > 0) nudge();
    },
  },
  {
    name: 'waiting',
    cron: '* * * * * *',
    isCivil: false,
    run: async ({ receiver }) => {
      await receiver.handleWaiting();
    },
  },
  {
    name: 'channel-states',
    cron: '*/5 * * * * *',
    isCivil: false,
    run: async ({ db, channels, clock }) => {
      for (const channel of channels) await writeChannelState(db, channel.name, channel.state(), clock.machine());
    },
  },
  {
    name: 'reroute',
    cron: '30 * * * * *',
    isCivil: false,
    run: async ({ db, clock, voice, nudge }) => {
      if ((await reroute(db, voice, clock.civil())) > 0) nudge();
    },
  },
  {
    // What a way has opened for goes out before anybody is called upon for it.
    name: 'held',
    cron: '*/20 * * * * *',
    isCivil: false,
    run: async ({ db, auditor, clock, voice, nudge }) => {
      const written = await auditor.transact(db, async (tx, note) => {
        const released = await releaseHeld(tx, voice, clock.civil(), note);
        return released + (await callUponWaiting(tx, voice, clock.civil()));
      });
      if (written > 0) nudge();
    },
  },
  {
    name: 'attachments',
    cron: '*/5 * * * * *',
    isCivil: false,
    run: async ({ clock, ...deps }) => {
      await fetchAttachments(deps, clock.machine());
    },
  },
  {
    name: 'names',
    cron: '*/10 * * * * *',
    isCivil: false,
    run: async ({ db, channels, seekNames }) => {
      await seekNames(db, channels);
    },
  },
  {
    name: 'alerts',
    cron: '10,40 * * * * *',
    isCivil: false,
    run: async ({ db, clock, voice, nudge }) => {
      if ((await alertOfTroubles(db, voice, clock.civil())) > 0) nudge();
    },
  },
  {
    name: 'groups',
    cron: '*/15 * * * * *',
    isCivil: false,
    run: async ({ db, voice, clock, channels, keepGroups, nudge }) => {
      if ((await keepGroups({ db, voice, channels, now: clock.civil })) > 0) nudge();
    },
  },
  {
    // The embedded database has no autovacuum: without it the files grow with every update.
    name: 'vacuum',
    cron: '0 30 3 * * *',
    isCivil: false,
    run: async ({ db, isEmbedded }) => {
      if (isEmbedded) await vacuum(db);
    },
  },
];
