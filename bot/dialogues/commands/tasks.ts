/** What the person's units are to do, and how it stands. */
import { commandWords, everydayWords } from '../../../core/language/command-words.ts';
import { beginProgress } from '../progress/dialogue.ts';
import type { ChatCommand } from '../shape/command.ts';
import { acknowledgeTasks } from '../tasks/acknowledge.ts';
import { showTasks } from '../tasks/show.ts';

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
  for: 'holder',
  where: 'private',
  needs: () => [{ type: 'progress' }],
  reply: (context, argument) => beginProgress(context, argument),
};
