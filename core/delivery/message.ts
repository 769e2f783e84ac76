import type { Body } from './layout.ts';

/**
 * What a message is for. It decides its urgency and what happens when its sending ended uncertainly (sent or not,
 * nobody knows): what asks or confirms something is sent once more, a reminder never.
 */
export const messageKinds = [
  'reply',
  'registration',
  'receipt',
  'summary',
  'calls',
  'tasks',
  'reminder',
  'group',
  'card',
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** Lower goes first. A reply lifts what is queued earlier for the same person to its own urgency. */
export const urgency: Record<MessageKind, number> = {
  reply: 0,
  registration: 0,
  receipt: 0,
  summary: 1,
  calls: 1,
  tasks: 2,
  reminder: 3,
  group: 3,
  card: 3,
};

/** Whether a message whose sending ended uncertainly is sent once more. */
export const resendsWhenUncertain: Record<MessageKind, boolean> = {
  reply: true,
  registration: true,
  receipt: true,
  summary: false,
  calls: false,
  tasks: true,
  reminder: false,
  group: false,
  // What stands in a group: a second one is corrected like the first, and edits may be made twice.
  card: true,
};

/** Who is told: a person on the channel of their choice, one account alone, or a group. */
export type Recipient =
  | { type: 'person'; id: number }
  | { type: 'account'; id: number }
  | { type: 'group'; id: number };

/** What a message that nobody asked for is about, by ids; `slot` is the key of a slot in the round's plan. */
export type Subject = { directive?: number; unit?: number; round?: number; slot?: string };

/**
 * Something to be said, before any channel is chosen. `meaning` and recipient together are unique: saying it again
 * writes nothing. Nothing reads a meaning: what code must know of a message stands in its other fields.
 */
export type Message = {
  meaning: string;
  /** Absent in answers, which are about nothing but what was asked. */
  about?: Subject;
  /** The inbox row that brought this about. A chat shows the message behind what came in there. */
  inbox?: number;
  recipient: Recipient;
  kind: MessageKind;
  body: Body;
  /** The obligation without which it would be pointless. */
  restsOn?: number;
  /** The assignment that counts as delivered once this was sent. */
  delivers?: number;
};
