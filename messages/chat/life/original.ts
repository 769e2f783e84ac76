/** The signed original of a directive, in the chat of staff. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { ListedDirective } from '../../../core/conversation/directive-line.ts';
import { directiveName, fullTitle } from '../directive.ts';
import { whichDirective } from '../staff.ts';

/** How to send one. */
export const originalHow = (): string =>
  'Để đính kèm bản ký, đề nghị ‹đồng chí› gửi tệp PDF hoặc ảnh kèm chú thích, ví dụ: bản ký công văn 45.';

/** Its file is here, and it is asked which directive it is of. */
export const originalOfWhich = (directives: ListedDirective[]): Saying => {
  const { text: _, ...choices } = whichDirective(directives, 'banky', '');
  return { ...choices, text: 'Đây là bản ký của văn bản nào? ‹Đồng chí› chọn, hoặc gõ /banky kèm số văn bản.' };
};

/** It is taken; its file may still be on its way from the platform. */
export const originalTaken = (directive: Pick<ListedDirective, 'number' | 'date' | 'subject' | 'state'>): string =>
  `Đã nhận bản ký của ${directiveName(directive)} V/v ${directive.subject}. ${
    directive.state === 'draft'
      ? 'Bản ký đi cùng nhiệm vụ khi phát hành.'
      : 'Bản ký đi cùng nhiệm vụ gửi từ nay và khi đơn vị gõ /nhiemvu; các đơn vị đã nhận nhiệm vụ được gửi bản ký một lần, trong giờ làm việc.'
  }`;

/** With the file itself or its link: to the people of a unit who have the tasks already. */
export const originalComes = (directive: Parameters<typeof fullTitle>[0], issuer: string): string =>
  `${issuer} gửi bản ký: ${fullTitle(directive)}. Nhiệm vụ và hạn đã giao không thay đổi.`;

export const originalOfRecalled = (): string => 'Văn bản đã thu hồi nên hệ thống không đính kèm bản ký.';

/** The file that came is none that can be an original. */
export const originalNotOne = (): string =>
  'Tệp ‹đồng chí› gửi làm bản ký không phải PDF hoặc ảnh (JPG, PNG) nên chưa được đính kèm; đề nghị gửi lại.';
