/** What staff and leaders ask for and cannot be had so, or not here yet: said so, with what to do instead. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { Wish } from '../../../core/language/wishes.ts';

const answers: Record<Wish, string> = {
  recall:
    'Để thu hồi văn bản, ‹đồng chí› gõ "thu hồi văn bản" kèm số và lý do. Để kết thúc vai trò của một người, gõ /thuhoi kèm tên đơn vị hoặc tên người.',
  amend:
    'Chức năng sửa văn bản đã nạp chưa có. Đề nghị ‹đồng chí› nhờ quản trị viên nạp văn bản mới và báo các đơn vị.',
  delegate:
    'Thủ trưởng đơn vị tự ủy quyền bằng /uyquyen kèm tên người. Để mời thủ trưởng mới, ‹đồng chí› gõ /moi kèm tên đơn vị.',
  other: 'Chức năng này chưa có. Gõ /trogiup để xem những việc hệ thống làm được.',
};

export const notYet = (wish: Wish): Saying => ({ text: answers[wish] });
