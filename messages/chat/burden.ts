/** What reporting takes of units, for the staff who ask it of them. */
import type { BurdenLine } from '../../core/figures/burden.ts';
import { count } from '../words/format.ts';

/** "tháng 9/2021". */
const monthName = (month: string): string => `tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`;

const amounts = ({ directives, questions, received, written, minutes }: Omit<BurdenLine, 'unit' | 'month'>): string =>
  `${count(directives)} văn bản, ${count(questions)} câu hỏi, nhận ${count(received)} tin, gửi ${count(written)} tin, khoảng ${count(minutes)} phút`;

const mostUnitsListed = 15;

/** The units of a month, those that carry most first. */
export function burdenOfMonth(lines: readonly BurdenLine[], month: string): string {
  if (lines.length === 0)
    return `Chưa có số liệu của ${monthName(month)}. Gõ /ganhnang kèm tháng khác hoặc tên đơn vị.`;
  const sum = (of: keyof Omit<BurdenLine, 'unit' | 'month'>): number => lines.reduce((all, line) => all + line[of], 0);
  const whole = {
    questions: sum('questions'),
    received: sum('received'),
    written: sum('written'),
    minutes: sum('minutes'),
  };
  return [
    `Gánh nặng báo cáo ${monthName(month)}, ${count(lines.length)} đơn vị: tổng cộng ${count(whole.questions)} câu hỏi, ${count(whole.received)} tin nhận, ${count(whole.written)} tin gửi, khoảng ${count(whole.minutes)} phút.`,
    ...lines.slice(0, mostUnitsListed).map((line) => `- ${line.unit.name}: ${amounts(line)}`),
    ...(lines.length > mostUnitsListed ? [`và ${count(lines.length - mostUnitsListed)} đơn vị khác.`] : []),
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
