/**
 * One inbound message: one transaction, from the inbox row to the rows of the outbox. Of a crowd that writes at the same
 * moment, those that would wait are kept and confirmed, and take their turn in the order in which they came.
 */
import type { Arrival, Inbound } from '../../core/channels/channel.ts';
import type { Rates } from '../../core/conversation/rate.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import {
  assignSender,
  findWaiting,
  postpone,
  storeHandled,
  storeWaiting,
  takeWaiting,
  type WaitingInbound,
} from '../../db/conversation/inbox.ts';
import type { Db } from '../../db/database.ts';
import { touchAccount } from '../../db/roster/accounts.ts';
import { tryLater } from '../../messages/chat/help.ts';
import { type Clock, monotonic } from '../clock.ts';
import type { Transact } from '../delivery/work.ts';
import type { NotGranted } from '../dialogues/shape/reply.ts';
import { openInbound, sealInbound } from '../links/kept-inbound.ts';
import type { Vault } from '../links/vault.ts';
import { faultSentence } from '../process/fault.ts';
import type { Log } from '../process/log.ts';
import type { Metrics } from '../process/metrics.ts';
import type { NoteRefused } from '../process/refusals.ts';
import type { VitalSigns } from '../process/vital-signs.ts';
import { createAdmission } from './admission.ts';
import { storable } from './event.ts';
import { handleInbound } from './handle.ts';
import { reply } from './reply.ts';
import type { Sharing } from './sharing.ts';
import { talksOf } from './talks.ts';
import { hearWriter, writerOf } from './writer.ts';

export type ReceiveDeps = {
  db: Db;
  clock: Clock;
  transact: Transact;
  vault: Vault;
  /** Called after something may have been queued. */
  nudge: () => void;
  log: Log;
  metrics: Pick<Metrics, 'countInbound' | 'observeHandling'>;
  refused: NoteRefused;
  rates: Rates;
  vitals: Pick<VitalSigns, 'watch'>;
  sharing?: Sharing | undefined;
};

/** Whether a message was taken; else it left no trace, and its sender may write again after so many milliseconds. */
export type Received = { isTaken: true } | { isTaken: false; waitMs: number };

export type Receiver = {
  /** Resolves once the message is stored, or is not taken because its sender wrote too fast. */
  receive(inbound: Inbound, arrival?: Arrival): Promise<Received>;
  /** Handles what was kept, or failed before, and is due. */
  handleWaiting(): Promise<void>;
  /** Ends once what is being handled has been; the rest waits for the next start. */
  stop(): Promise<void>;
};

/** Waits before the second to the fifth attempt, in seconds of machine time; then the update is set aside. */
const retryAfterSeconds = [1, 5, 20, 60];

/** Turns taken at once: Zalo gives a webhook 2 s. Fewer than the sessions, so that one is free to keep what else comes. */
const turnsAtOnce = 6;
/** Of them, those that strangers may have: who is registered never waits for a crowd of strangers. */
const turnsOfStrangers = 2;

export function createReceiver(deps: ReceiveDeps): Receiver {
  const turns = { all: 0, strangers: 0 };
  const backlog = createBacklog(deps);
  const admit = createAdmission(deps);

  async function takeTurn(inbound: Inbound, isKnown: boolean, { isOneOfMany = false }: Arrival): Promise<void> {
    // Nothing overtakes what is kept: a person's second message is not handled before their first. Who writes much waits there.
    if (deps.sharing || isOneOfMany) return keep(deps, backlog, inbound);
    const isFull = turns.all >= turnsAtOnce || (!isKnown && turns.strangers >= turnsOfStrangers);
    if (isFull || backlog.isWorkedOff()) return keep(deps, backlog, inbound);
    const strangers = isKnown ? 0 : 1;
    turns.all += 1;
    turns.strangers += strangers;
    try {
      await handleNow(deps, inbound);
    } finally {
      turns.all -= 1;
      turns.strangers -= strangers;
    }
  }

  return {
    receive: (came, arrival = {}) =>
      deps.vitals.watch('receiving', async () => {
        const inbound = storable(came);
        const admitted = await admit(inbound);
        if (!admitted.isTaken) return admitted;
        if (admitted.isSeen) deps.metrics.countInbound(inbound.channel, 'duplicate');
        else await takeTurn(inbound, admitted.isKnown, arrival);
        return { isTaken: true };
      }),
    handleWaiting: backlog.workOff,
    stop: backlog.stop,
  };
}

const retryAt = ({ clock }: Pick<ReceiveDeps, 'clock'>, attempts: number): Date | null => {
  const seconds = retryAfterSeconds[attempts - 1];
  return seconds === undefined ? null : new Date(clock.machine().getTime() + seconds * 1000);
};

/** What somebody asked for and did not get is counted and logged, under a digest of who it was. */
function note({ refused }: ReceiveDeps, inbound: Inbound, notGranted: NotGranted | undefined): void {
  if (notGranted && 'from' in inbound)
    refused(notGranted.what, `${inbound.channel} ${inbound.from.address}`, notGranted.why);
}

/** The same message was handed in twice at one moment: what this transaction has done is taken back. */
class KeptMeanwhile extends Error {}

/** Handles a message as it comes; one whose handling throws is kept, to be tried again. */
async function handleNow(deps: ReceiveDeps, inbound: Inbound): Promise<void> {
  const { db, clock, transact, metrics, log } = deps;
  const began = monotonic();
  try {
    const notGranted = await transact(async (work) => {
      const [writer, inboxId] = await Promise.all([
        hearWriter(work, inbound),
        storeHandled(work.tx, sealInbound(work.vault, inbound), work.now, writerOf(inbound)),
      ]);
      if (inboxId === undefined) throw new KeptMeanwhile();
      return handleInbound(work, inboxId, inbound, writer);
    });
    note(deps, inbound, notGranted);
    metrics.countInbound(inbound.channel, 'done');
    metrics.observeHandling(inbound.channel, (monotonic() - began) / 1000);
  } catch (error) {
    if (error instanceof KeptMeanwhile) return metrics.countInbound(inbound.channel, 'duplicate');
    metrics.countInbound(inbound.channel, 'failed');
    const { channel, externalId } = inbound;
    log.error({ err: error, channel, externalId }, 'an update could not be handled');
    const again = { attempts: 1, retryAt: retryAt(deps, 1) ?? clock.machine(), error: faultSentence(error) };
    await storeWaiting(db, sealInbound(deps.vault, inbound), clock.civil(), again);
  }
  deps.nudge();
}

/** Keeps a message and confirms it without its turn, which comes when those before it have had theirs. */
async function keep(deps: ReceiveDeps, backlog: Backlog, inbound: Inbound): Promise<void> {
  const { db, clock, metrics, log } = deps;
  const first = { attempts: 0, retryAt: clock.machine(), error: null };
  const isNew = await storeWaiting(db, sealInbound(deps.vault, inbound), clock.civil(), first);
  if (!isNew) return metrics.countInbound(inbound.channel, 'duplicate');
  if (deps.sharing?.leads === false) return deps.sharing.wake();
  backlog.grew();
  void backlog.workOff().catch((error: unknown) => log.error({ err: error }, 'what was kept could not be read'));
}

/** What is kept in the inbox, and its working off: at most once at a time. */
type Backlog = {
  isWorkedOff(): boolean;
  /** Says that more was kept, so that a working off under way looks once more. */
  grew(): void;
  workOff(): Promise<void>;
  stop(): Promise<void>;
};

function createBacklog(deps: ReceiveDeps): Backlog {
  let working: Promise<void> | undefined;
  let hasGrown = false;
  let isStopping = false;

  async function run(): Promise<void> {
    do {
      hasGrown = false;
      for (;;) {
        const waiting = isStopping ? [] : await findWaiting(deps.db, deps.clock.machine());
        if (waiting.length === 0) break;
        const talks = [...talksOf(waiting)];
        const take = async (): Promise<void> => {
          for (let talk = talks.shift(); talk; talk = talks.shift())
            for (const row of talk) if (!isStopping) await handleAgain(deps, row);
        };
        await Promise.all(Array.from({ length: turnsAtOnce }, take));
      }
    } while (hasGrown && !isStopping);
  }

  return {
    isWorkedOff: () => working !== undefined,
    grew: () => {
      hasGrown = true;
    },
    workOff: () => {
      working ??= run().finally(() => {
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
async function handleAgain(deps: ReceiveDeps, { id, attempts, since, ...kept }: WaitingInbound): Promise<void> {
  const { db, clock, transact, metrics, log } = deps;
  const inbound = openInbound(deps.vault, kept);
  try {
    const { isTaken, notGranted } = await transact(async (work) => {
      const isTaken = await takeWaiting(work.tx, id);
      if (!isTaken) return { isTaken, notGranted: undefined };
      const writer = await hearWriter(work, inbound);
      if (writer) await assignSender(work.tx, id, writer.account.id);
      return { isTaken, notGranted: await handleInbound(work, id, inbound, writer) };
    });
    note(deps, inbound, notGranted);
    if (isTaken && attempts === 0) {
      metrics.countInbound(inbound.channel, 'done');
      metrics.observeHandling(inbound.channel, (clock.machine().getTime() - since.getTime()) / 1000);
    }
  } catch (error) {
    const next = retryAt(deps, attempts + 1);
    log.error({ err: error, inbox: id, isSetAside: next === null }, 'a kept update could not be handled');
    await postpone(db, id, next, faultSentence(error));
    if (attempts === 0) metrics.countInbound(inbound.channel, 'failed');
    if (next === null) metrics.countInbound(inbound.channel, 'set-aside');
    if (next === null) await apologise(deps, id, inbound);
  }
  deps.nudge();
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
