/** What the simulated month says in the terminal. */
import { count } from '../../../messages/words/format.ts';

export const monthSays = {
  beginning: (units: number, days: number, seed: number): string =>
    `Mô phỏng ${days} ngày: ${count(units)} đơn vị, ba văn bản, hạt giống ${seed}`,
  day: (day: string, reports: number, letters: number, violations: number): string =>
    `Ngày ${day}: ${count(reports)} báo cáo đã nhận, ${count(letters)} tin đã gửi, ${count(violations)} sai lệch`,
  wrong: 'Có sai lệch:',
} as const;

export const monthEnd = {
  head: ['văn bản', 'số kỳ', 'phải báo cáo', 'đã báo cáo', 'muộn', 'tin nhắc', 'trong đó gộp', 'tin nhóm'],
  people: (units: number, people: number): string => `${count(units)} đơn vị, ${count(people)} người trả lời.`,
  perPerson: (most: number, median: number): string =>
    `Tin hệ thống tự gửi cho một người trong một ngày: nhiều nhất ${most}, trung vị ${median}.`,
  checked: (made: number, violations: number): string => `Phép kiểm: ${count(made)}; sai lệch: ${count(violations)}.`,
  took: (seconds: number): string => `Chạy trong ${count(Math.round(seconds))} giây.`,
} as const;
