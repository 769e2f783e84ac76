/** What a report asks once more: figures that are hard to believe, answers that are not clear, whether to wait or to stop. */
import type { Saying } from '../../../core/conversation/context.ts';
import { type Exact, exactOf } from '../../../core/reports/exact.ts';
import { isFigure } from '../../../core/reports/indicators.ts';
import type { Indicator, ObligationFact } from '../../../core/reports/obligation.ts';
import type { DoubtedFigure, FigureDoubt } from '../../../core/reports/plausible/doubt.ts';
import { type Answers, enteredOnly, figureIn } from '../../../core/reports/report.ts';
import { count, uncapital } from '../../words/format.ts';
import { amount } from '../figures/amounts.ts';

/** Figures that are asked about, all in one question. No menu: a typed figure is the answer. */
export function doubtful(form: ObligationFact, { type, figures }: FigureDoubt, answers: Answers): Saying {
  const [only, ...others] = figures;
  if (type === 'example' || !only) {
    const told = figures
      .map(({ indicator }) => `${uncapital(indicator.label)} ${saidOf(indicator, answers)}`)
      .join(', ');
    return {
      text: `Số ‹đồng chí› ghi trùng với số trong ví dụ của hệ thống: ${told}. Đây có đúng là số của ${form.unit.name} không?`,
      choiceStyle: 'values',
      choices: [
        { id: 'sure', label: 'Đúng là số của đơn vị' },
        { id: 'again', label: 'Nhập lại' },
      ],
    };
  }
  if (others.length === 0) {
    const said = saidOf(only.indicator, answers);
    return {
      text: `${whyAsked(form, only, said)} Số ${said} có đúng không?`,
      choiceStyle: 'values',
      choices: [
        { id: 'sure', label: `Đúng là ${said}` },
        { id: 'again', label: 'Nhập lại' },
      ],
    };
  }
  const lines = figures.map((one) => `- ${whyAsked(form, one, saidOf(one.indicator, answers))}`);
  return {
    text: [
      `Hệ thống xin hỏi lại ${count(figures.length)} số của ${form.unit.name}:`,
      ...lines,
      'Các số này có đúng không?',
    ].join('\n'),
    choiceStyle: 'values',
    choices: [
      { id: 'sure', label: 'Đúng tất cả' },
      { id: 'again', label: 'Nhập lại' },
    ],
  };
}

const saidOf = (indicator: Indicator, answers: Answers): string =>
  amount(indicator, figureIn(answers, indicator.key) ?? 0);

/** Why a figure is asked about: what is known beside it, and no word of blame. */
function whyAsked(form: ObligationFact, doubted: DoubtedFigure, said: string): string {
  const { indicator } = doubted;
  const { label } = indicator;
  switch (doubted.why) {
    case 'example':
      return `${label} ‹đồng chí› ghi là ${said}, trùng với số trong ví dụ của hệ thống.`;
    case 'roster':
      return `${label} của ${form.unit.name} ‹đồng chí› ghi là ${said}, danh sách của hệ thống là ${count(doubted.known)}.`;
    case 'fallen':
      return `${label} là số lũy kế: kỳ trước ${form.unit.name} đã báo cáo ${amount(indicator, doubted.before)}, kỳ này ‹đồng chí› ghi ${said}, ít hơn kỳ trước.`;
    case 'before':
      return `${label} ‹đồng chí› ghi là ${said}, kỳ trước ${form.unit.name} đã báo cáo ${amount(indicator, doubted.before)}.`;
    case 'others': {
      const [from, to] = [doubted.from, doubted.to].map((figure) => amount(indicator, rounded(indicator, figure)));
      return `${label} ‹đồng chí› ghi là ${said}, các đơn vị tương tự thường báo cáo khoảng ${from === to ? from : `${from} đến ${to}`}.`;
    }
  }
}

/** "khoảng": two digits that count, and no place behind the comma but of what is less than ten. */
function rounded(indicator: Indicator, figure: number): Exact {
  const least = indicator.kind === 'count' || figure >= 10 ? 0 : -1;
  const step = 10 ** Math.max(least, Math.floor(Math.log10(Math.max(figure, 1))) - 1);
  const near = Math.round(figure / step) * step;
  return Number.isInteger(near) ? near : exactOf(near.toFixed(1));
}

export const doubtUnclear = (): string =>
  'Hệ thống chưa rõ trả lời của ‹đồng chí›. Số trên đúng thì ‹đồng chí› gõ "Đúng", chưa đúng thì ghi số đúng.';

export const doubtsUnclear = (): string =>
  'Hệ thống chưa rõ trả lời của ‹đồng chí›. Các số trên đúng thì ‹đồng chí› gõ "Đúng", số nào chưa đúng thì ghi tên mục kèm số đúng.';

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
  'Hệ thống giữ nguyên các số ‹đồng chí› đã nhập. Khi có số, ‹đồng chí› trả lời tiếp.';

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
