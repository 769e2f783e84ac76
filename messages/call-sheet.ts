/** The list of calls to make, for the person at the telephone. */
import type { CallLine as Call } from '../core/dialogue.ts';

const reasons: Record<string, string> = {
  unregistered: 'chưa đăng ký',
  refused: 'không đồng ý nhận tin',
  blocked: 'đã chặn hệ thống',
  'not-delivered': 'tin chưa đến được',
};

const whom = ({ headTitle, headName }: Call): string => [headTitle, headName].filter((part) => part !== null).join(' ');

export const callSheetPage = (calls: Call[]): string =>
  calls.length === 0
    ? 'Không có đơn vị nào cần gọi điện.'
    : calls
        .map((call, index) =>
          [
            `${index + 1}. ${call.name}${whom(call) ? ` (${whom(call)})` : ''}: ${call.phone ?? 'chưa có số điện thoại'}`,
            `   Lý do: ${reasons[call.reason] ?? call.reason}${call.detail ? ` (${call.detail})` : ''}`,
            ...call.text.split('\n').map((line) => `   ${line}`),
          ].join('\n'),
        )
        .join('\n\n');

/** The same in the chat: whom to call, without the texts. */
export const callLines = (calls: Call[]): string =>
  calls.length === 0
    ? 'Không có đơn vị nào cần gọi điện.'
    : [
        `Cần gọi điện cho ${calls.length} đơn vị:`,
        ...calls
          .slice(0, 20)
          .map((call) => `- ${call.name}: ${call.phone ?? 'chưa có số'} (${reasons[call.reason] ?? call.reason})`),
        ...(calls.length > 20 ? [`và ${calls.length - 20} đơn vị khác.`] : []),
      ].join('\n');
