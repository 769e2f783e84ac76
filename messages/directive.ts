/** How a directive is named and its tasks are told. */

import type { Saying } from '../core/dialogue.ts';
import { lacksNumber } from '../core/directive.ts';
import type { AssignmentFact, DirectiveRef, ObligationFact, TaskText } from '../core/facts.ts';
import type { Choice } from '../core/layout.ts';
import { isoDay, moment } from './format.ts';

/** "12/UBND-VHXH"; "…/UBND-VH&TT" while the clerk has not numbered it. */
export const numberOf = (number: string): string => (lacksNumber(number) ? `…${number.trim()}` : number);

/** "văn bản số 12/UBND-VHXH ngày 02/3/2026". */
export const directiveName = (directive: Pick<DirectiveRef, 'number' | 'date'>): string =>
  `văn bản số ${numberOf(directive.number)}${directive.date ? ` ngày ${isoDay(directive.date)}` : ''}`;

/** The deadline with the words it came from: people must be able to hold it against the paper. */
export const deadlineOf = (obligation: Pick<ObligationFact, 'due' | 'quote'>): string =>
  `${moment(obligation.due)} (văn bản ghi: "${obligation.quote}")`;

const labels = (obligation: ObligationFact): string => obligation.indicators.map((i) => i.label).join(', ');

export const acknowledgeChoice = (assignment: number): Choice => ({ id: `/nhan ${assignment}`, label: 'Đã nhận' });
export const reportChoice = (obligation: number): Choice => ({ id: `/baocao ${obligation}`, label: 'Báo cáo' });

/** The tasks of one unit, and what it must report. */
export function tasksMessage(
  assignment: AssignmentFact,
  tasks: TaskText[],
  obligations: ObligationFact[],
  now: Date,
): Saying {
  const { directive, unit } = assignment;
  const ofUnit = obligations.filter((o) => o.unit.id === unit.id && o.directive.id === directive.id);
  const owed = ofUnit.filter((o, index) => ofUnit.findIndex((other) => other.title === o.title) === index);
  const open = owed.filter((o) => o.state === 'owed' && o.opensAt <= now);
  const greeting = unit.headTitle ? `Kính gửi: ${unit.headTitle} – ${unit.name}` : `Kính gửi: ${unit.name}`;
  const text = [
    `VĂN BẢN CHỈ ĐẠO\nSố: ${numberOf(directive.number)}${directive.date ? `, ngày ${isoDay(directive.date)}` : ''}\nCơ quan ban hành: ${directive.issuer.name}\nV/v ${directive.subject}`,
    greeting,
    `Nhiệm vụ của ${unit.name}:`,
    ...tasks.map((task, index) => `${index + 1}. (mục ${task.section}) ${task.text}`),
    ...owed.map((o) => `Báo cáo: ${labels(o)}.\nHạn: ${deadlineOf(o)}.`),
    'Đề nghị đồng chí xác nhận đã nhận.',
  ].join('\n\n');
  return { text, choices: [acknowledgeChoice(assignment.id), ...open.slice(0, 1).map((o) => reportChoice(o.id))] };
}
