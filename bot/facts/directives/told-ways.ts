/** Where the people of units would be told, and what answering them would cost. */
import type { ChannelName } from '../../../core/channels/address.ts';
import { reachOf } from '../../../core/channels/reach.ts';
import { findHolders } from '../../../db/roster/people.ts';
import type { DeliveryTerms } from '../../delivery/budgets.ts';
import { findPersonRoutes, type Route } from '../../delivery/ways.ts';
import type { Reading } from '../../delivery/work.ts';

/** Besides its tasks a unit that reports gets the answer to its acknowledgement, the read-back and the receipt. */
const mostReplies = 3;

/** What the answers to a person cost, each of which follows a word of theirs. */
export function costOfReplies(
  channel: ChannelName,
  isReporting: boolean,
  { freeReplies }: Pick<DeliveryTerms, 'freeReplies'>,
): number {
  const replies = isReporting ? mostReplies : 1;
  const now = new Date(0);
  return Math.max(0, replies - reachOf({ channel, lastWord: now, sentSince: 0 }, now, freeReplies).free);
}

/** Where the people of units would be told, by unit; empty for a unit whose people are registered but cannot be told. */
export async function findRoutesOf(reading: Reading, unitIds: number[]): Promise<Map<number, Route[]>> {
  const holders = await findHolders(reading.tx, unitIds, ['head', 'delegate']);
  const people = await findPersonRoutes(
    reading,
    holders.map((holder) => holder.personId),
  );
  const routes = new Map<number, Route[]>();
  for (const { unitId, personId } of holders)
    routes.set(unitId, [...(routes.get(unitId) ?? []), ...(people.get(personId)?.slice(0, 1) ?? [])]);
  return routes;
}
