/** What a person's answer to "how many?" says, or that it must be asked again. */
import {
  acted,
  addresses,
  afterNumber,
  allOf,
  beforeNumber,
  bodiesOfAll,
  courtesies,
  creatures,
  done,
  everyone,
  nobodyAtAll,
  outOf,
  peopleWords,
  personTitles,
  punctuation,
  shares,
} from './answer-words.ts';
import { inStandard } from './dialect.ts';
import { isNumberWord, readNumberWords } from './number-words.ts';
import { type Phrases, phrasesOf } from './phrases.ts';
import { isWordWritten, lowerCase } from './text.ts';

export type NumberReading =
  | { type: 'count'; value: number }
  /** `value` ≤ `of`, `of` > 0; `value` may be 0. */
  | { type: 'fraction'; value: number; of: number }
  | { type: 'none' }
  | { type: 'all' }
  /** Not surely one number: to be asked again. */
  | { type: 'unclear' };

const unclear: NumberReading = { type: 'unclear' };
const aroundWords = [...courtesies, ...peopleWords, ...done, ...punctuation];
const afterWords = [...aroundWords, ...afterNumber];
const around = phrasesOf(aroundWords);
const after = phrasesOf(afterWords);
const leading = phrasesOf([...aroundWords, ...beforeNumber, ...shares, ...allOf]);
const explaining = phrasesOf([...afterWords, ...shares, 'còn', 'thiếu', 'còn thiếu', 'hụt']);
const polite = phrasesOf([...courtesies, ...punctuation]);
const wholly = phrasesOf([...aroundWords, ...everyone, ...bodiesOfAll, 'cả', 'đã', '100 %']);
const everyBody = phrasesOf(bodiesOfAll);
const didWords = phrasesOf(acted);
const percentSigns = phrasesOf(['%', 'phần trăm']);
const slashes = phrasesOf(outOf);
const shareWords = phrasesOf(shares);
const allWords = phrasesOf(allOf);
const doneWords = phrasesOf(done);
const everybody = phrasesOf(everyone);
const nots = phrasesOf(['không phải', 'ko phải']);
const butIs = phrasesOf(['mà là']);
const denials = phrasesOf(['không', 'ko', 'chưa', 'k', 'kg', 'hông', 'hổng', 'chẳng', 'chả', 'đâu']);
const zeroWords = phrasesOf(['số không', 'zero', 'dê rô', 'no one', 'nobody', 'none']);
const hasWord = phrasesOf(['có']);
const gotWord = phrasesOf(['được', 'đc', 'dc']);
const nobodyWords = phrasesOf([
  ...['ai', 'một ai', '1 ai'],
  ...[...peopleWords, ...personTitles.split('|'), ...creatures].map((who) => `${who} nào`),
]);
const behindNobody = phrasesOf([...afterWords, ...nobodyAtAll]);
const noWords = phrasesOf([]);

/**
 * Reads an answer as a whole: every word must be a known one (see `answer-words.ts`), so that nothing doubtful is
 * stored. Numbers are whole, with at most 9 digits; a dot groups thousands as in Vietnam ("1.234"). Unclear are
 * "1,234", decimals, ranges, shares other than 100 %, and two numbers that do not explain each other. A bare "không" is
 * read as none, which callers must have confirmed. Never throws; a text longer than 200 characters is unclear.
 */
export function readNumber(text: string): NumberReading {
  if (text.length > 200) return unclear;
  const lower = inFull(afterSlip(inStandard(lowerCase(text))));
  if (/\p{L}\d|\d\p{L}(?!\p{L})/u.test(lower)) return unclear;
  const words = lower.match(/\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*|\S/gu) ?? [];
  if (isNone(words)) return { type: 'none' };
  if (isAll(words)) return { type: 'all' };
  return readQuantity(afterCorrection(words));
}

/** A text in lower case with "đ/c" written out, which holds a stroke that is none. */
export const inFull = (lower: string): string => lower.replace(/(?<!\p{L})[đd]\s?[/.]\s?c(?!\p{L})/gu, ' đồng chí ');

const slips = /(?<!\d)\d+[\s,.]*(?:à |ah |ý )?(?:em |e |tôi )?nhầm(?: rồi)?[\s,:]*(?:phải )?(?:là )?(?=\d+(?!\d))/u;
const turned = /(?:từ )?(?<![\d.])\d+ ?(?:thành|sang|->|=>|→) ?(?=\d)|thay (?:số )?\d+ (?:bằng|thành) (?:số )?(?=\d)/u;
const notButThis =
  /(?:không|ko|k) phải (?:là )?\d+(?:[ ,]*(?:mà là|mà|đúng là|phải là) |, ?| (?=\d+ (?:mới|là) (?:đúng|phải|chuẩn)))(?=\d)/u;
const wrongThis =
  /(?<!\d)\d+ (?:là )?(?:sai|lộn|nhầm)(?: rồi| r)?(?: (?:em|cháu|anh|chị|con))?[ ,.]+(?=\d+ (?:mới|là) (?:đúng|phải|chuẩn)(?!\p{L}))/u;
const notThat =
  /(?<=\d)(?: (?:em|anh|chị|nhé|nha|ạ|cơ|thôi|đó|đấy|mới đúng)){0,3}[,;]? ?(?:chứ )?(?:không|ko|k) phải (?:là )?\d+(?= *(?:đâu )?(?:ạ|a|nhé|em|anh|đâu)?[ .!]*$)/u;

/**
 * A text in lower case without the figure that it takes back: "45 nhầm 46", "từ 45 thành 46" and "46 chứ không phải 45"
 * leave 46. A text that takes nothing back comes back as it is.
 */
export const afterSlip = (lower: string): string =>
  lower.replace(slips, '').replace(wrongThis, '').replace(turned, '').replace(notThat, '').replace(notButThis, '');

/** "không phải 45 mà là 46" is 46. */
function afterCorrection(words: string[]): string[] {
  const wrong = phraseEnd(words, 0, nots);
  const end = numberEnd(words, wrong);
  const right = phraseEnd(words, end, butIs);
  return wrong > 0 && end > wrong && right > end ? words.slice(right) : words;
}

function readQuantity(words: string[]): NumberReading {
  const start = skip(words, 0, leading);
  const lead = words.slice(0, start);
  const end = numberEnd(words, start);
  const value = numberOf(words.slice(start, end));
  if (value === undefined || isName(words, start, end)) return unclear;

  const percent = phraseEnd(words, end, percentSigns);
  if (percent > end) return value === 100 && isDone(words, percent) ? { type: 'all' } : unclear;

  const middle = skip(words, end, around);
  const slash = phraseEnd(words, middle, slashes);
  if (slash === middle) {
    if (!isDone(words, end) || hasPhrase(lead, shareWords)) return unclear;
    return value === 0 ? { type: 'none' } : { type: 'count', value };
  }
  const second = skip(words, slash, words[middle] === '/' ? noWords : around);
  const secondEnd = numberEnd(words, second);
  const of = numberOf(words.slice(second, secondEnd));
  if (of === undefined || of === 0 || value > of) return unclear;
  if (hasPhrase(lead, allWords) && value !== of) return unclear;
  return explains(words, secondEnd, value, of) ? { type: 'fraction', value, of } : unclear;
}

/** The rest after "45/50" says nothing more, or what agrees with it: "(đạt 90%)", ", 05 đồng chí chưa có máy". */
function explains(words: string[], from: number, value: number, of: number): boolean {
  if (isDone(words, from)) return true;
  const at = skip(words, from, explaining);
  const end = numberEnd(words, at);
  if (end === at) return false;
  const percent = phraseEnd(words, end, percentSigns);
  if (percent > end) return isDone(words, percent) && isShare(words.slice(at, end), (100 * value) / of);
  return numberOf(words.slice(at, end)) === of - value && !words.slice(end).some((word) => /[\d%]/.test(word));
}

/** Rounded or cut off to the decimals that are written. */
function isShare(words: string[], share: number): boolean {
  const [word, ...more] = words;
  if (word === undefined || more.length > 0 || !/^\d{1,3}([.,]\d{1,3})?$/.test(word)) return false;
  const decimals = word.split(/[.,]/)[1]?.length ?? 0;
  return Math.abs(Number(word.replace(',', '.')) - share) < 10 ** -decimals;
}

const isDone = (words: string[], from: number): boolean => skip(words, from, after) === words.length;

/** "dạ anh Ba": a number word right after a form of address. */
const isName = (words: string[], start: number, end: number): boolean =>
  end === start + 1 &&
  !/\d/.test(words[start] ?? '') &&
  addresses.some((address) => isWordWritten(address, words[start - 1] ?? ''));

function isNone(words: string[]): boolean {
  const said = words.slice(skip(words, 0, polite));
  const not = phraseEnd(said, 0, denials);
  const zero = phraseEnd(said, 0, zeroWords);
  if (not === 0) return zero > 0 && isDone(said, zero);
  const has = phraseEnd(said, not, hasWord);
  const isNotYet = isWordWritten('chưa', said[0] ?? '');
  const isFirm = !isNotYet && (has > not || said[0] !== 'k');
  if (isFirm && isCourteous(said, has)) return true;
  const verb = skip(said, skip(said, skip(said, has, gotWord), doneWords), gotWord);
  const nobody = phraseEnd(said, verb, nobodyWords);
  return nobody > verb && skip(said, nobody, behindNobody) === said.length;
}

const isCourteous = (words: string[], from: number): boolean => skip(words, from, polite) === words.length;

function isAll(words: string[]): boolean {
  const isSaid = hasPhrase(words, everybody) || (hasPhrase(words, everyBody) && hasPhrase(words, didWords));
  return isSaid && skip(words, 0, wholly) === words.length;
}

const hasPhrase = (words: string[], phrases: Phrases): boolean =>
  words.some((_, at) => phrases.longestAt(words, at) > 0);

/** Where the longest of the phrases that begin at `at` ends; `at` when there is none. */
const phraseEnd = (words: string[], at: number, phrases: Phrases): number => at + phrases.longestAt(words, at);

function skip(words: string[], from: number, phrases: Phrases): number {
  let at = from;
  for (let end = phraseEnd(words, at, phrases); end > at; end = phraseEnd(words, at, phrases)) at = end;
  return at;
}

function numberEnd(words: string[], from: number): number {
  const word = words[from] ?? '';
  const isZero = isWordWritten('không', word) && !isWordWritten('trăm', words[from + 1] ?? '');
  return /^\d/.test(word) || (isNumberWord(word) && !isZero) ? numberEnd(words, from + 1) : from;
}

function numberOf(words: string[]): number | undefined {
  const parts = words.map((word) => (/^\d/.test(word) ? readFigures(word) : word));
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length ? readNumberWords(known) : undefined;
}

/** "45", "1.234", and the official "05"; a longer number with a zero in front is a piece of a telephone's. */
function readFigures(word: string): number | undefined {
  const isPlain = /^(0\d?|[1-9]\d{0,8})$/.test(word);
  const isGrouped = /^[1-9]\d{0,2}(\.\d{3}){1,2}$/.test(word);
  return isPlain || isGrouped ? Number(word.replaceAll('.', '')) : undefined;
}

/** What is said behind the name of something: without the colon, the equals sign or the "là" between them. */
export const behindLabel = (text: string): string => text.replace(/^\s*(?:[:=–-]\s*)*(?:là(?=\s))?\s*/u, '');
