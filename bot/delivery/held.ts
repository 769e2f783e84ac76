/** Tasks that wait because no way to their person was open. */
import type { Note } from '../../core/audit/fact.ts';
import { mentionOf } from '../../core/channels/mention.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import type { Message } from '../../core/delivery/message.ts';
import type { Db } from '../../db/database.ts';
import {
  findHeld,
  findUnwritten,
  type Held,
  noteCalled,
  releaseRefused,
  type Unwritten,
} from '../../db/delivery/held.ts';
import { enqueue } from '../../db/delivery/outbox.ts';
import { callInGroup } from '../../messages/chat/reminder.ts';
import { requestsOf, sayAll } from './say.ts';
import type { Voice } from './voice.ts';
import { findPersonPlaces, type Place } from './ways.ts';

/** So many messages a run; the rest goes with the next. */
const mostARun = 200;
/** People named in one message to a group: a mention is some twenty characters long. */
const mostNamed = 50;

const at = (place: Place) => (refusal: Held['refusals'][number]) =>
  refusal.channel === place.channel && refusal.address === place.address;

/** Queues a message at a place, anew or as it was refused there. */
async function release(tx: Db, held: Held, place: Place, voice: Voice, now: Date, note: Note): Promise<void> {
  if (held.refusals.some(at(place))) return note(...(await releaseRefused(tx, held.id, place)));
  await enqueue(tx, requestsOf({ ...held, kind: 'tasks' }, place, voice, now));
}

/** Sends a person what waits for them to the account from which they have just written; returns how many messages. */
export async function releaseTo(
  tx: Db,
  personId: number,
  place: Place,
  voice: Voice,
  now: Date,
  note: Note,
): Promise<number> {
  const waiting = await findHeld(tx, mostARun, personId);
  const welcome = waiting.filter((held) => !held.refusals.some((r) => at(place)(r) && r.because === 'rejected'));
  for (const held of welcome) await release(tx, held, place, voice, now, note);
  return welcome.length;
}

/** Whether a refusal may pass by itself: there is something to pay with again, or the person wrote somewhere. */
const passes = ({ because }: Held['refusals'][number]): boolean => because === 'quota' || because === 'window-closed';

/** Sends what waits for people to whom a way has opened meanwhile; returns how many messages. `now` is civil time. */
export async function releaseHeld(tx: Db, voice: Voice, now: Date, note: Note): Promise<number> {
  const waiting = await findHeld(tx, mostARun);
  const places = await findPersonPlaces(
    tx,
    waiting.map(({ personId }) => personId),
    voice,
  );
  let released = 0;
  for (const held of waiting) {
    const place = places.get(held.personId)?.find((open) => held.refusals.filter(at(open)).every(passes));
    if (!place) continue;
    await release(tx, held, place, voice, now, note);
    released += 1;
  }
  return released;
}

/**
 * Calls upon the people for whom tasks wait in the groups of the Official Account, where there is no window of days: once
 * for each directive, all of a group in one message. Returns how many platform requests were written.
 */
export async function callUponWaiting(tx: Db, voice: Voice, now: Date): Promise<number> {
  const waiting = await findUnwritten(tx, 'zalo-oa');
  const calls: Message[] = [];
  const keyOf = ({ groupId, directiveId }: Unwritten): string => `${groupId} ${directiveId}`;
  for (const key of new Set(waiting.map(keyOf))) {
    const own = waiting.filter((one) => keyOf(one) === key);
    for (let from = 0; from < own.length; from += mostNamed) calls.push(...callOf(own.slice(from, from + mostNamed)));
  }
  for (const one of waiting) await noteCalled(tx, one);
  return sayAll(tx, calls, voice, now);
}

function callOf(called: Unwritten[]): Message[] {
  const [first] = called;
  if (!first) return [];
  const whom = called.map(({ address, messageId }) => `${address}-${messageId}`).join(':');
  const body = bodyOf({ text: callInGroup(called.map(({ address }) => mentionOf(address))) });
  const recipient = { type: 'group', id: first.groupId } as const;
  return [{ meaning: `directive-${first.directiveId}:group:call:${whom}`, recipient, kind: 'group', body }];
}
