/** What always helps: help, and to cancel. */
import { help } from '../../../messages/chat/help.ts';
import type { ChatCommand } from '../shape/command.ts';
import { saying } from '../shape/reply.ts';
import { agreedRoles } from '../shape/roles.ts';
import { dialogueOf } from '../table/dialogues.ts';

export const cancelCommand: ChatCommand = {
  slash: ['huy'],
  words: ['huy', 'huy bo'],
  for: 'holder',
  where: 'private',
  reply: (_context, _argument, state) => dialogueOf(state).cancel(state),
};

export const helpCommand: ChatCommand = {
  slash: ['trogiup', 'help'],
  words: ['tro giup', 'trogiup', 'huong dan', 'giup'],
  for: 'anyone',
  where: 'private',
  reply: ({ person }) => ({ say: saying(help(agreedRoles(person))) }),
};
