/** A message that one channel refused goes on along the person's ladder; each step stays recorded in the outbox. */
import type { Db } from '../../db/database.ts';
import { enqueue } from '../../db/delivery/outbox.ts';
import { findPassable, type Passable } from '../../db/delivery/passable.ts';
import { requestsOf } from './say.ts';
import type { Voice } from './voice.ts';
import { findPersonPlaces } from './ways.ts';

/**
 * Sends refused messages another way: to the next open account of the person that was not tried. Tasks for which no way
 * is left wait (bot/delivery/held.ts) and stand on the call sheet.
 */
export async function passOn(tx: Db, messageIds: number[], voice: Voice, now: Date): Promise<void> {
  await sendAnotherWay(tx, await findPassable(tx, messageIds), voice, now);
}

/** Queues messages for the best way to their person that was not tried; nothing for those to whom none is left. */
export async function sendAnotherWay(tx: Db, passable: Passable[], voice: Voice, now: Date): Promise<void> {
  const places = await findPersonPlaces(
    tx,
    passable.map((message) => message.personId),
    voice,
  );
  const rows = passable.flatMap((message) => {
    const isTried = (place: { channel: string; address: string }): boolean =>
      message.tried.some((t) => t.channel === place.channel && t.address === place.address);
    const next = places.get(message.personId)?.find((place) => !isTried(place));
    return next ? requestsOf(message, next, voice, now) : [];
  });
  await enqueue(tx, rows);
}
