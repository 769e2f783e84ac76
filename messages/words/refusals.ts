/** Why nothing is done to a directive, and what to do instead: in the chat and in the terminal. */
import type { ChangeRefusal } from '../../core/directives/life/change.ts';
import { moment } from './format.ts';

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
    case 'not-issued':
      return 'Văn bản chưa được phát hành nên chưa có gì để thay đổi.';
    case 'ended':
      return 'Văn bản đã kết thúc hoặc đã thu hồi nên không thay đổi được; văn bản đã kết thúc thì mở lại trước.';
    case 'recalled':
      return 'Văn bản đã thu hồi, không mở lại được; đề nghị ban hành văn bản mới.';
    case 'nobody-owes':
      return 'Không có đơn vị nào được nêu còn phải báo cáo theo văn bản này.';
    case 'chased-just-now':
      return `Các đơn vị vừa được nhắc lúc ${moment(refusal.at)}; đề nghị chờ ít phút.`;
    case 'another-issuer':
      return 'Bản sửa đổi ghi cơ quan ban hành khác; văn bản của cơ quan khác là văn bản mới.';
    case 'not-reported':
      return 'Đơn vị được nêu chưa có báo cáo nào để trả lại.';
    case 'consolidates-nobody':
      return 'Đơn vị này không tổng hợp báo cáo của đơn vị nào theo văn bản này.';
    case 'nothing-to-submit':
      return 'Chưa có đơn vị nào báo cáo nên chưa có gì để gửi tổng hợp.';
    case 'until-past':
      return 'Hạn mới đã qua; đề nghị nêu ngày khác.';
    case 'owes-nothing':
      return 'Đơn vị được nêu không có báo cáo nào đang mở theo văn bản này.';
    case 'reported-already':
      return 'Đơn vị đã báo cáo rồi nên không cần miễn; số liệu đã có vẫn được tính.';
    case 'not-later':
      return 'Hạn hiện tại đã bằng hoặc muộn hơn hạn được nêu, hệ thống không thay đổi gì.';
    case 'round-closes':
      return `Kỳ báo cáo này chỉ nhận đến ${moment(refusal.at)}, khi kỳ sau mở, nên không gia hạn quá lúc đó được.`;
  }
}
