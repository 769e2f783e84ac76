import type { Context } from '../../../core/conversation/context.ts';
import * as ack from '../../../messages/chat/acknowledge.ts';
import * as report from '../../../messages/chat/report.ts';
import { owedOf } from '../shape/obligations.ts';
import { type Reply, saying } from '../shape/reply.ts';

/** Acknowledges the tasks of one assignment (`argument` is its id), or of all that the person answers for. */
export function acknowledgeTasks(context: Context, argument: string): Reply {
  const { assignments } = context.own;
  const asked = argument ? assignments.filter((a) => a.id === Number(argument)) : assignments;
  if (asked.length === 0) return { say: saying(argument ? report.notYours() : ack.nothingAssigned()) };
  const open = asked.filter((a) => !a.acknowledged);
  const owed = owedOf(context).filter((o) =>
    asked.some((a) => a.unit.id === o.unit.id && a.directive.id === o.directive.id),
  );
  if (open.length === 0) return { say: ack.alreadyAcknowledged(asked, owed) };
  return {
    say: ack.acknowledged(open, owed, context.now),
    effects: [{ type: 'acknowledge', assignments: open.map((a) => a.id) }],
  };
}
