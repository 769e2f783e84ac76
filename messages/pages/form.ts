/** What the pages say on which a report is filled in. */

import type { PastReport } from '../../core/reports/history.ts';
import { spokenUnit } from '../../core/reports/indicators.ts';
import type { Indicator, ObligationFact, Value } from '../../core/reports/obligation.ts';
import { type Answers, figureIn } from '../../core/reports/report.ts';
import { valueText, withUnit } from '../words/figures.ts';
import { count, day, isoDay, moment, personNamed, uncapital } from '../words/format.ts';
import { senderNamed } from '../words/senders.ts';

/** A figure with its unit, as a page says it. */
const figureSaid = (indicator: Indicator, answers: Answers): string =>
  withUnit(count(figureIn(answers, indicator.key) ?? 0), spokenUnit(indicator));

/** Why something of a form cannot be taken: each says what to do. */
export const formFault = {
  reason: 'Nội dung',
  behalf: 'Lý do báo cáo thay',
  noBehalf: 'Đề nghị nêu lý do báo cáo thay, ví dụ: xã báo qua điện thoại.',
  missing: (label: string): string => `Chưa nhập ${uncapital(label)}.`,
  tooLong: (label: string, most: number): string =>
    `${label} dài quá ${count(most)} ký tự. Đề nghị rút gọn; nội dung đã nhập được giữ nguyên.`,
  choose: (label: string): string => `${label}: đề nghị chọn một mục trong danh sách.`,
  exceeds: (indicator: Indicator, of: Indicator, answers: Answers): string =>
    `${indicator.label} (${figureSaid(indicator, answers)}) lớn hơn ${uncapital(of.label)} (${figureSaid(of, answers)}). Đề nghị sửa một trong hai số.`,
  noReason: (state: 'blocked' | 'na'): string =>
    state === 'blocked'
      ? 'Đề nghị ghi vướng mắc nội dung gì, ví dụ: thiếu kinh phí.'
      : 'Đề nghị ghi vì sao nhiệm vụ không thuộc đơn vị.',
  fileForm: 'Tệp này không phải PDF, JPG, PNG hoặc DOCX. Đề nghị chọn tệp khác.',
  tooManyFiles: (most: number): string =>
    `Hôm nay đã nhận đủ ${count(most)} tệp của người gửi này. Đề nghị gửi tiếp vào ngày mai, hoặc ghi số văn bản.`,
  noState: 'Đề nghị chọn một mục trong danh sách.',
  percent: 'Tỷ lệ là một số từ 0 đến 100, ví dụ: 60.',
  noProof:
    'Văn bản yêu cầu minh chứng. Đề nghị chọn tệp, hoặc ghi số, ký hiệu văn bản thể hiện kết quả, ví dụ: 12/BC-UBND.',
  proof: 'Chưa đọc được số, ký hiệu văn bản. Đề nghị nhập lại, ví dụ: 12/BC-UBND.',
} as const;

/** What is wrong with a form as a whole. */
export const formProblem = {
  overtaken: ({ unit, current }: Pick<ObligationFact, 'unit' | 'current'>, lines: readonly string[]): string =>
    `Trong lúc nhập, ${personNamed(current?.by ?? '')} đã gửi báo cáo của ${unit.name}${current ? ` lúc ${moment(current.at)}` : ''}: ${lines.join('; ')}. Các số vừa nhập được giữ dưới đây; nếu muốn sửa lại theo các số này, đề nghị kiểm tra rồi bấm nút ở cuối trang.`,
  nothingChanged: 'Các nội dung giống báo cáo đã gửi nên không có gì để sửa.',
  noTaskTold: 'Chưa chọn tình trạng mới ở mục nào. Đề nghị chọn ở mục có thay đổi rồi bấm lại.',
  formChanged: 'Mẫu báo cáo đã thay đổi trong lúc nhập. Đề nghị kiểm tra lại các mục dưới đây.',
  tooFast: 'Trang này gửi lên quá nhanh. Nội dung đã nhập vẫn ở trên trang; đề nghị chờ ít giây rồi bấm lại.',
} as const;

/** The words of the page to fill in, of its read-back, and of what was handed in. */
export const formWords = {
  nav: 'Các trang',
  chat: 'Trò chuyện',
  forms: 'Báo cáo trên trang',
  listTitle: 'Báo cáo của đơn vị',
  owed: 'Chưa nộp',
  handedIn: 'Đã nộp',
  fillIn: 'Điền báo cáo',
  noneOwed: 'Hiện không còn báo cáo nào phải nộp.',
  noneHandedIn: 'Chưa có báo cáo nào đã nộp.',
  title: 'Báo cáo',
  tasksTitle: 'Báo tiến độ',
  tasksBehalfTitle: 'Báo thay tiến độ',
  tellTasks: 'Báo tiến độ',
  behalfTitle: 'Báo cáo thay',
  behalfCorrection: 'Sửa thay báo cáo đã gửi',
  behalfNotice: 'Người đang nhập báo cáo thay đơn vị này; đơn vị được báo cho biết sau khi gửi.',
  behalfReason: 'Lý do báo cáo thay',
  behalfHint: 'ví dụ: xã báo qua điện thoại',
  others: 'Báo cáo thay đơn vị',
  othersLabel: 'Tên hoặc mã đơn vị',
  search: 'Tìm',
  noneFound: 'Không có đơn vị nào như vậy còn phải báo cáo mà người đang mở trang theo dõi hoặc tổng hợp.',
  isHandedIn: 'đã nộp',
  faulty: 'Cần sửa',
  correction: 'Sửa báo cáo đã gửi',
  deadline: 'Hạn',
  figures: 'Số liệu',
  tasks: 'Tiến độ nhiệm vụ',
  tasksHint: 'Chỉ cần chọn ở mục có thay đổi.',
  standing: 'Đang ghi',
  taskTexts: 'Xem nội dung nhiệm vụ',
  state: 'Tình trạng',
  noState: '– không thay đổi –',
  percent: 'Tỷ lệ hoàn thành (%), nếu có',
  reason: 'Vướng mắc gì, hoặc vì sao không thuộc đơn vị',
  paper: 'Số, ký hiệu văn bản thể hiện kết quả',
  paperNeeded: 'bắt buộc khi đã xong',
  yes: 'Có',
  no: 'Không',
  noChoice: '– chọn –',
  dateHint: 'ngày/tháng/năm, ví dụ 09/9/2021',
  fileHint: 'chọn tệp bên dưới, hoặc ghi số, ký hiệu văn bản, hoặc “không có”',
  chooseFile: 'Chọn tệp (PDF, JPG, PNG, DOCX; cả trang tối đa 10 MB)',
  computed: 'hệ thống tự tính',
  notYet: 'chưa đủ số để tính',
  sure: 'Đúng như vậy',
  use: 'Dùng số này',
  noteHint: 'Không có thì để trống.',
  review: 'Xem lại trước khi gửi',
  nothingCountsYet: 'Bấm nút này chưa gửi báo cáo: hệ thống đọc lại để xác nhận.',
  readBackWaits: 'Báo cáo đã nhập đủ, chưa gửi.',
  toReadBack: 'Xem lại và gửi',
  readBackTitle: 'Xem lại báo cáo',
  backToForm: 'Sửa',
  answer: 'Trả lời',
  answerLabel: 'Nội dung trả lời',
  waitsTitle: 'Đang ghi nhận',
  waits:
    'Hệ thống đang ghi nhận; trang này tự tải lại sau ít giây. Nếu trang không tự tải lại, đề nghị bấm nút dưới đây.',
  reload: 'Tải lại',
  handedInTitle: 'Báo cáo đã nộp',
  note: 'Ghi chú',
  paperToSign: 'Tải báo cáo bằng văn bản để ký, đóng dấu',
  change: 'Sửa báo cáo này',
  back: 'Về danh sách báo cáo',
  closed: 'Kỳ báo cáo này đã kết thúc nên không sửa được trên trang. Cần sửa, đề nghị liên hệ cán bộ theo dõi.',
} as const;

/** "Có 2 mục cần sửa:" */
export const faultsTitle = (faults: number): string => `Chưa gửi được: có ${count(faults)} nội dung cần xem lại.`;

/** What a unit gave before: an offer, which counts nowhere. */
export const givenBefore = (indicator: Indicator, value: Value, at: Date): string =>
  `Lần trước (${day(at)}): ${withUnit(valueText(value, indicator.kind), indicator.kind === 'percent' ? undefined : spokenUnit(indicator))}`;

/** What a figure is a share of. */
export const shareOf = (of: Indicator): string => `trong ${uncapital(of.label)}`;

/** What is to be reached. */
export const targetSaid = (text: string): string => `Chỉ tiêu giao: ${text}`;

/** "Văn bản số 12/UBND-VHXH, kỳ ngày 03/3/2026, …": a round as a list names it. */
export const roundTitle = (number: string, roundDay: string | undefined, title: string): string =>
  [`Văn bản số ${number}`, ...(roundDay === undefined ? [] : [`kỳ ngày ${isoDay(roundDay)}`]), title]
    .filter((part) => part !== '')
    .join(', ');

/** How a report was taken. */
export const handedInBy = (report: Omit<PastReport, 'figures'>): string =>
  `${senderNamed(report)} lúc ${moment(report.at)}, ${report.revision === 1 ? 'lần đầu' : `lần ${count(report.revision)}`}.`;

/** Why there is nothing to fill in. */
export const formNothing = {
  unknown:
    'Báo cáo này không thuộc đơn vị của người đang mở trang, hoặc đã kết thúc. Đề nghị chọn trong danh sách báo cáo của đơn vị.',
  unregistered:
    'Chưa hoàn tất đăng ký trên trang này. Đề nghị mở cuộc trò chuyện, trả lời câu hỏi của hệ thống, rồi mở lại báo cáo.',
} as const;

/** Sentences that the script of the page shows. */
export const formScript = {
  saved: 'Đã lưu, chưa gửi',
  saving: 'Đang lưu…',
  sure: formWords.sure,
  offline: 'Chưa lưu được; nội dung vẫn ở trên trang và tự lưu lại khi có mạng.',
  closed: 'Phiên này không còn hiệu lực. Đề nghị tải lại trang; nội dung chưa lưu cần chép lại trước.',
} as const;

/** The page that opens inside a platform. */
export const appPage = {
  title: 'Trang báo cáo',
  opening: 'Đang mở trang báo cáo…',
  elsewhere: 'Trang này chỉ mở được từ nút trong cuộc trò chuyện. Đề nghị gõ /trang ở đó để lấy đường liên kết.',
  needsScript: 'Trang này cần JavaScript. Đề nghị gõ /trang ở cuộc trò chuyện và mở đường liên kết trong trình duyệt.',
  forged: 'Hệ thống không xác nhận được người mở trang. Đề nghị bấm lại nút trong cuộc trò chuyện với hệ thống.',
  old: 'Trang này được mở đã lâu nên không còn hiệu lực. Đề nghị đóng lại, rồi bấm nút trong cuộc trò chuyện một lần nữa.',
  unknown:
    'Tài khoản này chưa đăng ký với hệ thống. Đề nghị gửi mã mời trong cuộc trò chuyện, hoặc liên hệ cán bộ theo dõi.',
} as const;
