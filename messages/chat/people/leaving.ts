/** A person's own data, and how they leave: by themselves, or because staff end their role. */
import type { OwnData, Saying } from '../../../core/conversation/context.ts';
import type { Choice } from '../../../core/delivery/layout.ts';
import type { HeldRole, RoleFact, UnitRef } from '../../../core/roster/person.ts';
import { channelName } from '../../words/channels.ts';
import { count, moment } from '../../words/format.ts';
import { roleNames } from '../registration.ts';

const nameOfRole = ({ role, unit }: Pick<RoleFact, 'role'> & { unit: { name: string } }): string =>
  `${roleNames[role]} – ${unit.name}`;

/** Names each thing that is held, and what the person may do (Law 91/2025/QH15, art. 4). */
export const ownData = ({ accounts, received, sent, reports, roles }: OwnData): string =>
  [
    'Dữ liệu của ‹đồng chí› mà hệ thống đang lưu:',
    ...accounts.map(
      ({ channel, name, lastSeenAt }) =>
        `- Tài khoản ${channelName(channel)}: ${name || 'chưa rõ tên'}, nhắn lần cuối ${moment(lastSeenAt)}`,
    ),
    ...roles.map((role) => `- Vai trò: ${nameOfRole(role)}`),
    `- Nội dung ‹đồng chí› đã gửi: ${count(received)} tin; hệ thống đã gửi ‹đồng chí›: ${count(sent)} tin`,
    ...(reports > 0 ? [`- Báo cáo ‹đồng chí› đã gửi thay mặt đơn vị: ${count(reports)} lần (hồ sơ của đơn vị)`] : []),
    '‹Đồng chí› có thể gõ: "rút đồng ý", "xóa dữ liệu", "ngừng nhận tin". Muốn nhận bản đầy đủ hoặc sửa thông tin, đề nghị liên hệ cán bộ theo dõi.',
  ].join('\n');

const keep = { id: '/giunguyen', label: 'Giữ nguyên' };

export const confirmErase = (roles: RoleFact[]): Saying => ({
  text: [
    'Hệ thống sẽ xóa tên, tài khoản và nội dung trò chuyện của ‹đồng chí›, không khôi phục được.',
    ...(roles.length > 0
      ? [
          `‹Đồng chí› sẽ thôi vai trò: ${roles.map(nameOfRole).join('; ')}. Số liệu đơn vị đã báo cáo vẫn được lưu, không còn kèm tên ‹đồng chí›.`,
        ]
      : []),
    '‹Đồng chí› có chắc chắn không?',
  ].join('\n'),
  choices: [{ id: '/xacnhanxoa', label: 'Xác nhận xóa' }, keep],
  choiceStyle: 'values',
});

export const erased = (): string =>
  'Hệ thống đã xóa dữ liệu của ‹đồng chí›; tin này cũng sẽ được xóa sau khi gửi. Khi cần dùng lại, đề nghị ‹đồng chí› xin mã mời mới của cơ quan.';

export const confirmWithdraw = (roles: RoleFact[]): Saying => ({
  text: `Rút đồng ý thì ‹đồng chí› thôi vai trò: ${roles.map(nameOfRole).join('; ')}, và hệ thống không nhắn tin cho ‹đồng chí› nữa. Muốn dùng lại phải có mã mời mới. ‹Đồng chí› có chắc chắn không?`,
  choices: [{ id: '/xacnhanrut', label: 'Xác nhận rút' }, keep],
  choiceStyle: 'values',
});

export const withdrawn = (): string =>
  'Hệ thống đã ghi nhận ‹đồng chí› rút đồng ý; từ nay không nhắn tin cho ‹đồng chí›. Để xóa cả dữ liệu đang lưu, ‹đồng chí› gõ "xóa dữ liệu". Khi cần dùng lại, đề nghị ‹đồng chí› xin mã mời mới của cơ quan.';

export const nothingToWithdraw = (): string =>
  '‹Đồng chí› hiện không giữ vai trò nào trong hệ thống nên không có gì để rút. Để xóa dữ liệu đang lưu, ‹đồng chí› gõ "xóa dữ liệu".';

export const stopped = (): string =>
  'Hệ thống đã ngừng nhắn tin cho ‹đồng chí›; đề nghị báo cáo trực tiếp với cán bộ theo dõi. Muốn nhận lại, ‹đồng chí› trả lời "Đồng ý".';

/** A yes in other words is not enough for what cannot be undone: which words are. */
export const confirmInWords = (final: Choice, offered: Choice[]): Saying => ({
  text: `Việc này không hoàn lại được nên hệ thống cần đúng câu xác nhận. ‹Đồng chí› gõ "${final.label}" để thực hiện, hoặc "${keep.label}".`,
  choices: offered,
  choiceStyle: 'values',
});

export const leftAsItWas = (): string => 'Hệ thống giữ nguyên, chưa thay đổi gì.';

/** To a person whose role staff ended. */
export const roleEnded = (role: RoleFact): string =>
  role.role === 'delegate'
    ? `Vai trò của ‹đồng chí› đã kết thúc: ${nameOfRole(role)}. Hệ thống không gửi và không nhận nội dung của đơn vị này với ‹đồng chí› nữa. Nếu có nhầm lẫn, đề nghị ‹đồng chí› liên hệ thủ trưởng đơn vị hoặc cán bộ theo dõi.`
    : `Cán bộ theo dõi đã kết thúc vai trò của ‹đồng chí›: ${nameOfRole(role)}. Hệ thống không gửi và không nhận nội dung của đơn vị này với ‹đồng chí› nữa. Nếu có nhầm lẫn, đề nghị ‹đồng chí› liên hệ cán bộ theo dõi.`;

/** To staff: somebody must answer for the unit. */
export const unitWithoutHead = (unit: UnitRef): Saying => ({
  text: `${unit.name} hiện không còn thủ trưởng nhận tin qua hệ thống. Đề nghị ‹đồng chí› liên hệ đơn vị; gõ /moi ${unit.code} để lấy mã mời mới.`,
  choices: [{ id: `/moi ${unit.code}`, label: 'Lấy mã mời' }],
});

export const revokeWhom = (): string =>
  'Đề nghị gõ /thuhoi kèm tên, mã đơn vị hoặc tên người, ví dụ: /thuhoi PHONG-YTE.';

/** Of a unit or person that is not there, and of one that is not for this person to see, the same. */
export const nobodyToRevoke = (words: string): string =>
  `Không tìm thấy vai trò đang giữ theo "${words}". Đề nghị nhập lại mã đơn vị, tên đơn vị hoặc tên người.`;

const nameOf = ({ person }: HeldRole): string => person.name || 'người chưa rõ tên';

export const revokeWhich = (roles: HeldRole[]): Saying => ({
  text: '‹Đồng chí› thu hồi vai trò nào?',
  choices: roles
    .slice(0, 8)
    .map((held) => ({ id: `/thuhoi ${held.id}`, label: `${nameOf(held)}: ${nameOfRole(held)}`.slice(0, 60) })),
});

export const confirmRevoke = (held: HeldRole): Saying => ({
  text: `Thu hồi vai trò của ${nameOf(held)}: ${nameOfRole(held)}? Người này sẽ không xem và không báo cáo được cho đơn vị nữa.`,
  choices: [{ id: `/xacnhanthuhoi ${held.id}`, label: 'Xác nhận thu hồi' }, keep],
  choiceStyle: 'values',
});

export const revoked = (held: HeldRole): string => `Đã thu hồi vai trò của ${nameOf(held)}: ${nameOfRole(held)}.`;
