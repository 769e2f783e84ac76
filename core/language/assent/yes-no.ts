/** Answers that are a yes, a no, or one of several options. */
import { courtesies as answerCourtesies } from '../answer-words.ts';
import { answerWordsOf, areOnePhrase, isOneOfWords } from '../answers.ts';
import { fold, lowerCase, plainLetters } from '../text.ts';

const plainCourtesies = [
  ...['dạ', 'ạ', 'a', 'ah', 'em', 'e', 'anh', 'chị', 'nha', 'nhé', 'thưa', 'báo', 'cáo', 'đồng', 'chí', 'ơi', 'lâu'],
  ...['đó', 'đấy', 'nè', 'bác', 'chú', 'cháu', 'mà', 'luôn', 'xã', 'trường', 'bên'],
];
const yes = [
  'có',
  'có rồi',
  'đã',
  'đã có',
  'đã có rồi',
  'rồi',
  'xong',
  ...['mới', 'vừa', 'vừa mới', 'r', 'xong rồi', 'xong r', 'rồi r'],
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
  ...['đã tổ chức', 'tổ chức rồi', 'đã làm', 'làm rồi', 'đã triển khai', 'triển khai rồi', 'có tổ chức', 'có làm'],
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
  ...['no', 'n', 'not yet'],
  ...[
    'không tổ chức',
    'chưa tổ chức',
    'chưa làm',
    'không làm',
    'chưa triển khai',
    'không triển khai',
    'không thực hiện',
  ],
];

/** A courtesy that is written like a yes or a no without its marks ("cô") counts with its marks only. */
const answers = new Set([...yes, ...no].map(plainLetters));
const courtesies = [...plainCourtesies, ...answerCourtesies.filter((word) => !answers.has(plainLetters(word)))];
const inFullOnly = new Set(
  answerCourtesies.filter(
    (word) => answers.has(plainLetters(word)) && ![...yes, ...no].includes(word) && word !== plainLetters(word),
  ),
);
const isCourtesy = (word: string): boolean => inFullOnly.has(word) || areOnePhrase(courtesies, [word]);

const bygone = [
  ...['từ tuần trước', 'từ hôm qua', 'từ hôm trước', 'từ sáng', 'từ lâu', 'từ đầu tuần', 'từ hôm kia'],
  'hôm qua',
  'hôm kia',
  'hôm trước',
  'sáng nay',
  'tuần trước',
  'tuần rồi',
  'bữa trước',
  'hôm nọ',
  ...['hồi', 'lúc', 'ban'].flatMap((when) => ['sáng', 'trưa', 'chiều', 'tối', 'nãy'].map((part) => `${when} ${part}`)),
];

/**
 * True for có, rồi, đã …, false for không, chưa …, with or without diacritics; undefined: to be asked again. `label` is what is asked
 * ("Đã họp"), whose words say nothing more: "chưa họp", "họp hôm qua rồi".
 */
export function readYesNo(text: string, label = ''): boolean | undefined {
  const whole = yesNoOf(withoutDay(text), label);
  if (whole !== undefined) return whole;
  if (isLater(text, label)) return false;
  const [, head = '', tail = ''] = /^([^,.;]+)[,.;]\s*(.+)$/su.exec(text.trim()) ?? [];
  const said = head === '' || text.length > longestYesNo || tail.includes('?') ? undefined : yesNoOf(head, label);
  if (said === undefined) return undefined;
  // What stands behind may explain it, and must not turn it round.
  const against = said ? [...turning, ...no, ...toCome] : [...turning, ...yes];
  return answerWordsOf(tail).some((word) => isOneOfWords(against, word)) ? undefined : said;
}

/** "họp hôm thứ 2 rồi": when it was. A day to come has no such word behind it. */
const withoutDay = (text: string): string =>
  text.replace(
    /(?:^|\s)(?:(?:từ|vào|hôm|ngày|sáng|chiều|tối|trưa|tu|vao|hom|ngay|sang|chieu|toi) )*(?:thứ|thu) (?:\d|hai|ba|tư|tu|năm|nam|sáu|sau|bảy|bay)(?= .*(?:rồi|roi|r|xong)(?!\p{L}))/iu,
    ' ',
  );

/** "chưa họp đâu mai mới họp": not yet, and when it will be. */
function isLater(text: string, label: string): boolean {
  const words = answerWordsOf(text);
  const at = words.findIndex((word) => isOneOfWords(toCome, word));
  const isToBe = words.slice(at).some((word) => isOneOfWords(['mới', 'sẽ', 'sắp'], word));
  const head = words.slice(0, at).filter((word) => !isOneOfWords(['đâu', 'chiều', 'sáng', 'tối', 'ngày'], word));
  return at > 0 && words.length < 16 && isToBe && !text.includes('?') && yesNoOf(head.join(' '), label) === false;
}

const longestYesNo = 120;
const turning = ['nhưng', 'song', 'hay', 'hoặc', 'thì'];
const toCome = ['mai', 'sẽ', 'sắp', 'mốt', 'đang'];

function yesNoOf(text: string, label: string): boolean | undefined {
  const words = withoutPhrases(withoutLabel(answerWordsOf(text), label), bygone).filter((word) => !isCourtesy(word));
  if (areOnePhrase(yes, words)) return true;
  return areOnePhrase(no, words) ? false : undefined;
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
  ...['chấm', 'nhận', 'chọn', 'đơn', 'vị', 'xã', 'trường', 'bên', 'này', 'cỡ'],
  'chắc chắn',
];

/** The one of several options that a text names, with the words of what is asked around it: "loại khá ạ" is "Khá". */
export function readOption(text: string, label: string, options: readonly string[]): string | undefined {
  const said = withoutLabel(answerWordsOf(text), label);
  const kept = said.filter((word) => !isCourtesy(word) && !areOnePhrase(besideOptions, [word]));
  const fitting = options.filter(
    (option) => areOnePhrase([lowerCase(option)], said) || areOnePhrase([lowerCase(option)], kept),
  );
  if (fitting.length > 0) return fitting.length === 1 ? fitting[0] : undefined;
  const [short = '', ...more] = kept;
  const initials = options.filter((option) => /\s/.test(option) && initialsOf(option) === fold(short));
  return more.length === 0 && initials.length === 1 ? initials[0] : undefined;
}

/** "Trung bình" is "tb". */
const initialsOf = (option: string): string =>
  answerWordsOf(option)
    .map((word) => fold(word).charAt(0))
    .join('');

/** The words of a text that are none of a label, but for those that say yes or no. */
function withoutLabel(words: readonly string[], label: string): string[] {
  const named = answerWordsOf(label).filter((word) => !isOneOfWords([...yes, ...no], word));
  return words.filter((word) => !isOneOfWords(named, word));
}

function withoutPhrases(words: readonly string[], phrases: readonly string[]): string[] {
  for (const phrase of phrases) {
    const { length } = phrase.split(' ');
    const at = words.findIndex((_, from) => areOnePhrase([phrase], words.slice(from, from + length)));
    if (at >= 0) return [...words.slice(0, at), ...words.slice(at + length)];
  }
  return [...words];
}
