/** The number and date of a directive: asked for, and what is wrong with them. */
import type { Saying } from '../../../core/conversation/context.ts';
import { directiveName, numberOf } from '../directive.ts';

type Named = { number: string; date: string | null; subject: string };

export const numberQuestion = (directive: Named | undefined): string =>
  `Đề nghị ‹đồng chí› gõ số và ngày của văn bản${directive ? ` V/v ${directive.subject}` : ''}, ví dụ: 45 ngày 06/9/2021.`;

export const dateQuestion = (number: string): string => `Văn bản số ${numberOf(number)} ngày nào? Ví dụ: 06/9/2021.`;

export const numberReason = (directive: Named | undefined, number: string): string =>
  `${directive ? `Đã có ${directiveName(directive)}. ` : ''}Vì sao thay bằng số ${numberOf(number)}?`;

export const numberUnclear = (): string => 'Hệ thống chưa đọc được số văn bản.';
export const dateUnclear = (): string => 'Hệ thống chưa đọc được ngày của văn bản, đề nghị nhập lại (ví dụ 06/9/2021).';
export const dateAhead = (): string => 'Ngày của văn bản còn ở phía trước, đề nghị nhập lại.';

/** The choice of staff who must send before the document has its number. */
const withoutNumber = { id: 'unnumbered', label: 'Gửi trước khi có số' };

/** Before issuing a document that is not registered. */
export const numberBeforeIssue = (directive: Named): Saying => ({
  text: `Văn bản V/v ${directive.subject} chưa có số, ngày. ${numberQuestion(undefined)} Cần gửi trước khi có số, ‹đồng chí› chọn "${withoutNumber.label}".`,
  choices: [withoutNumber, { id: 'cancel', label: 'Không' }],
});

export const whyWithoutNumber = (): string =>
  'Vì sao gửi trước khi có số? Lý do được lưu cùng văn bản; có số rồi, ‹đồng chí› gõ /so để ghi.';
