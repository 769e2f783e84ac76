/** Why nothing is done to a directive, and what to do instead: in the chat and in the terminal. */
import type { ChangeRefusal } from '../../core/directives/life/change.ts';

export function changeRefused(refusal: ChangeRefusal): string {
  switch (refusal.why) {
    case 'done-already':
      return 'Văn bản đã như vậy từ trước, hệ thống không thay đổi gì.';
    case 'date-ahead':
      return 'Ngày của văn bản còn ở phía trước; đề nghị nhập lại.';
    case 'number-taken':
      return `Số này cùng ngày đã dùng cho văn bản khác (mã ${refusal.by}) nên hệ thống không ghi; đề nghị kiểm tra lại sổ đăng ký.`;
    case 'numbered-already':
      return 'Văn bản đã có số khác; muốn thay số đề nghị nêu lý do.';
  }
}
