import type { Role } from '../../core/roster/people.ts';

const chasesOnly = (roles: Role[]): boolean => roles.length > 0 && !roles.some((r) => r === 'head' || r === 'delegate');

/** What always works, by role; `isConsolidator`: a unit of theirs consolidates others. */
export function help(roles: Role[], isConsolidator = false): string {
  const chases = roles.some((r) => r === 'staff' || r === 'leader');
  return [
    '‹Đồng chí› có thể bấm nút, hoặc gõ (có dấu hay không dấu đều được):',
    ...(!chasesOnly(roles)
      ? [
          '/nhiemvu – xem nhiệm vụ của đơn vị',
          'Đã nhận – xác nhận đã nhận văn bản',
          '/baocao – báo cáo số liệu',
          '/trang – điền báo cáo trên một trang',
          '/tiendo – báo tiến độ nhiệm vụ',
          '/sua – sửa báo cáo đã gửi',
          '/giahan – xin gia hạn báo cáo, kèm ngày và lý do',
          '/hoi CÂU_HỎI – hỏi người phụ trách văn bản',
          '/visao – vì sao hệ thống nhắc',
          '/uyquyen TÊN – giao cán bộ đầu mối; /thoiuyquyen – thôi giao',
          '/vangmat đến NGÀY – vắng mặt; /bangiao – thôi phụ trách đơn vị',
          '/chuyenxuong các ĐƠN_VỊ hạn NGÀY – giao phần của đơn vị xuống cấp dưới',
          '/danop – báo cáo đã nộp của từng kỳ, tiến độ và báo cáo để ký',
          '/lichsu – các lần báo cáo của đơn vị và người gửi',
          '/duthao – dự thảo báo cáo bằng văn bản',
          '/daky – gửi số, ngày hoặc bản chụp báo cáo đã ký',
        ]
      : []),
    ...(isConsolidator && !chases
      ? ['/tonghop – các đơn vị mà đơn vị ‹đồng chí› tổng hợp', '/nhac – nhắc các đơn vị đó']
      : []),
    ...(isConsolidator
      ? ['/guitonghop – gửi báo cáo tổng hợp lên trên', '/baocao ĐƠN_VỊ lý do … – báo cáo thay một đơn vị bên dưới']
      : []),
    ...(isConsolidator || chases ? ['/tralai ĐƠN_VỊ vì LÝ_DO – trả lại báo cáo, yêu cầu báo cáo lại'] : []),
    ...(chases
      ? [
          '/tonghop – tổng hợp tình hình báo cáo',
          'Hỏi bằng lời: "ai chưa nộp", "tổng Bluezone các trường", "xã nào chưa xong mục 3"',
          '/doichieusolieu – đối chiếu tổng các đơn vị với báo cáo tổng hợp',
          '/vanban – danh sách văn bản',
          '/pheduyet – phê duyệt văn bản chờ phát hành; /khongduyet SỐ LÝ_DO – không duyệt, trả lại',
          '/nhac – nhắc ngay các đơn vị chưa báo cáo, kèm lời nhắn nếu cần',
          '/dong – kết thúc văn bản; /molai – mở lại; /thuhoivanban – thu hồi văn bản',
          '/mien ĐƠN_VỊ vì LÝ_DO – miễn báo cáo; /thoimien – bỏ miễn',
          '/giahan ĐƠN_VỊ đến NGÀY vì LÝ_DO – gia hạn; /xingiahan – các đề nghị chờ trả lời',
          '/hoi – câu hỏi của các đơn vị; /traloi SỐ NỘI_DUNG – trả lời',
          '/goidien – danh sách cần gọi điện',
          '/ganhnang – số văn bản, câu hỏi, tin nhắn, thời gian của từng đơn vị trong tháng',
          '/bieudo – biểu đồ',
          '/xuat – báo cáo, bảng, biểu đồ',
        ]
      : []),
    ...(roles.includes('staff')
      ? [
          '/phathanh – phát hành văn bản',
          '/suadoi – sửa văn bản đã phát hành: sửa hạn, nội dung, đơn vị',
          '/so SỐ ngày NGÀY – ghi số, ngày của văn bản đã đăng ký',
          '/guilai – gửi lại các tin chưa gửi được',
          'Gửi tệp kèm chú thích "bản ký công văn SỐ" – đính kèm bản ký',
          '/moi MÃ_ĐƠN_VỊ – lấy mã mời cho đơn vị',
          '/doichieu – người đăng ký bằng số điện thoại chờ đối chiếu',
          '/thuhoi ĐƠN_VỊ hoặc TÊN – kết thúc vai trò của một người',
          '/nhom – nhóm nhận thông báo: gắn hoặc tạo nhóm',
          '/tamgiu – tin tạm giữ sau khi khôi phục dữ liệu',
          '/lichsu MÃ_ĐƠN_VỊ – các lần báo cáo của đơn vị',
          '/baocao MÃ_ĐƠN_VỊ – báo cáo thay đơn vị không dùng được hệ thống; /tiendo MÃ_ĐƠN_VỊ – báo thay tiến độ',
        ]
      : []),
    '/toi – thông tin của ‹đồng chí›, dùng thêm thiết bị',
    '/kenh – nhận tin của hệ thống tại đây',
    '/dulieu – dữ liệu cá nhân của ‹đồng chí› đang được lưu',
    '/huy – dừng việc đang làm',
  ].join('\n');
}

export const cancelled = (): string =>
  'Đã hủy báo cáo đang nhập; chưa có số liệu nào được ghi nhận. Gõ /baocao để làm lại.';
export const nothingToCancel = (): string => 'Hiện không có việc gì đang làm dở. Gõ /trogiup để xem hướng dẫn.';
export const staleTap = (): string => 'Nút này thuộc câu hỏi đã qua nên không thay đổi gì. Gõ /trogiup khi cần.';
export const mediaUnread = (): string => 'Hệ thống chỉ đọc được tin nhắn chữ. Đề nghị ‹đồng chí› gõ nội dung trả lời.';
export const tooLongToRead = (): string =>
  'Nội dung quá dài nên hệ thống không đọc. Đề nghị ‹đồng chí› gửi lại trong một tin ngắn.';
export const editUnread = (): string =>
  'Hệ thống không đọc tin nhắn đã sửa. Đề nghị ‹đồng chí› gửi tin mới; báo cáo đã gửi thì gõ /sua.';
export const staffOnly = (): string =>
  'Chức năng này dành cho cán bộ theo dõi và lãnh đạo. Gõ /trogiup để xem những việc ‹đồng chí› làm được.';
export const tooFast = (): string =>
  '‹Đồng chí› gửi quá nhanh nên hệ thống chưa ghi nhận các tin vừa gửi. Đề nghị ‹đồng chí› chờ một phút rồi gửi lại.';
export const tryLater = (): string =>
  'Hệ thống đang gặp sự cố, nội dung đã được lưu lại. Đề nghị ‹đồng chí› thử lại sau ít phút.';
