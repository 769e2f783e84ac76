/** Turns messages into platform requests: chooses the account, lays the text out, queues the rows. */
import type { ChannelName, Limits } from '../core/channel.ts';
import { layOut } from '../core/layout.ts';
import { type Message, urgency } from '../core/message.ts';
import { findAccounts, findAccountsOf } from '../db/accounts.ts';
import type { Db } from '../db/database.ts';
import { findGroups } from '../db/groups.ts';
import { type WrittenMessage, writeMessages } from '../db/messages.ts';
import { enqueue, liftQueued, type NewOutboxRow } from '../db/outbox.ts';
import { writtenChoices } from '../messages/layout.ts';

export type Place = { channel: ChannelName; address: string; isGroup: boolean };

export type LimitsOf = Record<ChannelName, Limits>;

/**
 * Says messages: each once for its meaning and recipient. Returns how many platform requests were written; nothing is
 * written for a person without an open account. Call inside the transaction that decided them.
 */
export async function sayAll(db: Db, said: Message[], limits: LimitsOf, now: Date): Promise<number> {
  if (said.length === 0) return 0;
  const written = await writeMessages(db, said, now);
  const places = await findPlaces(db, written);
  const rows = written.flatMap((message) => {
    const place = places.get(keyOf(message));
    return place ? requestsOf(message, place, limits, now) : [];
  });
  await enqueue(db, rows);
  return rows.length;
}

/** Answers a person at once: what waits for the same chat is lifted to the same urgency and keeps its place before it. */
export async function answer(db: Db, message: Message, place: Place, limits: LimitsOf, now: Date): Promise<void> {
  const [written] = await writeMessages(db, [message], now);
  if (!written) return;
  await liftQueued(db, place.channel, place.address, urgency.reply);
  await enqueue(db, requestsOf(written, place, limits, now));
}

const keyOf = ({ recipient }: Message): string => `${recipient.type}:${recipient.id}`;

/** The platform requests that say a message at a place. */
export function requestsOf(
  message: Pick<WrittenMessage, 'id' | 'kind' | 'body'>,
  place: Place,
  limits: LimitsOf,
  now: Date,
): NewOutboxRow[] {
  const parts = layOut(message.body, limits[place.channel], writtenChoices);
  return parts.map((part, index) => ({
    messageId: message.id,
    ...place,
    kind: message.kind,
    part: index + 1,
    parts: parts.length,
    text: part.text,
    choices: part.choices.map(({ id, label }) => ({ tap: id, label })),
    urgency: urgency[message.kind],
    createdAt: now,
  }));
}

async function findPlaces(db: Db, said: Message[]): Promise<Map<string, Place>> {
  const idsOf = (type: Message['recipient']['type']): number[] => [
    ...new Set(said.filter((m) => m.recipient.type === type).map((m) => m.recipient.id)),
  ];
  const places = new Map<string, Place>();
  const people = idsOf('person');
  for (const account of people.length > 0 ? await findAccountsOf(db, people) : []) {
    const key = `person:${account.personId}`;
    if (!places.has(key)) places.set(key, { channel: account.channel, address: account.address, isGroup: false });
  }
  const accounts = idsOf('account');
  for (const account of accounts.length > 0 ? await findAccounts(db, accounts) : [])
    places.set(`account:${account.id}`, { channel: account.channel, address: account.address, isGroup: false });
  const groups = idsOf('group');
  for (const group of groups.length > 0 ? await findGroups(db, groups) : [])
    places.set(`group:${group.id}`, { channel: group.channel, address: group.address, isGroup: true });
  return places;
}
