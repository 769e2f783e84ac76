/** What reporting takes of units. */
import { commandWords, leadingWords } from '../../../core/language/command-words.ts';
import { burdenOfMonth, burdenOfUnit } from '../../../messages/chat/burden.ts';
import { severalUnits, unknownUnit } from '../../../messages/chat/staff.ts';
import type { ChatCommand } from '../shape/command.ts';
import { saying } from '../shape/reply.ts';
import { required } from '../shape/required.ts';

export const burdenCommand: ChatCommand = {
  slash: ['ganhnang'],
  words: commandWords.ganhnang,
  leading: leadingWords.ganhnang,
  for: 'chaser',
  where: 'private',
  needs: (words) => [{ type: 'burden', words }],
  reply: ({ burden }) => {
    const read = required(burden, 'burden');
    if (read.of === 'month') return { say: saying(burdenOfMonth(read.lines, read.month)) };
    if (read.of === 'unit') return { say: saying(burdenOfUnit(read.name, read.lines)) };
    return { say: read.units.length === 0 ? saying(unknownUnit(read.words)) : severalUnits('ganhnang', read.units) };
  },
};
