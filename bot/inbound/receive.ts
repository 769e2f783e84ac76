/**
 * One inbound message: one transaction, from the inbox row to the rows of the outbox. Of a crowd that writes at the same
 * moment, those that would wait are kept and confirmed, and take their turn in the order in which they came.
 */
import type { Arrival, Inbound } from '../../core/channels/channel.ts';
import type { Rates } from '../../core/conversation/rate.ts';
import { storeHandled, storeWaiting } from '../../db/conversation/inbox.ts';
import type { Db } from '../../db/database.ts';
import { type Clock, monotonic } from '../clock.ts';
import type { Transact } from '../delivery/work.ts';
import { sealInbound } from '../links/kept-inbound.ts';
import type { Vault } from '../links/vault.ts';
import { faultSentence } from '../process/fault.ts';
import type { Log } from '../process/log.ts';
import type { Metrics } from '../process/metrics.ts';
import type { NoteRefused } from '../process/refusals.ts';
import type { VitalSigns } from '../process/vital-signs.ts';
import { type Admitted, createAdmission } from './admission.ts';
import { type Backlog, createBacklog, noteRefused, retryAt, turnsAtOnce } from './backlog.ts';
import { storable } from './event.ts';
import { handleInbound } from './handle.ts';
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
  /** Whether several processes work on one database. */
  isOneOfSeveral?: boolean | undefined;
};

/** Whether a message was taken; else it left no trace, and its sender may write again after so many milliseconds. */
export type Received = { isTaken: true } | { isTaken: false; waitMs: number };

export type Receiver = {
  /** Resolves once the message is stored, or is not taken because its sender wrote too fast. */
  receive(inbound: Inbound, arrival?: Arrival): Promise<Received>;
  /** Handles what was kept, or failed before, and is due. */
  handleWaiting(): Promise<void>;
  /** Whether something that was kept may be due, as far as this process knows. */
  mayBeDue(): boolean;
  /** Ends once what is being handled has been; the rest waits for the next start. */
  stop(): Promise<void>;
};

/** Of the turns taken at once, those that strangers may have: who is registered never waits for a crowd of strangers. */
const turnsOfStrangers = 2;

export function createReceiver(deps: ReceiveDeps): Receiver {
  const turns = { all: 0, strangers: 0 };
  const backlog = createBacklog(deps);
  const admit = createAdmission(deps);

  async function takeTurn(
    inbound: Inbound,
    { isKnown, isBehind }: Admitted & { isTaken: true },
    { isOneOfMany = false }: Arrival,
  ): Promise<void> {
    // Nothing overtakes what is kept, here or by another process: a person's second message is not handled before their first.
    // Who writes much waits there.
    if (isBehind || isOneOfMany) return keep(deps, backlog, inbound);
    const isFull = turns.all >= turnsAtOnce || (!isKnown && turns.strangers >= turnsOfStrangers);
    if (isFull || backlog.isWorkedOff()) return keep(deps, backlog, inbound);
    const strangers = isKnown ? 0 : 1;
    turns.all += 1;
    turns.strangers += strangers;
    try {
      await handleNow(deps, backlog, inbound);
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
        else await takeTurn(inbound, admitted, arrival);
        return { isTaken: true };
      }),
    handleWaiting: backlog.workOff,
    mayBeDue: backlog.mayBeDue,
    stop: backlog.stop,
  };
}

/** The same message was handed in twice at one moment: what this transaction has done is taken back. */
class KeptMeanwhile extends Error {}

/** Handles a message as it comes; one whose handling throws is kept, to be tried again. */
async function handleNow(deps: ReceiveDeps, backlog: Backlog, inbound: Inbound): Promise<void> {
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
    noteRefused(deps, inbound, notGranted);
    metrics.countInbound(inbound.channel, 'done');
    metrics.observeHandling(inbound.channel, (monotonic() - began) / 1000);
  } catch (error) {
    if (error instanceof KeptMeanwhile) return metrics.countInbound(inbound.channel, 'duplicate');
    metrics.countInbound(inbound.channel, 'failed');
    const { channel, externalId } = inbound;
    log.error({ err: error, channel, externalId }, 'an update could not be handled');
    const again = { attempts: 1, retryAt: retryAt(deps, 1) ?? clock.machine(), error: faultSentence(error) };
    await storeWaiting(db, sealInbound(deps.vault, inbound), clock.civil(), again);
    backlog.grew(inbound);
    backlog.left();
  }
  deps.nudge();
}

/** Keeps a message and confirms it without its turn, which comes when those before it have had theirs. */
async function keep(deps: ReceiveDeps, backlog: Backlog, inbound: Inbound): Promise<void> {
  const { db, clock, metrics, log } = deps;
  const first = { attempts: 0, retryAt: clock.machine(), error: null };
  const isNew = await storeWaiting(db, sealInbound(deps.vault, inbound), clock.civil(), first);
  if (!isNew) return metrics.countInbound(inbound.channel, 'duplicate');
  backlog.grew(inbound);
  void backlog.workOff().catch((error: unknown) => log.error({ err: error }, 'what was kept could not be read'));
}
