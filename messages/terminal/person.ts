/** The commands about one person. */

export const personSentence = {
  unknown: (said: string) =>
    `Không tìm thấy người "${said}". Dùng mã người, địa chỉ tài khoản (telegram:123) hoặc số điện thoại trong danh bạ.`,
  several: (ids: number[]) => `Có nhiều người phù hợp: ${ids.join(', ')}. Đề nghị dùng mã người.`,
  noRole: 'Người này không giữ vai trò nào như vậy.',
  rolesEnded: (count: number) => `Đã kết thúc ${count} vai trò.`,
  phoneKept: (phone: string | null) =>
    phone === null
      ? 'Đã bỏ số điện thoại của người này.'
      : `Đã ghi số điện thoại ${phone}; đơn vị hỏi thì hệ thống cho số này.`,
  noPhone: (said: string) =>
    `"${said}" không phải số điện thoại; đề nghị ghi đủ chữ số kể cả số 0 đầu, ví dụ 0912345678, hoặc --none để bỏ số.`,
  sessionsEnded: (count: number) => `Đã đóng ${count} phiên trên trình duyệt.`,
  erased: ({ requests, inbound, files, sessions }: Record<'requests' | 'inbound' | 'files' | 'sessions', number>) =>
    `Đã xóa: ${requests} tin đã gửi, ${inbound} nội dung đã nhận, ${files} tệp, ${sessions} phiên. Số liệu của đơn vị được giữ lại, không kèm tên.`,
};

type Shown = {
  id: number;
  name: string;
  phone: string | null;
  created: string;
  erased: string | null;
  accounts: { channel: string; address: string; name: string; state: string; lastSeen: string }[];
  roles: { role: string; unit: string; unitName: string; state: string; to: string | null }[];
  sessions: number;
  messages: { received: number; sent: number };
  reports: number;
};

export const personPage = (person: Shown): string =>
  [
    `${person.id}. ${person.name || 'không lưu tên'}, từ ${person.created}${person.phone === null ? '' : `, điện thoại ${person.phone}`}${person.erased ? `; đã xóa dữ liệu ${person.erased}` : ''}`,
    ...person.accounts.map(
      (a) =>
        `Tài khoản ${a.channel}:${a.address} (${a.name || 'chưa rõ tên'}), ${a.state}, nhắn lần cuối ${a.lastSeen}`,
    ),
    ...person.roles.map(
      (r) => `Vai trò ${r.role} – ${r.unitName} (${r.unit}): ${r.state}${r.to ? `, kết thúc ${r.to}` : ''}`,
    ),
    `Phiên trên trình duyệt: ${person.sessions}; tin nhận ${person.messages.received}, tin gửi ${person.messages.sent}; báo cáo ${person.reports}`,
  ].join('\n');
