/** The end of a directive, to those whom it concerns. */
import type { DirectiveRef, DirectiveState } from '../../../core/directives/assignment.ts';
import type { Summary } from '../../../core/figures/summary.ts';
import type { OfficeContact } from '../../../core/roster/contact.ts';
import type { UnitRef } from '../../../core/roster/person.ts';
import { contactText } from '../../words/contact.ts';
import { directiveTitle, fullTitle } from '../directive.ts';
import { summaryMessage } from '../summary.ts';

/** The last summary of a directive that is closed. */
export const closingSummary = (summary: Summary, now: Date): string =>
  [summaryMessage(summary, now), 'Đây là bản tổng hợp cuối; hệ thống không nhắc các đơn vị nữa.'].join('\n');

/** What everybody reads who was told of a directive that is recalled. */
export const recallTold = (directive: DirectiveRef, reason: string): string =>
  [
    `THU HỒI VĂN BẢN: ${fullTitle(directive)} của ${directive.issuer.name} đã được thu hồi.`,
    `Lý do: ${reason}.`,
    'Các đơn vị không thực hiện, không báo cáo theo văn bản này nữa.',
  ].join('\n');

type Ended = { directive: { number: string; date: string | null; state?: DirectiveState }; unit: UnitRef };

/** To whoever wants to report under a directive that has ended. */
export const endedNow = ({ directive, unit }: Ended, contact: OfficeContact | undefined): string =>
  directive.state === 'recalled'
    ? `${directiveTitle(directive)} đã được thu hồi; ${unit.name} không phải báo cáo theo văn bản này.`
    : `${directiveTitle(directive)} đã kết thúc nhận báo cáo nên hệ thống không ghi nhận thêm. Cần báo cáo hoặc sửa số liệu, đề nghị ‹đồng chí› liên hệ ${contactText(contact)}.`;

/** To staff: a late report takes a reason. */
export const lateReportHow = ({ directive, unit }: Ended & { unit: { code: string } }): string =>
  `${directiveTitle(directive)} đã kết thúc. Để ghi báo cáo muộn của ${unit.name}, ‹đồng chí› nêu lý do: /baocao ${unit.code} lý do …`;
