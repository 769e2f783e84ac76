/** A message that one channel refused goes on along the person's ladder; each step stays recorded in the outbox. */
import type { Message } from '../core/message.ts';
import type { Db } from '../db/database.ts';
import { findGroupsOf } from '../db/groups.ts';
import { enqueue } from '../db/outbox.ts';
import { findPassable, type Passable } from '../db/passable.ts';
import { callInGroup } from '../messages/reminder.ts';
import { mentionOf } from './channels/zalo-oa-message.ts';
import { findPersonPlaces } from './places.ts';
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
  for (const message of passable) await callUpon(tx, message, voice, now);
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

async function callUpon(tx: Db, message: Passable, voice: Voice, now: Date): Promise<void> {
  const account = message.tried.find((t) => t.channel === 'zalo-oa');
  if (!account || message.issuerId === null || message.kind === 'summary') return;
  const groups = (await findGroupsOf(tx, message.issuerId)).filter((group) => group.channel === 'zalo-oa');
  const calls = groups.map(
    (group): Message => ({
      meaning: `${message.meaning}:mention:${message.personId}`,
      recipient: { type: 'group', id: group.id },
      kind: 'group',
      body: { text: callInGroup(mentionOf(account.address)), choices: [], choiceStyle: 'menu' },
    }),
  );
  await sayAll(tx, calls, voice, now);
}
