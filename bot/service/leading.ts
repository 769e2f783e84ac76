/**
 * What one process alone does: it sends, asks platforms for what came, and does what is due by the clock. It begins where
 * the leader before it was interrupted.
 */

import { hostname } from 'node:os';
import { beginTerm, type Fence } from '../../db/delivery/fence.ts';
import type { SlotDeps } from '../../jobs/reminders/run.ts';
import { startJobs } from '../../jobs/scheduler.ts';
import { leadingJobs } from '../../jobs/table.ts';
import { keepEpoch } from '../backup/epoch.ts';
import type { Config } from '../config/environment.ts';
import { putBackStale } from '../delivery/outage.ts';
import { settleAbandoned } from '../delivery/settle.ts';
import type { Product } from './assemble.ts';
import type { OpenedChannels } from './channels.ts';

export type LeadingDeps = {
  opened: Pick<OpenedChannels, 'start' | 'stop'>;
  isEmbedded: boolean;
  isSimulated: boolean;
  /** The database's place tells where what was seen of it last is remembered: see `keepEpoch`. */
  config: Pick<Config, 'database' | 'dataDir' | 'retention'>;
  onSent?: SlotDeps['onSent'];
};

export type Leading = {
  /** The term of this leader. */
  fence: Fence;
  /** Stops asking platforms for more. What is under way goes on. */
  stopPolling(): Promise<void>;
  /** Claims nothing more to send. What is under way goes on. */
  stopClaiming(): void;
  /** Ends what is under way, and then all the rest. */
  stop(): Promise<void>;
};

export async function startLeading(product: Product, deps: LeadingDeps): Promise<Leading> {
  const { db, clock, channels, deliverers, log, signals, transact, receiver } = product;
  const { opened, config, isEmbedded, isSimulated, onSent } = deps;
  const watchEpoch = async () => {
    const found = await keepEpoch(db, config, clock.machine());
    if (found) log.warn(found, 'the database was put back to an earlier state: what waits is held back');
  };
  await watchEpoch();
  const fence = await beginTerm(db, `${process.pid}@${hostname()}`, clock.machine());
  const abandoned = await settleAbandoned(transact);
  if (abandoned > 0) log.warn({ requests: abandoned }, 'requests were under way when the last process ended');
  await transact(putBackStale);
  opened.start();
  const unsubscribe = signals.onNudge(() => {
    for (const deliverer of deliverers) deliverer.nudge();
  });
  for (const deliverer of deliverers) deliverer.start(fence);
  for (const { receiving } of channels) receiving?.start(receiver.receive);
  const jobs = startJobs(
    leadingJobs({
      ...product,
      nudge: signals.nudge,
      stirred: signals.stirred,
      keepEpoch: watchEpoch,
      isEmbedded,
      retention: config.retention,
      onSent,
    }),
    {
      clock: product.clock,
      isSimulated,
      log,
    },
  );
  return {
    fence,
    stopPolling: async () => {
      await Promise.all(channels.map(({ receiving }) => receiving?.stop()));
    },
    stopClaiming: () => {
      for (const deliverer of deliverers) void deliverer.stop();
    },
    stop: async () => {
      await jobs.stop();
      await Promise.all(deliverers.map((deliverer) => deliverer.stop()));
      // A copy that was made a moment ago, and comes back, is older than this.
      await watchEpoch().catch((error: unknown) => log.warn({ err: error }, 'the last moment could not be remembered'));
      unsubscribe();
      await opened.stop();
    },
  };
}
