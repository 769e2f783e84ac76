/** The list of calls to make, for the person at the telephone. */
import { type CallLine, callsInChat, type Saying } from '../../core/conversation/context.ts';
import { unreachableReasons } from '../words/figures.ts';
import { count } from '../words/format.ts';

const reasons: Record<string, string> = {
  ...unreachableReasons,
  'window-closed': 'quá 7 ngày chưa nhắn cho hệ thống',
  quota: 'hết hạn mức gửi tin của tháng',
};

/** A page to send after the call: its reader can receive, acknowledge and report there. */
const handed = 'Đường liên kết để gửi riêng cho thủ trưởng đơn vị';

/** A call with what is read out. */
type Call = CallLine & { headName: string | null; headTitle: string | null; text: string };

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

/** The same in the chat, a page at a time (from 1), of so many units: the people to call and what to send them, without the texts. */
export function callLines({ count: all, calls: shown }: { count: number; calls: CallLine[] }, page = 1): Saying {
  const from = (page - 1) * callsInChat;
  const left = all - from - shown.length;
  if (shown.length === 0) return { text: 'Không có đơn vị nào cần gọi điện.' };
  return {
    text: [
      page === 1
        ? `Chưa liên hệ được ${count(all)} đơn vị. Đề nghị ‹đồng chí› gọi điện, hoặc gửi riêng đường liên kết cho thủ trưởng đơn vị:`
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
