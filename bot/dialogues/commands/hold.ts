/** What is held back since a restore: looked at, sent on, or given up. */
import { commandWords } from '../../../core/language/commands/command-words.ts';
import type { HoldEnd } from '../../../core/time/epoch.ts';
import * as hold from '../../../messages/chat/hold.ts';
import type { ChatCommand } from '../shape/command.ts';
import { saying } from '../shape/reply.ts';

/** What the word behind the command decides. */
const ends = new Map<string, { as: HoldEnd; said: (requests: number) => string }>([
  ['gui', { as: 'released', said: hold.holdReleased }],
  ['bo', { as: 'dropped', said: hold.holdDropped }],
]);

export const holdCommand: ChatCommand = {
  slash: ['tamgiu'],
  words: commandWords.tamgiu,
  for: 'staff',
  where: 'private',
  needs: () => [{ type: 'hold' }],
  reply: ({ hold: held }, argument) => {
    if (!held) return { say: saying(hold.nothingHeld()) };
    const end = ends.get(argument);
    if (!end) return { say: hold.holdNotice(held) };
    return { say: saying(end.said(held.requests)), effects: [{ type: 'end-hold', as: end.as }] };
  },
};
