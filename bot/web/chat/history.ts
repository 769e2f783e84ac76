/** One chat's two halves, put into the order in which they were said. */
import type { ReceivedMessage } from '../../../db/conversation/chat-history.ts';
import { pictureOf } from './picture.ts';
import type { ShownMessage } from './shown.ts';

/** A line of the chat, ours or the person's. */
export type ChatLine =
  | {
      by: 'us';
      id: number;
      text: string;
      picture: string | undefined;
      choices: { tap: string; label: string; isUsed: boolean }[];
      at: Date;
    }
  | { by: 'person'; id: string; said: PersonSaid; at: Date };

/** What the person did: words, a tapped choice by its label, or the opening of the chat. */
export type PersonSaid =
  | { type: 'text'; text: string }
  | { type: 'started' }
  /** It was said on the page of a report. */
  | { type: 'on-page' }
  | { type: 'other' };

/** What the ids of answers begin with that were given on the page of a report. */
export const pageAnswer = 'form-';

const comesFirst = (received: ReceivedMessage, { inboxId, at }: ShownMessage): boolean =>
  inboxId === null ? received.at <= at : received.id <= inboxId;

/**
 * Merges the two lists, each in its own order. An answer stands after what it answers; what was not asked for stands
 * by its instant. A tapped choice is marked on the nearest message before it that offered it.
 */
export function chatLines(received: readonly ReceivedMessage[], sent: readonly ShownMessage[]): ChatLine[] {
  const lines: ChatLine[] = [];
  let next = 0;
  for (const message of sent) {
    for (let first = received[next]; first && comesFirst(first, message); first = received[++next])
      lines.push(personLine(first, lines));
    const choices = message.choices.map((choice) => ({ ...choice, isUsed: false }));
    const { id, text, at } = message;
    lines.push({ by: 'us', id, text, picture: pictureOf(message), choices, at });
  }
  for (const message of received.slice(next)) lines.push(personLine(message, lines));
  return lines;
}

function personLine({ externalId, inbound, at }: ReceivedMessage, before: ChatLine[]): ChatLine {
  const id = externalId.slice(externalId.lastIndexOf(':') + 1);
  if (id === 'start') return { by: 'person', id, said: { type: 'started' }, at };
  if (id.startsWith(pageAnswer)) return { by: 'person', id, said: { type: 'on-page' }, at };
  if (inbound.kind === 'text') return { by: 'person', id, said: { type: 'text', text: inbound.text }, at };
  const label = inbound.kind === 'tap' ? markTapped(inbound.tap, before) : undefined;
  return { by: 'person', id, said: label === undefined ? { type: 'other' } : { type: 'text', text: label }, at };
}

function markTapped(tap: string, before: ChatLine[]): string | undefined {
  for (const line of before.toReversed()) {
    const choice = line.by === 'us' ? line.choices.find((offered) => offered.tap === tap) : undefined;
    if (!choice) continue;
    choice.isUsed = true;
    return choice.label;
  }
  return undefined;
}
