/**
 * The plain words that call a chat command, by the name of the command. Marks may be left out in what people type, never
 * differ: "moi" calls what "mời" calls, and "mới" does not.
 */

import { isWordWritten, lowerCase, withoutEnd } from './text.ts';

export const commandWords = {
  start: ['bắt đầu'],
  nhiemvu: ['nhiệm vụ', 'nhiemvu', 'xem nhiệm vụ'],
  nhan: ['đã nhận', 'đã nhận được', 'ok đã nhận'],
  baocao: ['báo cáo', 'baocao', 'báo cáo số liệu'],
  trang: [
    'điền trên một trang',
    'điền trên trang',
    'báo cáo trên trang',
    'báo cáo trên một trang',
    'mở trang báo cáo',
    'biểu mẫu',
    'điền biểu mẫu',
  ],
  sua: ['sửa', 'sửa báo cáo', 'sửa số liệu', 'sửa lại báo cáo', 'sửa lại số liệu'],
  daky: ['đã ký', 'văn bản đã ký', 'báo cáo đã ký'],
  duthao: ['dự thảo', 'nhận dự thảo'],
  tiendo: ['báo tiến độ', 'báo cáo tiến độ', 'tiến độ nhiệm vụ'],
  lichsu: ['lịch sử', 'lịch sử báo cáo'],
  danop: [
    'đã nộp gì',
    'đã nộp gì rồi',
    'đã nộp những gì',
    'đã báo cáo gì',
    'đã báo cáo những gì',
    'đã gửi gì',
    'đơn vị đã nộp gì',
    'đơn vị tôi đã nộp gì',
    'đơn vị em đã nộp gì',
  ],
  kenh: [
    'kênh',
    'kênh này',
    'dùng kênh này',
    'chọn kênh này',
    'nhận tin ở đây',
    'nhận tin tại đây',
    'nhận ở đây',
    'nhận tại đây',
  ],
  toi: ['tôi là ai', 'thông tin của tôi'],
  huy: ['hủy', 'hủy bỏ'],
  trogiup: ['trợ giúp', 'trogiup', 'hướng dẫn', 'giúp'],
  tonghop: ['tổng hợp', 'summary', 'tổng hợp chung', 'xem tổng hợp'],
  xuat: ['xuất báo cáo'],
  bieudo: ['biểu đồ'],
  vanban: ['danh sách văn bản', 'các văn bản'],
  phathanh: ['phát hành'],
  so: ['cấp số', 'ghi số', 'vào số'],
  giahan: ['gia hạn', 'xin gia hạn', 'xin lùi hạn', 'lùi hạn'],
  mien: ['miễn', 'miễn báo cáo', 'cho miễn báo cáo'],
  thoimien: ['bỏ miễn', 'thôi miễn', 'hủy miễn'],
  nhac: ['nhắc', 'đôn đốc', 'nhắc nhở', 'nhắc báo cáo'],
  tralai: ['trả lại', 'trả lại báo cáo', 'trả báo cáo'],
  guitonghop: ['gửi tổng hợp', 'gửi báo cáo tổng hợp', 'nộp tổng hợp', 'gửi bổ sung'],
  dong: ['đóng văn bản', 'kết thúc văn bản', 'chốt văn bản'],
  molai: ['mở lại văn bản', 'mở lại'],
  thuhoivanban: ['thu hồi văn bản', 'thu hồi công văn', 'rút văn bản'],
  dongygiahan: ['đồng ý gia hạn', 'duyệt gia hạn', 'cho gia hạn'],
  khonggiahan: ['không gia hạn', 'không đồng ý gia hạn', 'từ chối gia hạn'],
  xingiahan: ['đề nghị gia hạn', 'các đề nghị gia hạn', 'đơn vị xin gia hạn', 'ai xin gia hạn'],
  pheduyet: ['phê duyệt', 'duyệt', 'tôi duyệt', 'đồng ý phê duyệt', 'duyệt phát hành', 'phê duyệt phát hành'],
  khongduyet: ['không duyệt', 'không phê duyệt', 'chưa duyệt', 'trả lại dự thảo'],
  giaoduyet: ['giao duyệt', 'giao phê duyệt'],
  thoigiaoduyet: ['thôi giao duyệt'],
  visao: [
    'vì sao',
    'vì sao nhắc',
    'sao lại nhắc',
    'tại sao nhắc',
    'vì sao lại nhắc',
    'vì sao nhận tin này',
    'vì sao tôi bị nhắc',
  ],
  uyquyen: ['ủy quyền', 'uỷ quyền'],
  thoiuyquyen: ['thôi ủy quyền', 'hủy ủy quyền', 'thu hồi ủy quyền', 'rút ủy quyền', 'bỏ ủy quyền'],
  vangmat: ['vắng mặt', 'tôi vắng mặt', 'tôi đi vắng'],
  dave: ['tôi đã về', 'đã về', 'tôi đi làm lại', 'hết vắng mặt'],
  bangiao: ['bàn giao', 'bàn giao công việc', 'tôi bàn giao'],
  xacnhanbangiao: ['xác nhận bàn giao'],
  khokhan: ['khó khăn', 'khó khăn kiến nghị', 'kiến nghị', 'các kiến nghị', 'khó khăn vướng mắc'],
  hoi: ['câu hỏi', 'các câu hỏi', 'danh sách câu hỏi', 'đặt câu hỏi'],
  traloi: ['trả lời câu hỏi'],
  ganhnang: ['gánh nặng', 'gánh nặng báo cáo'],
  goidien: ['gọi điện', 'danh sách gọi điện', 'danh sách cần gọi điện'],
  guilai: ['gửi lại'],
  chuyenxuong: ['chuyển xuống', 'chuyển xuống dưới', 'chuyển cấp dưới'],
  nhanban: ['nhân bản', 'nhân bản văn bản', 'sao văn bản'],
  suadoi: ['sửa đổi', 'sửa đổi văn bản', 'sửa văn bản'],
  banky: ['bản ký', 'bản đã ký', 'bản ký văn bản', 'bản ký công văn'],
  nhom: ['tạo nhóm', 'nhóm nhận thông báo'],
  moi: ['lấy mã mời', 'mã mời'],
  dungnguoi: ['đúng người', 'đúng người này'],
  khongphai: ['không phải người', 'không phải người này'],
  doichieusolieu: ['đối chiếu số liệu'],
  doichieu: ['đối chiếu', 'chờ đối chiếu'],
  dulieu: ['dữ liệu của tôi', 'xem dữ liệu', 'xem dữ liệu của tôi'],
  xoadulieu: ['xóa dữ liệu', 'xóa dữ liệu của tôi', 'xóa dữ liệu cá nhân'],
  xacnhanxoa: ['xác nhận xóa', 'xác nhận xóa dữ liệu', 'đồng ý xóa', 'đồng ý xóa dữ liệu', 'tôi đồng ý xóa'],
  rutdongy: ['rút đồng ý', 'rút lại đồng ý', 'rút sự đồng ý', 'rút lại sự đồng ý', 'tôi rút đồng ý'],
  xacnhanrut: ['xác nhận rút', 'xác nhận rút đồng ý', 'đồng ý rút'],
  ngungnhantin: ['ngừng nhận tin', 'dừng nhận tin', 'không nhận tin nữa', 'ngừng nhận tin nhắn', 'thôi nhận tin'],
  giunguyen: ['giữ nguyên'],
  thuhoi: ['thu hồi vai trò'],
  tamgiu: ['tạm giữ'],
} as const;

/** Everyday words: each calls its command only where it can mean nothing else. */
export const everydayWords = {
  nhan: ['nhận'],
  toi: ['tôi'],
  huy: ['thôi'],
  xuat: ['xuất'],
  vanban: ['văn bản'],
  moi: ['mời'],
} as const;

/** What words stand before what a command is about: "tổng hợp văn bản 07", "mời xã An Bình". */
export const leadingWords = {
  tonghop: ['tổng hợp', 'xem tổng hợp', 'tình hình'],
  xuat: ['xuất báo cáo', 'xuất'],
  bieudo: ['biểu đồ'],
  phathanh: ['phát hành'],
  so: ['cấp số', 'ghi số', 'vào số', 'lấy số', 'văn bản lấy số', 'số văn bản'],
  giahan: ['gia hạn', 'cho gia hạn', 'lùi hạn', 'cho lùi hạn', 'kéo dài hạn', 'gia hạn báo cáo'],
  mien: ['miễn báo cáo', 'miễn', 'cho miễn', 'cho miễn báo cáo'],
  thoimien: ['bỏ miễn', 'thôi miễn', 'hủy miễn'],
  nhac: ['nhắc', 'đôn đốc', 'nhắc nhở', 'nhắc báo cáo', 'gửi tin nhắc', 'giục'],
  tralai: ['trả lại báo cáo', 'trả lại', 'trả báo cáo'],
  guitonghop: ['gửi tổng hợp', 'gửi báo cáo tổng hợp'],
  dong: ['đóng văn bản', 'kết thúc văn bản', 'chốt văn bản', 'đóng công văn', 'kết thúc công văn'],
  molai: ['mở lại văn bản', 'mở lại công văn', 'mở lại'],
  thuhoivanban: ['thu hồi văn bản', 'thu hồi công văn', 'rút văn bản', 'rút công văn'],
  guilai: ['gửi lại'],
  chuyenxuong: ['chuyển xuống', 'chuyển tiếp xuống', 'chuyển văn bản xuống', 'giao xuống'],
  nhanban: ['nhân bản', 'nhân bản theo', 'tạo bản nháp theo', 'soạn theo'],
  suadoi: [
    ...[
      'sửa hạn',
      'sửa lại hạn',
      'đổi hạn',
      'đổi lại hạn',
      'điều chỉnh hạn',
      'chỉnh hạn',
      'sửa nội dung',
      'sửa lại nội dung',
    ],
    ...['sửa mục', 'sửa nhiệm vụ', 'bổ sung', 'thêm đơn vị', 'bỏ đơn vị', 'rút đơn vị', 'loại đơn vị'],
  ],
  banky: [
    'bản ký',
    'bản đã ký',
    'bản ký của',
    'bản gốc',
    'bản gốc của',
    'bản có dấu',
    'bản có dấu của',
    'bản scan đã ký',
  ],
  ganhnang: ['gánh nặng báo cáo', 'gánh nặng'],
  lichsu: ['lịch sử báo cáo', 'lịch sử'],
  baocao: ['báo cáo thay', 'báo cáo hộ', 'báo cáo giúp'],
  moi: ['lấy mã mời', 'mã mời', 'mời'],
  thuhoi: ['thu hồi vai trò'],
} as const;

const before = ['dạ', 'vâng', 'thưa', 'em', 'anh', 'chị', 'tôi', 'xin', 'cho', 'xem', 'muốn', 'cần', 'hệ thống', 'bot'];
const behind = ['ạ', 'nhé', 'nha', 'đi', 'với', 'em', 'em ơi', 'anh', 'chị', 'giúp', 'giúp em', 'giúp tôi'];

/** A text in words: read once, and held against the words of every command. */
export type SaidWords = {
  /** In lower case, without signs. */
  readonly plain: readonly string[];
  /** Where in them a phrase may begin: no more than courtesy stands before it. */
  readonly begins: readonly number[];
  /** Where in them a phrase may have ended: no more than courtesy stands behind it. */
  readonly ends: ReadonlySet<number>;
  /** As they were written, and in lower case without the sign behind them. */
  readonly written: readonly string[];
  readonly lowered: readonly string[];
};

export function wordsSaid(text: string): SaidWords {
  const written = text.trim().split(/\s+/);
  const plain = lowerCase(text)
    .split(/[^\p{L}\p{M}\p{N}/_-]+/u)
    .filter((word) => word !== '');
  const counts = Array.from({ length: mostCourtesies + 1 }, (_, count) => count).filter((n) => n <= plain.length);
  return {
    plain,
    begins: counts.filter((count) => areCourtesies(before, plain.slice(0, count))),
    ends: new Set(
      counts.map((count) => plain.length - count).filter((from) => areCourtesies(behind, plain.slice(from))),
    ),
    written,
    lowered: written.map((word) => withoutEnd(lowerCase(word), ':,.!?')),
  };
}

const parted = new Map<string, readonly string[]>();

/** The words of a phrase of a table. */
function wordsIn(phrase: string): readonly string[] {
  const known = parted.get(phrase);
  if (known) return known;
  const words = phrase.split(' ');
  parted.set(phrase, words);
  return words;
}

const isAt = (said: readonly string[], from: number, words: readonly string[]): boolean =>
  from + words.length <= said.length && words.every((word, at) => isWordWritten(word, said[from + at] ?? ''));

/** Whether a text is one of the phrases, and no more beside it than courtesy. */
export function isSaying(phrases: readonly string[], { plain, begins, ends }: SaidWords): boolean {
  return phrases.some((phrase) => {
    const words = wordsIn(phrase);
    return begins.some((from) => ends.has(from + words.length) && isAt(plain, from, words));
  });
}

const mostCourtesies = 4;

function areCourtesies(known: readonly string[], words: readonly string[]): boolean {
  if (words.length === 0) return true;
  if (words.length > mostCourtesies) return false;
  return known.some((phrase) => {
    const parts = wordsIn(phrase);
    return isAt(words, 0, parts) && areCourtesies(known, words.slice(parts.length));
  });
}

/** What stands behind one of the phrases, as it was written; undefined where the text does not begin so. */
export function behindPhrase(phrases: readonly string[], { written, lowered }: SaidWords): string | undefined {
  const lengths = phrases.map(wordsIn).flatMap((words) => (isAt(lowered, 0, words) ? [words.length] : []));
  const longest = Math.max(0, ...lengths);
  const rest = written.slice(longest).join(' ');
  return longest > 0 && rest !== '' ? rest : undefined;
}

/** Whether a colon stands between a phrase and what `behindPhrase` found behind it. */
export const hasColonBefore = (text: string, behindIt: string): boolean =>
  text.trim().replace(/\s+/g, ' ').slice(0, -behindIt.length).trimEnd().endsWith(':');
