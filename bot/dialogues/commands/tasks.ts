/** What the person's units are to do, and how it stands. */
import type { Context } from '../../../core/conversation/context.ts';
import { commandWords, everydayWords, leadingWords } from '../../../core/language/commands/command-words.ts';
import { type BehalfWords, readBehalf } from '../../../core/reports/behalf-words.ts';
import { noTasksToTell, severalUnitsMeant } from '../../../messages/chat/progress/behalf.ts';
import { beginProgress } from '../progress/dialogue.ts';
import type { ChatCommand } from '../shape/command.ts';
import { foundOf } from '../shape/obligations.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { acknowledgeTasks } from '../tasks/acknowledge.ts';
import { showTasks } from '../tasks/show.ts';
import { beginTasksFor } from '../together/behalf.ts';
import { idIn, needsOfBehalf } from './arguments.ts';

export const tasksCommand: ChatCommand = {
  slash: ['nhiemvu'],
  words: commandWords.nhiemvu,
  for: 'holder',
  where: 'private',
  needs: () => [{ type: 'tasks' }],
  reply: showTasks,
};

export const acknowledgeCommand: ChatCommand = {
  slash: ['nhan', 'danhan'],
  words: commandWords.nhan,
  everyday: everydayWords.nhan,
  isDue: ({ own }, state) => state.dialogue === 'idle' && own.assignments.some((a) => !a.acknowledged),
  for: 'holder',
  where: 'private',
  reply: (context, argument) => acknowledgeTasks(context, argument),
};

/** How the unit's tasks stand. */
export const progressCommand: ChatCommand = {
  slash: ['tiendo'],
  words: commandWords.tiendo,
  leading: leadingWords.tiendo,
  for: 'holder',
  where: 'private',
  needs: (argument) => [
    { type: 'progress' },
    ...(argument === '' || idIn(argument) !== undefined ? [] : needsOfBehalf(argument)),
  ],
  reply: (context, argument) =>
    argument === '' || idIn(argument) !== undefined
      ? beginProgress(context, argument)
      : tellForUnit(readBehalf(argument), context),
};

/** The tasks of the unit that words name, told by somebody else. */
function tellForUnit(words: BehalfWords, context: Context): Reply {
  const forms = context.progressFor ?? [];
  const units = foundOf(context)
    .map(({ unit }) => unit)
    .filter(({ id }) => forms.some(({ unit }) => unit.id === id));
  const [only, ...others] = units;
  if (only && others.length > 0) return { say: severalUnitsMeant('tiendo', [only, ...others], words) };
  return (only && beginTasksFor(only, words, context)) ?? { say: saying(noTasksToTell(words.who)) };
}
