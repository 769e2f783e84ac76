/** What the proof says beside its figures. */

import type { Refusal } from '../../core/channels/channel.ts';
import type { MessageKind } from '../../core/delivery/message.ts';
import type { DeliveryLine, RevisionLine } from '../../core/figures/papers.ts';
import { channelName } from './channels.ts';
import { count, moment } from './format.ts';

export const deliveryKinds: Record<MessageKind, string> = {
  reply: 'Trả lời',
  registration: 'Đăng ký',
  receipt: 'Xác nhận',
  summary: 'Tổng hợp',
  calls: 'Danh sách cần gọi',
  tasks: 'Giao nhiệm vụ',
  reminder: 'Nhắc báo cáo',
  group: 'Nhắc trong nhóm',
  card: 'Theo dõi trong nhóm',
};

export const deliveryKind = (kind: MessageKind): string => deliveryKinds[kind];

/** A message's id on its platform; some begin with the person's address there, which is nobody's business. */
export const platformId = (externalId: string): string => externalId.replace(/^.*:/, '');

/** An id that a person can compare; not a long random one, which the workbook alone has. */
const isReadable = (id: string): boolean => id.length <= 16;

/** The message that a revision came by, as its platform numbers it. */
export function sourceOf({ message }: Pick<RevisionLine, 'message'>): string {
  if (!message) return '–';
  const id = platformId(message.externalId);
  return `${channelName(message.channel)}${isReadable(id) ? ` ${id}` : ''}`;
}

/** Whom the tasks reached, and the receipt of the platform: "Lan, Telegram, mã 204". */
export const reachedBy = ({ recipient, sending }: DeliveryLine): string =>
  sending ? `${recipient}, ${channelName(sending.channel)}${receiptText(sending.receipt)}` : recipient;

/** Channel, and which part of a message that took several. */
export const sentBy = ({ sending }: DeliveryLine): string =>
  sending
    ? `${channelName(sending.channel)}${sending.parts > 1 ? ` (phần ${count(sending.part)}/${count(sending.parts)})` : ''}`
    : '–';

const refusals: Record<Refusal, string> = {
  muted: 'không được phép viết trong nhóm',
  blocked: 'người nhận đã chặn hoặc bỏ quan tâm',
  gone: 'không còn cuộc trò chuyện này',
  'window-closed': 'quá 7 ngày người nhận chưa nhắn',
  capped: 'người nhận đã đủ số tin, phải nhắn trước',
  quota: 'hết hạn mức tin nhắn',
  rejected: 'nội dung tin không được nhận',
};

const withdrawals: Record<string, string> = {
  'the channel is down': 'Đã rút: kênh không hoạt động, chuyển kênh khác',
  'it was said anew': 'Đã rút: gửi lại bằng tin khác',
  'its time has passed': 'Đã rút: kênh gián đoạn quá lâu, tin đã cũ',
};

/** In place of a code or a link of a message that was written under another secret key. */
export const lostSecret = (): string => '[mã này không còn dùng được, đề nghị lấy mã mới]';

/** How the sending ended: the platform's receipt, or why there is none. `momentOf` writes as the chat or as papers do. */
export const outcomeOf = (delivery: DeliveryLine, momentOf: (instant: Date) => string = moment): string =>
  outcome(delivery, momentOf, true);

/** The same for people: no receipt, which only a machine reads. */
export const outcomeInChat = (delivery: DeliveryLine): string => outcome(delivery, moment, false);

const receiptText = (receipt: string | null): string =>
  receipt !== null && isReadable(receipt) ? `, mã ${receipt}` : '';

function outcome({ sending }: DeliveryLine, momentOf: (instant: Date) => string, withReceipt: boolean): string {
  if (!sending) return 'Chưa gửi được: khi đó không kênh nào nhắn được';
  const twice = sending.attempt > 1 ? ` (gửi lại ${count(sending.attempt - 1)} lần)` : '';
  switch (sending.state) {
    case 'sent':
      return `Nền tảng đã nhận${sending.settledAt ? ` ${momentOf(sending.settledAt)}` : ''}${withReceipt ? receiptText(sending.receipt) : ''}${twice}`;
    case 'uncertain':
      return `Không rõ đã đến hay chưa${twice}`;
    case 'refused':
      return `Nền tảng từ chối${sending.refusedBecause ? `: ${refusals[sending.refusedBecause]}` : ''}`;
    case 'withdrawn':
      return withdrawals[sending.reason ?? ''] ?? 'Đã rút: đơn vị đã báo cáo trước khi gửi';
    default:
      return 'Đang chờ gửi';
  }
}
