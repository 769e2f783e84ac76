/** What always helps: help, and to cancel. */
import { commandWords, everydayWords } from '../../../core/language/commands/command-words.ts';
import { help } from '../../../messages/chat/help.ts';
import type { ChatCommand } from '../shape/command.ts';
import { saying } from '../shape/reply.ts';
import { agreedRoles } from '../shape/roles.ts';
import { dialogueOf } from '../table/dialogues.ts';

export const cancelCommand: ChatCommand = {
  slash: ['huy'],
  words: commandWords.huy,
  everyday: everydayWords.huy,
  // Figures that were given are never lost by a word that may mean "no more".
  isDue: (_context, state) =>
    state.dialogue !== 'idle' && (state.dialogue !== 'report' || Object.keys(state.answers).length === 0),
  for: 'holder',
  where: 'private',
  reply: (_context, _argument, state) => dialogueOf(state).cancel(state),
};

export const helpCommand: ChatCommand = {
  slash: ['trogiup', 'help'],
  words: commandWords.trogiup,
  for: 'anyone',
  where: 'private',
  reply: ({ person }) => ({ say: saying(help(agreedRoles(person), person?.isConsolidator)) }),
};
