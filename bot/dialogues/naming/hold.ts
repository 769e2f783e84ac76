/** What is held while a name is asked for, and taken again once it is there. */

import type { Effect } from '../../../core/conversation/effect.ts';
import type { Event } from '../../../core/conversation/event.ts';
import { isNameless } from '../../../messages/chat/people/naming.ts';
import type { Intent } from '../shape/intent.ts';
import type { NamingState, State } from '../shape/states.ts';

/** What counts in somebody's name. */
const counting: readonly Effect['type'][] = ['acknowledge', 'submit', 'tell-progress', 'sign'];

/** Whether a turn of a person would count, and nobody knows who they are. */
export const mustBeNamed = (name: string | undefined, effects: readonly Effect[]): boolean =>
  name !== undefined && isNameless(name) && effects.some(({ type }) => counting.includes(type));

/** Keeps what was said as what it meant: a number that chose a command would choose something else afterwards. */
export function holdTurn(
  { state, turn }: { state: State; turn: number },
  event: Event,
  intent: Intent,
): NamingState | undefined {
  const obligation = state.dialogue === 'report' ? state.obligation : null;
  const held = (kept: NamingState['held']['event']): NamingState => ({
    dialogue: 'naming',
    obligation,
    held: { state, turn, event: kept },
  });
  if (intent.type === 'command')
    return held({ type: 'tap', tap: `/${intent.command.slash[0]} ${intent.argument}`.trim() });
  return event.type === 'text' || event.type === 'tap' ? held(event) : undefined;
}
