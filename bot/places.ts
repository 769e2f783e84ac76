/** Where people, accounts and groups are told something now. */
import type { ChannelName } from '../core/channel.ts';
import { openRungs, reachOf } from '../core/reach.ts';
import { findAccounts, findWaysTo } from '../db/accounts.ts';
import type { Db } from '../db/database.ts';
import { findGroups } from '../db/groups.ts';
import { readBudgets, type Voice } from './voice.ts';

/** `cost` is what one request there takes from the channel's budget. */
export type Place = { channel: ChannelName; address: string; isGroup: boolean; cost: number };

/** The ways to people that are open now, by person, best first. People who cannot be told anything are left out. */
export async function findPersonPlaces(db: Db, personIds: number[], voice: Voice): Promise<Map<number, Place[]>> {
  if (personIds.length === 0) return new Map();
  const now = voice.machineNow();
  const spent = new Set((await readBudgets(db, voice)).filter((b) => b.used >= b.of).map((b) => b.channel));
  const ways = await findWaysTo(db, personIds);
  const places = new Map<number, Place[]>();
  for (const personId of new Set(personIds)) {
    const own = ways.filter((way) => way.personId === personId);
    const open = openRungs(own, own[0]?.preferred ?? null, now, (channel) => spent.has(channel));
    if (open.length > 0)
      places.set(
        personId,
        open.map(({ channel, address, lastWord }) => placeOf(channel, address, lastWord, now)),
      );
  }
  return places;
}

/** An account as a place, with what it costs to write there. */
export function placeOf(channel: ChannelName, address: string, lastWord: Date, now: Date): Place {
  return { channel, address, isGroup: false, cost: reachOf(channel, lastWord, now) === 'paid' ? 1 : 0 };
}

/** The accounts with these ids as places. */
export async function findAccountPlaces(db: Db, ids: number[], voice: Voice): Promise<Map<number, Place>> {
  const found = ids.length > 0 ? await findAccounts(db, ids) : [];
  const now = voice.machineNow();
  return new Map(found.map((a) => [a.id, placeOf(a.channel, a.address, a.lastWordAt, now)]));
}

/** The groups with these ids, as long as the bot is in them. */
export async function findGroupPlaces(db: Db, ids: number[]): Promise<Map<number, Place>> {
  const found = ids.length > 0 ? await findGroups(db, ids) : [];
  return new Map(found.map((g) => [g.id, { channel: g.channel, address: g.address, isGroup: true, cost: 0 }]));
}
