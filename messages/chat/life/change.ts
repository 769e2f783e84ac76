/** What staff read when something is done to a directive. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { ChangeAct, ChangeOrder, DirectiveStanding } from '../../../core/directives/life/change.ts';
import { directiveName, numberOf } from '../directive.ts';

/** A directive as it is called where something is done to it. */
const named = (standing: Pick<DirectiveStanding, 'number' | 'date' | 'subject'>): string =>
  `${directiveName(standing)} V/v ${standing.subject}`;

export const noneToChange = (act: ChangeAct): string => ({ number: 'Chưa có văn bản nào để ghi số.' })[act];

export const whichToChange = (standings: readonly DirectiveStanding[]): Saying => ({
  text: '‹Đồng chí› chọn văn bản nào?',
  choices: standings.map((d) => ({ id: `d:${d.id}`, label: `${numberOf(d.number)} – ${d.subject}`.slice(0, 60) })),
});

export const whichUnclear = (): string => 'Hệ thống chưa rõ văn bản nào. Đề nghị ‹đồng chí› chọn hoặc gõ số văn bản.';
export const changeCancelled = (): string => 'Hệ thống chưa thay đổi gì.';
export const changeGone = (): string =>
  'Việc này đã được làm hoặc không còn thuộc quyền của ‹đồng chí›. Gõ /vanban để xem danh sách.';

/** What was done, to whoever did it. */
export const changeDone = (order: ChangeOrder, standing: DirectiveStanding): string =>
  `Đã ghi: ${named({ ...standing, number: order.number, date: order.date })}. Các tin và báo cáo từ nay dùng số này.`;
