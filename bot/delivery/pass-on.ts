import { findPassable, type Passable } from '../../db/delivery/passable.ts';
import { enqueue } from '../../db/delivery/queue.ts';
import { requestsOf } from './say.ts';
import { findPersonRoutes } from './ways.ts';
import type { Reading } from './work.ts';

/**
 * Sends refused messages another way: to the next open account of the person that was not tried. Tasks for which no way
 * is left wait (bot/delivery/held.ts) and stand on the call sheet.
 */
export async function passOn(reading: Reading, messageIds: number[]): Promise<void> {
  await sendAnotherWay(reading, await findPassable(reading.tx, messageIds));
}

/** Queues messages for the best way to their person that was not tried; nothing for those to whom none is left. */
export async function sendAnotherWay(reading: Reading, passable: Passable[]): Promise<void> {
  const routes = await findPersonRoutes(
    reading,
    passable.map((message) => message.personId),
  );
  const rows = passable.flatMap((message) => {
    const isTried = (route: { channel: string; address: string }): boolean =>
      message.tried.some((t) => t.channel === route.channel && t.address === route.address);
    const next = routes.get(message.personId)?.find((route) => !isTried(route));
    const recipient = { type: 'person', id: message.personId } as const;
    return next ? requestsOf(reading, { ...message, recipient }, next) : [];
  });
  await enqueue(reading.tx, rows);
}
