/** A figure that a unit gave before, offered with its date. */
import type { Saying } from '../../../core/conversation/context.ts';
import { isAmount } from '../../../core/reports/indicators.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';
import type { GivenFigure } from '../../../core/reports/past/given.ts';
import { count, day } from '../../words/format.ts';
import { amount } from '../figures/amounts.ts';

/** The question with what was given before as a choice; typed digits stay a figure. */
export const offeringGiven = (question: Saying, indicator: Indicator, { value, at }: GivenFigure): Saying => {
  if (value.type !== 'number') return question;
  const figure = isAmount(indicator.kind) ? amount(indicator, value.value) : count(value.value);
  const lead = `Ngày ${day(at)} đơn vị đã báo ${figure}; vẫn ${figure} thì trả lời “vẫn vậy”.`;
  return {
    ...question,
    text: `${lead}\n${question.text}`,
    choiceStyle: 'values',
    choices: [{ id: 'given', label: `Vẫn ${figure}` }, ...(question.choices ?? [])],
  };
};
