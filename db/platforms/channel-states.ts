import { and, eq, isNotNull, lte, or, sql } from 'drizzle-orm';
import type { ChannelName } from '../../core/channels/address.ts';
import type { ChannelState } from '../../core/channels/channel.ts';
import type { Db } from '../database.ts';
import { channelStates } from '../schema/tables.ts';

/** How a channel stood when the service looked last. */
export type StoredChannelState = typeof channelStates.$inferSelect;

/** Keeps how channels stand at a machine instant, in one statement. */
export async function writeChannelStates(
  db: Db,
  states: readonly ({ channel: ChannelName } & ChannelState)[],
  at: Date,
): Promise<void> {
  if (states.length === 0) return;
  const rows = states.map(({ channel, state, detail = null, lasting = null }) => {
    return { channel, state, detail, lasting, at, downSince: state === 'down' ? at : null };
  });
  const seen = {
    state: sql`excluded.state`,
    detail: sql`excluded.detail`,
    lasting: sql`excluded.lasting`,
    at: sql`excluded.at_machine`,
    downSince: sql`case when excluded.state = 'down' then coalesce(${channelStates.downSince}, excluded.down_since_machine) end`,
  };
  await db.insert(channelStates).values(rows).onConflictDoUpdate({ target: channelStates.channel, set: seen });
}

/** How long a channel may be down before messages look for another way; machine time. */
const patienceMs = 10 * 60_000;

/**
 * Finds the channels where a message would only wait. They have been down for long, or their trouble does not pass by
 * itself.
 */
export async function findDownChannels(db: Db, machineNow: Date): Promise<ChannelName[]> {
  const rows = await db
    .select({ channel: channelStates.channel })
    .from(channelStates)
    .where(
      or(
        lte(channelStates.downSince, new Date(machineNow.getTime() - patienceMs)),
        and(eq(channelStates.state, 'down'), isNotNull(channelStates.lasting)),
      ),
    );
  return rows.map(({ channel }) => channel);
}

/** The circuit of a channel's sending as it was kept last; undefined where none was. Parse it before use. */
export async function readCircuit(db: Db, channel: ChannelName): Promise<unknown> {
  const [row] = await db
    .select({ circuit: channelStates.circuit })
    .from(channelStates)
    .where(eq(channelStates.channel, channel));
  return row?.circuit ?? undefined;
}

/** Keeps the circuit of a channel's sending; `at` is machine time. */
export async function writeCircuit(db: Db, channel: ChannelName, circuit: object, at: Date): Promise<void> {
  await db
    .insert(channelStates)
    .values({ channel, state: 'starting', at, circuit })
    .onConflictDoUpdate({ target: channelStates.channel, set: { circuit } });
}

/** How every channel stands, by name. */
export const listChannelStates = (db: Db): Promise<StoredChannelState[]> =>
  db.select().from(channelStates).orderBy(channelStates.channel);
