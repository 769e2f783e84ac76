/** What the person's units are to do. */
import * as ack from '../../../messages/chat/acknowledge.ts';
import { tasksMessage } from '../../../messages/chat/directive.ts';
import type { ChatCommand } from '../shape/command.ts';
import { owedOf } from '../shape/obligations.ts';
import { saying } from '../shape/reply.ts';
import { acknowledgeTasks } from '../tasks/acknowledge.ts';

export const tasksCommand: ChatCommand = {
  slash: ['nhiemvu'],
  words: ['nhiem vu', 'nhiemvu'],
  for: 'holder',
  where: 'private',
  needs: () => [{ type: 'tasks' }],
  reply: (context) => {
    const { assignments, obligations } = context.own;
    if (assignments.length === 0) return { say: saying(ack.nothingAssigned(context.person?.roles)) };
    const told = assignments.map((a) => {
      const { texts: tasks = [], link } = context.tasks?.get(a.id) ?? {};
      return tasksMessage(a, { tasks, obligations, link }, context.now);
    });
    const [only, ...others] = told;
    if (others.length === 0) return { say: only };
    const choices = [ack.acknowledgeAll, ...(owedOf(context).length > 0 ? [ack.reportAny] : [])];
    return { say: { text: told.map((t) => t.text).join('\n\n———\n\n'), choices } };
  },
};

export const acknowledgeCommand: ChatCommand = {
  slash: ['nhan', 'danhan'],
  words: ['da nhan', 'nhan', 'da nhan duoc', 'ok da nhan'],
  for: 'holder',
  where: 'private',
  reply: (context, argument) => acknowledgeTasks(context, argument),
};
