/** Sends what the outbox holds for one channel: claim, send, settle. Nothing else in the product sends. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel, ChannelState, SendOutcome } from '../../core/channels/channel.ts';
import { signOf } from '../../core/delivery/circuit.ts';
import { afterLimit, type LimitedChat } from '../../core/delivery/rate-limit.ts';
import type { Db } from '../../db/database.ts';
import { claimNext } from '../../db/delivery/claim.ts';
import type { Fence } from '../../db/delivery/fence.ts';
import type { OutboxRow } from '../../db/delivery/queue.ts';
import { type Clock, monotonic } from '../clock.ts';
import type { Vault } from '../links/vault.ts';
import type { PaperMaker } from '../papers/maker.ts';
import type { Log } from '../process/log.ts';
import type { VitalSigns } from '../process/vital-signs.ts';
import { attempt } from './attempt.ts';
import { type Breaker, createBreaker } from './breaker.ts';
import { createPacer, type Pacer } from './pacer.ts';
import { createEnding, createPause, type Pause } from './pause.ts';
import { settle } from './settle.ts';
import { createSweeper, type Sweeper } from './sweeper.ts';
import type { Transact } from './work.ts';

export type DeliverDeps = {
  db: Db;
  clock: Clock;
  transact: Transact;
  log: Log;
  vault: Vault;
  makePaper: PaperMaker;
  vitals?: Pick<VitalSigns, 'watch'>;
  /** Called after a request was settled, with how it ended. */
  onSettled: (row: OutboxRow, outcome: SendOutcome['type']) => void;
};

export type Deliverer = {
  channel: Channel['name'];
  /** How the channel works, its sending included. */
  state(): ChannelState;
  /** Claims only while the fence stands; absent: nobody else is about. */
  start(fence?: Fence): void;
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
/** How often the outbox is looked at without a nudge, so that what another process wrote goes out soon. */
const idleMs = 500;
/** How long to wait after the outbox could not be read. */
const unreadableMs = 1000;
const longestBackoffSeconds = 60;
/** How soon an outcome that the database refused is written again. */
const settleAgainMs = 500;

/** What one channel's deliverer is at. */
type Line = {
  channel: Channel;
  deps: DeliverDeps;
  pacer: Pacer;
  pause: Pause;
  breaker: Breaker;
  /** The chats that the platform limited. */
  limited: LimitedChat[];
  /** The rows under way and what they come to, by chat. */
  inFlight: Map<string, { row: OutboxRow; isTrial: boolean; done: Promise<void> }>;
  /** Requests that failed one after the other for want of a connection. */
  failures: number;
  isStopping: boolean;
  fence: Fence | undefined;
  sweeper: Sweeper;
  stopped: Promise<undefined>;
};

export function createDeliverer(channel: Channel, deps: DeliverDeps): Deliverer {
  const { ended: stopped, end: stopMaking } = createEnding();
  const line: Line = {
    channel,
    deps,
    pacer: createPacer(channel.sending.pace, monotonic),
    pause: createPause(),
    breaker: createBreaker(channel, deps),
    limited: [],
    inFlight: new Map(),
    failures: 0,
    isStopping: false,
    fence: undefined,
    sweeper: createSweeper(channel.name, deps),
    stopped,
  };
  let running: Promise<void> = Promise.resolve();
  return {
    channel: channel.name,
    state: line.breaker.state,
    start: (fence) => {
      line.fence = fence;
      running = run(line);
    },
    nudge: line.pause.nudge,
    resume: () => {
      line.pacer.resume();
      line.pause.nudge();
    },
    stop: async () => {
      line.isStopping = true;
      stopMaking();
      line.pause.nudge();
      await running;
    },
  };
}

async function run(line: Line): Promise<void> {
  const { pacer, pause, breaker, inFlight } = line;
  await restore(line);
  while (!line.isStopping) {
    const { state } = breaker.circuit();
    if (state === 'down') {
      pause.listen();
      const untilAsked = await breaker.ask(line.stopped);
      if (untilAsked > 0) await pause.waitUnlessNudged(Math.min(untilAsked, 1000));
      continue;
    }
    const isTrial = state === 'trial';
    const wait = pacer.delayUntilNext();
    if (wait > 0) {
      await pause.wait(Math.min(wait, 1000));
      continue;
    }
    const counted = [...inFlight.values()].filter((one) => !isTrial || one.isTrial);
    if (counted.length >= (isTrial ? 1 : mostInFlight)) {
      await Promise.race(counted.map(({ done }) => done));
      continue;
    }
    pause.listen();
    if (line.fence)
      await line.sweeper.sweep(
        line.fence,
        [...inFlight.values()].map(({ row }) => row.id),
      );
    const row = await claim(line, isTrial);
    if (row) {
      pacer.took(row.address, row.isGroup);
      const done = deliver(line, row).finally(() => inFlight.delete(row.address));
      inFlight.set(row.address, { row, isTrial, done });
    } else {
      if (isTrial && inFlight.size === 0) await breaker.idle();
      await pause.waitUnlessNudged(Math.min(idleMs, Math.max(1, pacer.nextFreeIn())));
    }
  }
  await Promise.allSettled([...inFlight.values()].map(({ done }) => done));
}

/** How the channel stood when the process before us ended; a database that cannot be read now is waited for. */
async function restore(line: Line): Promise<void> {
  const { breaker, deps, channel, pause } = line;
  for (;;) {
    try {
      return await breaker.restore();
    } catch (error) {
      deps.log.error({ err: error, channel: channel.name }, 'the state of sending could not be read');
      if (line.isStopping) return;
      await pause.wait(unreadableMs);
    }
  }
}

async function claim(line: Line, isTrial: boolean): Promise<OutboxRow | undefined> {
  const { channel, deps, pacer, pause, inFlight, fence } = line;
  const papers = [...inFlight.values()].filter(({ row }) => row.attachment).length;
  try {
    const busy = [...pacer.busyChats(), ...inFlight.keys()];
    const look = () =>
      claimNext(deps.db, channel.name, {
        machineMs: deps.clock.machine().getTime(),
        busy,
        withPapers: papers < mostPapers,
        fence,
        isTrial,
      });
    return await (deps.vitals ? deps.vitals.watch('claiming', look) : look());
  } catch (error) {
    deps.log.error({ err: error, channel: channel.name }, 'the outbox could not be read');
    // The claim may have been carried out, and its answer lost.
    line.sweeper.hurry();
    await pause.wait(unreadableMs);
    return undefined;
  }
}

async function deliver(line: Line, row: OutboxRow): Promise<void> {
  const { channel, deps, pacer, breaker, stopped } = line;
  const { makePaper, vault, log } = deps;
  const { outcome, wasAsked } = await attempt(row, { channel, makePaper, vault, log, stopped });
  pacer.ended(row.address, row.isGroup);
  backOff(line, row, outcome);
  const began = row.claimedAt?.getTime() ?? 0;
  const isInOutage = await breaker.hear(wasAsked ? signOf(outcome) : undefined, began);
  // Until it is settled the chat waits; what ends unsettled is settled at the next start.
  while (!(await isSettled(line, row, { outcome, isInOutage })) && !line.isStopping) await sleep(settleAgainMs);
  deps.onSettled(row, outcome.type);
}

type Ended = { outcome: SendOutcome; isInOutage: boolean };

async function isSettled({ channel, deps }: Line, row: OutboxRow, { outcome, isInOutage }: Ended): Promise<boolean> {
  try {
    await settle(deps.transact, row, outcome, isInOutage);
    return true;
  } catch (error) {
    deps.log.error({ err: error, channel: channel.name, outbox: row.id }, 'a request could not be settled');
    return false;
  }
}

/**
 * A request that certainly did not arrive holds up the others: as long as the platform asks, else longer each time. The
 * limit of one chat holds up that chat alone.
 */
function backOff(line: Line, row: OutboxRow, outcome: SendOutcome): void {
  const { channel, deps, pacer } = line;
  line.failures = outcome.type === 'not-sent' && !outcome.rateLimit ? line.failures + 1 : 0;
  if (outcome.type === 'sent') return;
  deps.log.warn(
    { channel: channel.name, outbox: row.id, kind: row.kind, ...outcome },
    'a request did not simply arrive',
  );
  if (outcome.type !== 'not-sent' || isOfChat(line, row, outcome)) return;
  pacer.pause(outcome.retryAfterSeconds ?? Math.min(longestBackoffSeconds, 2 ** Math.min(line.failures, 6) / 2));
}

/** Whether only the chat is limited that was written to. */
function isOfChat(line: Line, { address }: OutboxRow, outcome: Extract<SendOutcome, { type: 'not-sent' }>): boolean {
  if (outcome.rateLimit !== 'chat') return false;
  const now = monotonic();
  const until = now + (outcome.retryAfterSeconds ?? 0) * 1000;
  const { limited, isOfChannel } = afterLimit(line.limited, { address, until }, now);
  line.limited = limited;
  return !isOfChannel;
}
