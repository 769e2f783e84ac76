/** What a turn must read before it can be decided. */

import type { Event } from '../../core/conversation/event.ts';
import type { Need } from '../../core/conversation/need.ts';
import type { Choice } from '../../core/delivery/layout.ts';
import { readAssent } from '../../core/language/assent/assent.ts';
import { issuing } from '../../core/language/assent/assent-words.ts';
import { readNumber } from '../../core/language/numbers.ts';
import { isPaperAlone } from '../../core/language/paper-number.ts';
import { phoneGiven } from '../../core/language/phone.ts';
import { normalise } from '../../core/language/text.ts';
import { codesIn } from '../../core/roster/invite-code.ts';
import { peekCommand } from './intent.ts';
import { isUntold } from './shape/progress-talk.ts';
import type { State } from './shape/states.ts';
import { dialogueOf, readState } from './table/dialogues.ts';
import { needsOfFree } from './unasked/free.ts';

/** What must be read before the turn can be decided, besides the person's own facts and what they were offered last. */
export function needsOf(state: State, event: Event, offered: Choice[]): Need[] {
  if (event.type === 'contact') return [{ type: 'byPhone', phone: event.phone }];
  if (state.dialogue === 'naming') {
    const { held } = state;
    return [...needsOf(readState(held.state), held.event, []), ...needsOf(readState(held.state), event, [])];
  }
  const words: Event = event.type === 'file' ? { type: 'text', text: event.text } : event;
  const said = peekCommand(words, offered);
  const codes = event.type === 'text' ? codesIn(normalise(event.text)) : [];
  const phone = event.type === 'text' && mayIntroduce(state) ? phoneGiven(normalise(event.text)) : undefined;
  return [
    ...(phone === undefined ? [] : [{ type: 'byPhone', phone } as const]),
    ...(codes.length > 0 ? [{ type: 'invites', codes } as const] : []),
    ...(mayBeEcho(state, event) ? [{ type: 'echo', writtenAt: event.writtenAt } as const] : []),
    ...(dialogueOf(state).needs?.(state) ?? []),
    ...(state.dialogue === 'idle' && offered[0]?.id.startsWith('/traloi ') ? [{ type: 'questions' } as const] : []),
    ...(said ? needsOfCommand(said, event) : needsOfFree(words, !isFree(state) && !isOtherTalk(state, words))),
    ...(event.type === 'file' ? [{ type: 'pictures', album: event.album } as const] : []),
    ...(event.type === 'text' && isPaperAlone(event.text) ? [{ type: 'pictures', album: null } as const] : []),
  ];
}

/** In plain words a command may be none: to whom it is not given, a person to call is named. */
const needsOfCommand = ({ command, argument }: NonNullable<ReturnType<typeof peekCommand>>, event: Event): Need[] => [
  ...(command.needs?.(argument) ?? []),
  ...(event.type === 'text' && argument !== '' && !event.text.trim().startsWith('/')
    ? [{ type: 'contacts' } as const]
    : []),
];

/** Whether what is said need not be an answer. */
export const isFree = (state: State): boolean => state.dialogue === 'idle' || isUntold(state);

/** What staff say while a draft waits to be issued, and neither yes nor no to that. Where another has issued it, nothing is asked. */
export function isOtherTalk({ dialogue }: State, event: Event): boolean {
  // Without letters it is the number of a choice.
  if (dialogue !== 'issue' || event.type !== 'text' || !/\p{L}/u.test(event.text)) return false;
  const assent = readAssent(event.text, issuing);
  return assent.type === 'nothing' || (assent.type !== 'assent' && !assent.isWhole);
}

/** Whether somebody without a role may say who they are. */
const mayIntroduce = (state: State): boolean => isFree(state) || state.dialogue === 'registration';

/** Whether words that come where a figure is asked for are one that was given before. */
const mayBeEcho = (state: State, event: Event): event is Extract<Event, { type: 'text' }> => {
  if (state.dialogue !== 'report' || state.step.at !== 'value' || event.type !== 'text') return false;
  const reading = readNumber(event.text);
  return (
    reading.type === 'count' &&
    Object.values(state.answers).some(({ type, value }) => type === 'number' && value === reading.value)
  );
};
