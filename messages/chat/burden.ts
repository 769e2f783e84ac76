/** What reporting takes of units, for the staff who ask it of them. */
import type { BurdenAmounts, BurdenLine, BurdenOfMonth } from '../../core/figures/burden.ts';
import { count } from '../words/format.ts';

/** "tháng 9/2021". */
const monthName = (month: string): string => `tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`;

const amounts = ({ directives, questions, received, written, minutes }: BurdenAmounts): string =>
  `${count(directives)} văn bản, ${count(questions)} câu hỏi, nhận ${count(received)} tin, gửi ${count(written)} tin, khoảng ${count(minutes)} phút`;

/** The units of a month, those that carry most first. */
export function burdenOfMonth({ units, whole, lines }: BurdenOfMonth, month: string): string {
  if (units === 0) return `Chưa có số liệu của ${monthName(month)}. Gõ /ganhnang kèm tháng khác hoặc tên đơn vị.`;
  return [
    `Gánh nặng báo cáo ${monthName(month)}, ${count(units)} đơn vị: tổng cộng ${count(whole.questions)} câu hỏi, ${count(whole.received)} tin nhận, ${count(whole.written)} tin gửi, khoảng ${count(whole.minutes)} phút.`,
    ...lines.map((line) => `- ${line.unit.name}: ${amounts(line)}`),
    ...(units > lines.length ? [`và ${count(units - lines.length)} đơn vị khác.`] : []),
    'Gõ /ganhnang kèm tháng (9/2021) hoặc tên đơn vị.',
  ].join('\n');
}

/** The months of one unit, the newest first. */
export const burdenOfUnit = (name: string, lines: readonly BurdenLine[]): string =>
  lines.length === 0
    ? `Chưa có số liệu của ${name}.`
    : [
        `Gánh nặng báo cáo của ${name}:`,
        ...lines.slice(0, 12).map((line) => `- ${monthName(line.month)}: ${amounts(line)}`),
      ].join('\n');
