/** What one's own units have handed in. */
import { commandWords } from '../../../core/language/command-words.ts';
import { historyOfWhom } from '../../../messages/chat/history.ts';
import { handedIn } from '../../../messages/chat/progress/handed-in.ts';
import type { ChatCommand } from '../shape/command.ts';
import { saying } from '../shape/reply.ts';
import { required } from '../shape/required.ts';

export const handedInCommand: ChatCommand = {
  slash: ['danop'],
  words: commandWords.danop,
  for: 'holder',
  where: 'private',
  needs: (words) => [{ type: 'handedIn', words }],
  reply: ({ handedIn: read }, words) => {
    const known = required(read, 'handedIn');
    return { say: known.units.length === 0 ? saying(historyOfWhom()) : handedIn(known, words) };
  },
};
