/** What people say of a picture that they send: that it is the signed report, something else, or nothing at all. */
import { isPaperOfReport, type PaperNumber, readPaperNumber } from './paper-number.ts';
import { isWordWritten, lowerCase } from './text.ts';

/** What a picture is: the scan of the signed report, other evidence, or nothing that is to be kept. */
export type PictureMeaning = 'signed' | 'evidence' | 'nothing';

/** What a caption says. `paper`: the number of the signed report, or why it cannot be read; null where it names none. */
export type CaptionReading =
  | { type: 'signed'; paper: PaperNumber | 'future' | 'unreadable' | null }
  | { type: 'evidence' }
  | { type: 'silent' };

const signs = [
  ...['đã ký', 'đã kí', 'ký rồi', 'kí rồi', 'bản ký', 'bản kí', 'ký số', 'kí số', 'có chữ ký', 'có chữ kí'],
  ...['đã đóng dấu', 'ký đóng dấu', 'kí đóng dấu', 'ký và đóng dấu', 'dấu đỏ'],
];
/** They turn the meaning round, or say that it is still to come. */
const doubts = ['không', 'ko', 'chưa', 'chờ', 'sẽ', 'sắp', 'trình', 'dự thảo', 'bản nháp', 'mẫu', 'đâu', 'nhầm'];
/** Things that are signed and are no report. */
const otherPapers = [
  ...['biên bản', 'hợp đồng', 'danh sách', 'kế hoạch', 'quyết định', 'giấy mời', 'thông báo', 'tờ khai', 'cam kết'],
  ...['tờ trình', 'hướng dẫn'],
];

/**
 * Reads a caption. `others` are the numbers of the directives, which are no reports. Only what plainly says "signed", or
 * names the number of a report, makes a picture the signed report; a doubt makes a caption silent.
 */
export function readCaption(caption: string, others: readonly string[], now: Date): CaptionReading {
  const words = wordsOf(caption);
  if (hasAny(words, doubts) || caption.trim().endsWith('?')) return { type: 'silent' };
  const isOther = hasAny(words, otherPapers);
  const named = isNumberOf(caption, others, now) ? undefined : readPaperNumber(caption, now);
  if (named !== undefined && isPaperOfReport(caption) && !isOther) return { type: 'signed', paper: named };
  if (hasAny(words, signs) && !isOther) return { type: 'signed', paper: named ?? null };
  return hasAny(words, ['minh chứng']) ? { type: 'evidence' } : { type: 'silent' };
}

/** Whether the number that a text names is one of these. */
export function isNumberOf(text: string, others: readonly string[], now: Date): boolean {
  const named = readPaperNumber(text, now);
  const plain = (number: string): string => lowerCase(number).replace(/[\s.]/g, '');
  if (typeof named === 'object') return others.some((other) => plain(other) === plain(named.number));
  return others.some((other) => other !== '' && plain(text).includes(plain(other)));
}

/** Until one reader of assent and denial serves all questions, these are the words for this one. */
const assents = ['đúng', 'phải', 'chuẩn', 'chính xác', 'ok', 'oke', 'okay', 'ừ', 'có', 'xác nhận', 'vâng', 'dạ', 'rồi'];
const denials = ['không', 'ko', 'k', 'hông', 'chưa', 'sai', 'no'];
const courtesies = [
  ...[
    'dạ',
    'ạ',
    'a',
    'ah',
    'nhé',
    'nha',
    'em',
    'anh',
    'chị',
    'vâng',
    'thưa',
    'đồng',
    'chí',
    'bạn',
    'hệ',
    'thống',
    'ơi',
  ],
  ...['rồi', 'đó', 'đấy', 'này', 'nó', 'là', 'thế', 'thì', 'luôn', 'đâu', 'thôi'],
];
const drops = ['bỏ qua', 'bỏ đi', 'bỏ ảnh', 'gửi nhầm', 'nhầm', 'xóa', 'xoá', 'hủy', 'huỷ', 'không cần', 'ko cần'];
const reportWords = ['báo cáo', 'bản chụp', 'bản scan', 'văn bản', 'công văn', 'giấy', 'của', 'đơn vị'];
const evidenceWords = [
  ...['minh chứng', 'hình ảnh', 'ảnh họp', 'ảnh khác', 'cái khác', 'họp', 'hội nghị', 'hiện trường', 'hoạt động'],
  ...['tuyên truyền', 'ảnh chụp màn hình'],
];

/** Whoever says what a picture is says it in a few words. */
const mostWords = 16;

/**
 * What somebody answers who was asked whether a picture is the signed report. "Đúng ạ" says that it is, "không phải" that
 * it is something else, "gửi nhầm" that it is nothing. Undefined for words about anything else.
 */
export function readPictureAnswer(said: string, others: readonly string[], now: Date): PictureMeaning | undefined {
  if (wordsOf(said).length > mostWords || said.trim().endsWith('?')) return undefined;
  if (readCaption(said, others, now).type === 'signed') return 'signed';
  const clauses = said.split(/[,.;\n]+/).map(wordsOf);
  const meant = clauses.map(meaningOf);
  if (meant.includes('nothing')) return 'nothing';
  // "Không phải, ảnh họp thôi": what is denied counts only where nothing else is said.
  const [plain] = meant.filter((meaning, at) => meaning !== undefined && !hasAny(clauses[at] ?? [], denials));
  return plain ?? meant.find((meaning) => meaning !== undefined);
}

function meaningOf(words: readonly string[]): PictureMeaning | undefined {
  if (words.length === 0 || words.some((word) => /\d/.test(word))) return undefined;
  if (hasAny(words, drops) || isOnly(words, ['bỏ'])) return 'nothing';
  if (hasAny(words, denials)) {
    const isAboutIt = hasAny(words, [...signs, 'ký', 'kí']) || isOnly(words, [...denials, ...assents, ...reportWords]);
    return isAboutIt ? 'evidence' : undefined;
  }
  if (hasAny(words, signs) && !hasAny(words, otherPapers)) return 'signed';
  if (isOnly(words, [...assents, ...reportWords])) return 'signed';
  return words.includes('ảnh') || hasAny(words, evidenceWords) || isOnly(words, ['khác']) ? 'evidence' : undefined;
}

const wordsOf = (text: string): string[] => lowerCase(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const isAny = (known: readonly string[], word: string): boolean => known.some((one) => isWordWritten(one, word));

/** Whether the words of a phrase stand in a text, one after the other, with or without their marks. */
const hasAny = (words: readonly string[], phrases: readonly string[]): boolean =>
  phrases.some((phrase) => {
    const parts = phrase.split(' ');
    return words.some((_, at) => parts.every((part, n) => isWordWritten(part, words[at + n] ?? '')));
  });

/** Whether every word is one of these or a courtesy, and not all are courtesies alone: "vâng ạ", but not "anh ạ". */
const isOnly = (words: readonly string[], phrases: readonly string[]): boolean => {
  const known = phrases.flatMap((phrase) => phrase.split(' '));
  const meant = words.filter((word) => !isAny(courtesies, word));
  return meant.length === 0 ? words.some((word) => isAny(known, word)) : meant.every((word) => isAny(known, word));
};
