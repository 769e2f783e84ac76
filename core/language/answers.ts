/** Answers that are a date, and what stands around any answer. */
import { DateTime } from 'luxon';
import { inStandard } from './dialect.ts';
import { isWordWritten, lowerCase, withoutEnd } from './text.ts';

const beforeDay =
  /^(?:(?:dạ|da|vâng|em|thưa|báo cáo|đã|da|xong|hoàn thành|hoan thanh|làm xong|thực hiện|thuc hien|vào|vao|từ|là|la|hôm|hom)[ :,]+)+(?=ng[aà]y |m[uùoồ]ng |\d)/u;
const behindDay = /(?:[ ,]+(?:ạ|a|nhé|nhe|nha|em|anh|chị|rồi|roi|r|xong|vừa rồi|vừa qua))+$/u;

/**
 * A day as 'YYYY-MM-DD', from "8/9/2021", "08-09-2021", "08092021", "2021-09-08" or "mùng 8 tháng 9 năm 2021": the day before the month,
 * as in Vietnam. Undefined for anything else, for a day without its year in full, and for days that do not exist.
 */
export function readDate(text: string): string | undefined {
  const { year, month, day } = dayParts(text) ?? {};
  return year?.length === 4 ? dateOf(year, month, day) : undefined;
}

/** A day said without its year, or with it in short: of the year of `near`, or of the one before where that lies far behind. */
export function dateNear(text: string, near: string): string | undefined {
  const parts = dayParts(text);
  if (!parts || parts.year?.length === 4) return undefined;
  if (parts.year !== undefined) return dateOf(`20${parts.year}`, parts.month, parts.day);
  const year = Number(near.slice(0, 4));
  const date = dateOf(String(year), parts.month ?? near.slice(5, 7), parts.day);
  const isFar = date !== undefined && DateTime.fromISO(date).diff(DateTime.fromISO(near), 'days').days > mostDaysAhead;
  return isFar ? dateOf(String(year - 1), parts.month, parts.day) : date;
}

/** What was to be done by a day is not done long behind it. */
const mostDaysAhead = 90;

/** Without a month where only the day of one was said: "mùng 8". */
function dayParts(text: string): { year?: string; month: string | undefined; day: string } | undefined {
  const words = withoutEnd(lowerCase(text)).replace(beforeDay, '').replace(behindDay, '');
  const iso = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/;
  const numeric = new RegExp(
    `^${dayLead}(?<day>\\d{1,2})(?<between>[/.-])(?<month>\\d{1,2})(?:\\k<between>(?<year>\\d{4}|\\d{2}))?$`,
    'u',
  );
  const joined = /^(?<day>\d{2})(?<month>\d{2})(?<year>(?:19|20)\d{2})$/;
  const spoken = new RegExp(
    `^${dayLead}(?<day>\\d{1,2}) (?:tháng|thang) (?<month>\\d{1,2})(?: (?:năm|nam) (?<year>\\d{4}))?$`,
    'u',
  );
  const alone = /^(?:ngày|ngay|mùng|mung|mồng|mong|hôm|hom) (?:mùng |mồng |mung |mong )?(?<day>\d{1,2})$/u;
  const found = (
    iso.exec(words) ??
    alone.exec(words) ??
    numeric.exec(words) ??
    joined.exec(words) ??
    spoken.exec(words)
  )?.groups;
  if (!found?.day) return undefined;
  return { day: found.day, month: found.month, ...(found.year !== undefined && { year: found.year }) };
}

const dayLead = '(?:ngày |ngay )?(?:mùng |mồng |mung |mong )?';

function dateOf(year: string, month: string | undefined, day: string | undefined): string | undefined {
  const date = DateTime.utc(Number(year), Number(month), Number(day));
  return date.isValid && date.year >= 1900 ? date.toFormat('yyyy-MM-dd') : undefined;
}

const assents = ['ok', 'oke', 'okay', 'okie', 'oki', 'okê', 'vâng', 'dạ', 'ừ', 'yes', '👍', '✅', '👌', '🆗', '🫡'];
const receipts = ['nhận', 'rõ', 'hiểu', 'nắm', 'received', 'noted'];
const aroundReceipts = [
  ...['đã', 'được', 'rồi', 'đủ', 'đầy', 'tôi', 'em', 'mình', 'chúng', 'anh', 'chị', 'đồng', 'chí', 'thủ', 'trưởng'],
  ...['ạ', 'nhé', 'nha', 'xin', 'cảm', 'cám', 'ơn', 'thưa', 'đơn', 'vị', 'văn', 'bản', 'công', 'nhiệm', 'vụ'],
  ...[
    'thông',
    'tin',
    'chỉ',
    'đạo',
    'nội',
    'dung',
    'sếp',
    'bác',
    'chú',
    'cô',
    'ông',
    'bà',
    'cháu',
    'bạn',
    'thầy',
    'ơi',
    'e',
    'a',
  ],
  ...[
    'sẽ',
    'thực',
    'hiện',
    'triển',
    'khai',
    'nghiêm',
    'túc',
    'xã',
    'trường',
    'phòng',
    'trên',
    'này',
    'của',
    'luôn',
    'nhá',
    'r',
    'đc',
    'vb',
    'cv',
    'ngay',
    'liền',
    'khẩn',
    'trương',
    'đang',
    'toàn',
    'thể',
    'tới',
    'từng',
    'tiếp',
    'các',
    'thôn',
    'xóm',
    'bên',
    'bộ',
    'phận',
    'ban',
    'ngành',
    'ni',
    'vừa',
    'mới',
    'tks',
    'thanks',
    'thks',
    'thank',
    'nhà',
    'và',
    'ubnd',
    'huyện',
  ],
];
const aroundThanks = [
  ...['chân', 'thành', 'trân', 'trọng', 'hệ', 'thống', 'nhiều', 'lắm', 'quan', 'tâm', 'giúp', 'đỡ', 'hỗ', 'trợ'],
  ...['hướng', 'dẫn', 'nhắc', 'nhở'],
];

/**
 * Whether a text says no more than that its writer has received and understood: "ok", "vâng", "tôi đã nhận được ạ". Any
 * other word may turn the meaning round ("chưa nhận được"), and then it is no acknowledgement.
 */
export function isAcknowledgement(text: string): boolean {
  const words = answerWordsOf(withoutLetter(text));
  const known = [...assents, ...receipts, ...aroundReceipts];
  return (
    words.every((word) => isOneOfWords(known, word) || isOrnament(word)) &&
    words.some((word) => isOneOfWords([...assents, ...receipts], word))
  );
}

/** A picture that neither denies nor asks. */
const isOrnament = (word: string): boolean =>
  /^\p{Extended_Pictographic}$/u.test(word) && !/[👎❌✖🚫❓❔🤔]/u.test(word);

/** Whether a text is thanks and no more: "cảm ơn", "Xin cảm ơn hệ thống ạ". */
export function isThanks(text: string): boolean {
  const words = answerWordsOf(text);
  const isThanked = words.some(
    (word, at) => isOneOfWords(['cảm', 'cám'], word) && isOneOfWords(['ơn'], words[at + 1] ?? ''),
  );
  return isThanked && words.every((word) => isOneOfWords([...assents, ...aroundReceipts, ...aroundThanks], word));
}

/** "Kính gửi UBND huyện," in front of what a letter says. */
const salutation = /^\s*k[ií]nh (?:g[uửoở]i|th[uư]a|tr[iì]nh|ch[aà]o)[^,:;.!\n\d]{0,100}[,:;.!\n]+\s*/iu;
/** "Trân trọng!" behind it. */
const regards =
  /^(?:xin )?(?:tr[aâ]n tr[oọ]ng|k[ií]nh b[aá]o)(?: (?:k[ií]nh )?(?:b[aá]o c[aá]o|c[aả]m [oơ]n|b[aá]o|ch[aà]o))?(?: [aạ])?$/iu;
/** "Chúc em buổi chiều vui vẻ", "có gì gọi chị". */
const wishes =
  /^(?:ch[uú]c [^\d]{2,60}|c[oó] g[iì] (?:th[iì] )?(?:g[oọ]i|b[aá]o|nh[aắ]n|alo|li[eê]n h[eệ]|h[oỏ]i|trao [dđ][oổ]i)[^\d]{0,40})$/iu;
const lastClause = /[.,;!\n]\s*([^.,;!\n]+?)[\s.!]*$/u;

/** So many of them, each no longer than this, stand behind a letter. */
const mostTails = 3;
const longestTail = 100;

/** A message without what a letter has around its matter: whom it is for, thanks and regards. */
export function withoutLetter(text: string): string {
  let said = text.replace(salutation, '');
  for (let left = mostTails; left > 0; left -= 1) {
    const tail = lastClause.exec(said.slice(-longestTail));
    const [whole = '', clause = ''] = tail ?? [];
    if (!isThanks(clause) && !regards.test(clause) && !wishes.test(clause)) break;
    said = said.slice(0, said.length - whole.length);
  }
  return said;
}

const pictures = /\p{Extended_Pictographic}/gu;

/** Words, and pictures each as a word; what only colours a picture is left out. */
export const answerWordsOf = (text: string): string[] =>
  inStandard(lowerCase(text))
    .replace(/\ufe0f|\p{Emoji_Modifier}/gu, '')
    .replace(pictures, ' $& ')
    .split(/[\s.,!]+/)
    .filter((word) => word !== '');

/** Whether a word is one of these, marks left out or not. */
export const isOneOfWords = (phrases: readonly string[], word: string): boolean =>
  phrases.some((phrase) => isWordWritten(phrase, word));

/** Whether words are one of these phrases. */
export const areOnePhrase = (phrases: readonly string[], words: readonly string[]): boolean =>
  phrases.some((phrase) => {
    const parts = phrase.split(' ');
    return parts.length === words.length && parts.every((part, at) => isWordWritten(part, words[at] ?? ''));
  });
