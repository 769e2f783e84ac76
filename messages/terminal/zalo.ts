/** What the service says about its connection to Zalo, to the people who look after it. */
export const zaloSentence = {
  consentNeeded: (link: string): string =>
    `Zalo OA chưa cấp quyền cho hệ thống, hoặc quyền đã mất hiệu lực. Đề nghị quản trị viên OA mở đường liên kết sau và bấm đồng ý: ${link}`,
  /** To staff, on another channel. */
  consentAlert: (link: string): string =>
    [
      'Zalo OA cần được cấp quyền: hệ thống chưa có quyền, hoặc quyền đã mất, nên không gửi và nhận tin qua Zalo OA được.',
      'Trong lúc chờ, tin đi theo kênh khác của từng người; ai chỉ có Zalo OA thì cần gọi điện.',
      `Đề nghị đồng chí nhờ quản trị viên OA: 1) mở đường liên kết này (dùng được 7 ngày); 2) bấm đồng ý cho phép; 3) bấm nút “Hoàn tất kết nối” trên trang của hệ thống: ${link}`,
    ].join('\n'),
  tokenDelayed: (reason: string): string =>
    `Chưa gia hạn được quyền truy cập Zalo OA (${reason}); hệ thống sẽ tự thử lại.`,
  tokenNotSaved: (reason: string): string =>
    `Đã nhận quyền truy cập Zalo OA mới nhưng chưa lưu được (${reason}); hệ thống đang lưu lại, đề nghị không tắt dịch vụ.`,
  tokenWaiting: 'Một tiến trình khác đang gia hạn quyền truy cập Zalo OA; hệ thống đang chờ kết quả.',
  consentStale: 'Đường liên kết cấp quyền không đúng hoặc đã quá hạn. Đề nghị đồng chí mở lại đường liên kết mới nhất.',
  consentOtherOa: (oaId: string): string =>
    `Quyền vừa cấp thuộc OA khác (${oaId}). Đề nghị đồng chí đăng nhập đúng tài khoản quản trị OA của cơ quan rồi làm lại.`,
  consentRefused: (reason: string): string =>
    `Zalo chưa chấp nhận việc cấp quyền (${reason}). Đề nghị đồng chí mở lại đường liên kết và bấm đồng ý lần nữa.`,
  /** The heading of Zalo's form for name and phone number; at most 100 characters. */
  contactTitle: 'Chia sẻ số điện thoại để đăng ký nhận chỉ đạo',
  /** The line under a message whose buttons Zalo did not take. */
  writtenChoices: (labels: string[]): string => `Trả lời bằng một trong các câu: ${labels.join(' / ')}`,
};
