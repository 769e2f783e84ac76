/** Registration: the unit that a person acts for, the data notice, and the person's answer. */
import type { Saying } from '../../core/conversation/context.ts';
import type { DataNotice } from '../../core/roster/data-notice.ts';
import type { Role } from '../../core/roster/people.ts';
import type { InviteFact, RoleFact } from '../../core/roster/person.ts';
import { addressIn } from '../words/address.ts';
import { count } from '../words/format.ts';

export const roleNames: Record<Role, string> = {
  head: 'thủ trưởng',
  delegate: 'cán bộ đầu mối',
  staff: 'cán bộ theo dõi',
  leader: 'lãnh đạo',
};

type Named = { role: Role; unit: { name: string; kind?: string } };

const actsFor = (roles: Named[]): string =>
  roles.map(({ role, unit }) => `${roleNames[role]} – ${unit.name}`).join('; ');

const choices = [
  { id: 'agree', label: 'Đồng ý' },
  { id: 'refuse', label: 'Không đồng ý' },
];

/** "1 năm", "400 ngày"; as long as records where messages are kept for ever. */
function keptFor(days: number): string {
  if (days === 0) return 'tin nhắn và báo cáo lưu theo thời hạn hồ sơ công việc';
  const time = days % 365 === 0 ? `${days / 365} năm` : `${count(days)} ngày`;
  return `tin nhắn lưu ${time}, báo cáo lưu theo thời hạn hồ sơ công việc`;
}

/**
 * The data notice. Law 91/2025/QH15, art. 9, asks for an explicit act, told which data, what for, how long and which rights.
 * Decree 356/2025/NĐ-CP asks who is responsible; Law 134/2025/QH15, art. 11, that an automatic system says that it is one.
 */
export function notice(roles: Named[], { offices, contact, keptDays }: DataNotice): Saying {
  const { you, You } = addressIn(roles);
  const office = offices.join('; ');
  const turnTo = contact ?? `cán bộ theo dõi của ${office}`;
  return {
    text: [
      `Kính chào ${you}. Đây là hệ thống tự động của ${office}. ${You} được đăng ký với vai trò: ${actsFor(roles)}.`,
      `Thông báo về dữ liệu cá nhân (cơ quan chịu trách nhiệm: ${office}): hệ thống lưu tên hiển thị, tài khoản trò chuyện, chức danh và nội dung trả lời của ${you}, chỉ để giao nhiệm vụ, nhắc việc và tổng hợp báo cáo của cơ quan; ${keptFor(keptDays)}. ${You} có quyền xem, đề nghị sửa, xóa hoặc rút lại sự đồng ý: gõ "dữ liệu của tôi", "xóa dữ liệu", "rút đồng ý", hoặc liên hệ ${turnTo}.`,
      `${You} có đồng ý không?`,
    ].join('\n\n'),
    choices,
  };
}

export function noticeUnclear(roles: Named[]): string {
  const { you } = addressIn(roles);
  return `Hệ thống chưa rõ trả lời của ${you}. Đề nghị ${you} gõ "Đồng ý" hoặc "Không đồng ý".`;
}

export function changeOfMind(roles: Named[]): Saying {
  const { you, You } = addressIn(roles);
  return {
    text: `${You} đã chọn không nhận thông tin qua hệ thống (${actsFor(roles)}). Nay ${you} có đồng ý nhận lại thông tin không?`,
    choices,
  };
}

export const agreed = (roles: RoleFact[]): string => {
  const chases = roles.some((r) => r.role === 'staff' || r.role === 'leader');
  const answers = roles.some((r) => r.role === 'head' || r.role === 'delegate');
  return [
    `Hệ thống đã ghi nhận ${addressIn(roles).you}: ${actsFor(roles)}.`,
    answers
      ? 'Khi có văn bản chỉ đạo, hệ thống sẽ gửi đúng phần việc của đơn vị. Gõ /nhiemvu để xem nhiệm vụ, /baocao để báo cáo, /trogiup khi cần.'
      : '',
    chases ? 'Gõ /tonghop để xem tổng hợp, /vanban để xem các văn bản, /trogiup khi cần.' : '',
  ]
    .filter(Boolean)
    .join('\n');
};

export function refused(roles: Named[]): string {
  const { you } = addressIn(roles);
  return `Hệ thống đã ghi nhận ${you} không đồng ý và sẽ không nhắn tin cho ${you}; đề nghị liên hệ cán bộ theo dõi để báo cáo trực tiếp. Nếu đồng ý nhận lại, ${you} trả lời "Đồng ý".`;
}

/** Somebody unknown writes; `hasForm` where the channel shows its form for name and phone number with these words. */
export const notRegistered = (hasForm: boolean): Saying => ({
  text: `Kính chào ‹đồng chí›. Hệ thống chưa biết ‹đồng chí› thuộc đơn vị nào. Đề nghị ‹đồng chí› ${
    hasForm
      ? 'chia sẻ số điện thoại có trong danh bạ của cơ quan, hoặc gửi mã mời do cơ quan cấp'
      : 'mở đường liên kết mời, hoặc gửi mã mời do cơ quan cấp'
  }.`,
  asksContact: true,
});

export const phoneUnknown = (): string =>
  'Hệ thống chưa đối chiếu được số điện thoại này. Đề nghị ‹đồng chí› gửi mã mời do cơ quan cấp, hoặc liên hệ cán bộ theo dõi.';

/** To staff, who can tell whether the claim is true. */
export const registeredByPhone = (name: string, units: { name: string }[]): string =>
  `${name || 'Một người dùng Zalo'} đang đăng ký bằng số điện thoại trong danh bạ: thủ trưởng – ${units.map((u) => u.name).join('; ')}. Đề nghị ‹đồng chí› đối chiếu.`;

export const inviteProblem = (invite: InviteFact | undefined): string => {
  if (invite?.state === 'used') return 'Mã mời này đã được dùng. Đề nghị ‹đồng chí› xin mã mới từ cán bộ theo dõi.';
  if (invite?.state === 'expired') return 'Mã mời này đã hết hạn. Đề nghị ‹đồng chí› xin mã mới từ cán bộ theo dõi.';
  if (invite?.state === 'revoked')
    return 'Mã mời này đã được thu hồi. Đề nghị ‹đồng chí› xin mã mới từ cán bộ theo dõi.';
  return 'Mã mời không đúng. Đề nghị ‹đồng chí› kiểm tra lại mã, hoặc xin mã mới từ cán bộ theo dõi.';
};

export const alreadyRegistered = (role: RoleFact): string =>
  `${addressIn([role]).You} đã đăng ký: ${actsFor([role])}. Gõ /nhiemvu để xem nhiệm vụ, /trogiup khi cần.`;

/** Two codes in one message, both good. */
export const whichCode = (invites: InviteFact[]): string =>
  `Trong tin có ${invites.length} mã mời${
    invites.every(({ unit }) => unit) ? `: của ${invites.map(({ unit }) => unit?.name ?? '').join('; của ')}` : ''
  }. ‹Đồng chí› đăng ký theo mã nào? Đề nghị gửi lại riêng mã đó.`;

export const startWithoutCode = (): string => 'Đề nghị ‹đồng chí› gửi mã mời do cơ quan cấp: chỉ cần gửi riêng mã đó.';

export const accountAdded = (): string =>
  'Hệ thống đã ghi nhận thêm tài khoản này của ‹đồng chí›; công việc được tiếp tục tại đây.';

export const accountBelongsToAnother = (): string =>
  'Tài khoản này đã đăng ký cho người khác nên không gộp được. Đề nghị ‹đồng chí› liên hệ cán bộ theo dõi.';

export const groupCodeInPrivate = (): string =>
  'Mã này dành cho nhóm. Đề nghị ‹đồng chí› thêm hệ thống vào nhóm rồi gửi mã trong nhóm đó.';

export const onlyForStaff = (): string =>
  'Chỉ cán bộ theo dõi đã đăng ký mới đăng ký được nhóm. Đề nghị ‹đồng chí› nhờ cán bộ theo dõi thực hiện.';

export const groupBound = (issuer: string): string =>
  `Hệ thống đã ghi nhận nhóm này: tình hình báo cáo các văn bản của ${issuer} sẽ được thông báo tại đây.`;

export const preferred = (): string =>
  'Từ nay hệ thống sẽ gửi tin cho ‹đồng chí› tại đây. Muốn nhận ở nơi khác, ‹đồng chí› gõ /kenh từ nơi đó.';

export const me = (roles: RoleFact[], code: string, links: string[]): string =>
  [
    `${addressIn(roles).You} là: ${actsFor(roles)}.`,
    `Để dùng thêm một tài khoản hoặc trình duyệt khác, ${addressIn(roles).you} gửi mã sau từ nơi đó (dùng một lần): ${code}`,
    ...(links.length > 0 ? ['Mở nơi đó bằng đường liên kết:', ...links] : []),
  ].join('\n');
