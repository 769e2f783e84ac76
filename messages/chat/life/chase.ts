/** A reminder on demand: what it says, and what it would come to. */
import type { Saying } from '../../../core/conversation/context.ts';
import { type StandingInView, waysOf } from '../../../core/conversation/preview.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import type { UnitRef } from '../../../core/roster/person.ts';
import { isWorkingTime, nextWorkingInstant } from '../../../core/time/calendar.ts';
import { channelName } from '../../words/channels.ts';
import { asSentence, count, moment } from '../../words/format.ts';
import { deadlineOf, directiveName, fullTitle } from '../directive.ts';

/** What whoever asks says besides. */
export const chaseRemark = (by: UnitRef, words: string): string => `Ý kiến của ${by.name}: ${asSentence(words)}`;

/** What the people of a unit read. */
export const chaseTold = (
  debt: Pick<ObligationFact, 'directive' | 'overdueFrom'> & { unit: UnitRef } & Parameters<typeof deadlineOf>[0],
  { words, by }: { words: string | null; by: UnitRef },
  now: Date,
): string =>
  [
    `Đôn đốc: ${debt.unit.name} chưa báo cáo theo ${fullTitle(debt.directive)}.`,
    `Hạn: ${deadlineOf(debt)}.${now >= debt.overdueFrom ? ' Hiện đã quá hạn.' : ''}`,
    ...(words === null ? [] : [chaseRemark(by, words)]),
  ].join('\n');

/** Nobody of the units that owe can be told anything now: they are telephoned. */
export const chaseReachesNobody = (units: readonly number[], standing: StandingInView): Saying => ({
  text: `Hiện không nhắn được cho đơn vị nào trong ${count(units.length)} đơn vị chưa báo cáo theo ${directiveName(standing)} nên hệ thống chưa gửi gì. Đề nghị ‹đồng chí› gọi điện: /goidien.`,
  choices: [{ id: '/goidien', label: 'Danh sách gọi điện' }],
});

/** How many are reminded, how many messages that takes, and what they cost. */
export function chaseCost(told: readonly number[], { ways }: StandingInView, now: Date): string[] {
  const units = waysOf(told, ways?.units ?? []);
  // Who answers for several units gets one message.
  const people = [...new Map(units.flatMap((unit) => unit.people).map((one) => [one.person, one])).values()];
  const unreached = units.filter((unit) => unit.people.length === 0).length;
  const spending = (ways?.left ?? []).flatMap(({ channel, left }) => {
    const cost = people.filter((one) => one.channel === channel).reduce((sum, one) => sum + one.cost, 0);
    return cost > 0
      ? [`Hạn mức ${channelName(channel)}: cần ${count(cost)} tin, tháng này còn ${count(left)} tin.`]
      : [];
  });
  return [
    `Sẽ gửi ${count(people.length)} tin nhắn riêng.`,
    ...(unreached > 0 ? [`${count(unreached)} đơn vị hiện không nhắn được: cần gọi điện (/goidien).`] : []),
    ...spending,
    ...(isWorkingTime(now)
      ? []
      : [`Lưu ý: lúc này ngoài giờ làm việc; giờ làm việc tiếp theo từ ${moment(nextWorkingInstant(now))}.`]),
  ];
}
