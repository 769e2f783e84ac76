/** Sends what the outbox holds for one channel: claim, send, settle. Nothing else in the product sends. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel, Outbound, SendOutcome } from '../../core/channels/channel.ts';
import { resendsWhenUncertain } from '../../core/delivery/message.ts';
import { fail, type Result } from '../../core/result.ts';
import type { Db } from '../../db/database.ts';
import { claimNext, findAbandoned, type OutboxRow, settleUncertain } from '../../db/delivery/outbox.ts';
import type { Auditor } from '../audit/auditor.ts';
import { type Clock, monotonic } from '../clock.ts';
import type { PaperMaker } from '../papers/maker.ts';
import type { Log } from '../process/log.ts';
import { outboundOf } from './outbound.ts';
import { createPacer, type Pacer } from './pacer.ts';
import { settle } from './settle.ts';
import type { Voice } from './voice.ts';

export type DeliverDeps = {
  db: Db;
  clock: Clock;
  voice: Voice;
  auditor: Auditor;
  log: Log;
  makePaper: PaperMaker;
  /** Called after a request was settled, with how it ended. */
  onSettled: (row: OutboxRow, outcome: SendOutcome['type']) => void;
};

export type Deliverer = {
  channel: Channel['name'];
  start(): void;
  /** Looks at the outbox now rather than at the next tick. */
  nudge(): void;
  /** Ends a pause that a failing channel asked for: it works again. */
  resume(): void;
  /** Stops claiming and resolves when nothing is in flight. */
  stop(): Promise<void>;
};

/** Requests under way at once: enough to keep the pace over a slow line; also the most that one crash can double. */
const mostInFlight = 4;
/** Of these, requests that carry a paper: making and uploading one takes long, and replies must not wait for it. */
const mostPapers = 2;
/** A paper whose making broke so often (a lost connection passes, a mistake does not) is given up. */
const mostTries = 3;
/** How often the outbox is looked at without a nudge, so that what another process wrote goes out soon. */
const idleMs = 500;
const longestBackoffSeconds = 60;
/** How soon an outcome that the database refused is noted again. */
const settleAgainMs = 500;

/** Settles what the last process left under way: sent once more or listed, by the kind of the message. */
export function settleAbandoned({ db, auditor }: Pick<DeliverDeps, 'db' | 'auditor'>, now: Date): Promise<number> {
  return auditor.transact(db, async (tx, note) => {
    const abandoned = await findAbandoned(tx);
    for (const row of abandoned)
      note(...(await settleUncertain(tx, row, resendsWhenUncertain[row.kind], 'the process ended while sending', now)));
    return abandoned.length;
  });
}

const rejected = (reason: string): SendOutcome => ({ type: 'refused', because: 'rejected', reason });

export function createDeliverer(channel: Channel, deps: DeliverDeps): Deliverer {
  const { db, clock, log } = deps;
  const pacer: Pacer = createPacer(channel.pace, monotonic);
  const inFlight = new Map<string, Promise<void>>();
  let papersInFlight = 0;
  let failures = 0;
  let isStopping = false;
  let stopMaking = (): void => {};
  const stopped = new Promise<undefined>((resolve) => {
    stopMaking = () => resolve(undefined);
  });
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
        await pause(Math.min(wait, 1000));
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
        if (row.attachment) papersInFlight += 1;
        inFlight.set(
          row.address,
          deliver(row).finally(() => {
            inFlight.delete(row.address);
            if (row.attachment) papersInFlight -= 1;
          }),
        );
      } else if (!isNudged) {
        await pause(Math.min(idleMs, Math.max(1, pacer.nextFreeIn())));
      }
    }
    await Promise.allSettled(inFlight.values());
  }

  async function claim(): Promise<OutboxRow | undefined> {
    try {
      const busy = [...pacer.busyChats(), ...inFlight.keys()];
      return await claimNext(db, channel.name, clock.machine().getTime(), busy, papersInFlight < mostPapers);
    } catch (error) {
      log.error({ err: error, channel: channel.name }, 'the outbox could not be read');
      await pause(1000);
      return undefined;
    }
  }

  async function deliver(row: OutboxRow): Promise<void> {
    const outcome = await send(row);
    pacer.ended(row.address, row.isGroup);
    heed(row, outcome);
    // Until it is settled the chat waits; what ends unsettled is settled at the next start.
    while (!(await isSettled(row, outcome)) && !isStopping) await sleep(settleAgainMs);
    deps.onSettled(row, outcome.type);
  }

  async function send(row: OutboxRow): Promise<SendOutcome> {
    const outbound = await make(row);
    if (!outbound.ok) return outbound.error;
    try {
      return await channel.send(outbound.value);
    } catch (error) {
      return { type: 'uncertain', reason: String(error) };
    }
  }

  /** The request; or how it ended before it was one, for want of its paper. Stopping does not wait for a paper. */
  async function make(row: OutboxRow): Promise<Result<Outbound, SendOutcome>> {
    try {
      const made = await Promise.race([outboundOf(row, deps.makePaper), stopped]);
      if (!made) return fail({ type: 'not-sent', reason: 'the service is stopping' });
      return made.ok ? made : fail(rejected(made.error));
    } catch (error) {
      log.error({ err: error, channel: channel.name, outbox: row.id }, 'a paper could not be made');
      return fail(row.tries < mostTries ? { type: 'not-sent', reason: String(error) } : rejected(String(error)));
    }
  }

  async function isSettled(row: OutboxRow, outcome: SendOutcome): Promise<boolean> {
    try {
      await settle(deps, row, outcome, clock.civil());
      return true;
    } catch (error) {
      log.error({ err: error, channel: channel.name, outbox: row.id }, 'a request could not be settled');
      return false;
    }
  }

  /** What a request that did not simply arrive means for the others. */
  function heed(row: OutboxRow, outcome: SendOutcome): void {
    failures = outcome.type === 'not-sent' && !outcome.isRateLimit ? failures + 1 : 0;
    if (outcome.type === 'sent') return;
    log.warn({ channel: channel.name, outbox: row.id, kind: row.kind, ...outcome }, 'a request did not simply arrive');
    if (outcome.type === 'not-sent')
      pacer.pause(outcome.retryAfterSeconds ?? Math.min(longestBackoffSeconds, 2 ** Math.min(failures, 6) / 2));
  }

  return {
    channel: channel.name,
    start: () => {
      running = run();
    },
    nudge,
    resume: () => {
      pacer.resume();
      nudge();
    },
    stop: async () => {
      isStopping = true;
      stopMaking();
      wake();
      await running;
    },
  };
}
