/** Answers that are a date or a yes or no. */
import { DateTime } from 'luxon';
import { inStandard } from './dialect.ts';
import { isWordWritten, lowerCase, withoutEnd } from './text.ts';

const beforeDay =
  /^(?:(?:dạ|da|vâng|em|thưa|báo cáo|đã|da|xong|hoàn thành|hoan thanh|làm xong|thực hiện|thuc hien|vào|vao|từ|là|la|hôm|hom)[ :,]+)+(?=ng[aà]y |\d)/u;
const behindDay = /(?:[ ,]+(?:ạ|a|nhé|nhe|nha|em|anh|chị|rồi|roi|r|xong))+$/u;

/**
 * A day as 'YYYY-MM-DD', from "8/9/2021", "08-09-2021", "8.9.2021", "2021-09-08" or "ngày 8 tháng 9 năm 2021": the day
 * before the month, as in Vietnam. Undefined for anything else and for days that do not exist.
 */
export function readDate(text: string): string | undefined {
  const words = withoutEnd(lowerCase(text)).replace(beforeDay, '').replace(behindDay, '');
  const iso = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/;
  const numeric = /^(?:ngày |ngay )?(?<day>\d{1,2})(?<between>[/.-])(?<month>\d{1,2})\k<between>(?<year>\d{4})$/;
  const spoken = /^(?:ngày |ngay )?(?<day>\d{1,2}) (?:tháng|thang) (?<month>\d{1,2}) (?:năm|nam) (?<year>\d{4})$/;
  const found = (iso.exec(words) ?? numeric.exec(words) ?? spoken.exec(words))?.groups;
  if (!found) return undefined;
  const date = DateTime.utc(Number(found.year), Number(found.month), Number(found.day));
  return date.isValid && date.year >= 1900 ? date.toFormat('yyyy-MM-dd') : undefined;
}

const courtesies = ['dạ', 'ạ', 'a', 'ah', 'em', 'e', 'anh', 'chị', 'nha', 'nhé', 'thưa', 'báo', 'cáo', 'đồng', 'chí'];
const yes = [
  'có',
  'có rồi',
  'đã',
  'đã có',
  'đã có rồi',
  'rồi',
  'xong',
  'xong rồi',
  'đã xong',
  'đã thực hiện',
  'thực hiện rồi',
  'thực hiện',
  'đã hoàn thành',
  'hoàn thành',
  'đúng',
  'vâng',
  'vâng có',
  'yes',
  'y',
];
const no = [
  'không',
  'không có',
  'ko',
  'ko có',
  'k',
  'k có',
  'chưa',
  'chưa có',
  'chưa xong',
  'chưa thực hiện',
  'chưa hoàn thành',
  'no',
  'n',
];

const bygone = ['hôm qua', 'hôm kia', 'hôm trước', 'sáng nay', 'tuần trước', 'tuần rồi', 'bữa trước', 'hôm nọ'];

/**
 * True for có, rồi, đã …, false for không, chưa …, with or without diacritics; undefined: to be asked again. `label` is what is asked
 * ("Đã họp"), whose words say nothing more: "chưa họp", "họp hôm qua rồi".
 */
export function readYesNo(text: string, label = ''): boolean | undefined {
  const words = withoutPhrases(withoutLabel(wordsOf(text), label), bygone).filter((word) => !isAny(courtesies, [word]));
  if (isAny(yes, words)) return true;
  return isAny(no, words) ? false : undefined;
}

const besideOptions = [
  'là',
  'loại',
  'mức',
  'hạng',
  'xếp',
  'đạt',
  'thôi',
  'thì',
  'được',
  'tự',
  'đánh',
  'giá',
  'chắc chắn',
];

/** The one of several options that a text names, with the words of what is asked around it: "loại khá ạ" is "Khá". */
export function readOption(text: string, label: string, options: readonly string[]): string | undefined {
  const said = withoutLabel(wordsOf(text), label);
  const kept = said.filter((word) => !isAny([...courtesies, ...besideOptions], [word]));
  const fitting = options.filter((option) => isAny([lowerCase(option)], said) || isAny([lowerCase(option)], kept));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** The words of a text that are none of a label, but for those that say yes or no. */
function withoutLabel(words: readonly string[], label: string): string[] {
  const named = wordsOf(label).filter((word) => !says([...yes, ...no], word));
  return words.filter((word) => !says(named, word));
}

function withoutPhrases(words: readonly string[], phrases: readonly string[]): string[] {
  for (const phrase of phrases) {
    const { length } = phrase.split(' ');
    const at = words.findIndex((_, from) => isAny([phrase], words.slice(from, from + length)));
    if (at >= 0) return [...words.slice(0, at), ...words.slice(at + length)];
  }
  return [...words];
}

const assents = ['ok', 'oke', 'okay', 'okie', 'oki', 'okê', 'vâng', 'dạ', 'ừ', 'yes', '👍', '✅', '👌', '🆗', '🫡'];
const receipts = ['nhận', 'rõ', 'hiểu', 'nắm'];
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
    'ni',
  ],
];
const aroundThanks = ['chân', 'thành', 'trân', 'trọng', 'hệ', 'thống', 'nhiều', 'lắm'];

/**
 * Whether a text says no more than that its writer has received and understood: "ok", "vâng", "tôi đã nhận được ạ". Any
 * other word may turn the meaning round ("chưa nhận được"), and then it is no acknowledgement.
 */
export function isAcknowledgement(text: string): boolean {
  const words = wordsOf(text);
  const known = [...assents, ...receipts, ...aroundReceipts];
  return (
    words.every((word) => says(known, word) || isOrnament(word)) &&
    words.some((word) => says([...assents, ...receipts], word))
  );
}

/** A picture that neither denies nor asks. */
const isOrnament = (word: string): boolean =>
  /^\p{Extended_Pictographic}$/u.test(word) && !/[👎❌✖🚫❓❔🤔]/u.test(word);

/** Whether a text is thanks and no more: "cảm ơn", "Xin cảm ơn hệ thống ạ". */
export function isThanks(text: string): boolean {
  const words = wordsOf(text);
  const isThanked = words.some((word, at) => says(['cảm', 'cám'], word) && says(['ơn'], words[at + 1] ?? ''));
  return isThanked && words.every((word) => says([...assents, ...aroundReceipts, ...aroundThanks], word));
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
const wordsOf = (text: string): string[] =>
  inStandard(lowerCase(text))
    .replace(/\ufe0f|\p{Emoji_Modifier}/gu, '')
    .replace(pictures, ' $& ')
    .split(/[\s.,!]+/)
    .filter((word) => word !== '');

const says = (phrases: readonly string[], word: string): boolean =>
  phrases.some((phrase) => isWordWritten(phrase, word));

const isAny = (phrases: readonly string[], words: readonly string[]): boolean =>
  phrases.some((phrase) => {
    const parts = phrase.split(' ');
    return parts.length === words.length && parts.every((part, at) => isWordWritten(part, words[at] ?? ''));
  });
