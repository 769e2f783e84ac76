import type { ChannelName } from '../../core/channels/address.ts';
import type { Db } from '../../db/database.ts';
import { type Claimable, claimBatch } from '../../db/delivery/claim.ts';
import type { OutboxRow } from '../../db/delivery/queue.ts';

/** Takes the next request that may go now, as `claimBatch` does. */
export async function claimNext(db: Db, channel: ChannelName, claimable: Claimable): Promise<OutboxRow | undefined> {
  const [row] = await claimBatch(db, channel, claimable, { most: 1 });
  return row;
}
