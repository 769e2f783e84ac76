/** The first question of a report, or about tasks, offers to answer on a page instead. */
import type { Context, Saying } from '../../../core/conversation/context.ts';
import type { Choice } from '../../../core/delivery/layout.ts';
import { pageChoice, tasksPageChoice } from '../../../messages/chat/talk/page.ts';
import type { ProgressTalk } from '../shape/progress-talk.ts';
import type { ReportState } from '../shape/states.ts';

/** What is typed stays an answer: the offer is taken by its button or its words. */
export function withPageOffer(
  question: Saying | undefined,
  { step, answers, obligation }: ReportState,
  { channel }: Context,
): Saying | undefined {
  const isFirst = step.at === 'value' && Object.keys(answers).length === 0;
  return isFirst && channel.opensPages === true ? withChoice(question, pageChoice(obligation)) : question;
}

/** The same of tasks that nothing was told of yet. */
export function withTasksPageOffer(
  question: Saying | undefined,
  { step, told, assignment, report }: ProgressTalk,
  { channel }: Context,
): Saying | undefined {
  const isFirst = step.at === 'tell' && told.length === 0 && !report;
  const isOffered = isFirst && assignment !== null && channel.opensPages === true;
  return isOffered ? withChoice(question, tasksPageChoice(assignment)) : question;
}

function withChoice(question: Saying | undefined, choice: Choice): Saying | undefined {
  if (!question) return undefined;
  const choices = question.choices ?? [];
  const choiceStyle = choices.length === 0 ? 'values' : question.choiceStyle;
  return { ...question, choices: [...choices, choice], ...(choiceStyle && { choiceStyle }) };
}
