/** What waits on a channel that has been down for long goes another way, where its reader has one. */
import { findPassable } from '../../db/delivery/passable.ts';
import { findStuck, withdrawStuck } from '../../db/delivery/stuck.ts';
import { findDownChannels } from '../../db/platforms/channel-states.ts';
import { sendAnotherWay } from './pass-on.ts';
import { findPersonRoutes } from './ways.ts';
import type { Work } from './work.ts';

/** So many messages a run; the rest goes with the next. */
const batchSize = 200;

/** Takes unsolicited messages off channels that are down; returns how many. */
export async function reroute(work: Work): Promise<number> {
  const { tx, now, machineNow } = work;
  const down = await findDownChannels(tx, machineNow);
  const stuck = await findStuck(tx, down, batchSize);
  const routes = await findPersonRoutes(
    work,
    stuck.map(({ personId }) => personId),
  );
  const elsewhere = stuck.filter(({ personId }) =>
    routes.get(personId)?.some(({ channel }) => !down.includes(channel)),
  );
  const withdrawn = await withdrawStuck(
    tx,
    elsewhere.map(({ messageId }) => messageId),
    now,
  );
  await sendAnotherWay(work, await findPassable(tx, withdrawn));
  return withdrawn.length;
}
