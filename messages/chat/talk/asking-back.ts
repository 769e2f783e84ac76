/** What a report asks once more: figures that are hard to believe, answers that are not clear, whether to wait or to stop. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { FigureDoubt } from '../../../core/reports/doubt.ts';
import { isFigure } from '../../../core/reports/indicators.ts';
import type { Indicator, ObligationFact } from '../../../core/reports/obligation.ts';
import { type Answers, enteredOnly, figureIn } from '../../../core/reports/report.ts';
import { count, uncapital } from '../../words/format.ts';
import { amount } from '../figures/amounts.ts';

/** Figures of the example, or far from the roster's. No menu: a typed figure is the answer. */
export function doubtful(form: ObligationFact, doubt: FigureDoubt, answers: Answers): Saying {
  const figureOf = ({ key }: Indicator): string => count(figureIn(answers, key) ?? 0);
  if (doubt.type === 'roster') {
    const said = figureOf(doubt.indicator);
    return {
      text: `${doubt.indicator.label} của ${form.unit.name} ‹đồng chí› ghi là ${said}, danh sách của hệ thống là ${count(doubt.known)}. Số ${said} có đúng không?`,
      choiceStyle: 'values',
      choices: [
        { id: 'sure', label: `Đúng là ${said}` },
        { id: 'again', label: 'Nhập lại' },
      ],
    };
  }
  if (doubt.type === 'fallen') {
    const { indicator, before } = doubt;
    const said = amount(indicator, figureIn(answers, indicator.key) ?? 0);
    return {
      text: `${indicator.label} là số lũy kế: kỳ trước ${form.unit.name} đã báo cáo ${amount(indicator, before)}, kỳ này ‹đồng chí› ghi ${said}, ít hơn kỳ trước. Số ${said} có đúng không?`,
      choiceStyle: 'values',
      choices: [
        { id: 'sure', label: `Đúng là ${said}` },
        { id: 'again', label: 'Nhập lại' },
      ],
    };
  }
  const figures = doubt.indicators.map((one) => `${uncapital(one.label)} ${figureOf(one)}`).join(', ');
  return {
    text: `Số ‹đồng chí› ghi trùng với số trong ví dụ của hệ thống: ${figures}. Đây có đúng là số của ${form.unit.name} không?`,
    choiceStyle: 'values',
    choices: [
      { id: 'sure', label: 'Đúng là số của đơn vị' },
      { id: 'again', label: 'Nhập lại' },
    ],
  };
}

export const doubtUnclear = (): string =>
  'Hệ thống chưa rõ trả lời của ‹đồng chí›. Số trên đúng thì ‹đồng chí› gõ "Đúng", chưa đúng thì ghi số đúng.';

export const zeroUnclear = (indicator: Indicator): string =>
  `Hệ thống chưa rõ trả lời của ‹đồng chí›. ${indicator.label} là 0 thì ‹đồng chí› gõ "Đúng", không phải 0 thì ghi số đúng.`;

/** "1 234": one number or several. */
export const groupsUnclear = (): string =>
  'Chưa rõ đây là một số hay nhiều số. Một số thì ‹đồng chí› viết liền, ví dụ: 1234; nhiều số thì cách nhau bằng dấu phẩy, ví dụ: 1, 234.';

/** A figure without its name. */
export const whichFigure = (form: ObligationFact, value: number): Saying => ({
  text: `${count(value)} là số của mục nào?`,
  choices: enteredOnly(form)
    .indicators.filter(({ kind }) => isFigure(kind))
    .map((i) => ({ id: `i:${i.key}`, label: i.label })),
});

export const noteUnclear = (): string =>
  'Có khó khăn, kiến nghị thì ‹đồng chí› ghi nội dung; không có thì gõ "Không có". Cần sửa số thì ghi tên mục và số đúng.';

/** Above the question which figure is wrong. */
export const notSentYet = (): string => 'Báo cáo chưa được gửi.';

export const held = (): string =>
  'Hệ thống chưa gửi và giữ nguyên các số ‹đồng chí› đã nhập. Khi nào xong, ‹đồng chí› gõ "Đúng" để gửi, ghi tên mục và số mới để sửa, hoặc gõ "Hủy" để bỏ.';

export const waiting = (): string =>
  'Hệ thống giữ nguyên các số ‹đồng chí› đã nhập. Khi nào có số, ‹đồng chí› trả lời tiếp.';

export const confirmUnclear = (): string =>
  'Hệ thống chưa rõ trả lời của ‹đồng chí› nên chưa gửi. ‹Đồng chí› gõ "Đúng" để gửi; ghi tên mục và số đúng để sửa; gõ "Hủy" để bỏ.';

export const overtakenUnclear = (): string =>
  'Hệ thống chưa rõ trả lời của ‹đồng chí› nên chưa sửa. ‹Đồng chí› gõ "Có" để sửa theo số của mình, hoặc "Giữ nguyên".';

export const stopping = (form: ObligationFact): Saying => ({
  text: `‹Đồng chí› có muốn hủy báo cáo đang nhập của ${form.unit.name} không? Hủy thì các số đã nhập không được giữ lại.`,
  choices: [
    { id: 'stop', label: 'Hủy báo cáo' },
    { id: 'on', label: 'Tiếp tục' },
  ],
  choiceStyle: 'values',
});

export const stoppingUnclear = (): string =>
  'Hệ thống chưa rõ trả lời của ‹đồng chí›. ‹Đồng chí› gõ "Hủy báo cáo" để bỏ các số đã nhập, hoặc "Tiếp tục".';
