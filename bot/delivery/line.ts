/** One channel's line: what is under way on it, and how a request goes from its claim to its end. */
import type { Channel, SendOutcome } from '../../core/channels/channel.ts';
import { signOf } from '../../core/delivery/circuit.ts';
import { afterLimit, type LimitedChat } from '../../core/delivery/rate-limit.ts';
import type { Db } from '../../db/database.ts';
import type { Walk } from '../../db/delivery/claim.ts';
import type { Fence } from '../../db/delivery/fence.ts';
import type { OutboxRow } from '../../db/delivery/queue.ts';
import { type Clock, monotonic } from '../clock.ts';
import type { Vault } from '../links/vault.ts';
import type { PaperMaker } from '../papers/maker.ts';
import type { Log } from '../process/log.ts';
import type { VitalSigns } from '../process/vital-signs.ts';
import { attempt } from './attempt.ts';
import type { Breaker } from './breaker.ts';
import type { Flight } from './pace/flight.ts';
import type { Pacer } from './pace/pacer.ts';
import type { Pause } from './pace/pause.ts';
import type { Settler } from './settler.ts';
import type { Sweeper } from './sweeper.ts';
import type { Transact } from './work.ts';

/** A request from its claim until it is settled. `isOut`: the platform has not answered yet. */
export type ClaimedRequest = { row: OutboxRow; isTrial: boolean; isOut: boolean };

/** What one channel's deliverer is at. */
export type SendingLine = {
  channel: Channel;
  deps: DeliverDeps;
  pacer: Pacer;
  flight: Flight;
  pause: Pause;
  /** Ended when a request has its answer: another may go. */
  room: Pause;
  breaker: Breaker;
  settler: Settler;
  /** The chats that the platform limited. */
  limited: LimitedChat[];
  /** The rows under way, by chat: one a chat. */
  underWay: Map<string, ClaimedRequest>;
  /** What they come to. */
  ends: Set<Promise<void>>;
  /** Where the walk over the chats goes on. */
  walk: Walk;
  /** Requests that failed one after the other for want of a connection. */
  failures: number;
  /** Looks at the outbox that found nothing, since the last nudge. */
  looksInVain: number;
  isStopping: boolean;
  fence: Fence | undefined;
  sweeper: Sweeper;
  stopped: Promise<undefined>;
};

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

const longestBackoffSeconds = 60;

/** Sends a claimed row and has written down how that ended. Never rejects. */
export async function deliver(line: SendingLine, one: ClaimedRequest): Promise<void> {
  const { channel, deps, pacer, flight, pause, room, breaker, settler, stopped } = line;
  const { makePaper, vault, log } = deps;
  const { row } = one;
  const beganAt = monotonic();
  const { outcome, wasAsked } = await attempt(row, { channel, makePaper, vault, log, stopped });
  const sign = wasAsked ? signOf(outcome) : undefined;
  if (outcome.type === 'sent' && !row.attachment) flight.arrived(monotonic() - beganAt);
  if (sign?.type === 'doubt' || sign?.type === 'unreached') flight.failed();
  pacer.ended(row.address, row.isGroup);
  backOff(line, row, outcome);
  const began = row.claimedAt?.getTime() ?? 0;
  const isInOutage = await breaker.hear(sign, began);
  // Another may go from here on. The chat waits until it is settled; what ends unsettled is settled at the next start.
  one.isOut = false;
  room.nudge();
  await settler.settle({ row, outcome, isInOutage });
  // Only now does the queue give the chat's next.
  if (isFreeAtOnce(channel, row)) pause.nudge();
  deps.onSettled(row, outcome.type);
}

const isFreeAtOnce = ({ sending: { pace } }: Channel, { isGroup }: OutboxRow): boolean =>
  (isGroup ? pace.perGroupMs : pace.perChatMs) === 0;

/**
 * A request that certainly did not arrive holds up the others: as long as the platform asks, else longer each time. The
 * limit of one chat holds up that chat alone.
 */
function backOff(line: SendingLine, row: OutboxRow, outcome: SendOutcome): void {
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
function isOfChat(
  line: SendingLine,
  { address }: OutboxRow,
  outcome: Extract<SendOutcome, { type: 'not-sent' }>,
): boolean {
  if (outcome.rateLimit !== 'chat') return false;
  const now = monotonic();
  const until = now + (outcome.retryAfterSeconds ?? 0) * 1000;
  const { limited, isOfChannel } = afterLimit(line.limited, { address, until }, now);
  line.limited = limited;
  return !isOfChannel;
}
