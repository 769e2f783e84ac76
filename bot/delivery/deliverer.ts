/** Sends what the outbox holds for one channel: claim, send, settle. Nothing else in the product sends. */
import type { Channel, ChannelState } from '../../core/channels/channel.ts';
import { urgency } from '../../core/delivery/message.ts';
import { claimBatch } from '../../db/delivery/claim.ts';
import type { Fence } from '../../db/delivery/fence.ts';
import { findNextDue, type OutboxRow } from '../../db/delivery/queue.ts';
import { monotonic } from '../clock.ts';
import { createBreaker } from './breaker.ts';
import { type ClaimedRequest, type DeliverDeps, deliver, type SendingLine } from './line.ts';
import { createFlight } from './pace/flight.ts';
import { createPacer, type Stream } from './pace/pacer.ts';
import { createEnding, createPause } from './pace/pause.ts';
import { createSettler } from './settler.ts';
import { createSweeper } from './sweeper.ts';

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

/** Requests with a paper under way at once: making and uploading one takes long, and replies must not wait for it. */
const mostPapers = 2;
/** Claimed by one statement at most. */
const mostClaimed = 256;
/** How soon the outbox is looked at again after a look that found nothing, without a nudge. */
const idleMs = 500;
/** The same where nothing waits at all. Who queues something nudges, in whichever process. */
const longestQuietMs = 10_000;
/** How long to wait after the outbox could not be read. */
const unreadableMs = 1000;

export function createDeliverer(channel: Channel, deps: DeliverDeps): Deliverer {
  const { ended: stopped, end: stopMaking } = createEnding();
  const { pace } = channel.sending;
  const line: SendingLine = {
    channel,
    deps,
    pacer: createPacer(pace, monotonic),
    flight: createFlight(pace),
    pause: createPause(),
    room: createPause(),
    breaker: createBreaker(channel, deps),
    settler: createSettler(channel.name, deps),
    limited: [],
    underWay: new Map(),
    ends: new Set(),
    walk: { after: '' },
    failures: 0,
    looksInVain: 0,
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
      line.settler.stop();
      stopMaking();
      line.pause.nudge();
      line.room.nudge();
      await running;
    },
  };
}

async function run(line: SendingLine): Promise<void> {
  const { pause, breaker } = line;
  await restore(line);
  while (!line.isStopping) {
    const { state } = breaker.circuit();
    if (state !== 'down') {
      await goOn(line, state === 'trial');
      continue;
    }
    pause.listen();
    const untilAsked = await breaker.ask(line.stopped);
    if (untilAsked > 0) await pause.waitUnlessNudged(Math.min(untilAsked, 1000));
  }
  await Promise.allSettled(line.ends);
}

/** Claims what may go now and begins to send it; or waits until something may. */
async function goOn(line: SendingLine, isTrial: boolean): Promise<void> {
  const { pacer, pause, room, flight, breaker, underWay } = line;
  const out = [...underWay.values()].filter((one) => one.isOut && (!isTrial || one.isTrial)).length;
  const free = (isTrial ? 1 : flight.most()) - out;
  const stream: Stream = pacer.delayUntilNext() > 0 ? 'reply' : 'bulk';
  const wait = pacer.delayUntilNext(stream);
  if (free <= 0) return room.wait(1000);
  if (wait > 0) return pause.wait(Math.min(wait, 1000));
  // What nobody asked for waits for its time; meanwhile an answer may go as soon as somebody says that there is one.
  const untilBulk = pacer.delayUntilNext();
  if (stream === 'reply' && !pause.isNudged()) return pause.wait(Math.min(untilBulk, 1000));
  if (pause.isNudged()) line.looksInVain = 0;
  pause.listen();
  await sweep(line);
  const quietMs = isTrial ? 0 : await quietFor(line);
  if (quietMs > 0) return pause.waitUnlessNudged(quietMs);
  const asked = Math.min(free, pacer.room(stream));
  const rows = await claim(line, { most: asked, stream, isTrial });
  for (const row of rows ?? []) send(line, row, isTrial);
  line.looksInVain = rows?.length === 0 ? line.looksInVain + 1 : 0;
  if (!rows || rows.length > 0) return stream === 'reply' ? pause.nudge() : undefined;
  if (stream === 'reply') return pause.waitUnlessNudged(Math.min(untilBulk, 1000));
  if (isTrial && underWay.size === 0) await breaker.idle();
  await pause.waitUnlessNudged(Math.min(idleMs, Math.max(1, pacer.nextFreeIn())));
}

/**
 * How long a quiet line need not look, in milliseconds: until something comes due, or some seconds where nothing waits. 0 where a
 * look is worth it.
 */
async function quietFor({ channel, deps, underWay, looksInVain }: SendingLine): Promise<number> {
  if (looksInVain < 2 || underWay.size > 0) return 0;
  try {
    const dueMs = await watched(deps, () => findNextDue(deps.db, channel.name));
    return Math.max(0, Math.min(longestQuietMs, (dueMs ?? Number.POSITIVE_INFINITY) - deps.clock.machine().getTime()));
  } catch {
    // Whoever claims says what is wrong.
    return 0;
  }
}

async function sweep({ fence, sweeper, underWay }: SendingLine): Promise<void> {
  if (!fence) return;
  await sweeper.sweep(
    fence,
    [...underWay.values()].map(({ row }) => row.id),
  );
}

/** Begins to send a claimed row; what follows goes on by itself. */
function send(line: SendingLine, row: OutboxRow, isTrial: boolean): void {
  const { pacer, ends, underWay } = line;
  pacer.took(row.address, row.isGroup);
  const one: ClaimedRequest = { row, isTrial, isOut: true };
  underWay.set(row.address, one);
  const end: Promise<void> = deliver(line, one).finally(() => {
    underWay.delete(row.address);
    ends.delete(end);
  });
  ends.add(end);
}

/** How the channel stood when the process before us ended; a database that cannot be read now is waited for. */
async function restore(line: SendingLine): Promise<void> {
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

const watched = <T>({ vitals }: DeliverDeps, look: () => Promise<T>): Promise<T> =>
  vitals ? vitals.watch('claiming', look) : look();

type Claiming = { most: number; stream: Stream; isTrial: boolean };

/** Claims requests; undefined where the outbox could not be read. */
async function claim(line: SendingLine, { most, stream, isTrial }: Claiming): Promise<OutboxRow[] | undefined> {
  const { channel, deps, pacer, pause, underWay, fence, walk } = line;
  const papers = [...underWay.values()].filter(({ row }) => row.attachment).length;
  try {
    const busy = [...new Set([...pacer.busyChats(), ...underWay.keys()])];
    const claimable = {
      machineMs: deps.clock.machine().getTime(),
      busy,
      papers: Math.max(0, mostPapers - papers),
      urgency: stream === 'reply' ? urgency.reply : undefined,
      fence,
      isTrial,
    };
    const look = () => claimBatch(deps.db, channel.name, claimable, { most: Math.min(most, mostClaimed), walk });
    return await watched(deps, look);
  } catch (error) {
    deps.log.error({ err: error, channel: channel.name }, 'the outbox could not be read');
    // The claim may have been carried out, and its answer lost.
    line.sweeper.hurry();
    await pause.wait(unreadableMs);
    return undefined;
  }
}
