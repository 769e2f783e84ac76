/** Turns messages into platform requests: chooses the place, lays the text out, queues the rows. */
import { layOut } from '../../core/delivery/layout.ts';
import { type Message, urgency } from '../../core/delivery/message.ts';
import type { Db } from '../../db/database.ts';
import { type WrittenMessage, writeMessages } from '../../db/delivery/messages.ts';
import { enqueue, liftQueued, type NewOutboxRow } from '../../db/delivery/outbox.ts';
import { writtenChoices } from '../../messages/chat/layout.ts';
import { linkOn, type Voice } from './voice.ts';
import { findAccountPlaces, findGroupPlaces, findPersonPlaces, type Place } from './ways.ts';

/**
 * Says messages: each once for its meaning and recipient. Returns how many platform requests were written; nothing is
 * written for a person to whom no way is open. Call inside the transaction that decided them. `now` is civil time.
 */
export async function sayAll(db: Db, said: Message[], voice: Voice, now: Date): Promise<number> {
  if (said.length === 0) return 0;
  const written = await writeMessages(db, said, now);
  const find = await findPlaces(db, written, voice);
  const rows = written.flatMap((message) => {
    const place = find(message);
    return place ? requestsOf(message, place, voice, now) : [];
  });
  await enqueue(db, rows);
  return rows.length;
}

/** Answers a person at once: what waits for the same chat is lifted to the same urgency and keeps its place before it. */
export async function answer(db: Db, message: Message, place: Place, voice: Voice, now: Date): Promise<void> {
  const [written] = await writeMessages(db, [message], now);
  if (!written) return;
  await liftQueued(db, place.channel, place.address, urgency.reply);
  await enqueue(db, requestsOf(written, place, voice, now));
}

/** The platform requests that say a message at a place. */
export function requestsOf(
  message: Pick<WrittenMessage, 'id' | 'kind' | 'body'>,
  place: Place,
  voice: Pick<Voice, 'limits' | 'linkTo'>,
  now: Date,
): NewOutboxRow[] {
  const { free, ...where } = place;
  const { channel } = where;
  const parts = layOut(message.body, voice.limits[channel], writtenChoices, (paper) => linkOn(channel, voice, paper));
  return parts.map((part, index) => ({
    messageId: message.id,
    ...where,
    cost: index < free ? 0 : 1,
    kind: message.kind,
    part: index + 1,
    parts: parts.length,
    ...(part.type === 'text'
      ? {
          text: part.text,
          choices: part.choices.map(({ id, label }) => ({ tap: id, label })),
          asksContact: part.asksContact ?? false,
        }
      : { text: part.label, attachment: part }),
    urgency: urgency[message.kind],
    createdAt: now,
  }));
}

async function findPlaces(db: Db, said: Message[], voice: Voice): Promise<(message: Message) => Place | undefined> {
  const idsOf = (type: Message['recipient']['type']): number[] => [
    ...new Set(said.filter((m) => m.recipient.type === type).map((m) => m.recipient.id)),
  ];
  const people = await findPersonPlaces(db, idsOf('person'), voice);
  const accounts = await findAccountPlaces(db, idsOf('account'), voice);
  const groups = await findGroupPlaces(db, idsOf('group'));
  return ({ recipient }) => {
    switch (recipient.type) {
      case 'person':
        return people.get(recipient.id)?.[0];
      case 'account':
        return accounts.get(recipient.id);
      case 'group':
        return groups.get(recipient.id);
    }
  };
}
