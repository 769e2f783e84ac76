/** Why somebody was reminded: what the reminder rested on, and what ends it. */
import { Duration } from 'luxon';
import type { LastGroupReminder, LastReminder, ReminderReason } from '../../../core/reminders/reason.ts';
import { capital, count, moment } from '../../words/format.ts';
import { directiveName } from '../directive.ts';

export const neverReminded = (): string => 'Hệ thống chưa nhắc ‹đồng chí› lần nào.';
export const groupNeverReminded = (): string => 'Hệ thống chưa nhắc trong nhóm lần nào.';

/** "trước hạn 3 ngày", "khi đến hạn", "mỗi sáng ngày làm việc sau hạn": what a slot of a plan is. */
function slotWords(slot: string): string {
  if (slot.startsWith('day:')) return 'mỗi sáng ngày làm việc sau hạn, khi chưa có báo cáo';
  const { days, hours, minutes } = Duration.fromISO(slot);
  if (days > 0) return `trước hạn ${days} ngày`;
  if (hours > 0) return `trước hạn ${hours} giờ`;
  return minutes > 0 ? `trước hạn ${minutes} phút` : 'khi đến hạn';
}

const byPlan = (slot: string): string => `lịch nhắc của văn bản: ${slotWords(slot)}`;

const standings = { owed: 'hiện vẫn chưa có', reported: 'nay đã có', excused: 'nay đã được miễn' } as const;

/** What stood behind one thing of a reminder. */
function cause({ why, slot, promised, unit, debt }: ReminderReason): string {
  const standing = debt ? ` (${standings[debt]})` : '';
  const named = unit?.name ?? 'các đơn vị trực thuộc';
  switch (why) {
    case 'promise':
      return `đã quá giờ đơn vị hẹn gửi${promised ? ` (${moment(promised)})` : ''}; lúc đó chưa có báo cáo của ${named}${standing}`;
    case 'submission':
      return `báo cáo tổng hợp của ${named} chờ gửi, mỗi ngày hỏi một lần`;
    case 'superior':
      return `${slot ? byPlan(slot) : 'đã đến hạn'}; lúc đó chưa có báo cáo của các đơn vị trực thuộc, trong đó ${named}${standing}`;
    case 'ladder-ends':
      return 'đã hết các lần nhắc theo lịch mà còn đơn vị chưa báo cáo';
    case 'not-reached':
      return 'đến lần nhắc theo lịch, còn đơn vị mà hệ thống chưa nhắn tin được';
    case 'owes':
      return `${slot ? byPlan(slot) : 'chưa có báo cáo'}; lúc đó chưa có báo cáo của ${named}${standing}`;
    case 'on-demand':
      return `cơ quan ban hành yêu cầu nhắc ngay; lúc đó chưa có báo cáo của ${named}${standing}`;
  }
}

const until = (due: Date | null): string[] => (due ? [`Hạn báo cáo: ${moment(due)}.`] : []);

/** So many things of one reminder are told one by one. */
const mostTold = 12;

const ending =
  'Hệ thống không nhắc nữa khi có báo cáo, khi được miễn, và trước giờ ‹đồng chí› hẹn gửi (ví dụ: "15h gửi").';

/** The newest reminder: why, thing by thing, and how it stands now. */
export function whyReminded({ at, reasons }: LastReminder): string {
  const [only, ...others] = reasons;
  if (only && others.length === 0)
    return [
      `Lần nhắc gần nhất: ${moment(at)}, theo ${directiveName(only.directive)}.`,
      `Lý do: ${cause(only)}.`,
      ...until(only.due),
      ending,
    ].join('\n');
  const rest = reasons.length - mostTold;
  return [
    `Lần nhắc gần nhất: ${moment(at)}, một tin cho ${count(reasons.length)} việc:`,
    ...reasons
      .slice(0, mostTold)
      .map((one, index) => `${index + 1}. ${capital(directiveName(one.directive))}: ${cause(one)}.`),
    ...(rest > 0 ? [`và ${count(rest)} việc khác.`] : []),
    ending,
  ].join('\n');
}

/** The newest reminder in a group: why, and how many of the units that it concerns owe now. */
export const whyGroupReminded = ({ at, title, directive, slot, due, owing }: LastGroupReminder): string =>
  [
    `Lần nhắc gần nhất trong nhóm${title ? ` "${title}"` : ''}: ${moment(at)}, theo ${directiveName(directive)}.`,
    `Lý do: ${slot ? byPlan(slot) : 'cơ quan ban hành yêu cầu'}; hiện còn ${count(owing)} đơn vị chưa báo cáo.`,
    ...until(due),
    'Trong nhóm, hệ thống chỉ nêu đơn vị chưa báo cáo, không nêu số liệu; không nhắc nữa khi các đơn vị đã báo cáo.',
  ].join('\n');
