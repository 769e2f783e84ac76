import type { Context } from '../../../core/conversation/context.ts';
import * as ack from '../../../messages/chat/acknowledge.ts';
import { progressChoice, tasksMessage } from '../../../messages/chat/directive.ts';
import { owedOf } from '../shape/obligations.ts';
import { type Reply, saying } from '../shape/reply.ts';

/** What the person's units are to do, in one message. */
export function showTasks(context: Context): Reply {
  const { assignments } = context.own;
  if (assignments.length === 0) return { say: saying(ack.nothingAssigned()) };
  const told = assignments.map((a) => {
    const { texts: tasks = [], obligations = [], link } = context.tasks?.get(a.id) ?? {};
    return tasksMessage(a, { tasks, obligations, whole: link === undefined ? undefined : () => link }, context.now);
  });
  const [only, ...others] = told;
  if (others.length === 0) return { say: only };
  const choices = [
    ack.acknowledgeAll,
    ...(owedOf(context).length > 0 ? [ack.reportAny] : []),
    ...(assignments.some((a) => a.asksProgress) ? [progressChoice()] : []),
  ];
  return { say: { text: told.map((t) => t.text).join('\n\n———\n\n'), choices } };
}
