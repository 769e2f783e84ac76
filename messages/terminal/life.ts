/** What the command line says of what is done to a directive. */
import { moment } from '../words/format.ts';

export const lifeSentence = {
  numberAndDate: 'Đề nghị nêu số và ngày của văn bản, ví dụ: --number 45 --date 2021-09-06.',
  numbered: ({ id, number, date, changed }: { id: number; number: string; date: string | null; changed: boolean }) =>
    `Văn bản mã ${id}: ${changed ? 'đã ghi' : 'đã có từ trước'} số ${number} ngày ${date ?? '—'}.`,
  untilAndReason:
    'Đề nghị nêu hạn mới và lý do, ví dụ: --until 2021-09-15 (hoặc 2021-09-15T10:00) --reason "mất điện".',
  notAssigned: (code: string): string => `Đơn vị mã "${code}" không được giao văn bản này.`,
  extended: (done: { id: number; until: string; units: string[]; changed: boolean; messages: number }): string =>
    done.changed
      ? `Văn bản mã ${done.id}: gia hạn ${done.units.length} đơn vị đến ${done.until}, ${done.messages} tin nhắn đang được gửi.`
      : `Văn bản mã ${done.id}: hạn đã bằng hoặc muộn hơn ${done.until}, không thay đổi gì.`,
  unitsAndReason: 'Đề nghị nêu đơn vị và lý do, ví dụ: --unit MÃ --reason "sáp nhập".',
  excused: (done: { id: number; units: string[]; lifted: boolean; changed: boolean; messages: number }): string =>
    done.changed
      ? `Văn bản mã ${done.id}: ${done.lifted ? 'bỏ miễn' : 'miễn báo cáo'} ${done.units.length} đơn vị, ${done.messages} tin nhắn đang được gửi.`
      : `Văn bản mã ${done.id}: các đơn vị đã như vậy từ trước, không thay đổi gì.`,
  amended: (done: { id: number; changed: boolean; told: string[]; carriedOver: number; messages: number }): string =>
    done.changed
      ? `Văn bản mã ${done.id}: đã sửa đổi, báo cho ${done.told.length} đơn vị (${done.messages} tin nhắn đang được gửi), giữ số liệu của ${done.carriedOver} báo cáo.`
      : `Văn bản mã ${done.id}: bản mới giống bản đang có, không thay đổi gì.`,
  duplicated: (done: { id: number; of: number; subject: string; changed: boolean }): string =>
    done.changed
      ? `Đã tạo bản nháp mã ${done.id} theo văn bản mã ${done.of}: ${done.subject}. Đề nghị kiểm tra thời hạn, ghi số và ngày trước khi phát hành.`
      : `Bản nháp mã ${done.id} theo văn bản mã ${done.of} đã có từ trước.`,
  returned: (done: { id: number; units: string[]; messages: number }): string =>
    `Văn bản mã ${done.id}: trả lại báo cáo của ${done.units.length} đơn vị, ${done.messages} tin nhắn đang được gửi.`,
  oneUnit: 'Đề nghị nêu một đơn vị tổng hợp: --unit MÃ.',
  consolidated: (done: { id: number; changed: boolean; messages: number }): string =>
    done.changed
      ? `Văn bản mã ${done.id}: đã gửi báo cáo tổng hợp, ${done.messages} tin nhắn đang được gửi.`
      : `Văn bản mã ${done.id}: không có gì mới để gửi, không thay đổi gì.`,
  nothingToReconcile: (id: number): string =>
    `Văn bản mã ${id} chưa được phát hành hoặc không yêu cầu báo cáo nên không có gì để đối chiếu.`,
  reminded: ({ id, units, messages }: { id: number; units: string[]; messages: number }): string =>
    `Văn bản mã ${id}: nhắc ${units.length} đơn vị chưa báo cáo, ${messages} tin nhắn đang được gửi.`,
  reason: 'Đề nghị nêu lý do: --reason "…".',
  ended: (done: { id: number; state: string; changed: boolean; messages: number }): string =>
    `Văn bản mã ${done.id}: ${done.changed ? '' : 'từ trước '}${stateWords[done.state] ?? done.state}${done.messages > 0 ? `, ${done.messages} tin nhắn đang được gửi` : ''}.`,
};

const stateWords: Record<string, string> = {
  issued: 'đang thực hiện',
  closed: 'đã kết thúc',
  recalled: 'đã thu hồi',
};

/** A unit's part is passed on, in the terminal. */
export const reissueSentence = {
  by: 'Đề nghị nêu --by MÃ: đơn vị chuyển phần việc của mình xuống.',
  passed: ({ id, by, told, due, changed }: Passed): string =>
    changed
      ? `Văn bản mã ${id}: ${by} đã chuyển xuống ${told.length} đơn vị${due ? `, hạn ${moment(new Date(due))}` : ''}.`
      : `Văn bản mã ${id}: các đơn vị trực thuộc đã có văn bản, hệ thống không thay đổi gì.`,
} as const;

type Passed = { id: number; by: string; told: string[]; due: string | null; changed: boolean };
