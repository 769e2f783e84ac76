/** Reports that recur until they are revoked: what staff are told of their rounds, and how they are named. */
import { count, moment } from '../../words/format.ts';
import { directiveTitle } from '../directive.ts';

type Named = { number: string; date: string | null; subject: string };

/** So many rounds are named. */
const mostNamed = 5;

/** Rounds were due while the service did not run. */
export function roundsMissed(directive: Named, missed: readonly { title: string; times: { due: Date } }[]): string {
  const named = missed.slice(-mostNamed).map(({ title, times }) => `- ${title}: hạn ${moment(times.due)}`);
  const left = missed.length - named.length;
  return [
    `${directiveTitle(directive)} V/v ${directive.subject}: hệ thống đã ngừng chạy nên ${count(missed.length)} kỳ báo cáo nay mới được mở, khi đã đến hạn:`,
    ...named,
    ...(left > 0 ? [`và ${count(left)} kỳ trước đó.`] : []),
    'Các kỳ này không được nhắc. Cần số liệu của kỳ nào, đề nghị ‹đồng chí› báo đơn vị; kỳ còn mở thì đơn vị vẫn báo cáo được.',
  ].join('\n');
}

/** The deadline of a round follows days off that are computed. */
export const daysOffUnknown = (directive: Named, title: string, year: number): string =>
  [
    `${directiveTitle(directive)} V/v ${directive.subject}: "${title}" có kỳ trong năm ${year}, mà hệ thống chưa có lịch nghỉ lễ, Tết và ngày làm bù chính thức của năm đó.`,
    'Hạn của kỳ tạm theo ngày nghỉ do hệ thống tính từ Bộ luật Lao động và âm lịch. Khi có lịch, hệ thống tính lại hạn của kỳ chưa mở.',
    'Đề nghị ‹đồng chí› báo người quản trị cập nhật phần mềm khi có thông báo của Thủ tướng Chính phủ.',
  ].join('\n');
