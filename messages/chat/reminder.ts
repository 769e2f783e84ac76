/** Reminders: private ones to people whose unit owes, and the one message to a group. */
import type { UnitRef } from '../../core/roster/person.ts';
import { addressOf } from '../words/address.ts';
import { calendarDays, count, day, moment } from '../words/format.ts';
import { directiveName, numberOf } from './directive.ts';

type Round = { due: Date; overdueFrom: Date; quote: string };
type Named = { number: string; date: string | null; subject: string };

/** Nobody is called late before the deadline's rule says so. */
function stage({ due, overdueFrom }: Round, now: Date): 'before' | 'due' | 'overdue' {
  if (now >= overdueFrom) return 'overdue';
  return now < due ? 'before' : 'due';
}

/** "còn 3 ngày", "còn 3 giờ": how long until the deadline, in the words of a plan. */
function timeLeft(due: Date, at: Date): string {
  const days = calendarDays(at, due);
  if (days > 0) return `còn ${days} ngày`;
  const minutes = Math.round((due.getTime() - at.getTime()) / 60_000);
  return minutes >= 60 ? `còn ${Math.round(minutes / 60)} giờ` : `còn ${minutes} phút`;
}

/** What a unit still owes: `labels` are the indicators that a round asks for. */
type Debt = { unit: UnitRef; directive: Named; labels: string[]; round: Round };

/** `at` is when it is said: what it says of the time left must be true then, also after downtime. */
export function reminder({ unit, directive, labels, round }: Debt, at: Date): string {
  const { you } = addressOf(unit.kind);
  const what = `${unit.name} chưa báo cáo theo ${directiveName(directive)} (${labels.join(', ')}).`;
  const limit = `Hạn: ${moment(round.due)} (văn bản ghi: "${round.quote}")`;
  switch (stage(round, at)) {
    case 'before':
      return `Nhắc báo cáo (${timeLeft(round.due, at)}): ${what}\n${limit}. Đề nghị ${you} báo cáo đúng hạn.`;
    case 'due':
      return `Đến hạn báo cáo (${moment(at)}): ${what}\n${limit}. Đề nghị ${you} báo cáo ngay.`;
    case 'overdue':
      return `Quá hạn báo cáo (nhắc ngày ${day(at)}): ${what}\n${limit}. Đề nghị ${you} báo cáo ngay.`;
  }
}

/** Calls upon people in a group whom no private message reaches. The group does not learn what the matter is. */
export const callInGroup = (mentions: string[]): string =>
  `${mentions.join(' ')} có văn bản cần nhận nhưng hệ thống chưa nhắn riêng được. Đề nghị đồng chí mở trang Zalo OA của cơ quan và nhắn "Nhiệm vụ".`;

const mostNamed = 15;

/** A unit that owes, and the words that call upon its people in the group. */
export type Owing = UnitRef & { mentions: string[] };

/** How many and which units still owe; never a unit's figures. */
export function groupReminder(missing: Owing[], directive: Named, round: Round, at: Date): string {
  const names = missing.slice(0, mostNamed).map((u) => `- ${[u.name, ...u.mentions].join(' ')}`);
  const others = missing.length - names.length;
  const state = {
    before: `hạn ${moment(round.due)}, ${timeLeft(round.due, at)}`,
    due: `đã đến hạn ${moment(round.due)}, nhắc lúc ${moment(at)}`,
    overdue: `đã quá hạn, nhắc ngày ${day(at)}`,
  }[stage(round, at)];
  return [
    `Báo cáo theo văn bản số ${numberOf(directive.number)} (${state}): còn ${count(missing.length)} đơn vị chưa báo cáo:`,
    ...names,
    ...(others > 0 ? [`và ${count(others)} đơn vị khác.`] : []),
    'Đề nghị các đồng chí báo cáo trực tiếp với hệ thống (tin nhắn riêng).',
  ].join('\n');
}
