/** What staff and leaders ask for and cannot be had so: said so, with what to do instead. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { Wish } from '../../../core/language/wishes.ts';

const answers: Record<Wish, string> = {
  recall:
    'Để thu hồi văn bản, ‹đồng chí› gõ "thu hồi văn bản" kèm số và lý do. Để kết thúc vai trò của một người, gõ /thuhoi kèm tên đơn vị hoặc tên người.',
  amend:
    'Để sửa văn bản đã phát hành, chuyên viên gõ một câu, ví dụ: sửa hạn mục 3 thành 17h00 ngày 15/9; bổ sung đơn vị Xã Quảng Nham vào nhiệm vụ 2. Gõ /suadoi để xem thêm.',
  delegate:
    'Thủ trưởng đơn vị tự ủy quyền bằng /uyquyen kèm tên người. Để mời thủ trưởng mới, ‹đồng chí› gõ /moi kèm tên đơn vị.',
};

export const notYet = (wish: Wish): Saying => ({ text: answers[wish] });
