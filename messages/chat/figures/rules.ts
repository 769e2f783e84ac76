/** Figures that must agree with each other, and figures that the system computes. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { BrokenRule } from '../../../core/reports/computed.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';
import { type Answers, figureIn } from '../../../core/reports/report.ts';
import { amount } from './amounts.ts';

const told = (indicator: Indicator, answers: Answers): string => {
  const value = figureIn(answers, indicator.key);
  return `${indicator.label}: ${value === undefined ? 'chưa có' : amount(indicator, value)}`;
};

/** What does not hold, in the words of the rule, with the figures that it is about. No menu: a typed figure is none of these. */
export function brokenRule(broken: BrokenRule, answers: Answers): Saying {
  const why =
    broken.type === 'rule'
      ? broken.rule.message.replace(/\.$/, '')
      : `${broken.parts.map(({ label }) => label).join(' cộng ')} là ${amount(broken.whole, broken.sum)}, khác với ${broken.whole.label}`;
  return {
    text: `${why}. ‹Đồng chí› đã ghi ${broken.indicators.map((one) => told(one, answers)).join('; ')}. ‹Đồng chí› sửa số nào?`,
    choiceStyle: 'values',
    choices: broken.indicators.map((one) => ({ id: `i:${one.key}`, label: `Sửa ${one.label}` })),
  };
}

export const ruleUnclear = (): string =>
  'Hệ thống chưa rõ số cần sửa. Đề nghị ‹đồng chí› ghi tên mục kèm số đúng, hoặc chọn một mục dưới đây.';

/** Somebody would enter what is computed. */
export const computedHere = ({ label }: Indicator, from: readonly Indicator[]): string =>
  `${label} do hệ thống tự tính từ ${from.map((one) => one.label).join(', ')}; cần sửa thì ‹đồng chí› sửa các số đó.`;

/** A refused figure was told once more: the other one that it does not agree with is asked for. */
export const otherFigure = (indicator: Indicator, other: Indicator, answers: Answers): string =>
  `‹Đồng chí› vẫn ghi ${told(indicator, answers)}. Vậy đề nghị ‹đồng chí› xem lại số còn lại, hiện đang ghi ${told(other, answers)}.`;
