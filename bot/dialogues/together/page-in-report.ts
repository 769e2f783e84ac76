/** The first question of a report offers to fill it in on a page instead. */
import type { Context, Saying } from '../../../core/conversation/context.ts';
import { pageChoice } from '../../../messages/chat/talk/page.ts';
import type { ReportState } from '../shape/states.ts';

/** What is typed stays an answer: the offer is taken by its button or its words. */
export function withPageOffer(
  question: Saying | undefined,
  { step, answers, obligation }: ReportState,
  { channel }: Context,
): Saying | undefined {
  const isFirst = step.at === 'value' && Object.keys(answers).length === 0;
  if (!question || !isFirst || channel.opensPages !== true) return question;
  const choices = question.choices ?? [];
  const choiceStyle = choices.length === 0 ? 'values' : question.choiceStyle;
  return { ...question, choices: [...choices, pageChoice(obligation)], ...(choiceStyle && { choiceStyle }) };
}
