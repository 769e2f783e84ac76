/** The list of calls to make, for the person at the telephone. */
import type { CallLine as Call } from '../core/dialogue.ts';
import { count } from './format.ts';
import { unreachableReasons } from './paper-figures.ts';

const reasons: Record<string, string> = {
  ...unreachableReasons,
  'window-closed': 'quá 7 ngày chưa nhắn cho hệ thống',
  quota: 'hết hạn mức gửi tin của tháng',
};

/** Beside the call: who opens the page can receive, acknowledge and report there. */
const handed = 'Đường liên kết để gửi riêng cho thủ trưởng đơn vị';

const whom = ({ headTitle, headName }: Call): string => [headTitle, headName].filter((part) => part !== null).join(' ');

export const callSheetPage = (calls: Call[]): string =>
  calls.length === 0
    ? 'Không có đơn vị nào cần gọi điện.'
    : calls
        .map((call, index) =>
          [
            `${index + 1}. ${call.name}${whom(call) ? ` (${whom(call)})` : ''}: ${call.phone ?? 'chưa có số điện thoại'}`,
            `   Lý do: ${reasons[call.reason] ?? call.reason}${call.detail ? ` (${call.detail})` : ''}`,
            ...(call.link ? [`   ${handed}: ${call.link}`] : []),
            ...call.text.split('\n').map((line) => `   ${line}`),
          ].join('\n'),
        )
        .join('\n\n');

/** How many units a chat names: each with its link takes a few lines. */
const mostInChat = 8;

/** The same in the chat: whom to call and what to send them, without the texts. */
export const callLines = (calls: Call[]): string =>
  calls.length === 0
    ? 'Không có đơn vị nào cần gọi điện.'
    : [
        `Chưa liên hệ được ${count(calls.length)} đơn vị. Đề nghị đồng chí gọi điện, hoặc gửi riêng đường liên kết cho thủ trưởng đơn vị:`,
        ...calls
          .slice(0, mostInChat)
          .flatMap((call) => [
            `- ${call.name}: ${call.phone ?? 'chưa có số điện thoại'} (${reasons[call.reason] ?? call.reason})`,
            ...(call.link ? [`  ${call.link}`] : []),
          ]),
        ...(calls.length > mostInChat ? [`và ${count(calls.length - mostInChat)} đơn vị khác.`] : []),
      ].join('\n');

/** Where even that does not fit one message. */
export const callsBrief = (units: number): string =>
  `Chưa liên hệ được ${count(units)} đơn vị. Đề nghị đồng chí gõ /goidien để xem danh sách cần gọi điện.`;
