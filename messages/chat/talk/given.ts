/** A figure that a unit gave before, offered with its date. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { GivenFigure } from '../../../core/reports/past/given.ts';
import { count, day } from '../../words/format.ts';

/** The question with what was given before as a choice; typed digits stay a figure. */
export const offeringGiven = (question: Saying, { value, at }: GivenFigure): Saying => {
  if (value.type !== 'number') return question;
  const lead = `Ngày ${day(at)} đơn vị đã báo ${count(value.value)}; vẫn ${count(value.value)} thì trả lời “vẫn vậy”.`;
  return {
    ...question,
    text: `${lead}\n${question.text}`,
    choiceStyle: 'values',
    choices: [{ id: 'given', label: `Vẫn ${count(value.value)}` }, ...(question.choices ?? [])],
  };
};
