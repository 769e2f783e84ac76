import type { Saying } from '../../core/conversation/context.ts';
import type { Choice } from '../../core/delivery/layout.ts';
import type { AssignmentFact } from '../../core/directives/assignment.ts';
import type { ObligationFact } from '../../core/reports/obligation.ts';
import { moment } from '../words/format.ts';
import {
  acknowledgedLine,
  deadlineOf,
  directiveName,
  directiveOrSubject,
  progressChoice,
  quickLine,
  reportChoice,
} from './directive.ts';
import { stillOwed } from './report.ts';

/** One choice for everything that a person was sent, when one message shows it all. */
export const acknowledgeAll: Choice = { id: '/nhan', label: 'Đã nhận' };
export const reportAny: Choice = { id: '/baocao', label: 'Báo cáo' };

const names = (assignments: AssignmentFact[]): string =>
  assignments.map((a) => `${a.unit.name} (${directiveName(a.directive)})`).join('; ');

/** The deadline in its own words where one report is left; where there are several, whose and under which directive. */
function left(first: ObligationFact, others: ObligationFact[], assignments: AssignmentFact[]): string {
  if (others.length > 0) return stillOwed([first, ...others]);
  const areSeveral = assignments.some(({ directive }) => directive.id !== first.directive.id);
  return `Còn phải báo cáo${areSeveral ? ` theo ${directiveOrSubject(first.directive)}` : ''}, hạn ${deadlineOf(first)}.`;
}

const withReport = (text: string, owed: ObligationFact[], assignments: AssignmentFact[]): Saying => {
  const [first, ...others] = owed;
  const [asking, ...more] = assignments.filter((a) => a.asksProgress && a.directive.state === 'issued');
  const progress = asking ? [progressChoice(more.length > 0 ? undefined : asking.id)] : [];
  if (!first) return { text, ...(progress.length > 0 && { choices: progress }) };
  const closing = others.length === 0 ? quickLine(first) : undefined;
  return {
    text: `${text}\n${left(first, others, assignments)}`,
    choices: [reportChoice(first.id), ...progress],
    ...(closing !== undefined && { closing }),
  };
};

export const acknowledged = (assignments: AssignmentFact[], owed: ObligationFact[], now: Date): Saying =>
  withReport(`Hệ thống đã ghi nhận: ${names(assignments)} đã nhận văn bản lúc ${moment(now)}.`, owed, assignments);

export const alreadyAcknowledged = (assignments: AssignmentFact[], owed: ObligationFact[]): Saying =>
  withReport(assignments.map((a) => acknowledgedLine(a.unit, a.acknowledged)).join('\n'), owed, assignments);

export const nothingAssigned = (): string => 'Hiện chưa có nhiệm vụ nào được giao cho đơn vị của ‹đồng chí›.';
