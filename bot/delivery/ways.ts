/** Where people, accounts and groups are told something now. */
import type { ChannelName } from '../../core/channels/address.ts';
import { type Closure, closureOf, openRungs, openSince, type Rules, reachOf } from '../../core/channels/reach.ts';
import { channelsWhere, isGroupCharged } from '../../core/channels/terms.ts';
import { groupedBy } from '../../core/roster/grouped.ts';
import { civilDate } from '../../core/time/calendar.ts';
import type { OpenChannel } from '../../db/delivery/unreached.ts';
import { findAccounts, findWaysTo } from '../../db/delivery/ways.ts';
import { findDownChannels } from '../../db/platforms/channel-states.ts';
import { findGroups } from '../../db/roster/groups.ts';
import { type DeliveryTerms, readBudgets } from './budgets.ts';
import type { Reading } from './work.ts';

/** A chat to send to, and the part of a group that has parts. `free` is how many requests there cost nothing; each further one takes one from the channel's budget. */
export type Route = { channel: ChannelName; address: string; isGroup: boolean; topic?: string | null; free: number };

/** What it takes to know who can be told something: what costs, what is free, and the clock of the platforms. */
export type Reckoning = Pick<Reading, 'tx' | 'machineNow' | 'terms'>;

async function readRules({ tx, machineNow, terms }: Reckoning): Promise<Rules> {
  const budgets = await readBudgets(tx, terms.budgets, machineNow);
  const spent = new Set(budgets.filter((b) => b.left === 0).map((b) => b.channel));
  const down = new Set(await findDownChannels(tx, machineNow));
  return {
    reach: (contact) => reachOf(contact, machineNow, terms.freeReplies),
    isSpent: (channel) => spent.has(channel),
    isDown: (channel) => down.has(channel),
  };
}

/** The ways to people that are open now, by person, best first. People who cannot be told anything are left out. */
export async function findPersonRoutes(reckoning: Reckoning, personIds: number[]): Promise<Map<number, Route[]>> {
  if (personIds.length === 0) return new Map();
  const rules = await readRules(reckoning);
  const ways = await findWaysTo(reckoning.tx, personIds);
  const routes = new Map<number, Route[]>();
  for (const [personId, own] of groupedBy(ways, (way) => way.personId)) {
    const open = openRungs(own, own[0]?.preferred ?? null, rules);
    if (open.length > 0)
      routes.set(
        personId,
        open.map((way) => ({
          channel: way.channel,
          address: way.address,
          isGroup: false,
          free: rules.reach(way).free,
        })),
      );
  }
  return routes;
}

/** Why people cannot be told anything now, by person. People who can are left out. */
export async function findClosures(reckoning: Reckoning, personIds: number[]): Promise<Map<number, Closure>> {
  if (personIds.length === 0) return new Map();
  const rules = await readRules(reckoning);
  const ways = await findWaysTo(reckoning.tx, personIds);
  const closures = new Map<number, Closure>();
  const waysOf = groupedBy(ways, (way) => way.personId);
  for (const personId of new Set(personIds)) {
    const closure = closureOf(waysOf.get(personId) ?? [], rules);
    if (closure) closures.set(personId, closure);
  }
  return closures;
}

/** The channels on which whoever wrote there lately enough can be told something now, whatever else went there. */
export async function findOpenChannels({ tx, machineNow, terms }: Reckoning): Promise<OpenChannel[]> {
  const { isSpent } = await readRules({ tx, machineNow, terms });
  return channelsWhere(({ price }) => price.type === 'nothing')
    .concat(channelsWhere(({ price }) => price.type !== 'nothing').filter((channel) => !isSpent(channel)))
    .map((channel) => ({ channel, since: openSince(channel, machineNow) ?? null }));
}

/** The route back to an account that has just written. */
export function routeBack(
  { freeReplies }: Pick<DeliveryTerms, 'freeReplies'>,
  { channel, address }: { channel: ChannelName; address: string },
): Route {
  const lastWord = new Date(0);
  return {
    channel,
    address,
    isGroup: false,
    free: reachOf({ channel, lastWord, sentSince: 0 }, lastWord, freeReplies).free,
  };
}

/** The routes to the accounts with these ids. */
export async function findAccountRoutes(
  { tx, machineNow, terms }: Reckoning,
  ids: number[],
): Promise<Map<number, Route>> {
  const found = ids.length > 0 ? await findAccounts(tx, ids) : [];
  return new Map(
    found.map(({ id, channel, address, ...account }) => [
      id,
      { channel, address, isGroup: false, free: reachOf({ channel, ...account }, machineNow, terms.freeReplies).free },
    ]),
  );
}

/** Platforms charge by the days of the calendar. */
const freeInGroup = (channel: ChannelName, machineNow: Date): number =>
  isGroupCharged(channel, civilDate(machineNow)) ? 0 : Number.POSITIVE_INFINITY;

/** The routes to the groups with these ids, as long as the bot is in them. */
export async function findGroupRoutes(
  { tx, machineNow }: Pick<Reckoning, 'tx' | 'machineNow'>,
  ids: number[],
): Promise<Map<number, Route>> {
  const found = ids.length > 0 ? await findGroups(tx, ids) : [];
  return new Map(
    found.map(({ id, channel, address, topic }) => [
      id,
      { channel, address, isGroup: true, topic, free: freeInGroup(channel, machineNow) },
    ]),
  );
}
