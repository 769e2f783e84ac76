/** Why a person, or a group, was reminded. */
import { commandWords } from '../../../core/language/commands/command-words.ts';
import { fold } from '../../../core/language/text.ts';
import {
  groupNeverReminded,
  neverReminded,
  whyGroupReminded,
  whyReminded,
} from '../../../messages/chat/decisions/why.ts';
import type { ChatCommand } from '../shape/command.ts';
import { forOthers, saying } from '../shape/reply.ts';
import { isOneOf, unitsActedFor } from '../shape/roles.ts';

/** Staff may ask about what a group was told: "/visao nhóm". */
const isOfGroup = (words: string): boolean => /^nhom\b/.test(fold(words.trim()));

export const whyCommand: ChatCommand = {
  slash: ['visao'],
  words: commandWords.visao,
  for: 'holder',
  where: 'both',
  needs: (words) => [isOfGroup(words) ? { type: 'lastGroupReminder' } : { type: 'lastReminder' }],
  reply: ({ lastReminder, lastGroupReminder, person }, words) => {
    if (isOfGroup(words) && isOneOf('chaser', person))
      return { say: saying(lastGroupReminder ? whyGroupReminded(lastGroupReminder) : groupNeverReminded()) };
    return { say: saying(lastReminder ? whyReminded(lastReminder) : neverReminded()) };
  },
  inGroup: {
    needs: () => [{ type: 'lastGroupReminder' }],
    reply: ({ bound, person, lastGroupReminder }) => {
      if (!isOneOf('chaser', person)) return { effects: [], say: undefined, notGranted: forOthers };
      if (!bound || !unitsActedFor('chaser', person).includes(bound.issuerId)) return { effects: [], say: undefined };
      const text = lastGroupReminder ? whyGroupReminded(lastGroupReminder) : groupNeverReminded();
      return { effects: [], say: { to: 'group', text } };
    },
  },
};
