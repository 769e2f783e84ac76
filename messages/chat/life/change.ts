/** What staff read when something is done to a directive. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { ChangeAct, ChangeOrder, ChangePlan } from '../../../core/directives/life/change.ts';
import { type DirectiveStanding, unitsOf } from '../../../core/directives/life/standing.ts';
import { count, moment, namesOf } from '../../words/format.ts';
import { directiveName, numberOf } from '../directive.ts';
import { deadlineSaid } from './extend.ts';

/** A directive as it is called where something is done to it. */
const named = (standing: Pick<DirectiveStanding, 'number' | 'date' | 'subject'>): string =>
  `${directiveName(standing)} V/v ${standing.subject}`;

const nothing: Record<ChangeAct, string> = {
  number: 'Chưa có văn bản nào để ghi số.',
  extend: 'Hiện không có văn bản nào đang thực hiện để gia hạn.',
};
export const noneToChange = (act: ChangeAct): string => nothing[act];

export const whichToChange = (standings: readonly DirectiveStanding[]): Saying => ({
  text: '‹Đồng chí› chọn văn bản nào?',
  choices: standings.map((d) => ({ id: `d:${d.id}`, label: `${numberOf(d.number)} – ${d.subject}`.slice(0, 60) })),
});

export const whichUnclear = (): string => 'Hệ thống chưa rõ văn bản nào. Đề nghị ‹đồng chí› chọn hoặc gõ số văn bản.';
export const changeCancelled = (): string => 'Hệ thống chưa thay đổi gì.';
export const changeNotSure = (): string =>
  'Hệ thống chưa rõ trả lời của ‹đồng chí› nên chưa thay đổi gì. Đề nghị ‹đồng chí› trả lời có hoặc không.';
export const changeGone = (): string =>
  'Việc này đã được làm hoặc không còn thuộc quyền của ‹đồng chí›. Gõ /vanban để xem danh sách.';

/** So many units are named. */
const mostNamed = 5;

/** The units that an order is about, by name. */
const unitsNamed = (units: readonly number[] | null, standing: DirectiveStanding): string =>
  units === null
    ? 'tất cả các đơn vị'
    : namesOf(
        unitsOf(standing).filter(({ id }) => units.includes(id)),
        mostNamed,
      );

/** What is about to be done, and how many are told of it. */
export function changePreview(order: ChangeOrder, plan: ChangePlan, standing: DirectiveStanding): Saying {
  const choices = (label: string) => [
    { id: 'do', label },
    { id: 'cancel', label: 'Không' },
  ];
  switch (order.act) {
    case 'number':
      return { text: `Ghi số ${numberOf(order.number)}?`, choices: choices('Ghi số') };
    case 'extend': {
      const told = plan.type === 'extended' ? plan.told.length : 0;
      return {
        text: [
          `Gia hạn báo cáo theo ${named(standing)} cho ${unitsNamed(order.units, standing)} đến ${moment(deadlineSaid(order.until))}.`,
          `Lý do: ${order.reason}.`,
          `Hệ thống sẽ báo cho ${count(told)} đơn vị. Gia hạn?`,
        ].join('\n'),
        choices: choices('Gia hạn'),
      };
    }
  }
}

/** What was done, to whoever did it. */
export function changeDone(order: ChangeOrder, standing: DirectiveStanding): string {
  switch (order.act) {
    case 'number':
      return `Đã ghi: ${named({ ...standing, number: order.number, date: order.date })}. Các tin và báo cáo từ nay dùng số này.`;
    case 'extend':
      return `Đã gia hạn cho ${unitsNamed(order.units, standing)} đến ${moment(deadlineSaid(order.until))}. Việc nhắc và tổng hợp theo hạn mới.`;
  }
}
