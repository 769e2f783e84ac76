/** How a platform request ended, noted. */
import type { SendOutcome } from '../core/channel.ts';
import { resendsWhenUncertain } from '../core/message.ts';
import { setAccountState } from '../db/accounts.ts';
import type { Db } from '../db/database.ts';
import { leaveGroup } from '../db/groups.ts';
import { markSent, moveChat, type OutboxRow, refuseChat, refuseOne, requeue, settleUncertain } from '../db/outbox.ts';

/** Writes the outcome of a claimed request, and what follows from it, in one transaction. `now` is civil time. */
export function settle(db: Db, row: OutboxRow, outcome: SendOutcome, now: Date): Promise<void> {
  return db.transaction((tx) => note(tx, row, outcome, now));
}

async function note(tx: Db, row: OutboxRow, outcome: SendOutcome, now: Date): Promise<void> {
  switch (outcome.type) {
    case 'sent':
      return markSent(tx, row, outcome.externalId, now);
    case 'not-sent':
      return requeue(tx, row.id, 0, outcome.reason);
    case 'uncertain':
      return settleUncertain(tx, row, resendsWhenUncertain[row.kind], outcome.reason, now);
    case 'moved':
      return moveChat(tx, row.channel, row.address, outcome.to);
    case 'refused':
      if (outcome.because !== 'blocked' && outcome.because !== 'gone')
        return refuseOne(tx, row.id, outcome.reason, now);
      await refuseChat(tx, row, outcome.reason, now);
      if (row.isGroup) return leaveGroup(tx, row.channel, row.address);
      return setAccountState(tx, row.channel, row.address, 'blocked');
  }
}
