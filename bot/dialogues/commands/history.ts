/** What was reported so far, and who sent it. */
import { commandWords, leadingWords } from '../../../core/language/commands/command-words.ts';
import { historyOfWhom, reportHistory } from '../../../messages/chat/history.ts';
import { handedIn } from '../../../messages/chat/progress/handed-in.ts';
import { unitNotFound } from '../../../messages/chat/report.ts';
import { severalUnits } from '../../../messages/chat/staff.ts';
import type { ChatCommand } from '../shape/command.ts';
import { saying } from '../shape/reply.ts';
import { required } from '../shape/required.ts';

export const historyCommand: ChatCommand = {
  slash: ['lichsu'],
  words: commandWords.lichsu,
  leading: leadingWords.lichsu,
  for: 'holder',
  where: 'private',
  needs: (words) => [{ type: 'history', words }],
  reply: ({ history }, words) => {
    const { units, reports } = required(history, 'history');
    if (units.length === 0) return { say: saying(words ? unitNotFound(words) : historyOfWhom()) };
    if (words && units.length > 1) return { say: severalUnits('lichsu', units) };
    return { say: reportHistory(units, reports) };
  },
};

/** What one's own units have handed in: of each round what counts. */
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
