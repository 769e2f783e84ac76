/** Turns messages into platform requests: chooses the route, lays the text out, queues the rows. */
import { layOut } from '../../core/delivery/layout.ts';
import { type Message, urgency } from '../../core/delivery/message.ts';
import { type WrittenMessage, writeMessages } from '../../db/delivery/messages.ts';
import { enqueue, liftQueued, type NewOutboxRow } from '../../db/delivery/queue.ts';
import { writtenChoices } from '../../messages/chat/layout.ts';
import { linkOn } from '../links/make.ts';
import { findAccountRoutes, findGroupRoutes, findPersonRoutes, type Route } from './ways.ts';
import type { Reading } from './work.ts';

/**
 * Says messages: each once for its meaning and recipient. Returns how many platform requests were written; nothing is
 * written for a person to whom no way is open. Call inside the transaction that decided them.
 */
export async function sayAll(reading: Reading, said: Message[]): Promise<number> {
  if (said.length === 0) return 0;
  const { tx, now } = reading;
  const written = await writeMessages(tx, said, now);
  const find = await findRoutes(reading, written);
  const rows = written.flatMap((message) => {
    const route = find(message);
    return route ? requestsOf(reading, message, route) : [];
  });
  await enqueue(tx, rows);
  return rows.length;
}

/** Answers at once: what waits for the same chat is lifted to the same urgency and keeps its place before it. */
export async function answer(reading: Reading, message: Message, route: Route): Promise<void> {
  const { tx, now } = reading;
  const [written] = await writeMessages(tx, [message], now);
  if (!written) return;
  await liftQueued(tx, route.channel, route.address, urgency.reply);
  await enqueue(tx, requestsOf(reading, written, route));
}

/** The platform requests that say a message on a route. */
export function requestsOf(
  { terms, links, now }: Pick<Reading, 'terms' | 'links' | 'now'>,
  message: Pick<WrittenMessage, 'id' | 'kind' | 'body'>,
  route: Route,
): NewOutboxRow[] {
  const { free, ...where } = route;
  const { channel } = where;
  const parts = layOut(message.body, terms.limits[channel], writtenChoices, (paper) => linkOn(channel, links, paper));
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

async function findRoutes(reading: Reading, said: Message[]): Promise<(message: Message) => Route | undefined> {
  const idsOf = (type: Message['recipient']['type']): number[] => [
    ...new Set(said.filter((m) => m.recipient.type === type).map((m) => m.recipient.id)),
  ];
  const people = await findPersonRoutes(reading, idsOf('person'));
  const accounts = await findAccountRoutes(reading, idsOf('account'));
  const groups = await findGroupRoutes(reading.tx, idsOf('group'));
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
