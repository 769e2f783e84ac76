/** What is answered to the progress that a person told. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { ProgressForm } from '../../../core/progress/form.ts';
import { type GroupTold, groupsOf } from '../../../core/progress/heard.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import { moment } from '../../words/format.ts';
import { deadlineOf, quickLine, reportChoice } from '../directive.ts';
import { toldLine } from './states.ts';

/** Progress was taken; `owed` are the reports that are still to come. */
export function progressReceipt(
  form: ProgressForm,
  told: readonly GroupTold[],
  { owed, now }: { owed: readonly ObligationFact[]; now: Date },
): Saying {
  const [first, ...others] = owed;
  const closing = first && others.length === 0 ? quickLine(first) : undefined;
  return {
    text: [
      `Đã ghi nhận tiến độ của ${form.unit.name} lúc ${moment(now)}.`,
      ...told.map(toldLine),
      'Cần báo lại tiến độ, ‹đồng chí› gõ /tiendo.',
      ...(first ? [`Còn phải báo cáo số liệu, hạn ${deadlineOf(first)}.`] : []),
    ].join('\n'),
    choices: first ? [reportChoice(first.id)] : [],
    ...(closing !== undefined && { closing }),
  };
}

/** Said during a report, and read back with its figures. */
export const progressNoted = (told: readonly GroupTold[]): string => `Đã ghi ${told.map(toldLine).join('; ')}.`;

/** The lines about tasks in the read-back of a report. */
export const progressLines = (told: readonly GroupTold[]): string[] =>
  told.length === 0 ? [] : ['Tiến độ nhiệm vụ:', ...told.map((each) => `- ${toldLine(each)}`)];

export const progressUnclear = (): string =>
  'Hệ thống chưa rõ tiến độ. Đề nghị ‹đồng chí› ghi từng mục: xong, đang làm (bao nhiêu %), chưa làm hoặc vướng gì.';

/** Numbers that are no sections of the unit. */
export const strangeSections = (form: ProgressForm, numbers: readonly number[]): string =>
  `Nhiệm vụ phải báo tiến độ của ${form.unit.name} không có mục ${numbers.join(', ')}; các mục phải báo: ${groupsOf(
    form,
  )
    .map(({ section }) => section)
    .join(', ')}. Đề nghị ‹đồng chí› báo lại.`;

export const noProgressAsked = (): string =>
  'Hiện không có văn bản nào yêu cầu đơn vị của ‹đồng chí› báo tiến độ. Gõ /nhiemvu để xem nhiệm vụ.';

export const progressDropped = (): string => 'Đã hủy; chưa có tiến độ nào được ghi nhận. Gõ /tiendo để báo lại.';

export const progressWaiting = (): string =>
  'Hệ thống chờ ‹đồng chí›; tiến độ vừa báo chưa được gửi. Đúng thì ‹đồng chí› chọn Đúng, gửi.';

export const confirmProgressUnclear = (): string =>
  'Hệ thống chưa rõ. Đúng thì ‹đồng chí› chọn Đúng, gửi; cần đổi thì chọn Sửa hoặc ghi lại tiến độ của mục đó.';

export const proofUnclear = (): string =>
  'Hệ thống chưa đọc được số văn bản. Đề nghị ‹đồng chí› ghi số và ký hiệu, ví dụ: 12/BC-UBND; chưa có thì chọn Chưa có văn bản.';

/** Without the document that the directive demands, a task is not counted as done. */
export const unprovenNoted = (): string =>
  'Chưa có văn bản minh chứng nên hệ thống ghi là đang thực hiện; có văn bản, ‹đồng chí› báo lại là xong.';
