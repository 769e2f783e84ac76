/** What waits on a channel that has been down for long goes another way, where its reader has one. */

import type { Db } from '../../db/database.ts';
import { findPassable } from '../../db/delivery/passable.ts';
import { findStuck, withdrawStuck } from '../../db/delivery/stuck.ts';
import { findDownChannels } from '../../db/platforms/channel-states.ts';
import { sendAnotherWay } from './pass-on.ts';
import type { Voice } from './voice.ts';
import { findPersonPlaces } from './ways.ts';

/** So many messages a run; the rest goes with the next. */
const mostARun = 200;

/** Takes unsolicited messages off channels that are down; returns how many. `now` is civil time. */
export function reroute(db: Db, voice: Voice, now: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const down = await findDownChannels(tx, voice.machineNow());
    const stuck = await findStuck(tx, down, mostARun);
    const places = await findPersonPlaces(
      tx,
      stuck.map(({ personId }) => personId),
      voice,
    );
    const elsewhere = stuck.filter(({ personId }) =>
      places.get(personId)?.some(({ channel }) => !down.includes(channel)),
    );
    const withdrawn = await withdrawStuck(
      tx,
      elsewhere.map(({ messageId }) => messageId),
      now,
    );
    await sendAnotherWay(tx, await findPassable(tx, withdrawn), voice, now);
    return withdrawn.length;
  });
}
