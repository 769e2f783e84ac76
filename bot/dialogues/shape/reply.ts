import type { Saying } from '../../../core/conversation/context.ts';
import type { Effect, GroupEffect } from '../../../core/conversation/effect.ts';
import type { MessageKind } from '../../../core/delivery/message.ts';
import type { State } from './states.ts';

/** What somebody asked for and did not get; `why` is for the operator, and holds nothing that they wrote. */
export type NotGranted = { what: 'code' | 'phone' | 'command'; why: string };

/**
 * What a dialogue makes of one intent: where the conversation stands now, what is said before the question that this
 * state asks, and the effects. Without `state` the conversation stays where it was.
 */
export type Reply = {
  state?: State;
  say?: Saying | undefined;
  kind?: MessageKind;
  effects?: Effect[];
  notGranted?: NotGranted;
  /** What was said is no answer to what is asked. */
  isUnheard?: true;
};

/** What comes of a command in a group: said in the group, or to the sender alone; nothing where it is not for them. */
export type GroupReply = {
  effects: GroupEffect[];
  say: { to: 'group' | 'sender'; text: string } | undefined;
  notGranted?: NotGranted;
};

/** A plain sentence. */
export const saying = (text: string): Saying => ({ text });

/** A command that is for others. */
export const forOthers: NotGranted = { what: 'command', why: 'the command is for others' };

/** A code that opens nothing: unknown, used, expired or revoked. */
export const opensNothing: NotGranted = { what: 'code', why: 'the code opens nothing' };
