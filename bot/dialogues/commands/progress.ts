/** How the unit's tasks stand. */
import { commandWords } from '../../../core/language/command-words.ts';
import { beginProgress } from '../progress/dialogue.ts';
import type { ChatCommand } from '../shape/command.ts';

export const progressCommand: ChatCommand = {
  slash: ['tiendo'],
  words: commandWords.tiendo,
  for: 'holder',
  where: 'private',
  needs: () => [{ type: 'progress' }],
  reply: (context, argument) => beginProgress(context, argument),
};
