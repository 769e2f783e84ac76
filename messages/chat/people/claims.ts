/** A telephone number that somebody typed: what they read, and what staff who can tell are asked. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { PendingClaim } from '../../../core/roster/person.ts';
import { moment } from '../../words/format.ts';

/** To whoever typed a number. No unit is named: a number proves nothing. */
export const claimed = (): string =>
  'Hệ thống đã nhận số điện thoại của ‹đồng chí› và đề nghị cán bộ theo dõi đối chiếu. Khi có kết quả, hệ thống sẽ báo ‹đồng chí› ngay tại đây. Nếu đã có mã mời, ‹đồng chí› gửi mã để đăng ký ngay.';

export const stillClaiming = (): string =>
  'Hệ thống đang chờ cán bộ theo dõi đối chiếu số điện thoại của ‹đồng chí› và sẽ báo kết quả ngay tại đây. Nếu đã có mã mời, ‹đồng chí› gửi mã để đăng ký ngay.';

export const claimRefused = (): string =>
  'Cán bộ theo dõi chưa xác nhận được số điện thoại ‹đồng chí› đã gửi. Rất mong ‹đồng chí› thông cảm. Đề nghị ‹đồng chí› gửi mã mời do cơ quan cấp, hoặc liên hệ cán bộ theo dõi.';

export const tooManyPhones = (): string =>
  '‹Đồng chí› đã gửi nhiều số điện thoại trong ngày nên hệ thống tạm dừng đối chiếu. Đề nghị ‹đồng chí› gửi mã mời do cơ quan cấp, liên hệ cán bộ theo dõi, hoặc thử lại vào ngày mai.';

const whoClaims = ({ name, phone, unit }: PendingClaim): string =>
  `${name || 'Một người dùng'} (số điện thoại ${phone}) xin đăng ký: thủ trưởng – ${unit.name}`;

const choicesOf = ({ id }: PendingClaim) => [
  { id: `/dungnguoi ${id}`, label: 'Đúng người' },
  { id: `/khongphai ${id}`, label: 'Không phải' },
];

/** To staff, who can tell whether the claim is true. */
export const askOfClaim = (claim: PendingClaim): Saying => ({
  text: `Đề nghị ‹đồng chí› đối chiếu: ${whoClaims(claim)}. Số này do người gửi tự nhập; hệ thống chưa gửi và chưa nhận gì của đơn vị cho đến khi ‹đồng chí› xác nhận.`,
  choices: choicesOf(claim),
});

export const askOfClaimAgain = (claim: PendingClaim): Saying => ({
  text: `Nhắc lại: đang chờ ‹đồng chí› đối chiếu từ ${moment(claim.askedAt)}: ${whoClaims(claim)}.`,
  choices: choicesOf(claim),
});

export const noClaims = (): string => 'Không có người nào đang chờ đối chiếu.';

export const claimGone = (): string =>
  'Yêu cầu này không còn chờ đối chiếu: đã có người xử lý, hoặc không thuộc đơn vị ‹đồng chí› theo dõi. Gõ /doichieu để xem những yêu cầu còn chờ.';

const mostListed = 4;

/** The claims that wait, each with both answers. */
export function claimList(claims: PendingClaim[]): Saying {
  const [only, ...others] = claims;
  if (!only) return { text: noClaims() };
  if (others.length === 0) return askOfClaim(only);
  const shown = claims.slice(0, mostListed);
  return {
    text: [
      `Đang chờ đối chiếu: ${claims.length}`,
      ...shown.map((claim) => `- ${whoClaims(claim)}, từ ${moment(claim.askedAt)}`),
      ...(claims.length > shown.length ? [`và ${claims.length - shown.length} yêu cầu khác.`] : []),
    ].join('\n'),
    choices: shown.flatMap(({ id, name, unit }) => {
      const whose = `${name || 'người dùng'} – ${unit.name}`.slice(0, 45);
      return [
        { id: `/dungnguoi ${id}`, label: `Đúng: ${whose}` },
        { id: `/khongphai ${id}`, label: `Không phải: ${whose}` },
      ];
    }),
  };
}

export const claimConfirmed = ({ name, unit }: PendingClaim): string =>
  `Đã xác nhận ${name || 'người dùng'} là thủ trưởng – ${unit.name}. Hệ thống đang hỏi ý kiến về dữ liệu cá nhân; khi đồng ý, đơn vị sẽ nhận được nhiệm vụ.`;

export const claimRejected = ({ name, unit }: PendingClaim): string =>
  `Đã từ chối ${name || 'người dùng'} (${unit.name}) và đã báo cho người gửi.`;
