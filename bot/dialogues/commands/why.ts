/** Why a person was reminded. */
import { commandWords } from '../../../core/language/command-words.ts';
import { neverReminded, whyReminded } from '../../../messages/chat/decisions/why.ts';
import type { ChatCommand } from '../shape/command.ts';
import { saying } from '../shape/reply.ts';

export const whyCommand: ChatCommand = {
  slash: ['visao'],
  words: commandWords.visao,
  for: 'holder',
  where: 'private',
  needs: () => [{ type: 'lastReminder' }],
  reply: ({ lastReminder }) => ({ say: saying(lastReminder ? whyReminded(lastReminder) : neverReminded()) }),
};
