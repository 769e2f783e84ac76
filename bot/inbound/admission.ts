/** Whether a message is taken at all: one sender's flood must cost little and delay nobody. */
import type { Inbound } from '../../core/channels/channel.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import { storeHandled } from '../../db/conversation/inbox.ts';
import { type Admission, admitMessage } from '../../db/conversation/sender-rates.ts';
import { touchAccount } from '../../db/roster/accounts.ts';
import { tooFast } from '../../messages/chat/help.ts';
import { isSaid, type Said } from './event.ts';
import type { ReceiveDeps } from './receive.ts';
import { reply } from './reply.ts';

/** Messages of one sender that may wait to be counted; beyond them none is looked at. */
const mostWaiting = 50;

const taken: Admission = { isTaken: true, isKnown: true, dropped: 0 };

/**
 * Counts messages against their senders' rates, those of one sender one after the other: a flood holds one connection at
 * most. What is not taken is counted and logged, and its sender is told once.
 */
export function createAdmission(deps: ReceiveDeps): (inbound: Inbound) => Promise<Admission> {
  const { db, clock, rates, metrics, refused } = deps;
  const lines = new Map<string, { end: Promise<unknown>; length: number }>();

  const drop = ({ channel, from }: Said): void => {
    metrics.countInbound(channel, 'dropped');
    refused('flood', `${channel} ${from.address}`, 'more messages than its sender may write');
  };

  const count = async (inbound: Said): Promise<Admission> => {
    const { channel, from } = inbound;
    const admission = await admitMessage(db, { channel, address: from.address }, rates, clock.machine());
    if (admission.isTaken) return admission;
    drop(inbound);
    if (admission.dropped === 1) await tell(deps, inbound);
    return admission;
  };

  return async (inbound) => {
    if (!isSaid(inbound)) return taken;
    const sender = `${inbound.channel} ${inbound.from.address}`;
    const line = lines.get(sender) ?? { end: Promise.resolve(), length: 0 };
    if (line.length >= mostWaiting) {
      drop(inbound);
      return { isTaken: false, isKnown: false, dropped: line.length };
    }
    const counted = line.end.then(() => count(inbound));
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

/** The first message that is not taken is kept, and answered with what to do. */
async function tell({ transact, clock, nudge }: ReceiveDeps, inbound: Said): Promise<void> {
  await transact(async (work) => {
    const inboxId = await storeHandled(work.tx, inbound, clock.civil());
    if (inboxId === undefined || inbound.group) return;
    const account = await touchAccount(work.tx, inbound, work.now, work.machineNow);
    const said = { ...bodyOf({ text: tooFast() }), kind: 'receipt' } as const;
    await reply(work, account, { said, turn: 0, inbox: inboxId });
  });
  nudge();
}
