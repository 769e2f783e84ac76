/** What every adapter has while it runs: its health, who receives, what is under way, and an end of all of it. */
import type { ChannelName } from '../../../core/channels/address.ts';
import type { Arrival, Inbound, Receive } from '../../../core/channels/channel.ts';
import { type ChannelLog, createHealth, type Health } from './health.ts';
import { createUnderWay, type UnderWay } from './under-way.ts';
import { type Wait, waitForTimer } from './wait.ts';

export type Lifecycle = Pick<UnderWay, 'track' | 'run'> & {
  readonly channel: ChannelName;
  readonly log: ChannelLog;
  readonly health: Health;
  /** Aborted when the channel stops. */
  readonly signal: AbortSignal;
  /** Waits so many milliseconds; ends early when the channel stops. */
  wait(ms: number): Promise<void>;
  /** The same, and ends early with another signal too. */
  waitUnless(ms: number, ended: AbortSignal): Promise<void>;
  /** Hands on what came; rejects when it could not be stored, or nobody receives yet. */
  receive(inbound: Inbound, arrival?: Arrival): Promise<void>;
  /** Logs that what came could not be stored: it comes again. */
  warnNotStored(error: unknown): void;
  /** From now on there is somebody who receives. */
  start(receive: Receive): void;
  /** Resolves when nothing is under way. */
  stop(): Promise<void>;
};

export type LifecycleOptions = {
  log: ChannelLog;
  /** Absent: a timer. */
  wait?: Wait | undefined;
};

/** The life of a channel that is not started. */
export function createLifecycle(channel: ChannelName, { log, wait = waitForTimer }: LifecycleOptions): Lifecycle {
  const { track, run, ended } = createUnderWay();
  const stopping = new AbortController();
  const { signal } = stopping;
  let receive: Receive | undefined;
  return {
    channel,
    log,
    health: createHealth(channel, log),
    signal,
    track,
    run,
    wait: (ms) => wait(ms, signal),
    waitUnless: (ms, other) => wait(ms, AbortSignal.any([signal, other])),
    receive: async (inbound, arrival) => {
      if (!receive) throw new Error('the channel is not started');
      await receive(inbound, arrival);
    },
    warnNotStored: (error) =>
      log.warn({ channel, err: error }, `${channel}: what came could not be stored and will come again`),
    start: (given) => {
      receive = given;
    },
    stop: async () => {
      stopping.abort();
      await ended();
    },
  };
}
