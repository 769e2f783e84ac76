/** A message that one channel refused goes on along the person's ladder; each step stays recorded in the outbox. */
import { bodyOf } from '../core/layout.ts';
import type { Message } from '../core/message.ts';
import type { Db } from '../db/database.ts';
import { findGroupsOf } from '../db/groups.ts';
import { enqueue } from '../db/outbox.ts';
import { findPassable, type Passable } from '../db/passable.ts';
import { callInGroup } from '../messages/reminder.ts';
import { findMentions } from './mentions.ts';
import { findPersonPlaces, findSilent } from './places.ts';
import { requestsOf, sayAll } from './say.ts';
import type { Voice } from './voice.ts';

/**
 * Sends refused messages another way: to the next open account of the person that was not tried. Who closed the window
 * of a Zalo Official Account is also called upon in its group, where there is no window. What no way is left for waits
 * on the call sheet, and goes out when the person opens a chat again.
 */
export async function passOn(tx: Db, messageIds: number[], voice: Voice, now: Date): Promise<void> {
  const passable = await findPassable(tx, messageIds);
  await sendAnotherWay(tx, passable, voice, now);
  const unwritten = passable.flatMap(({ meaning, personId, issuerId, kind, tried }) => {
    const wasTried = tried.some((t) => t.channel === 'zalo-oa');
    return wasTried && issuerId !== null && kind !== 'summary' ? [{ meaning, personId, issuerId }] : [];
  });
  await callUpon(tx, unwritten, voice, now);
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

/** A message of an issuer that could not be written to somebody on the Official Account. */
type Unwritten = { meaning: string; personId: number; issuerId: number };

/** Calls upon people in the groups of the Official Account that they are in, once for each message. */
async function callUpon(tx: Db, unwritten: Unwritten[], voice: Voice, now: Date): Promise<void> {
  const calls: Message[] = [];
  for (const issuerId of new Set(unwritten.map((message) => message.issuerId))) {
    const own = unwritten.filter((message) => message.issuerId === issuerId);
    for (const group of await findGroupsOf(tx, issuerId)) {
      const mentions = await findMentions(
        tx,
        group,
        own.map(({ personId }) => personId),
      );
      for (const { meaning, personId } of own) {
        const mention = mentions.get(personId);
        if (mention === undefined) continue;
        const body = bodyOf({ text: callInGroup(mention) });
        const recipient = { type: 'group', id: group.id } as const;
        calls.push({ meaning: `${meaning}:mention:${personId}`, recipient, kind: 'group', body });
      }
    }
  }
  await sayAll(tx, calls, voice, now);
}

/** Calls upon those to whom tasks of an issuer could not be written at all, their window having closed before. */
export async function callUponSilent(tx: Db, told: Unwritten[], voice: Voice, now: Date): Promise<void> {
  const silent = await findSilent(
    tx,
    told.map(({ personId }) => personId),
    voice,
  );
  await callUpon(
    tx,
    told.filter(({ personId }) => silent.has(personId)),
    voice,
    now,
  );
}
