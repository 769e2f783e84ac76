/** What units say is blocked waits for an answer of the office, as their questions do. */
import type { BlockedQuestion } from '../../../core/progress/blocked.ts';
import { findBlockedTasks } from '../../../db/progress/blocked.ts';
import { findQuestionAsked, insertQuestion } from '../../../db/talk/questions.ts';
import { blockedAsQuestion } from '../../../messages/chat/talk/questions.ts';
import type { Work } from '../../delivery/work.ts';

/**
 * The blocked tasks of a directive that nobody has answered yet, each kept as a question of whoever told it: the answer goes to
 * them. One that is told anew for another reason is another question.
 */
export async function askOfBlocked(
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  directiveId: number,
): Promise<BlockedQuestion[]> {
  const waiting: BlockedQuestion[] = [];
  for (const { person, inboxId, ...task } of await findBlockedTasks(tx, directiveId)) {
    const question = { directiveId, unitId: task.unit.id, text: blockedAsQuestion(task) };
    const asked = await findQuestionAsked(tx, question);
    if (asked?.state === 'answered') continue;
    const id = asked?.id ?? (await insertQuestion(tx, { ...question, personId: person, inboxId }, now));
    waiting.push({ ...task, question: id });
  }
  return waiting;
}
