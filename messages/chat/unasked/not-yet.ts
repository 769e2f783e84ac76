/** What staff and leaders ask for and cannot be had here yet: said so, with what to do instead. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { Summary } from '../../../core/figures/summary.ts';
import type { Wish } from '../../../core/language/wishes.ts';
import { moment } from '../../words/format.ts';

const calls = { id: '/goidien', label: 'Danh sách gọi điện' };
const missing = { id: '/tonghop thieu', label: 'Đơn vị chưa báo cáo' };

const withoutSummary: Record<Exclude<Wish, 'remind'>, string> = {
  recall:
    'Để thu hồi văn bản, ‹đồng chí› gõ "thu hồi văn bản" kèm số và lý do. Để kết thúc vai trò của một người, gõ /thuhoi kèm tên đơn vị hoặc tên người.',
  amend:
    'Chức năng sửa văn bản đã nạp chưa có. Đề nghị ‹đồng chí› nhờ quản trị viên nạp văn bản mới và báo các đơn vị.',
  delegate: 'Chức năng ủy quyền chưa có. Đề nghị ‹đồng chí› gõ /moi kèm tên đơn vị để lấy mã mời cho người được giao.',
  other: 'Chức năng này chưa có. Gõ /trogiup để xem những việc hệ thống làm được.',
};

/** `summary` where a directive is under way: its next reminder is told. */
export function notYet(wish: Wish, summary: Summary | undefined): Saying {
  if (wish !== 'remind') return { text: withoutSummary[wish] };
  const next = summary?.next.reminder;
  return {
    text: `Chức năng nhắc theo yêu cầu chưa có; hệ thống nhắc theo lịch của văn bản${next ? `, lần tới lúc ${moment(next)}` : ''}. Cần nhắc ngay, đề nghị ‹đồng chí› gọi điện theo danh sách.`,
    choices: [calls, missing],
  };
}
