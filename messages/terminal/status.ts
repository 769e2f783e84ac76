/** `status` for a person at the terminal. */

import { deliveryKinds } from '../words/deliveries.ts';
import { unreachableReasons } from '../words/figures.ts';
import { count } from '../words/format.ts';

type Status = {
  database: string;
  now: string;
  channels: {
    name: string;
    state: string;
    detail: string | null;
    downSince: string | null;
    queued: number;
    uncertain: number;
    budget: { used: number; of: number; left: number } | null;
  }[];
  givenUp: { directive: number | null; kind: string; requests: number; people: number }[];
  setAside: { id: number; channel: string; at: string; error: string | null }[];
  unreachable: { name: string; reason: string }[];
  claims: { unitName: string; name: string; since: string; reminded: boolean }[];
  groups: { channel: string; title: string; issuer: string; state: 'active' | 'muted' | 'left' }[];
  held: { restoredAt: string; keptUntil: string | null; requests: number } | null;
  windows: { name: string; units: string[]; state: 'free' | 'paid' | 'closed' }[];
};

const mostListed = 20;

const states: Record<string, string> = {
  starting: 'đang khởi động',
  up: 'hoạt động',
  down: 'không hoạt động',
  stopped: 'dịch vụ không chạy',
};
const groupStates = {
  active: 'nhận thông báo',
  muted: 'hệ thống không được phép viết',
  left: 'hệ thống đã ra khỏi nhóm',
};
const reasons: Record<string, string> = unreachableReasons;
const kinds: Record<string, string> = deliveryKinds;

export const statusPage = (status: Status): string =>
  [
    `Cơ sở dữ liệu: ${status.database === 'postgres' ? 'PostgreSQL' : 'đi kèm'}; giờ hành chính: ${status.now}`,
    ...(status.held
      ? [
          `ĐANG TẠM GIỮ sau khi khôi phục lúc ${status.held.restoredAt}: ${count(status.held.requests)} tin chờ gửi và việc nhắc tự động. Dữ liệu chỉ có đến ${status.held.keptUntil ?? 'lúc chưa rõ'}. Dùng held --release để gửi tiếp, held --drop để bỏ.`,
        ]
      : []),
    ...status.channels.map(
      (c) =>
        `Kênh ${c.name}: ${states[c.state] ?? c.state}${c.downSince ? ` từ ${c.downSince}` : ''}${c.detail ? ` (${c.detail})` : ''}; chờ gửi ${c.queued}; không chắc đã gửi ${c.uncertain}${c.budget ? `; hạn mức tháng này đã dùng ${c.budget.used}/${c.budget.of}, còn ${c.budget.left}` : ''}`,
    ),
    ...windowLines(status.windows),
    `Tin đã thôi gửi: ${count(status.givenUp.reduce((sum, one) => sum + one.requests, 0))}`,
    ...status.givenUp.map(
      (one) =>
        `- ${one.directive === null ? 'không thuộc văn bản nào' : `văn bản mã ${one.directive}`}, ${kinds[one.kind] ?? one.kind}: ${count(one.requests)} tin, ${count(one.people)} người nhận`,
    ),
    `Nội dung đến chưa xử lý được: ${status.setAside.length}`,
    ...status.setAside.map((s) => `- #${s.id} ${s.channel} ${s.at}: ${s.error ?? ''}`),
    `Nhóm: ${status.groups.length}`,
    ...status.groups.map((g) => `- ${g.title || 'chưa rõ tên'} (${g.channel}, ${g.issuer}): ${groupStates[g.state]}`),
    `Đơn vị chưa liên hệ được: ${status.unreachable.length}`,
    ...status.unreachable.slice(0, mostListed).map((u) => `- ${u.name}: ${reasons[u.reason] ?? u.reason}`),
    ...(status.unreachable.length > mostListed
      ? [`và ${status.unreachable.length - mostListed} đơn vị khác (xem đủ với --json)`]
      : []),
    ...claimLines(status.claims),
  ].join('\n');

/** How many people on the Official Account can be written to, and which people must write first. */
function windowLines(windows: Status['windows']): string[] {
  if (windows.length === 0) return [];
  const those = (state: 'free' | 'paid' | 'closed') => windows.filter((one) => one.state === state);
  const closed = those('closed');
  return [
    `Người nhận qua Zalo OA: ${count(those('free').length)} người nhắn miễn phí được; ${count(those('paid').length)} người tính vào hạn mức; ${count(closed.length)} người phải nhắn trước`,
    ...closed.slice(0, mostListed).map((one) => `- ${one.name} (${one.units.join(', ')})`),
    ...(closed.length > mostListed ? [`và ${count(closed.length - mostListed)} người khác (xem đủ với --json)`] : []),
  ];
}

/** Who waits for staff to say whether they are who they say. */
function claimLines(claims: Status['claims']): string[] {
  if (claims.length === 0) return [];
  return [
    `Số điện thoại chờ cán bộ theo dõi đối chiếu: ${count(claims.length)}`,
    ...claims
      .slice(0, mostListed)
      .map((c) => `- ${c.unitName}: ${c.name || 'chưa rõ tên'}, từ ${c.since}${c.reminded ? ', đã nhắc lại' : ''}`),
    ...(claims.length > mostListed ? [`và ${count(claims.length - mostListed)} người khác (xem đủ với --json)`] : []),
  ];
}
