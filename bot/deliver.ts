/** Sends what the outbox holds for one channel: claim, send, settle. Nothing else in the product sends. */
import type { Channel, SendOutcome } from '../core/channel.ts';
import { resendsWhenUncertain } from '../core/message.ts';
import { setAccountState } from '../db/accounts.ts';
import type { Db } from '../db/database.ts';
import { leaveGroup } from '../db/groups.ts';
import {
  claimNext,
  findAbandoned,
  markSent,
  moveChat,
  type OutboxRow,
  refuseChat,
  refuseOne,
  requeue,
  settleUncertain,
} from '../db/outbox.ts';
import { type Clock, monotonic } from './clock.ts';
import type { Log } from './log.ts';
import { createPacer, type Pacer } from './pacer.ts';

export type DeliverDeps = {
  db: Db;
  clock: Clock;
  log: Log;
  /** Called after a request was settled, with how it ended. */
  onSettled: (row: OutboxRow, outcome: SendOutcome['type']) => void;
};

export type Deliverer = {
  start(): void;
  /** Looks at the outbox now rather than at the next tick. */
  nudge(): void;
  /** Stops claiming and resolves when nothing is in flight. */
  stop(): Promise<void>;
};

/** Requests under way at once: enough to keep the pace over a slow line; also the most that one crash can double. */
const mostInFlight = 4;
/** How often the outbox is looked at without a nudge, so that what another process wrote goes out soon. */
const idleMs = 200;
const longestBackoffSeconds = 60;

/** Settles what the last process left under way: sent once more or listed, by the kind of the message. */
export async function settleAbandoned(db: Db, now: Date): Promise<number> {
  const abandoned = await findAbandoned(db);
  for (const row of abandoned)
    await settleUncertain(db, row, resendsWhenUncertain[row.kind], 'the process ended while sending', now);
  return abandoned.length;
}

export function createDeliverer(channel: Channel, deps: DeliverDeps): Deliverer {
  const { db, clock, log } = deps;
  const pacer: Pacer = createPacer(channel.pace, monotonic);
  const inFlight = new Map<string, Promise<void>>();
  let failures = 0;
  let isStopping = false;
  let running: Promise<void> = Promise.resolve();
  let wake: () => void = () => {};
  let isNudged = false;

  const nudge = (): void => {
    isNudged = true;
    wake();
  };

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function run(): Promise<void> {
    while (!isStopping) {
      const wait = pacer.delayUntilNext();
      if (wait > 0) {
        await pauseExactly(wait);
        continue;
      }
      if (inFlight.size >= mostInFlight) {
        await Promise.race(inFlight.values());
        continue;
      }
      isNudged = false;
      const row = await claim();
      if (row) {
        pacer.took(row.address, row.isGroup);
        inFlight.set(
          row.address,
          deliver(row).finally(() => inFlight.delete(row.address)),
        );
      } else if (!isNudged) {
        await pause(Math.min(idleMs, Math.max(1, pacer.nextFreeIn())));
      }
    }
    await Promise.allSettled(inFlight.values());
  }

  /** Waits for the pace; only stopping cuts it short. */
  async function pauseExactly(ms: number): Promise<void> {
    const until = monotonic() + ms;
    for (let left = ms; left > 0 && !isStopping; left = until - monotonic()) await pause(Math.min(left, 1000));
  }

  async function claim(): Promise<OutboxRow | undefined> {
    try {
      return await claimNext(db, channel.name, clock.machine().getTime(), [...pacer.busyChats(), ...inFlight.keys()]);
    } catch (error) {
      log.error({ err: error, channel: channel.name }, 'the outbox could not be read');
      await pause(1000);
      return undefined;
    }
  }

  async function deliver(row: OutboxRow): Promise<void> {
    try {
      const { address: to, isGroup, text, choices } = row;
      const outcome = await channel.send({ to, isGroup, text, choices });
      await settle(row, outcome);
      deps.onSettled(row, outcome.type);
    } catch (error) {
      // The row stays "sending": whether it went out is settled at the next start.
      log.error({ err: error, channel: channel.name, outbox: row.id }, 'a request could not be settled');
    }
  }

  async function settle(row: OutboxRow, outcome: SendOutcome): Promise<void> {
    const now = clock.civil();
    failures = outcome.type === 'not-sent' && !outcome.isRateLimit ? failures + 1 : 0;
    switch (outcome.type) {
      case 'sent':
        return markSent(db, row, outcome.externalId, now);
      case 'not-sent': {
        const seconds = outcome.retryAfterSeconds ?? Math.min(longestBackoffSeconds, 2 ** Math.min(failures, 6) / 2);
        pacer.pause(seconds);
        log.warn(
          { channel: channel.name, outbox: row.id, reason: outcome.reason, seconds },
          'not sent, will be tried again',
        );
        return requeue(db, row.id, 0, outcome.reason);
      }
      case 'uncertain':
        log.warn(
          { channel: channel.name, outbox: row.id, kind: row.kind, reason: outcome.reason },
          'nobody knows whether this was sent',
        );
        return settleUncertain(db, row, resendsWhenUncertain[row.kind], outcome.reason, now);
      case 'moved':
        await moveChat(db, row.channel, row.address, outcome.to);
        return;
      case 'refused':
        return refuse(row, outcome, now);
    }
  }

  async function refuse(row: OutboxRow, outcome: Extract<SendOutcome, { type: 'refused' }>, now: Date): Promise<void> {
    log.warn(
      { channel: channel.name, outbox: row.id, because: outcome.because, reason: outcome.reason },
      'the platform refused',
    );
    if (outcome.because === 'rejected') return refuseOne(db, row.id, outcome.reason, now);
    await refuseChat(db, row, outcome.reason, now);
    if (row.isGroup) await leaveGroup(db, row.channel, row.address);
    else await setAccountState(db, row.channel, row.address, 'blocked');
  }

  return {
    start: () => {
      running = run();
    },
    nudge,
    stop: async () => {
      isStopping = true;
      wake();
      await running;
    },
  };
}
