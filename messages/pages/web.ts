/** What the web pages say. */
import { DateTime } from 'luxon';
import type { InviteFor } from '../../core/roster/people.ts';
import { vietnam } from '../../core/time/calendar.ts';

export const siteName = 'Hệ thống chỉ đạo, báo cáo';

/** "17:00 09/09", Asia/Ho_Chi_Minh. */
export const chatMoment = (instant: Date): string =>
  DateTime.fromJSDate(instant, { zone: vietnam }).toFormat('HH:mm dd/MM');

/** The bare address: whoever has been given a link is sent back to it, and nobody learns whose office this is. */
export const frontPage = {
  title: siteName,
  text: 'Mỗi người có một đường liên kết riêng. Đề nghị mở đường liên kết hoặc mã QR được cơ quan gửi; không còn thì gõ /toi ở cuộc trò chuyện đã đăng ký, hoặc xin từ cán bộ theo dõi.',
} as const;

/** Why a page does not open: a heading and one sentence that says what to do. */
export const closedPage = {
  unknown: {
    title: 'Không tìm thấy trang',
    text: 'Đường liên kết không đúng. Đề nghị kiểm tra lại, hoặc xin đường liên kết mới từ cán bộ theo dõi.',
  },
  revoked: {
    title: 'Đường liên kết đã được thu hồi',
    text: 'Đường liên kết này đã được thu hồi. Đề nghị xin đường liên kết mới từ cán bộ theo dõi.',
  },
  expired: {
    title: 'Đường liên kết đã hết hạn',
    text: 'Đường liên kết này đã hết hạn. Đề nghị xin đường liên kết mới từ cán bộ theo dõi.',
  },
  used: {
    title: 'Đường liên kết đã được dùng',
    text: 'Mã mời này đã được dùng ở nơi khác. Đề nghị gõ /toi ở cuộc trò chuyện đã đăng ký để lấy đường liên kết mới, hoặc xin từ cán bộ theo dõi.',
  },
  group: {
    title: 'Mã dành cho nhóm',
    text: 'Mã này dùng để đăng ký nhóm trò chuyện nên không mở được trên trình duyệt. Đề nghị gửi mã trong nhóm.',
  },
  'other-browser': {
    title: 'Đã mở trên thiết bị khác',
    text: 'Đường liên kết này đã được dùng trên thiết bị hoặc trình duyệt khác. Đề nghị gõ /toi ở đó để lấy đường liên kết mới, hoặc xin từ cán bộ theo dõi.',
  },
  'session-expired': {
    title: 'Phiên trò chuyện đã hết hạn',
    text: 'Phiên trò chuyện trên trình duyệt này đã hết hạn. Đề nghị xin đường liên kết mới từ cán bộ theo dõi.',
  },
} as const;

/** What went wrong with a request: the same sentence on a page and in JSON. */
export const webProblem = {
  notFound: 'Không tìm thấy trang này. Đề nghị kiểm tra lại đường liên kết.',
  tooManyGuesses: 'Trình duyệt này đã mở quá nhiều đường liên kết không đúng. Đề nghị đợi một phút rồi thử lại.',
  starting: 'Hệ thống đang khởi động. Đề nghị thử lại sau ít giây.',
  internal: 'Hệ thống đang gặp trục trặc. Đề nghị thử lại sau ít phút.',
  tooLarge: 'Nội dung gửi lên quá dài. Đề nghị rút gọn rồi gửi lại.',
  badMessage: 'Tin nhắn không đúng định dạng. Đề nghị tải lại trang rồi gửi lại.',
  emptyText: 'Tin nhắn chưa có nội dung. Đề nghị nhập nội dung rồi gửi lại.',
  textTooLong: 'Tin nhắn dài quá 4.000 ký tự. Đề nghị chia thành nhiều tin.',
  tooFast: 'Tin nhắn được gửi quá nhanh. Tin chưa gửi được giữ nguyên và tự gửi lại, không cần làm gì thêm.',
  tooManyStreams: 'Hệ thống đang có quá nhiều kết nối trực tiếp. Trang này tự hỏi tin mới, không cần làm gì thêm.',
  metricsToken: 'Số liệu giám sát cần mã truy cập. Đề nghị gửi METRICS_TOKEN trong tiêu đề Authorization.',
  badRequest: 'Yêu cầu không đúng định dạng. Đề nghị tải lại trang rồi thử lại.',
  fromElsewhere:
    'Yêu cầu đến từ một trang khác nên hệ thống không thực hiện. Đề nghị mở lại đường liên kết của mình rồi thử lại.',
} as const;

export const problemTitle = 'Không thực hiện được';

const invitee: Record<Exclude<InviteFor, 'person'>, string> = {
  unit: '',
  delegate: 'cán bộ đầu mối',
  staff: 'cán bộ theo dõi',
  leader: 'lãnh đạo',
  group: 'nhóm trò chuyện',
};

/** What the page says about whom an invite is for. */
export function invitedAs(invite: InviteFor, unitName: string | null): string {
  if (invite === 'person') return 'Đường liên kết này thêm trình duyệt này vào tài khoản đã đăng ký.';
  return `Đường liên kết này dành cho ${[invitee[invite], unitName].filter(Boolean).join(' – ')}.`;
}

export const invitePage = {
  title: 'Mở cuộc trò chuyện',
  explanation:
    'Cuộc trò chuyện chỉ mở được trên trình duyệt đầu tiên bấm nút dưới đây. Đề nghị mở trên thiết bị mình thường dùng.',
  nameLabel: 'Họ và tên (không bắt buộc)',
  open: 'Mở cuộc trò chuyện',
  openForm: 'Mở trang báo cáo',
} as const;

export const chatPageWords = {
  title: 'Trò chuyện',
  log: 'Nội dung trò chuyện',
  inputLabel: 'Nội dung tin nhắn',
  placeholder: 'Nhập tin nhắn',
  send: 'Gửi',
  choices: 'Các lựa chọn',
  us: 'Hệ thống:',
  person: 'Tin đã gửi:',
  started: 'Đã mở cuộc trò chuyện',
  onPage: 'Đã trả lời trên trang báo cáo',
  other: '(nội dung khác)',
  needsScript: 'Trang trò chuyện cần JavaScript. Đề nghị bật JavaScript trong trình duyệt rồi tải lại trang.',
} as const;

/** Sentences that the page's own script shows; they travel to it as one attribute. */
export const chatScript = {
  us: chatPageWords.us,
  person: chatPageWords.person,
  choices: chatPageWords.choices,
  sending: 'Đang gửi…',
  failed: 'Chưa gửi được',
  tooFast: 'Tin nhắn được gửi quá nhanh. Tin chưa gửi được giữ nguyên và tự gửi lại, không cần làm gì thêm.',
  offline: 'Mất kết nối. Hệ thống đang tự kết nối lại; tin chưa gửi được giữ nguyên.',
  closed: 'Phiên trò chuyện không còn hiệu lực trên trình duyệt này. Đề nghị tải lại trang.',
} as const;

/** The rehearsal's page. */
export const simulatorPageWords = {
  title: 'Diễn tập',
  heading: 'Diễn tập: nhiều vai trên một màn hình',
  clock: 'Giờ diễn tập',
  step: 'Đến mốc tiếp theo',
  stepping: 'Đang chuyển…',
  addRole: 'Thêm vai mới',
  roleUnit: 'Thủ trưởng đơn vị',
  roleStaff: 'Chuyên viên theo dõi',
  roleLeader: 'Lãnh đạo',
  unit: 'Đơn vị',
  add: 'Thêm',
  people: 'Người tham gia',
  noPeople: 'Chưa có ai.',
  refresh: 'Làm mới',
  timeline: 'Diễn biến',
  noTimeline: 'Chưa có diễn biến.',
  empty: 'Chọn một vai ở bên trái để mở cuộc trò chuyện.',
  close: 'Đóng',
  chatOf: 'Cuộc trò chuyện:',
  failed: 'Không thực hiện được. Đề nghị thử lại.',
  lost: 'Mất kết nối với hệ thống; đang thử lại.',
} as const;

const weekdays = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'];

/** "Thứ Năm, 09/09/2021 17:00:05" of an ISO instant, Asia/Ho_Chi_Minh; the text itself when it is not one. */
export function simulatorMoment(iso: string): string {
  const at = DateTime.fromISO(iso, { zone: vietnam });
  return at.isValid ? `${weekdays[at.weekday - 1]}, ${at.toFormat('dd/MM/yyyy HH:mm:ss')}` : iso;
}

/** "HH:mm dd/MM" of an ISO instant; the text itself when it is not one. */
export function timelineMoment(iso: string): string {
  const at = DateTime.fromISO(iso, { zone: vietnam });
  return at.isValid ? at.toFormat('HH:mm dd/MM') : iso;
}

/** How fast civil time passes; null: it stands still between two steps. */
export const simulatorSpeed = (speed: number | null): string => {
  if (speed === null) return 'đứng yên giữa hai mốc';
  return speed === 1 ? 'bằng tốc độ thật' : `nhanh gấp ${speed.toLocaleString('vi-VN')} lần`;
};

export const filePage = {
  gone: 'Đường liên kết này không còn dùng được. Đề nghị gõ /nhiemvu để xem nhiệm vụ, hoặc xin liên kết mới từ cán bộ theo dõi.',
};

export const consentPage = {
  title: 'Kết nối Zalo Official Account',
  explanation: 'Zalo đã cấp quyền cho hệ thống. Bấm nút dưới đây để hoàn tất kết nối.',
  accept: 'Hoàn tất kết nối',
  accepted: 'Hệ thống đã kết nối với Zalo Official Account. Có thể đóng trang này.',
  incomplete: 'Đường liên kết thiếu thông tin. Đề nghị mở lại đường liên kết cấp quyền do hệ thống gửi.',
};
