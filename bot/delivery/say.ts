/** Turns messages into platform requests: chooses the route, lays the text out, queues the rows. */
import { setImmediate } from 'node:timers/promises';
import type { AttachmentPart } from '../../core/delivery/attachment.ts';
import { layOut } from '../../core/delivery/layout.ts';
import { type Message, urgency } from '../../core/delivery/message.ts';
import type { Db } from '../../db/database.ts';
import { type SealedMessage, type WrittenMessage, writeMessages } from '../../db/delivery/messages.ts';
import { type AnswerRequest, enqueue, type NewOutboxRow, writeAnswer } from '../../db/delivery/queue.ts';
import { findKindsOfReaders } from '../../db/roster/readers.ts';
import { writtenChoices } from '../../messages/chat/layout.ts';
import { addressOfAll, awaitsAddress, bodyAddressedTo } from '../../messages/words/address.ts';
import { linkOn } from '../links/make.ts';
import { type Vault, withTexts } from '../links/vault.ts';
import { findAccountRoutes, findGroupRoutes, findPersonRoutes, type Route } from './ways.ts';
import type { Reading } from './work.ts';

/**
 * Says messages: each once for its meaning and recipient. Returns how many platform requests were written; nothing is
 * written for a person to whom no way is open. Call inside the transaction that decided them.
 */
export async function sayAll(reading: Reading, said: Message[]): Promise<number> {
  let requests = 0;
  for (let from = 0; from < said.length; from += saidAtOnce) {
    // Others have their turn before the next piece.
    if (from > 0) await setImmediate();
    requests += await sayPiece(reading, said.slice(from, from + saidAtOnce));
  }
  return requests;
}

/** So many messages are laid out in one go, some ten milliseconds. */
const saidAtOnce = 100;

async function sayPiece(reading: Reading, said: Message[]): Promise<number> {
  const { tx } = reading;
  const written = await writeSealed(reading, said);
  const find = await findRoutes(reading, written);
  const rows = written.flatMap((message) => {
    const route = find(message);
    return route ? requestsOf(reading, message, route) : [];
  });
  await enqueue(tx, rows);
  return rows.length;
}

/**
 * Answers at once, or when `heldMs` milliseconds of machine time have passed: what waits for the same chat is lifted to the
 * same urgency and keeps its place before it.
 */
export async function answer(reading: Reading, message: Message, route: Route, heldMs = 0): Promise<void> {
  const [addressed] = await addressReaders(reading.tx, [message]);
  await answerAddressed(reading, addressed ?? message, route, heldMs);
}

/** Answers likewise somebody whom the answer addresses already. All its statements are under way when this returns. */
export function answerAddressed(reading: Reading, message: Message, route: Route, heldMs = 0): Promise<unknown> {
  const { tx, vault, now, machineNow } = reading;
  const said = concealed(vault, message);
  const notBefore = heldMs === 0 ? 0 : machineNow.getTime() + heldMs;
  const requests = partsOf(reading, said, route).map((part) => ({ ...part, notBefore }));
  const chat = { channel: route.channel, address: route.address, urgency: urgency.reply };
  return writeAnswer(tx, said, { requests, chat, now });
}

/**
 * Writes messages, their readers addressed as they are and their secrets sealed beside them; those whose meaning was already said to their recipient are left out.
 */
export async function writeSealed(
  { tx, now, vault }: Pick<Reading, 'tx' | 'now' | 'vault'>,
  said: Message[],
): Promise<WrittenMessage[]> {
  const addressed = await addressReaders(tx, said);
  return writeMessages(
    tx,
    addressed.map((message) => concealed(vault, message)),
    now,
  );
}

function concealed(vault: Vault, message: Message): SealedMessage {
  const { conceal, seal } = vault.begin();
  return { ...message, body: withTexts(message.body, conceal), sealed: seal() };
}

async function addressReaders(tx: Db, said: Message[]): Promise<Message[]> {
  const waiting = said.filter(({ body }) => awaitsAddress(body));
  if (waiting.length === 0) return said;
  const kindsOf = await findKindsOfReaders(
    tx,
    waiting.map(({ recipient }) => recipient),
  );
  return said.map((message) => ({
    ...message,
    body: bodyAddressedTo(message.body, addressOfAll(kindsOf(message.recipient))),
  }));
}

/** A stored message, as much of it as saying it takes: its body names no secret, they are in `sealed`. */
export type Sayable = Pick<WrittenMessage, 'id' | 'kind' | 'recipient' | 'body' | 'sealed'>;

/** The platform requests that say a stored message on a route. */
export const requestsOf = (reading: LayingOut, message: Sayable, route: Route): NewOutboxRow[] =>
  partsOf(reading, message, route).map((part) => ({ ...part, messageId: message.id }));

type LayingOut = Pick<Reading, 'terms' | 'links' | 'vault' | 'now'>;

/** Their secrets are one list, since parts may be joined. */
function partsOf({ terms, links, vault, now }: LayingOut, message: Omit<Sayable, 'id'>, route: Route): AnswerRequest[] {
  const { free, ...where } = route;
  const { channel } = where;
  const body = withTexts(message.body, vault.open(message.sealed).reveal);
  const parts = layOut(body, terms.limits[channel], writtenChoices, (paper) =>
    linkOn(channel, links, { target: paper, holder: message.recipient }),
  );
  const { conceal, seal } = vault.begin();
  const { kind } = message;
  const same = { kind, parts: parts.length, urgency: urgency[kind], createdAt: now, sealed: null as string | null };
  const rows = parts.map((part, index) => ({
    ...where,
    ...same,
    cost: index < free ? 0 : 1,
    ...(body.onMessage && { onMessage: body.onMessage }),
    part: index + 1,
    ...(part.type === 'text'
      ? {
          text: conceal(part.text),
          choices: part.choices.map(({ id, ...choice }) => ({ tap: id, ...choice })),
          asksContact: part.asksContact ?? false,
        }
      : withoutSecrets(part, conceal)),
  }));
  const sealed = seal();
  if (sealed !== null) for (const row of rows) row.sealed = sealed;
  return rows;
}

function withoutSecrets(part: AttachmentPart, conceal: (text: string) => string) {
  const label = conceal(part.label);
  const attachment = part.type === 'linked-picture' ? { ...part, label, link: conceal(part.link) } : { ...part, label };
  return { text: label, attachment };
}

async function findRoutes(reading: Reading, said: Message[]): Promise<(message: Message) => Route | undefined> {
  const idsOf = (type: Message['recipient']['type']): number[] => [
    ...new Set(said.filter((m) => m.recipient.type === type).map((m) => m.recipient.id)),
  ];
  const people = await findPersonRoutes(reading, idsOf('person'));
  const accounts = await findAccountRoutes(reading, idsOf('account'));
  const groups = await findGroupRoutes(reading, idsOf('group'));
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
