/** Reminders: private ones to people whose unit owes, and the one message to a group. */

import type { Saying } from '../../core/conversation/context.ts';
import type { DirectiveRef } from '../../core/directives/assignment.ts';
import type { FigurePeriod } from '../../core/directives/recurring.ts';
import { mostNamedInGroup } from '../../core/reminders/digest.ts';
import type { Beginning } from '../../core/roster/beginning.ts';
import type { UnitRef } from '../../core/roster/person.ts';
import { addressOf } from '../words/address.ts';
import { calendarDays, capital, count, moment, namesOf, overdueWords } from '../words/format.ts';
import { deadlineOf, fullTitle, recipientOf } from './directive.ts';

type Round = {
  due: Date;
  overdueFrom: Date;
  quote: string;
  isExtended?: boolean;
  isEarlier?: boolean;
  period?: FigurePeriod;
};

/** Nobody is called late before the deadline's rule says so. */
function stage({ due, overdueFrom }: Pick<Round, 'due' | 'overdueFrom'>, now: Date): 'before' | 'due' | 'overdue' {
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

/** How a deadline stands: "còn 3 giờ", "đã đến hạn", "đã quá hạn 02 ngày". */
export const stageWords = (round: Pick<Round, 'due' | 'overdueFrom'>, at: Date): string =>
  ({ before: timeLeft(round.due, at), due: 'đã đến hạn', overdue: overdueWords(round.overdueFrom, at) })[
    stage(round, at)
  ];

/** What a unit still owes: `labels` are the indicators that a round asks for, `collector` collects or consolidates them. */
type Debt = {
  unit: UnitRef;
  directive: DirectiveRef;
  labels: string[];
  round: Round;
  collector: UnitRef;
  isConsolidated?: boolean;
};

/**
 * `at` is when it is said: what it says of the time left must be true then, also after downtime. `turn` counts the
 * reminders behind the deadline, from 1.
 */
export function reminder(debt: Debt, { at, turn }: Said): string {
  const { unit, directive, labels, round, collector } = debt;
  const { you } = addressOf(unit.kind);
  const to = recipientOf({ ...debt, issuer: directive.issuer, reportTo: collector });
  const what = `${unit.name} chưa báo cáo theo ${fullTitle(directive)}, gửi ${to} (${labels.join(', ')}).`;
  const limit = `Hạn: ${deadlineOf(round)}`;
  const head = `${headline(round, { at, turn })} ${what}\n${limit}.`;
  return `${head} Đề nghị ${you} báo cáo ${at < round.due ? 'đúng hạn' : 'ngay'}.`;
}

/** When a reminder is said; `turn` counts those behind the deadline, from 1; 0 up to it. */
type Said = { at: Date; turn: number };

function headline(round: Round, { at, turn }: Said): string {
  const repeated = turn > 0 ? `Nhắc lần ${turn}: ` : '';
  switch (stage(round, at)) {
    case 'before':
      return `Nhắc báo cáo (${timeLeft(round.due, at)}):`;
    case 'due':
      return repeated ? `${repeated}đã đến hạn báo cáo.` : `Đến hạn báo cáo (${moment(at)}):`;
    case 'overdue':
      return repeated
        ? `${repeated}${overdueWords(round.overdueFrom, at)}.`
        : `${capital(overdueWords(round.overdueFrom, at))}:`;
  }
}

/** Calls upon people in a group whom no private message reaches. The group does not learn what the matter is. */
export const callInGroup = (mentions: string[]): string =>
  `${mentions.join(' ')} có văn bản cần nhận nhưng hệ thống chưa nhắn riêng được. Đề nghị ‹đồng chí› mở trang Zalo OA của cơ quan và nhắn "Nhiệm vụ".`;

/** A unit that owes, and the words that call upon its people in the group. */
export type Owing = UnitRef & { mentions: string[] };

/** How many and which units still owe, the first of them by name; never a unit's figures. `promised` said when they will report. */
export function groupReminder(
  { owing: missing, promised, isCounted }: { owing: Beginning<Owing>; promised: number; isCounted?: boolean },
  directive: DirectiveRef,
  round: Round,
  { at, turn }: Said,
): string {
  const named = isCounted ? { count: 0, first: [] } : missing;
  const names = named.first.slice(0, mostNamedInGroup).map((u) => `- ${[u.name, ...u.mentions].join(' ')}`);
  const others = named.count - names.length;
  const repeated = turn > 0 ? `nhắc lần ${turn}, ` : '';
  const state = {
    before: `hạn ${moment(round.due)}, ${timeLeft(round.due, at)}`,
    due: repeated
      ? `${repeated}đã đến hạn ${moment(round.due)}`
      : `đã đến hạn ${moment(round.due)}, nhắc lúc ${moment(at)}`,
    overdue: `${repeated}${overdueWords(round.overdueFrom, at)}`,
  }[stage(round, at)];
  return [
    `Báo cáo theo ${fullTitle(directive)} (${state}): còn ${count(missing.count + promised)} đơn vị chưa báo cáo${promised > 0 ? `, trong đó ${count(promised)} đơn vị đã hẹn giờ gửi` : ''}${isCounted ? '.' : ':'}`,
    ...names,
    ...(others > 0 ? [`và ${count(others)} đơn vị khác.`] : []),
    'Đề nghị các đồng chí báo cáo trực tiếp với hệ thống (tin nhắn riêng).',
  ].join('\n');
}

/** To who answers for the unit above: which of its own owe. */
export const superiorReminder = (
  units: Beginning<UnitRef>,
  directive: DirectiveRef,
  round: Round,
  { at }: Said,
): string =>
  `Báo cáo theo ${fullTitle(directive)} (${stage(round, at) === 'overdue' ? overdueWords(round.overdueFrom, at) : `hạn ${moment(round.due)}`}): ${count(units.count)} đơn vị trực thuộc chưa báo cáo: ${namesOf(units.first, mostNamedInGroup, units.count)}. Đề nghị ‹đồng chí› đôn đốc.`;

/** To staff and who leads the office: nobody is reminded any more. */
export const remindersEnd = (units: Beginning<UnitRef>, directive: DirectiveRef): Saying => ({
  text: `Hệ thống dừng nhắc báo cáo theo ${fullTitle(directive)}: đã hết các lần nhắc theo lịch, còn ${count(units.count)} đơn vị chưa báo cáo: ${namesOf(units.first, mostNamedInGroup, units.count)}. ‹Đồng chí› gõ /nhac để nhắc tiếp, /giahan để gia hạn, /dong để kết thúc văn bản.`,
});
