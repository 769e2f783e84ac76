/** What is done to a directive once it is there. */
import { commandWords, leadingWords } from '../../../core/language/command-words.ts';
import { beginChange } from '../change/begin.ts';
import type { ChatCommand } from '../shape/command.ts';

export const numberCommand: ChatCommand = {
  slash: ['so'],
  words: commandWords.so,
  leading: leadingWords.so,
  for: 'staff',
  where: 'private',
  needs: () => [{ type: 'standings', act: 'number', directive: null }],
  reply: (context, argument) => beginChange('number', argument, context),
};
