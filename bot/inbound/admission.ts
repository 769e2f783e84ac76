/** Whether a message is taken at all: one sender's flood must cost little and delay nobody. */
import type { Inbound } from '../../core/channels/channel.ts';
import { channelTerms } from '../../core/channels/terms.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import { storeHandled } from '../../db/conversation/inbox.ts';
import { admitMessage } from '../../db/conversation/sender-rates.ts';
import { touchAccount } from '../../db/roster/accounts.ts';
import { tooFast } from '../../messages/chat/help.ts';
import { sealInbound } from '../links/kept-inbound.ts';
import { isSaid, type Said } from './event.ts';
import type { ReceiveDeps } from './receive.ts';
import { reply } from './reply.ts';

/** Messages of one sender that may wait to be counted; beyond them none is looked at. */
const mostWaiting = 50;
/** When nothing is known of how long a sender is to wait, in milliseconds. */
const someMs = 1000;

/**
 * Whether a message is taken, whether the inbox holds it already, or one before it; else when the next of its sender may be
 * taken, in milliseconds.
 */
export type Admitted =
  | { isTaken: true; isKnown: boolean; isSeen: boolean; isBehind: boolean }
  | { isTaken: false; waitMs: number };

/**
 * Counts messages against their senders' rates, those of one sender one after the other: a flood holds one connection at
 * most. Nothing of a sender is counted before their next message may be taken, so a flood costs the database next to
 * nothing. What is not taken is counted and logged, and its sender is told once; on our own page, where it waits, by the page.
 */
export function createAdmission(deps: ReceiveDeps): (inbound: Inbound) => Promise<Admitted> {
  const { db, clock, rates, metrics, refused } = deps;
  const lines = new Map<string, { end: Promise<unknown>; length: number }>();
  const shut = createShutDoors(() => clock.machine().getTime());

  const drop = ({ channel, from }: Said): void => {
    metrics.countInbound(channel, 'dropped');
    refused('flood', `${channel} ${from.address}`, 'more messages than its sender may write');
  };

  const count = async (inbound: Said, sender: string): Promise<Admitted> => {
    const shutMs = shut.waitMs(sender);
    if (shutMs > 0) {
      drop(inbound);
      return { isTaken: false, waitMs: shutMs };
    }
    const { channel, from, externalId, contentKey = null } = inbound;
    const arriving = { channel, address: from.address, externalId, contentKey };
    const { isTaken, dropped, waitMs, ...admission } = await admitMessage(db, arriving, rates, clock.machine());
    if (isTaken) return { isTaken, ...admission };
    drop(inbound);
    shut.close(sender, waitMs);
    if (dropped === 1 && !channelTerms[channel].isOurPage) await tell(deps, inbound);
    return { isTaken, waitMs };
  };

  return async (inbound) => {
    if (!isSaid(inbound)) return { isTaken: true, isKnown: true, isSeen: false, isBehind: false };
    const sender = `${inbound.channel} ${inbound.from.address}`;
    const line = lines.get(sender) ?? { end: Promise.resolve(), length: 0 };
    if (line.length >= mostWaiting) {
      drop(inbound);
      return { isTaken: false, waitMs: someMs };
    }
    const counted = line.end.then(() => count(inbound, sender));
    lines.set(sender, { end: counted.catch(() => {}), length: line.length + 1 });
    try {
      return await counted;
    } finally {
      const now = lines.get(sender);
      if (now && now.length > 1) lines.set(sender, { ...now, length: now.length - 1 });
      else lines.delete(sender);
    }
  };
}

/** Senders of whom nothing is taken for a while. In memory alone: who is not in it is counted in the database. */
function createShutDoors(machineMs: () => number) {
  const most = 10_000;
  const doors = new Map<string, { at: number; ms: number }>();
  return {
    waitMs: (sender: string): number => {
      const door = doors.get(sender);
      if (!door) return 0;
      const passed = machineMs() - door.at;
      // A clock that was set back opens it too.
      if (passed >= 0 && passed < door.ms) return door.ms - passed;
      doors.delete(sender);
      return 0;
    },
    close: (sender: string, ms: number): void => {
      const [oldest] = doors.keys();
      if (doors.size >= most && oldest !== undefined) doors.delete(oldest);
      doors.set(sender, { at: machineMs(), ms });
    },
  };
}

/** The first message that is not taken is kept, and answered with what to do. */
async function tell({ transact, clock, nudge }: ReceiveDeps, inbound: Said): Promise<void> {
  await transact(async (work) => {
    const inboxId = await storeHandled(work.tx, sealInbound(work.vault, inbound), clock.civil());
    if (inboxId === undefined || inbound.group) return;
    const account = await touchAccount(work.tx, inbound, work.now, work.machineNow);
    const said = { ...bodyOf({ text: tooFast() }), kind: 'receipt' } as const;
    await reply(work, account, { said, turn: 0, inbox: inboxId });
  });
  nudge();
}
