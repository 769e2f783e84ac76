/** Asks platforms for the names that no message told. */
import type { Channel } from '../../core/channels/channel.ts';
import type { Db } from '../../db/database.ts';
import { findNameless, type Nameless, nameAccount, nameGroup } from '../../db/roster/names.ts';

/** So many calls a run: names are for reading, messages have the right of way. */
const batchSize = 5;

export type NameSeeker = (db: Db, channels: readonly Channel[]) => Promise<number>;

/** A run that asks for some of the missing names; each is asked for once in the life of the process. */
export function createNameSeeker(): NameSeeker {
  const asked = new Set<string>();
  const keyOf = ({ channel, address, isGroup }: Nameless): string => `${channel} ${isGroup} ${address}`;
  return async (db, channels) => {
    const able = channels.filter((channel) => channel.names && channel.state().state === 'up');
    const nameless = await findNameless(
      db,
      able.map(({ name }) => name),
    );
    const next = nameless.filter((one) => !asked.has(keyOf(one))).slice(0, batchSize);
    for (const one of next) {
      asked.add(keyOf(one));
      const { channel, address, isGroup } = one;
      const name = await able.find((c) => c.name === channel)?.names?.read({ to: address, isGroup });
      if (!name) continue;
      if (isGroup) await nameGroup(db, channel, address, name);
      else await nameAccount(db, channel, address, name);
    }
    return next.length;
  };
}
