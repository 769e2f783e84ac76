/** Why somebody was reminded: what the reminder rested on, and what ends it. */
import { Duration } from 'luxon';
import type { LastReminder } from '../../../core/reminders/reason.ts';
import { moment } from '../../words/format.ts';
import { directiveName } from '../directive.ts';

export const neverReminded = (): string => 'Hệ thống chưa nhắc ‹đồng chí› lần nào.';

/** "trước hạn 3 ngày", "khi đến hạn", "mỗi sáng ngày làm việc sau hạn": what a slot of a plan is. */
function slotWords(slot: string): string {
  if (slot.startsWith('day:')) return 'mỗi sáng ngày làm việc sau hạn, khi chưa có báo cáo';
  const { days, hours, minutes } = Duration.fromISO(slot);
  if (days > 0) return `trước hạn ${days} ngày`;
  if (hours > 0) return `trước hạn ${hours} giờ`;
  return minutes > 0 ? `trước hạn ${minutes} phút` : 'khi đến hạn';
}

function cause({ slot, promised }: LastReminder): string {
  if (slot !== null) return `lịch nhắc của văn bản: ${slotWords(slot)}`;
  return promised ? `đã quá giờ đơn vị hẹn gửi (${moment(promised)})` : 'cơ quan ban hành yêu cầu nhắc ngay';
}

const standings = { owed: 'hiện vẫn chưa có', reported: 'nay đã có', excused: 'nay đã được miễn' } as const;

/** The newest reminder: why, and how it stands now. */
export const whyReminded = (last: LastReminder): string =>
  [
    `Lần nhắc gần nhất: ${moment(last.at)}, theo ${directiveName(last.directive)}.`,
    `Lý do: ${cause(last)}; lúc đó chưa có báo cáo của ${last.unit?.name ?? 'các đơn vị trực thuộc'}${last.debt ? ` (${standings[last.debt]})` : ''}.`,
    ...(last.due ? [`Hạn báo cáo: ${moment(last.due)}.`] : []),
    'Hệ thống không nhắc nữa khi có báo cáo, khi được miễn, và trước giờ ‹đồng chí› hẹn gửi (ví dụ: "15h gửi").',
  ].join('\n');
