/** What was kept in the inbox, and how it has its turns in the order in which it came. */
import type { Inbound } from '../../core/channels/channel.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import {
  assignSender,
  findWaiting,
  postpone,
  takeWaiting,
  talkOf,
  type WaitingInbound,
} from '../../db/conversation/inbox.ts';
import { touchAccount } from '../../db/roster/accounts.ts';
import { tryLater } from '../../messages/chat/help.ts';
import { monotonic } from '../clock.ts';
import type { NotGranted } from '../dialogues/shape/reply.ts';
import { openInbound } from '../links/kept-inbound.ts';
import { faultSentence } from '../process/fault.ts';
import { handleInbound } from './handle.ts';
import type { ReceiveDeps } from './receive.ts';
import { reply } from './reply.ts';
import { talksOf } from './talks.ts';
import { hearWriter } from './writer.ts';

/** Waits before the second to the fifth attempt, in seconds of machine time; then the update is set aside. */
const retryAfterSeconds = [1, 5, 20, 60];

/** What failed is tried again within this time, in milliseconds: the longest wait, and what looking takes. */
const longestRetryMs = (Math.max(...retryAfterSeconds) + 10) * 1000;

/** Turns taken at once: Zalo gives a webhook 2 s. Fewer than the sessions, so that one is free to keep what else comes. */
export const turnsAtOnce = 6;
/** When what failed so often is tried again; null: never. */
export const retryAt = ({ clock }: Pick<ReceiveDeps, 'clock'>, attempts: number): Date | null => {
  const seconds = retryAfterSeconds[attempts - 1];
  return seconds === undefined ? null : new Date(clock.machine().getTime() + seconds * 1000);
};

/** What somebody asked for and did not get is counted and logged, under a digest of who it was. */
export function noteRefused({ refused }: ReceiveDeps, inbound: Inbound, notGranted: NotGranted | undefined): void {
  if (notGranted && 'from' in inbound)
    refused(notGranted.what, `${inbound.channel} ${inbound.from.address}`, notGranted.why);
}

/** What is kept in the inbox, and its working off: at most once at a time in each process. */
export type Backlog = {
  isWorkedOff(): boolean;
  /** Says that more was kept, so that a working off under way looks once more. */
  grew(by: Inbound): void;
  /** Says that something is to be tried again within a minute. */
  left(): void;
  mayBeDue(): boolean;
  workOff(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Each of several processes works off what it kept itself, and what is so long overdue (in milliseconds). Whoever kept that may be
 * gone, or has more than it can do.
 */
const longOverdueMs = 5000;

/** A backlog of which nothing is known yet. */
export function createBacklog(deps: ReceiveDeps): Backlog {
  let working: Promise<void> | undefined;
  let hasGrown = false;
  let isStopping = false;
  /** Of whom this process has kept something. */
  const senders = new Set<string>();
  let leftAt = Number.NEGATIVE_INFINITY;
  const left = (): void => {
    leftAt = monotonic();
  };

  /** One person's messages, in their order. False where another process has that person's turn: it looks for the rest after it. */
  async function handleTalk(talk: WaitingInbound[]): Promise<boolean> {
    for (const row of talk) {
      if (isStopping) return false;
      const outcome = await handleAgain(deps, row);
      if (outcome === 'failed' || outcome === 'elsewhere') left();
      if (outcome === 'elsewhere') return false;
    }
    return true;
  }

  const mayBeDue = (): boolean => monotonic() - leftAt < longestRetryMs;

  async function look(): Promise<WaitingInbound[]> {
    if (isStopping) return [];
    const now = deps.clock.machine();
    const share = { senders: [...senders], othersBefore: new Date(now.getTime() - longOverdueMs) };
    const waiting = await findWaiting(deps.db, now, { share: deps.isOneOfSeveral ? share : undefined });
    if (waiting.length === 0 && !hasGrown && !mayBeDue()) senders.clear();
    return waiting;
  }

  async function run(): Promise<void> {
    do {
      hasGrown = false;
      for (;;) {
        const waiting = await look();
        if (waiting.length === 0) break;
        const talks = [...talksOf(waiting)];
        let isOurs = false;
        const take = async (): Promise<void> => {
          for (let talk = talks.shift(); talk; talk = talks.shift()) if (await handleTalk(talk)) isOurs = true;
        };
        await Promise.all(Array.from({ length: turnsAtOnce }, take));
        // What others have under way is looked at again a second later.
        if (!isOurs) break;
      }
    } while (hasGrown && !isStopping);
  }

  return {
    isWorkedOff: () => working !== undefined,
    grew: (by) => {
      hasGrown = true;
      if (deps.isOneOfSeveral) senders.add(talkOf(by));
    },
    left,
    mayBeDue,
    workOff: () => {
      working ??= run()
        .catch((error: unknown) => {
          left();
          throw error;
        })
        .finally(() => {
          working = undefined;
        });
      return working;
    },
    stop: async () => {
      isStopping = true;
      await working?.catch(() => {});
    },
  };
}

/** Handles what was kept. After the last attempt it is set aside, and its sender is told. */
async function handleAgain(
  deps: ReceiveDeps,
  { id, attempts, since, ...kept }: WaitingInbound,
): Promise<'handled' | 'failed' | 'elsewhere'> {
  const { db, clock, transact, metrics, log } = deps;
  const inbound = openInbound(deps.vault, kept);
  try {
    const { taking, notGranted } = await transact(async (work) => {
      const taking = await takeWaiting(work.tx, id);
      if (taking !== 'taken') return { taking, notGranted: undefined };
      const writer = await hearWriter(work, inbound);
      if (writer) await assignSender(work.tx, id, writer.account.id);
      return { taking, notGranted: await handleInbound(work, id, inbound, writer) };
    });
    noteRefused(deps, inbound, notGranted);
    if (taking === 'elsewhere') return 'elsewhere';
    if (taking === 'taken' && attempts === 0) {
      metrics.countInbound(inbound.channel, 'done');
      metrics.observeHandling(inbound.channel, (clock.machine().getTime() - since.getTime()) / 1000);
    }
    return 'handled';
  } catch (error) {
    const next = retryAt(deps, attempts + 1);
    log.error({ err: error, inbox: id, isSetAside: next === null }, 'a kept update could not be handled');
    await postpone(db, id, next, faultSentence(error));
    if (attempts === 0) metrics.countInbound(inbound.channel, 'failed');
    if (next === null) metrics.countInbound(inbound.channel, 'set-aside');
    if (next === null) await apologise(deps, id, inbound);
    return 'failed';
  } finally {
    deps.nudge();
  }
}

/** The person is told that their words are kept; when even that fails, the log has said so already. */
async function apologise({ transact, log }: ReceiveDeps, inboxId: number, inbound: Inbound): Promise<void> {
  if (inbound.kind !== 'text' && inbound.kind !== 'tap') return;
  try {
    await transact(async (work) => {
      const { tx, now, machineNow } = work;
      const account = await touchAccount(tx, inbound, now, machineNow);
      const said = { ...bodyOf({ text: tryLater() }), kind: 'reply' } as const;
      await reply(work, account, { said, turn: 0, inbox: inboxId, as: 'apology' });
    });
  } catch (error) {
    log.error({ err: error, inbox: inboxId }, 'no apology could be written');
  }
}
