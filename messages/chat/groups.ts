/** Groups: what staff are told when they ask for a new one. */
import type { GroupOverview, Saying } from '../../core/conversation/context.ts';
import { channelName } from '../words/channels.ts';
import { count } from '../words/format.ts';

/** Zalo cuts longer names of groups. */
const longestTitle = 100;

export const groupTitle = (issuer: string): string => `Chỉ đạo – ${issuer}`.slice(0, longestTitle);

/** What groups there are, the code that binds one, and the choice to have one made. */
export function groupOverview({ issuer, bound, isOrdered, maker, invitees }: GroupOverview, code: string): Saying {
  const list = bound.map(({ title, channel }) => `- ${title || 'nhóm chưa rõ tên'} (${channelName(channel)})`);
  return {
    text: [
      bound.length > 0
        ? `Các nhóm theo dõi văn bản của ${issuer.name}:`
        : `${issuer.name} chưa có nhóm nào nhận thông báo của hệ thống.`,
      ...list,
      `Để gắn một nhóm đã có hệ thống tham gia, ‹đồng chí› gửi trong nhóm đó (dùng một lần): /start ${code}`,
      ...(isOrdered ? ['Hệ thống đang tạo một nhóm mới và sẽ báo kết quả.'] : []),
    ].join('\n'),
    choices:
      maker && !isOrdered
        ? [{ id: '/nhom tao', label: `Tạo nhóm ${channelName(maker)} (mời ${count(invitees)} người)` }]
        : [],
  };
}

export const groupOrdered = (title: string): string =>
  `Hệ thống đang tạo nhóm "${title}" và sẽ báo kết quả trong ít phút.`;

export const groupNotToBeMade = (): string =>
  'Hệ thống chỉ tạo được nhóm trên Zalo OA. Đề nghị ‹đồng chí› tạo nhóm, thêm hệ thống vào nhóm rồi gõ /nhom để lấy mã.';

export const groupMade = (title: string, link: string | null): string =>
  [
    `Đã tạo nhóm "${title}". Hệ thống sẽ mời dần thủ trưởng các đơn vị đã đăng ký qua Zalo OA.`,
    ...(link ? [`Đường liên kết vào nhóm: ${link}`] : []),
  ].join('\n');

export function groupFailed(
  why: { because: 'no-asset' | 'no-account' } | { because: 'refused'; reason: string },
): string {
  switch (why.because) {
    case 'no-asset':
      return 'Chưa tạo được nhóm: OA không còn gói nhóm (GMF) nào chưa dùng. Đề nghị ‹đồng chí› mua thêm gói nhóm trong trang quản trị OA rồi gõ /nhom.';
    case 'no-account':
      return 'Chưa tạo được nhóm: người yêu cầu phải là quản trị viên OA và đã nhắn cho OA. Đề nghị ‹đồng chí› gõ /nhom từ Zalo OA.';
    case 'refused':
      return `Chưa tạo được nhóm: Zalo từ chối (${why.reason}). Người yêu cầu phải là quản trị viên OA; đề nghị quản trị viên OA đăng ký làm cán bộ theo dõi rồi gõ /nhom.`;
  }
}

const named = (title: string): string => (title ? `nhóm "${title}"` : 'một nhóm chưa rõ tên');

/** What staff do so that a group is told again. */
export function groupIsShut(title: string, state: 'left' | 'muted'): string {
  return state === 'left'
    ? `Hệ thống đã ra khỏi ${named(title)} nên không thông báo ở đó được nữa. Nếu cần, đề nghị ‹đồng chí› thêm lại hệ thống vào nhóm.`
    : `Hệ thống không được phép viết trong ${named(title)} nên chưa thông báo ở đó được. Đề nghị quản trị viên nhóm cho phép hệ thống gửi tin, rồi ‹đồng chí› gõ /tonghop trong nhóm để kiểm tra.`;
}

export const groupIsOpen = (title: string): string =>
  `Hệ thống viết được trong nhóm: ${named(title)} đã nhận thông báo trở lại.`;

export const groupUnbound = (title: string): string =>
  `Hệ thống đã được thêm vào ${named(title)}. Nếu nhóm chưa có lời ghi nhận của hệ thống, đề nghị ‹đồng chí› gõ /nhom tại đây để lấy mã rồi gửi mã trong nhóm đó.`;

/** Once a day in each group: nobody knows who wrote. */
export const anonymousUnheard = (): string =>
  'Hệ thống không biết ai gửi khi quản trị viên nhóm ẩn danh. Đề nghị ‹đồng chí› tắt chế độ ẩn danh rồi gửi lại, hoặc nhắn riêng cho hệ thống.';

/** Once a day to each person. */
export const writeInPrivate = (): string =>
  'Hệ thống không nhận báo cáo trong nhóm. Đề nghị ‹đồng chí› nhắn riêng cho hệ thống.';
