/** What the rehearsal says in the terminal and writes into its files. */
import { DateTime } from 'luxon';
import { vietnam } from '../../core/time/calendar.ts';
import { count } from '../../messages/words/format.ts';

export const demoEvent = {
  loaded: (units: number): string => `Đã nạp huyện mẫu: ${count(units)} đơn vị, một văn bản chỉ đạo ở dạng nháp`,
  invited: (invites: number): string => `Đã cấp ${count(invites)} mã mời cho các đơn vị`,
  staffRegistered: (name: string): string => `Chuyên viên theo dõi ${name} đã đăng ký (Telegram)`,
  leaderRegistered: (name: string): string => `Chủ tịch ${name} đã đăng ký (trình duyệt)`,
  groupBound: (title: string): string => `Nhóm "${title}" đã được đăng ký`,
  registered: (unit: string, name: string, channel: 'telegram' | 'web'): string =>
    `${unit}: ${name} đã đăng ký (${channel === 'web' ? 'trình duyệt' : 'Telegram'})`,
  refused: (unit: string, name: string): string => `${unit}: ${name} không đồng ý nhận tin`,
  previewed: (units: number): string => `Chuyên viên xem trước: văn bản giao việc cho ${count(units)} đơn vị`,
  issued: 'Chuyên viên đã phát hành văn bản trong cuộc trò chuyện',
  acknowledged: (unit: string): string => `${unit} đã nhận văn bản`,
  corrected: (unit: string, why: string): string => `${unit} nhập lại: ${why}`,
  reported: (unit: string): string => `${unit} đã báo cáo`,
  reportedOnBehalf: (unit: string): string => `Chuyên viên báo cáo thay cho ${unit}`,
  changed: (unit: string): string => `${unit} đã sửa báo cáo đã gửi`,
  paused: (unit: string): string => `${unit} đang báo cáo thì dừng lại giữa chừng`,
  overtaken: (unit: string, first: string, second: string): string =>
    `${unit}: ${second} nhập cùng lúc, được báo là ${first} đã gửi trước`,
  blocked: (unit: string): string => `${unit} đã chặn hệ thống`,
  reminded: (messages: number): string => `Hệ thống nhắc các đơn vị còn nợ báo cáo: ${count(messages)} tin nhắn`,
  groupTold: (line: string): string => `Nhóm nhận tin: ${line}`,
  summarised: (line: string): string => `Chủ tịch nhận tổng hợp. ${line}`,
} as const;

/** Why somebody had to type an answer again. */
export const demoWhy = {
  unclear: 'chưa rõ là số nào',
  exceeding: 'số đã cài lớn hơn số CBCCVC',
} as const;

export const demoProgress = {
  registered: 'Đã đăng ký',
  acknowledged: 'Đã nhận văn bản',
  reported: 'Đã báo cáo',
} as const;

const kindNames: Record<string, string> = {
  reply: 'trả lời',
  registration: 'đăng ký',
  receipt: 'biên nhận báo cáo',
  summary: 'tổng hợp gửi lãnh đạo',
  calls: 'danh sách cần gọi điện',
  tasks: 'giao nhiệm vụ',
  reminder: 'nhắc việc riêng',
  group: 'nhắc trong nhóm',
};

export const demoKind = (kind: string): string => kindNames[kind] ?? kind;

/** "Thứ Ba 31/8 09:00  UBND xã …". */
export function demoLine(at: Date, text: string): string {
  const moment = DateTime.fromJSDate(at, { zone: vietnam });
  return `${weekdays[moment.weekday - 1]} ${moment.toFormat('dd/MM HH:mm')}  ${text}`;
}

const weekdays = ['Hai', 'Ba', 'Tư', 'Năm', 'Sáu', 'Bảy', 'CN'].map((day) => (day === 'CN' ? ' CN ' : day.padStart(4)));

export const demoEnd = {
  sent: 'TIN ĐÃ GỬI',
  sentHead: ['Loại tin', 'Telegram', 'Trình duyệt', 'Cộng'],
  all: 'Cộng',
  totals: 'SỐ LIỆU',
  totalsHead: ['Chỉ tiêu', 'Các đơn vị đã nhập', 'Hệ thống tổng hợp', ''],
  units: 'Đơn vị đã báo cáo',
  denominatorOf: (label: string): string => `Số CBCCVC tính cho ${label}`,
  equal: 'khớp',
  different: 'LỆCH',
  remindersAfterReport: (reminders: number): string => `Tin nhắc gửi cho đơn vị đã báo cáo: ${count(reminders)}`,
  unsettled: (requests: number): string => `Tin không rõ đã đến nơi hay chưa: ${count(requests)}`,
  audited: (records: number, faults: number): string =>
    `Sổ nhật ký: ${count(records)} bản ghi, ${count(faults)} sai lệch`,
  took: (seconds: number): string =>
    `Thời gian chạy: ${seconds.toLocaleString('vi-VN', { maximumFractionDigits: 1 })} giây`,
  written: (folder: string): string => `Kết quả nằm trong thư mục ${folder}/ (xem README.txt).`,
  open: (url: string): string => `Mời mở trang diễn tập để tự đóng một vai: ${url}\nDừng chương trình bằng Ctrl+C.`,
  wrong: 'Kết quả diễn tập chưa khớp, đề nghị xem bảng trên.',
  failed: (why: string): string => `Diễn tập dừng giữa chừng: ${why}`,
  unknownOption: (option: string): string =>
    `Không có tham số ${option}. Cách dùng: npm run demo -- [--exit] [--small] [--out THƯ_MỤC]`,
} as const;

export const demoColumns = [
  'giờ diễn tập',
  'kênh',
  'người nhận',
  'vai trò',
  'đơn vị',
  'loại tin',
  'trạng thái',
  'nội dung',
];

/** What an outbox row has come to. */
const stateNames: Record<string, string> = {
  sent: 'đã gửi',
  refused: 'không gửi được',
  withdrawn: 'đã rút',
  uncertain: 'không rõ',
  queued: 'chờ gửi',
  sending: 'đang gửi',
};

export const demoState = (state: string): string => stateNames[state] ?? state;
export const demoChannel = (channel: string): string => (channel === 'web' ? 'trình duyệt' : 'Telegram');
export const demoSpeaker = { system: 'Hệ thống', group: 'nhóm' } as const;

export const demoReadme = (files: readonly (readonly [name: string, what: string])[]): string =>
  ['Kết quả của lần diễn tập gần nhất. Mọi họ tên và số liệu đều là giả định.', '']
    .concat(files.map(([name, what]) => `${name} – ${what}`))
    .join('\n');

export const demoFile = {
  papers: 'báo cáo, bảng tổng hợp, biểu đồ, phụ lục minh chứng và dự thảo báo cáo của ba đơn vị',
  summary: 'tổng hợp cuối cùng mà Chủ tịch nhận được',
  summaryJson: 'tổng hợp ở dạng dữ liệu',
  timeline: 'diễn biến theo giờ diễn tập',
  messages: 'mọi tin hệ thống đã gửi: lúc nào, cho ai, nội dung gì',
  chats: 'nguyên văn cuộc trò chuyện của một số người',
  log: 'nhật ký kỹ thuật của hệ thống',
} as const;

const playing = { head: 'thủ trưởng', staff: 'cán bộ theo dõi', leader: 'lãnh đạo' } as const;

/** "thủ trưởng, Telegram". */
export const demoPlaying = (role: keyof typeof playing, channel: string): string =>
  channel === 'web' ? playing[role] : `${playing[role]}, ${demoChannel(channel)}`;
