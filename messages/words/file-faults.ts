/** Why a file cannot be taken in, and how it was read. */
import { count } from './format.ts';

const others: Readonly<Record<string, string>> = {
  'old-office':
    'Tệp là .xls, .doc kiểu cũ hoặc có mật khẩu; đề nghị mở tệp, bỏ mật khẩu, chọn Lưu thành (Save As) .xlsx rồi nhập lại.',
  word: 'Tệp là văn bản Word (.docx); đề nghị chép bảng sang Excel, lưu dạng .xlsx hoặc CSV UTF-8 rồi nhập lại.',
  'open-document': 'Tệp là .ods, .odt; đề nghị chọn Lưu thành (Save As) .xlsx hoặc CSV UTF-8 rồi nhập lại.',
  pdf: 'Tệp là PDF; đề nghị lấy tệp Excel gốc, lưu dạng .xlsx hoặc CSV UTF-8 rồi nhập lại.',
  page: 'Tệp là trang web (HTML) dù có đuôi .xls; đề nghị mở bằng Excel, chọn Lưu thành (Save As) .xlsx rồi nhập lại.',
  other: 'Tệp không phải bảng đơn vị; đề nghị dùng tệp .xlsx hoặc CSV UTF-8.',
};

const sheetNames = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** A file of more bytes than any list or draft has. */
export const fileTooLarge = (file: string, most: number): string =>
  `Tệp ${file} lớn hơn ${count(most / 1_000_000)} MB nên không phải danh sách hay văn bản đã rà soát; đề nghị kiểm tra lại tệp.`;

/** Why a draft's file gives no text. */
export const draftIsProse = (): string =>
  'Tệp là văn bản thường, chưa phải bản nháp đã rà soát: hệ thống không tự đọc công văn. Đề nghị ghi số, ngày, nhiệm vụ, nơi nhận, hạn báo cáo thành tệp .yaml (cách ghi: sample/README.md).';

export const draftNotText = (): string =>
  'Tệp không phải văn bản YAML hoặc JSON; đề nghị lưu văn bản đã rà soát dạng .yaml, bảng mã UTF-8.';

/** Why a roster's file gives no table. */
export function rosterFileFault(fault: { type: string; file?: string; names?: string[] }): string {
  switch (fault.type) {
    case 'not-a-table':
      return others[fault.file ?? 'other'] ?? others.other ?? '';
    case 'unknown-letters':
      return 'Không đọc được chữ trong tệp; đề nghị mở tệp, chuyển sang phông Unicode rồi lưu dạng CSV UTF-8 hoặc .xlsx.';
    case 'several-sheets':
      return `Nhiều trang tính có tiêu đề cột (${sheetNames(fault.names ?? [])}); đề nghị thêm --sheet "TÊN TRANG" để chọn một.`;
    case 'no-such-sheet':
      return `Tệp không có trang tính tên như vậy; các trang: ${sheetNames(fault.names ?? [])}.`;
    case 'too-large':
    case 'too-many-rows':
      return 'Tệp quá lớn so với một danh sách đơn vị; đề nghị xóa các dòng, trang tính không dùng rồi nhập lại.';
    default:
      return 'Tệp .xlsx bị hỏng, không mở được; đề nghị mở bằng Excel, lưu lại rồi nhập lại.';
  }
}

const fonts: Readonly<Record<string, string>> = {
  tcvn3:
    'Chữ trong tệp thuộc phông TCVN3 (.VnTime) được chuyển sang Unicode; đề nghị xem lại tên đơn vị trong kết quả.',
  vni: 'Chữ trong tệp thuộc phông VNI được chuyển sang Unicode; đề nghị xem lại tên đơn vị trong kết quả.',
  'utf-8': 'Chữ trong tệp bị đọc sai bảng mã được chuyển lại; đề nghị xem lại tên đơn vị trong kết quả.',
};

/** What was done to the letters of a file. */
export const lettersConverted = (encoding: string): string => fonts[encoding] ?? '';

/** Which sheet of a workbook was read. */
export const sheetRead = (name: string): string => `Đọc trang tính "${name}".`;

/** Rows that nobody saw and that were read. */
export const hiddenRowsRead = (rows: readonly number[]): string =>
  `Các dòng bị ẩn cũng được đọc: ${rows.slice(0, 20).join(', ')}${rows.length > 20 ? '…' : ''}.`;
