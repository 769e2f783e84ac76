/** The list of calls to make, for the person at the telephone. */
import type { CallLine as Call, Saying } from '../../core/conversation/context.ts';
import { unreachableReasons } from '../words/figures.ts';
import { count } from '../words/format.ts';

const reasons: Record<string, string> = {
  ...unreachableReasons,
  'window-closed': 'quá 7 ngày chưa nhắn cho hệ thống',
  quota: 'hết hạn mức gửi tin của tháng',
};

/** A page to send after the call: its reader can receive, acknowledge and report there. */
const handed = 'Đường liên kết để gửi riêng cho thủ trưởng đơn vị';

const whom = ({ headTitle, headName }: Call): string => [headTitle, headName].filter((part) => part !== null).join(' ');

export const callSheetPage = (calls: Call[]): string =>
  calls.length === 0
    ? 'Không có đơn vị nào cần gọi điện.'
    : calls
        .map((call, index) =>
          [
            `${index + 1}. ${call.name}${whom(call) ? ` (${whom(call)})` : ''}: ${call.phone ?? 'chưa có số điện thoại'}`,
            `   Lý do: ${reasons[call.reason] ?? call.reason}`,
            ...(call.link ? [`   ${handed}: ${call.link}`] : []),
            ...call.text.split('\n').map((line) => `   ${line}`),
          ].join('\n'),
        )
        .join('\n\n');

/** How many units a message names: each with its link takes a few lines. */
const mostInChat = 8;

/** People who registered and were not reached need a call sooner than people who never registered. */
const soonestFirst = (calls: Call[]): Call[] => [
  ...calls.filter((call) => call.reason !== 'unregistered'),
  ...calls.filter((call) => call.reason === 'unregistered'),
];

/** The same in the chat, a page at a time (from 1): the people to call and what to send them, without the texts. */
export function callLines(calls: Call[], page = 1): Saying {
  const from = (page - 1) * mostInChat;
  const shown = soonestFirst(calls).slice(from, from + mostInChat);
  const left = calls.length - from - shown.length;
  if (shown.length === 0) return { text: 'Không có đơn vị nào cần gọi điện.' };
  return {
    text: [
      page === 1
        ? `Chưa liên hệ được ${count(calls.length)} đơn vị. Đề nghị ‹đồng chí› gọi điện, hoặc gửi riêng đường liên kết cho thủ trưởng đơn vị:`
        : `Các đơn vị cần gọi điện, từ số ${count(from + 1)} đến số ${count(from + shown.length)}:`,
      ...shown.flatMap((call) => [
        `- ${call.name}: ${call.phone ?? 'chưa có số điện thoại'} (${reasons[call.reason] ?? call.reason})`,
        ...(call.link ? [`  ${call.link}`] : []),
      ]),
      ...(left > 0 ? [`và ${count(left)} đơn vị khác.`] : []),
    ].join('\n'),
    choices: left > 0 ? [{ id: `/goidien ${page + 1}`, label: 'Xem tiếp' }] : [],
  };
}

/** Where even that does not fit one message. */
export const callsBrief = (units: number): string =>
  `Chưa liên hệ được ${count(units)} đơn vị. Đề nghị ‹đồng chí› gõ /goidien để xem danh sách cần gọi điện.`;
