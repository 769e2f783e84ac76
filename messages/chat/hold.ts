/** After a restore: what staff are told, and what they decide. */
import type { Saying } from '../../core/conversation/context.ts';
import type { Hold } from '../../core/time/epoch.ts';
import { count, moment } from '../words/format.ts';

/** Names the gap, and asks what shall become of what waited. */
export const holdNotice = ({
  keptUntil,
  restoredAt,
  requests,
}: Hold): Pick<Saying, 'text'> & { choices: { id: string; label: string }[] } => ({
  text: [
    keptUntil
      ? `Dữ liệu của hệ thống vừa được khôi phục từ bản sao lưu lúc ${moment(keptUntil)}. Những gì đến từ lúc đó đến ${moment(restoredAt)} (báo cáo, xác nhận, văn bản phát hành) không còn trong hệ thống.`
      : `Dữ liệu của hệ thống vừa được khôi phục (lúc ${moment(restoredAt)}) từ một bản cũ chưa rõ thời điểm. Những gì đến sau bản đó (báo cáo, xác nhận, văn bản phát hành) không còn trong hệ thống.`,
    'Đề nghị ‹đồng chí› kiểm tra lại với các đơn vị.',
    `Hệ thống tạm giữ ${count(requests)} tin chờ gửi từ trước, vì có thể đã gửi rồi, và tạm dừng việc nhắc tự động. Ai nhắn đến vẫn được trả lời. ‹Đồng chí› gửi tiếp hay bỏ các tin tạm giữ? Gõ /tamgiu để xem lại.`,
  ].join('\n'),
  choices: [
    { id: '/tamgiu gui', label: 'Gửi tiếp' },
    { id: '/tamgiu bo', label: 'Bỏ' },
  ],
});

export const holdReleased = (requests: number): string =>
  `Hệ thống gửi tiếp ${count(requests)} tin tạm giữ, trừ những tin nhắc không còn đúng, và nhắc tự động trở lại. Những lần nhắc đã qua không gửi bù.`;
export const holdDropped = (requests: number): string =>
  `Hệ thống đã bỏ ${count(requests)} tin tạm giữ và nhắc tự động trở lại. Những lần nhắc đã qua không gửi bù.`;
export const nothingHeld = (): string => 'Hệ thống không tạm giữ tin nào.';
