/** Where people, accounts and groups are told something now. */
import type { ChannelName } from '../../core/channels/address.ts';
import { type Closure, closureOf, openRungs, type Rules, reachOf } from '../../core/channels/reach.ts';
import type { Db } from '../../db/database.ts';
import { findAccounts, findWaysTo } from '../../db/delivery/ways.ts';
import { findDownChannels } from '../../db/platforms/channel-states.ts';
import { findGroups } from '../../db/roster/groups.ts';
import { readBudgets, type Voice } from './voice.ts';

/** `free` is how many requests there cost nothing; each further one takes one from the channel's budget. */
export type Place = { channel: ChannelName; address: string; isGroup: boolean; free: number };

/** What it takes to know who can be told something: what costs, what is free, and the clock of the platforms. */
export type Reckoning = Pick<Voice, 'budgets' | 'freeReplies' | 'machineNow'>;

async function readRules(db: Db, voice: Reckoning): Promise<Rules> {
  const now = voice.machineNow();
  const spent = new Set((await readBudgets(db, voice)).filter((b) => b.left === 0).map((b) => b.channel));
  const down = new Set(await findDownChannels(db, now));
  return {
    reach: (contact) => reachOf(contact, now, voice.freeReplies),
    isSpent: (channel) => spent.has(channel),
    isDown: (channel) => down.has(channel),
  };
}

/** The ways to people that are open now, by person, best first. People who cannot be told anything are left out. */
export async function findPersonPlaces(db: Db, personIds: number[], voice: Reckoning): Promise<Map<number, Place[]>> {
  if (personIds.length === 0) return new Map();
  const rules = await readRules(db, voice);
  const ways = await findWaysTo(db, personIds);
  const places = new Map<number, Place[]>();
  for (const personId of new Set(personIds)) {
    const own = ways.filter((way) => way.personId === personId);
    const open = openRungs(own, own[0]?.preferred ?? null, rules);
    if (open.length > 0)
      places.set(
        personId,
        open.map((way) => ({
          channel: way.channel,
          address: way.address,
          isGroup: false,
          free: rules.reach(way).free,
        })),
      );
  }
  return places;
}

/** Why people cannot be told anything now, by person. People who can are left out. */
export async function findClosures(db: Db, personIds: number[], voice: Reckoning): Promise<Map<number, Closure>> {
  if (personIds.length === 0) return new Map();
  const rules = await readRules(db, voice);
  const ways = await findWaysTo(db, personIds);
  const closures = new Map<number, Closure>();
  for (const personId of new Set(personIds)) {
    const closure = closureOf(
      ways.filter((way) => way.personId === personId),
      rules,
    );
    if (closure) closures.set(personId, closure);
  }
  return closures;
}

/** An account that has just written as a place. */
export function answerPlace(
  { channel, address }: { channel: ChannelName; address: string },
  { freeReplies }: Pick<Voice, 'freeReplies'>,
): Place {
  const lastWord = new Date(0);
  return {
    channel,
    address,
    isGroup: false,
    free: reachOf({ channel, lastWord, sentSince: 0 }, lastWord, freeReplies).free,
  };
}

/** The accounts with these ids as places. */
export async function findAccountPlaces(db: Db, ids: number[], voice: Voice): Promise<Map<number, Place>> {
  const found = ids.length > 0 ? await findAccounts(db, ids) : [];
  const now = voice.machineNow();
  return new Map(
    found.map(({ id, channel, address, ...account }) => [
      id,
      { channel, address, isGroup: false, free: reachOf({ channel, ...account }, now, voice.freeReplies).free },
    ]),
  );
}

/** The Bot Platform counts every message; the Official Account takes nothing for one to its groups (until the end of 2026). */
const freeInGroup = (channel: ChannelName): number => (channel === 'zalo-bot' ? 0 : Number.POSITIVE_INFINITY);

/** The groups with these ids, as long as the bot is in them. */
export async function findGroupPlaces(db: Db, ids: number[]): Promise<Map<number, Place>> {
  const found = ids.length > 0 ? await findGroups(db, ids) : [];
  return new Map(
    found.map(({ id, channel, address }) => [id, { channel, address, isGroup: true, free: freeInGroup(channel) }]),
  );
}
