import type { Saying } from '../../core/conversation/context.ts';
import type { Choice } from '../../core/delivery/layout.ts';
import type { AssignmentFact } from '../../core/directives/assignment.ts';
import type { ObligationFact } from '../../core/reports/obligation.ts';
import { moment } from '../words/format.ts';
import { acknowledgedLine, deadlineOf, directiveName, quickLine, reportChoice } from './directive.ts';

/** One choice for everything that a person was sent, when one message shows it all. */
export const acknowledgeAll: Choice = { id: '/nhan', label: 'Đã nhận' };
export const reportAny: Choice = { id: '/baocao', label: 'Báo cáo' };

const names = (assignments: AssignmentFact[]): string =>
  assignments.map((a) => `${a.unit.name} (${directiveName(a.directive)})`).join('; ');

const withReport = (text: string, owed: ObligationFact[]): Saying => {
  const [first, ...others] = owed;
  if (!first) return { text };
  const closing = others.length === 0 ? quickLine(first) : undefined;
  return {
    text: `${text}\nCòn phải báo cáo, hạn ${deadlineOf(first)}.`,
    choices: [reportChoice(first.id)],
    ...(closing !== undefined && { closing }),
  };
};

export const acknowledged = (assignments: AssignmentFact[], owed: ObligationFact[], now: Date): Saying =>
  withReport(`Hệ thống đã ghi nhận: ${names(assignments)} đã nhận văn bản lúc ${moment(now)}.`, owed);

export const alreadyAcknowledged = (assignments: AssignmentFact[], owed: ObligationFact[]): Saying =>
  withReport(assignments.map((a) => acknowledgedLine(a.unit, a.acknowledged)).join('\n'), owed);

export const nothingAssigned = (): string => 'Hiện chưa có nhiệm vụ nào được giao cho đơn vị của ‹đồng chí›.';
