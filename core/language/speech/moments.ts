/** Days and times in a text: "16h30", "3h chiều", "sáng mai", "thứ 2 tuần sau", "ngày 8/9", "2 ngày". */

import { numeralAt } from '../reading/numerals.ts';
import { patternsOf } from '../reading/patterns.ts';
import { isWord, type Word } from '../reading/tokens.ts';
import * as table from './moment-words.ts';

export type When = {
  /** HH:MM of the civil day. */
  time?: string;
  part?: table.PartOfDay | 'end of day';
  /** "today", "friday", or day and month as "12/9". */
  day?: string;
  isNextWeek?: boolean;
  vague?: 'soon' | 'after meeting';
  /** A span: "2d", "30m". */
  span?: string;
};

export type Moment = { when: When; end: number };

const soon = patternsOf(table.soonWords);
const endOfDay = patternsOf(table.endsOfDay);
const afterMeeting = patternsOf(table.afterMeeting);
const nextWeek = patternsOf(table.nextWeek);
const thisWeek = patternsOf(table.thisWeek);
const before = patternsOf(table.beforeMoment);
const someDay = patternsOf(table.someDay);
const halfSpans = patternsOf(table.halfSpans);
const named = table.namedDays.map(({ words, day }) => ({ day, pattern: patternsOf(words) }));
const parts = table.partsOfDay.map(({ words, part }) => ({ part, pattern: patternsOf(words) }));
const weekdays = table.weekdays.map(({ words, day }) => ({ day, pattern: patternsOf(words) }));

/** A moment as data for a machine: "16:30 today", "morning tomorrow", "monday next week", "+2d", "12/9", "soon". */
export function whenText({ time, part, day, isNextWeek, vague, span }: When): string {
  if (span !== undefined) return `+${span}`;
  if (vague !== undefined) return vague;
  const name = day ?? (isNextWeek ? '' : 'today');
  return [time ?? part, name, isNextWeek ? 'next week' : ''].filter((one) => one).join(' ');
}

/**
 * The moment that begins at `at`, with the words before it that belong to it; all of its parts that stand together. `isLoose`:
 * "8/9" is a day without a word that leads to it.
 */
export function momentAt(words: readonly Word[], at: number, isLoose = false): Moment | undefined {
  if (someDay.endAt(words, at) > at) return { when: { vague: 'soon' }, end: someDay.endAt(words, at) };
  const start = !isShift(words, at) && partAt(words, at, isLoose) ? at : before.endAt(words, at);
  const isLed = isLoose || start > at;
  let when: When | undefined;
  let end = start;
  for (;;) {
    const found = partAt(words, end, isLed || when !== undefined);
    if (!found) break;
    if (when && Object.keys(found.when).some((key) => key in (when ?? {}))) break;
    when = { ...when, ...found.when };
    end = found.end;
    if (isSeparator(words[end]) && partAt(words, end + 1, true)) end += 1;
  }
  return when && { when: settled(when), end };
}

/** "dời sang thứ 2": the marks left out, "sang" might be the morning. */
const isShift = (words: readonly Word[], at: number): boolean =>
  words[at]?.text === table.shiftedTo && table.shifting.some((word) => isWord(word, words[at - 1]));

const isSeparator = (word: Word | undefined): boolean => word !== undefined && /^[,:–-]$/.test(word.text);

/** Hours of a part of the day: "3h chiều" is 15:00. Alone, one to six is the afternoon: offices are closed before. */
function settled(when: When): When {
  if (when.time === undefined) return when;
  const [hour = 0, minute = ''] = [Number(when.time.slice(0, 2)), when.time.slice(3)];
  const { part, ...rest } = when;
  const isLater =
    part === 'afternoon' || part === 'evening' || (part === 'noon' && hour < 10) || (part === undefined && hour < 7);
  const full = isLater && hour < 12 ? hour + 12 : hour;
  return { ...rest, time: `${String(full).padStart(2, '0')}:${minute}` };
}

function partAt(words: readonly Word[], at: number, isLed: boolean): Moment | undefined {
  return (
    timeAt(words, at) ??
    dateAt(words, at, isLed) ??
    firstOf(weekdays, words, at, (day) => ({ day })) ??
    weekdayAt(words, at) ??
    byPattern(nextWeek, words, at, { isNextWeek: true }) ??
    byPattern(thisWeek, words, at, { day: 'this week' }) ??
    byPattern(endOfDay, words, at, { part: 'end of day' }) ??
    byPattern(afterMeeting, words, at, { vague: 'after meeting' }) ??
    byPattern(halfSpans, words, at, { span: '30m' }) ??
    spanAt(words, at) ??
    byPattern(soon, words, at, { vague: 'soon' }) ??
    (words[at]?.text === table.oneUnmarked ? undefined : firstOf(named, words, at, (day) => ({ day }))) ??
    (isMe(words, at) ? undefined : firstOf(parts, words, at, (part) => ({ part })))
  );
}

/** The speaker, and not the evening, where no day stands behind it. */
const isMe = (words: readonly Word[], at: number): boolean =>
  table.speakers.includes(words[at]?.text ?? '') && !table.daysOfEvening.includes(words[at + 1]?.text ?? '');

type Pattern = ReturnType<typeof patternsOf>;

function byPattern(pattern: Pattern, words: readonly Word[], at: number, when: When): Moment | undefined {
  const end = pattern.endAt(words, at);
  return end > at ? { when, end } : undefined;
}

function firstOf<T extends { pattern: Pattern }>(
  list: readonly T[],
  words: readonly Word[],
  at: number,
  whenOf: (named: never) => When,
): Moment | undefined {
  let longest: Moment | undefined;
  for (const { pattern, ...one } of list) {
    const end = pattern.endAt(words, at);
    if (end > (longest?.end ?? at)) longest = { when: whenOf(Object.values(one)[0] as never), end };
  }
  return longest;
}

const figure = (word: Word | undefined, least: number, most: number): number | undefined => {
  const value = word?.kind === 'number' && /^\d{1,4}$/.test(word.text) ? Number(word.text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
};

const clock = (hour: number, minute: number): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

/** An hour by the clock, with the half of the day that English says: "3pm", "3:30 pm". */
function timeAt(words: readonly Word[], at: number): Moment | undefined {
  const said = clockAt(words, at);
  const hour = said ? undefined : figure(words[at], 1, 12);
  const found = hour === undefined ? said : { when: { time: clock(hour, 0) }, end: at + 1 };
  const part = found && table.halvesOfDay[words[found.end]?.text ?? ''];
  return part === undefined ? said : { when: { ...found?.when, part }, end: (found?.end ?? at) + 1 };
}

/** "16h30", "16 giờ 30", "16:30", "9h rưỡi". */
function clockAt(words: readonly Word[], at: number): Moment | undefined {
  const hour = figure(words[at], 0, 24);
  if (hour === undefined) return undefined;
  const mark = words[at + 1];
  // "3 rưỡi chiều"
  if (isWord(table.halfHour, mark) && parts.some(({ pattern }) => pattern.endAt(words, at + 2) > at + 2))
    return { when: { time: clock(hour, 30) }, end: at + 2 };
  if (mark?.text === ':' && mark.isGlued) {
    const minute =
      words[at + 2]?.isGlued && /^\d\d$/.test(words[at + 2]?.text ?? '') ? figure(words[at + 2], 0, 59) : undefined;
    return minute === undefined ? undefined : { when: { time: clock(hour, minute) }, end: at + 3 };
  }
  if (
    !table.hourWords.some((word) => isWord(word, mark)) ||
    (mark?.text.length === 1 && !mark.isGlued && mark.text !== 'h')
  )
    return undefined;
  const minute = figure(words[at + 2], 0, 59);
  const isNear = words[at + 2]?.isGlued || isWord(table.minuteWord, words[at + 3]);
  if (minute !== undefined && isNear) {
    const end = isWord(table.minuteWord, words[at + 3]) || words[at + 3]?.text === 'p' ? at + 4 : at + 3;
    return { when: { time: clock(hour, minute) }, end };
  }
  if (isWord(table.halfHour, words[at + 2])) return { when: { time: clock(hour, 30) }, end: at + 3 };
  return { when: { time: clock(hour, 0) }, end: at + 2 };
}

/** "ngày 8/9", "8/9/2021", "ngày 8 tháng 9"; a bare "8/9" only behind words that lead to a day. */
function dateAt(words: readonly Word[], at: number, isLed: boolean): Moment | undefined {
  const isNamed = table.dayWords.some((word) => isWord(word, words[at]));
  const first = isNamed ? at + 1 : at;
  const whole = /^(\d{1,2})\.(\d{1,2})(?:\.\d{4})?$/.exec(words[first]?.text ?? '');
  if (whole && isNamed) return { when: { day: `${Number(whole[1])}/${Number(whole[2])}` }, end: first + 1 };
  const day = figure(words[first], 1, 31);
  if (day === undefined) return undefined;
  const stroke = words[first + 1];
  const month = figure(words[first + 2], 1, 12);
  const isParted = stroke !== undefined && (/^[/-]$/.test(stroke.text) || isWord(table.monthWord, stroke));
  if (!isParted || month === undefined) return isNamed ? { when: { day: String(day) }, end: first + 1 } : undefined;
  const again = words[first + 3];
  const hasYear =
    again !== undefined &&
    (/^[/-]$/.test(again.text) || isWord(table.yearWord, again)) &&
    /^(?:\d\d|\d{4})$/.test(words[first + 4]?.text ?? '');
  if (!isNamed && !isLed && !hasYear && !isWord(table.monthWord, stroke)) return undefined;
  return { when: { day: `${day}/${month}` }, end: hasYear ? first + 5 : first + 3 };
}

/** "thứ 6", "T6"; Sunday is "chủ nhật". */
function weekdayAt(words: readonly Word[], at: number): Moment | undefined {
  const isShort = words[at]?.text === table.shortWeekday && !words[at]?.isGlued && words[at + 1]?.isGlued === true;
  if (!isWord(table.weekdayWord, words[at]) && !isShort) return undefined;
  const number = figure(words[at + 1], 2, 7);
  const day = number === undefined ? undefined : table.weekdays[number - 2]?.day;
  return day === undefined ? undefined : { when: { day }, end: at + 2 };
}

/** A small number in one word: "hai ngày". */
function spoken(words: readonly Word[], at: number): number | undefined {
  const numeral = words[at]?.kind === 'word' ? numeralAt(words.slice(0, at + 1), at) : undefined;
  return numeral?.sureness === 'sure' && numeral.value.places === 0 && numeral.power === 0
    ? Number(numeral.value.units)
    : undefined;
}

/** "30 phút nữa", "2 ngày". */
function spanAt(words: readonly Word[], at: number): Moment | undefined {
  if (table.numberedNouns.some((noun) => isWord(noun, words[at - 1]))) return undefined;
  const number = figure(words[at], 1, 90) ?? spoken(words, at);
  const span = number === undefined ? undefined : table.spans.find(({ words: word }) => isWord(word, words[at + 1]));
  if (number === undefined || !span) return undefined;
  // "báo 40 giờ thêm 7": the hour, or now.
  if (number > 24 && isWord(table.hourOrNow, words[at + 1]) && !isWord(table.more, words[at + 2])) return undefined;
  const days = isWord(table.weekSpan, words[at + 1]) ? number * 7 : number;
  return { when: { span: `${days}${span.letter}` }, end: isWord(table.more, words[at + 2]) ? at + 3 : at + 2 };
}
