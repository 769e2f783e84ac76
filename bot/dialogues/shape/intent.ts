import type { Unread } from '../../../core/channels/channel.ts';
import type { Body, Choice } from '../../../core/delivery/layout.ts';
import type { ChatCommand } from './command.ts';

/** A name and a telephone number, as somebody told them. */
export type ToldContact = { name: string; phone: string; isProven: boolean };

/** What a person means: a command, a choice of the question that stands, or an answer in their own words. */
export type Intent =
  | { type: 'command'; command: ChatCommand; argument: string }
  | { type: 'choice'; id: string }
  | { type: 'answer'; text: string }
  /** A tap on a question that no longer stands. */
  | { type: 'stale' }
  | { type: 'unreadable'; what: Unread }
  | { type: 'contact'; contact: ToldContact };

/**
 * The question that stands, as far as it can be answered by a choice. `isOld`: something else was said since, so that a
 * number alone does not answer it.
 */
export type OpenQuestion = { turn: number; choices: Choice[]; choiceStyle: Body['choiceStyle']; isOld?: boolean };
