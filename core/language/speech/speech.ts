/** What a text does that answers nothing: a promise, a question, a statement about the paper, a telephone number. */
import { isAcknowledgement } from '../answers.ts';
import { isNumberWord } from '../number-words.ts';
import { namesPaper } from '../paper-number.ts';
import { phoneAlone } from '../phone.ts';
import { remembering } from '../reading/newest.ts';
import { patternsOf } from '../reading/patterns.ts';
import { tokensIn, type Word, written } from '../reading/tokens.ts';
import { fold } from '../text.ts';
import { isBetweenNumbers, isDenied } from './denied.ts';
import { sinceWord } from './moment-words.ts';
import { momentAt, type When } from './moments.ts';
import * as table from './speech-words.ts';

export type Speech =
  | { act: 'promise'; when: When | undefined }
  | { act: 'extension'; when: When | undefined }
  /** `name`: of the person who answers instead, where one was given. */
  | { act: 'delegates'; name: string | undefined }
  | {
      act:
        | 'acknowledge'
        | 'attachment'
        | 'cancel'
        | 'complaint'
        | 'date'
        | 'erase'
        | 'excuse'
        | 'greeting'
        | 'not-ready'
        | 'paper-number'
        | 'paper-sent'
        | 'phone'
        | 'question'
        | 'sent'
        | 'thanks'
        | 'wrong-person';
    };

const { classes } = table;
const patterns = (list: string) => patternsOf(list, classes);

const [erase, excuse, extension, wrongPerson] = [table.erasing, table.excusing, table.extension, table.wrongPerson].map(
  patterns,
);
const [paperSent, sent, delegates, question] = [table.paperSent, table.sent, table.delegates, table.question].map(
  patterns,
);
const [complaint, notReady, attachment, cancel] = [table.complaint, table.notReady, table.attachment, table.cancel].map(
  patterns,
);
const [thanks, greeting, acknowledge, promise] = [
  table.thanks,
  table.greeting,
  table.acknowledging,
  table.promiseWords,
].map(patterns);

const whether = patterns(table.askedWhether);
const courteous = patterns(table.courteous);
const rhetorical = patterns(table.rhetorical);
const told = patterns('@send');
const busyUntil = patterns(table.busyUntil);

const longest = 300;

/**
 * What a text does, by the first that fits: what asks for more stands before what is a part of it. Undefined where it is
 * none of these, and for texts over 300 characters. Never throws.
 */
export const readSpeech = remembering((said: string): Speech | undefined => {
  if (said.length > longest) return undefined;
  const text = written(said);
  if (phoneAlone(text) !== undefined || isPhone(text)) return { act: 'phone' };
  const words = tokensIn(text);
  const has = (pattern: typeof erase): boolean => pattern?.find(words) !== undefined;
  const isAsked = words.some((word) => table.askingWords.includes(word.text));
  if (has(erase)) return { act: 'erase' };
  if (whether.find(words)) return { act: 'question' };
  if (has(excuse)) return { act: 'excuse' };
  if (has(extension)) return { act: 'extension', when: whenIn(words, true) };
  if (has(wrongPerson)) return { act: 'wrong-person' };
  if (!isAsked && (has(paperSent) || (namesPaper(text) && has(sent)))) return { act: 'paper-sent' };
  if (has(complaint)) return { act: 'complaint' };
  if (!isAsked && has(delegates) && !isOwnPromise(words)) return { act: 'delegates', name: nameIn(words, text) };
  if (isAsked) return { act: 'question' };
  if (rhetorical.find(words) && has(told)) return { act: 'sent' };
  if (isDateAlone(words)) return { act: 'date' };
  const when = whenIn(words, false);
  const asks = has(question) && !isDenied(words) && !isBetweenNumbers(words);
  if (namesPaper(text) && !isAsked && (!when || /\d/.test(when.day ?? ''))) return { act: 'paper-number' };
  if (when && has(promise) && !asks) return { act: 'promise', when };
  if (when && has(promise) && asksLeave(words)) return { act: 'promise', when };
  if (attachment?.find(withoutLookalike(words, text, 'anh')) || isPlaceholder(words)) return { act: 'attachment' };
  if (asks) return { act: 'question' };
  if (!when && has(busyUntil)) return { act: 'promise', when };
  if (isNotReady(words, text)) return when ? { act: 'promise', when } : { act: 'not-ready' };
  if (has(sent)) return { act: 'sent' };
  if (startsOwnPromise(words) || (when && isMomentAlone(words))) return { act: 'promise', when };
  return courtesyOf(words, text);
});

function courtesyOf(words: readonly Word[], text: string): Speech | undefined {
  const figures = words.some(({ kind }) => kind === 'number');
  if (figures) return namesPaper(text) ? { act: 'paper-number' } : undefined;
  if (isWhole(cancel, words)) return { act: 'cancel' };
  if (thanks?.find(words)) return { act: 'thanks' };
  const hello = greeting?.find(words);
  if (hello && hello.from <= 2) return { act: 'greeting' };
  if (isAcknowledgement(text)) return { act: 'acknowledge' };
  return acknowledge?.find(words) && !words.some(({ text: word }) => isNumberWord(word))
    ? { act: 'acknowledge' }
    : undefined;
}

type Pattern = typeof erase;

const isWhole = (pattern: Pattern, words: readonly Word[]): boolean =>
  words.length > 0 && pattern?.endAt(words, 0) === words.length;

const placeholders = patterns(table.placeholders);

const leave = patterns(table.askingLeave);

/** "ngày kia mới có số liệu được không": at the end, and nothing else is asked. */
function asksLeave(words: readonly Word[]): boolean {
  const spoken = words.filter(({ kind }) => kind !== 'sign');
  const at = spoken.findIndex((_, from) => leave.endAt(spoken, from) > from);
  if (at < 0) return false;
  const rest = spoken.slice(leave.endAt(spoken, at));
  return question?.find(spoken.slice(0, at)) === undefined && rest.every((word) => courteous.endAt([word], 0) > 0);
}

/** "[Hình ảnh]": a picture, where its text came alone. */
const isPlaceholder = (words: readonly Word[]): boolean =>
  words[0]?.text === '[' && words.at(-1)?.text === ']' && placeholders.endAt(words, 1) === words.length - 1;

const goingOn = patterns(table.goingOn);
const hasMarks = /[\u0300-\u0323\u0111]/u;

/** In a text with marks a word without any is itself: "anh" is no "ảnh", "cho" no "chờ". */
const withoutLookalike = (words: readonly Word[], text: string, word: string): readonly Word[] =>
  hasMarks.test(text.normalize('NFD')) ? words.filter((one) => one.text !== word) : words;

function isNotReady(words: readonly Word[], text: string): boolean {
  const meant = withoutLookalike(words, text, 'cho');
  const rest = words.filter((word) => word.kind !== 'sign' && courteous.endAt([word], 0) === 0);
  return notReady?.find(meant) !== undefined || isWhole(goingOn, rest);
}

/** A number in groups, from 0 or +84, among words that say so. */
const labelledPhone =
  /^(?:sdt|sdt cua|so|dt|zalo|lien he|goi|phone|so dien thoai)?[\s:.]*(?:\+?84|0)(?:[\s.-]?\d){9,10}$/;

const isPhone = (text: string): boolean =>
  ((text.match(/\d+/g) ?? []).join('').length < 13 &&
    /(?<![\d.,])(?:\+84|0)\d(?:[ .-]?\d){8,9}(?![\d.,/])/.test(text)) ||
  labelledPhone.test(fold(text));

const isDateAlone = (words: readonly Word[]): boolean => {
  const moment = momentAt(words, 0, true);
  const isDay = /\d/.test(moment?.when.day ?? '') && moment?.when.time === undefined && moment?.when.part === undefined;
  return isDay && moment?.end === words.length;
};

/** "sáng mai ạ": a day to come and nothing else. */
function isMomentAlone(words: readonly Word[]): boolean {
  let isFound = false;
  for (let at = 0; at < words.length; ) {
    const moment = momentAt(words, at);
    isFound ||= moment !== undefined;
    const end = moment?.end ?? Math.max(courteous?.endAt(words, at) ?? at, words[at]?.kind === 'sign' ? at + 1 : at);
    if (end === at) return false;
    at = end;
  }
  return isFound;
}

/** "để em hỏi lại rồi báo": who says so promises. */
const ownPromise = patterns(table.ownPromise);
const startsOwnPromise = (words: readonly Word[]): boolean => ownPromise.find(words) !== undefined;
const isOwnPromise = (words: readonly Word[]): boolean => startsOwnPromise(words) && nameAt(words, 0) === undefined;

/** The first moment that says more than "today". */
function whenIn(words: readonly Word[], isExtension: boolean): When | undefined {
  let isBesidePast = false;
  let mereToday: When | undefined;
  for (let at = 0; at < words.length; ) {
    const moment = momentAt(words, at, true);
    if (!moment) {
      at += 1;
      continue;
    }
    const { when, end } = moment;
    const isPast = words[at]?.text === sinceWord && when.day === undefined && when.time === undefined;
    // "hôm qua báo 44, nay 45": no promise for today.
    // Today is promised only where no other day is: "hôm nay bận, mai gửi".
    if (isTold(when, isExtension) && !isPast && !isMereToday(when)) return when;
    if (isMereToday(when) && !isBesidePast) mereToday ??= when;
    isBesidePast ||= when.day === 'yesterday';
    at = end;
  }
  return mereToday;
}

const isTold = ({ day, time, part, span, vague, isNextWeek }: When, isExtension: boolean): boolean => {
  if (day === 'yesterday') return false;
  if (span !== undefined) return true;
  return (
    time !== undefined ||
    part !== undefined ||
    day !== undefined ||
    vague !== undefined ||
    isNextWeek === true ||
    isExtension
  );
};

const isMereToday = ({ day, time, part, vague, span }: When): boolean =>
  day === 'today' && time === undefined && part === undefined && vague === undefined && span === undefined;

const title = patterns(table.titled);

function nameAt(words: readonly Word[], at: number): number | undefined {
  const end = title.endAt(words, at);
  return end > at && words[end]?.kind === 'word' ? end : undefined;
}

/** The capitalised word behind a title: "Nga" of "chị Nga văn hóa". */
function nameIn(words: readonly Word[], text: string): string | undefined {
  for (let at = 0; at < words.length; at += 1) {
    const found = nameAt(words, at);
    const word = found === undefined ? undefined : words[found];
    if (!word || found === undefined) continue;
    const name = [];
    for (let end = found; end < words.length; end += 1) {
      const part = words[end];
      const raw = part && part.kind === 'word' ? text.slice(part.from, part.to) : '';
      if (!/^\p{Lu}/u.test(raw)) break;
      name.push(raw);
    }
    if (name.length > 0) return name.join(' ');
  }
  return undefined;
}
