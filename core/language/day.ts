/** A day, and an hour of it, as people say them: "15/9", "thứ sáu", "ngày mai", "16h30 ngày 15 tháng 9". */
import { DateTime } from 'luxon';
import { addDays, civilDate } from '../time/calendar.ts';
import { inStandard } from './dialect.ts';
import { fold, lowerCase, normalise } from './text.ts';

/** `date` is ISO, `time` 'HH:mm'; null where no hour was said. */
export type SaidDay = { date: string; time: string | null };

const shortDay = /(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?(?![\d/]|[.-]\d)/;
const longDay = /(?:ngay )?(\d{1,2}) thang (\d{1,2})(?: nam (\d{4}))?/;
const dayOfMonth = /(?:ngay|mung|hom) (\d{1,2})(?![\d/.:hg-])/;
const hour =
  /(?<![\d/])(\d{1,2})(?:h(\d{2})?| ?gio(?: (\d{1,2}))?(?: ruoi)?|:(\d{2})|(?= ?pm\b))(?![\d/])(?: ?(sang|trua|chieu|toi|pm)\b)?/;
const weekdays = ['hai', 'ba', 'tu', 'nam', 'sau', 'bay'];
const weekday = /(?:thu (hai|ba|tu|nam|sau|bay|[2-7])|(chu nhat))(?:.*?(tuan (?:sau|toi)))?/;

/**
 * Reads the first day of a text. A day without a year is the one of this year, of the next where that lies half a year back; a
 * weekday is the next to come, not today's. Undefined where no day is said, `unreadable` where there is no such day or hour. `now` is civil.
 */
export function readDay(said: string, now: Date): SaidDay | 'unreadable' | undefined {
  const text = fold(normalise(said)).replace(/\s+/g, ' ');
  const today = civilDate(now);
  const found = namedDay(text, today) ?? numberedDay(text, today);
  if (found === undefined || found.date === 'unreadable') return found && 'unreadable';
  const time = readHour(text.replace(found.words, ' '));
  return time === 'unreadable' ? time : { date: found.date, time };
}

type Found = { date: string; words: string };

function namedDay(text: string, today: string): Found | undefined {
  const near = /\b(hom nay|(?:ngay|sang|trua|chieu|toi) mai|hom sau|mai|ngay kia|ngay mot)\b/.exec(text);
  if (near) {
    const days = near[1] === 'hom nay' ? 0 : /kia|mot/.test(near[1] ?? '') ? 2 : 1;
    return { date: addDays(today, days), words: near[0].replace(/^(?:sang|trua|chieu|toi) /, '') };
  }
  const week = weekday.exec(text);
  const wanted = weekdayIn(text);
  if (!week || wanted === undefined) return undefined;
  const [words, , , next] = week;
  const current = DateTime.fromISO(today).weekday;
  const ahead = next ? 7 - current + wanted : (wanted - current + 7) % 7 || 7;
  return { date: addDays(today, ahead), words };
}

function numberedDay(text: string, today: string): Found | { date: 'unreadable'; words: string } | undefined {
  const full = longDay.exec(text) ?? shortDay.exec(text);
  if (full) {
    const [words, day, month, year] = full;
    return { date: dated(Number(day), Number(month), year, today), words };
  }
  const bare = dayOfMonth.exec(text);
  if (!bare) return undefined;
  const [year, month] = today.split('-').map(Number);
  const here = dated(Number(bare[1]), month ?? 1, String(year), today);
  const date = here < today ? nextMonth(here) : here;
  return { date, words: bare[0] };
}

const nextMonth = (date: string): string => DateTime.fromISO(date).plus({ months: 1 }).toISODate() ?? 'unreadable';

/** Half a year: a day further back is meant for the year to come. */
const farBack = 182;

function dated(day: number, month: number, year: string | undefined, today: string): string {
  const current = Number(today.slice(0, 4));
  const said = year === undefined ? current : year.length === 2 ? 2000 + Number(year) : Number(year);
  const date = DateTime.utc(said, month, day);
  if (!date.isValid) return 'unreadable';
  const iso = date.toISODate();
  return year === undefined && iso < addDays(today, -farBack) ? (date.plus({ years: 1 }).toISODate() ?? iso) : iso;
}

/** The weekday that a folded text names; 1 is Monday. */
export function weekdayIn(text: string): number | undefined {
  const week = weekday.exec(text);
  if (!week) return undefined;
  const [, name = ''] = week;
  return week[2] ? 7 : /\d/.test(name) ? Number(name) - 1 : weekdays.indexOf(name) + 1;
}

const hourMentions = /(?<![\d/])\d{1,2}(?:h\d{0,2}| ?gio(?: \d{1,2})?|:\d{2}| ?pm\b)(?![\d/])/g;

/** The hours that a folded text names, 'HH:mm', each as often as it does; one that no clock has is left out. */
export const hoursIn = (text: string): string[] =>
  [...text.matchAll(hourMentions)].flatMap(({ index }) => {
    const said = readHour(text.slice(index));
    return said === null || said === 'unreadable' ? [] : [said];
  });

/** The hour of a folded text from which its day was taken out: 'HH:mm', null where it names none. */
export function readHour(text: string): string | null | 'unreadable' {
  const found = hour.exec(text);
  if (!found) return null;
  const [words, whole, short, long, colon, part] = found;
  const minutes = words.includes('ruoi') ? 30 : Number(short ?? long ?? colon ?? 0);
  const said = Number(whole);
  const isLate = (part === 'chieu' || part === 'toi' || part === 'pm') && said < 12;
  const hours = isLate ? said + 12 : said;
  if (hours > 23 || minutes > 59) return 'unreadable';
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

const daysFromToday: readonly [RegExp, number][] = [
  [/^hom kia$/, -2],
  [/^(?:hom|bua|sang|trua|chieu|toi|dem) qua$/, -1],
  [/^(?:(?:ngay )?hom|bua|sang|trua|chieu|toi) nay$/, 0],
  [/^(?:(?:ngay|sang|trua|chieu|toi) )?mai$/, 1],
  [/^(?:(?:ngay|sang|trua|chieu|toi) )?(?:ngay )?(?:kia|mot)$/, 2],
];
const daySaid =
  /^(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn)(?: (?:nay|tuan nay|vua roi|vua qua|roi|tuan truoc|tuan roi|tuan qua|tuan sau|tuan toi|toi|sau))?$/;
const beforeDaySaid =
  /^(?:da|vang|em|thua|bao cao|khong|nham|a|y|se|moi|xong|hop|lam|lam xong|hoan thanh|thuc hien|vao|tu|la|ngay|hom|het) (?!mai$|kia$|mot$|nay$|qua$)/;
const behindDaySaid =
  / (?:a|nhe|nha|em|anh|chi|chu|r|xong|moi xong|la xong|se xong|hoan thanh|hop|lam|moi lam|da xong|xong roi)$/;

/**
 * The day that a text names by its distance from today and nothing else: "mai", "hôm qua ạ", "thứ 6 này". A weekday without more is the one
 * of this week. Undefined for anything else. `now` is civil.
 */
export function dayFromToday(said: string, now: Date): string | undefined {
  let text = fold(inStandard(lowerCase(said)))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  if (text.length > longestDaySaid) return undefined;
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(beforeDaySaid, '').replace(behindDaySaid, '');
  }
  const today = civilDate(now);
  const near = daysFromToday.find(([words]) => words.test(text) || words.test(`hom ${text}`));
  if (near) return addDays(today, near[1]);
  const wanted = daySaid.test(text) ? weekdayIn(text.replace(/^cn/, 'chu nhat')) : undefined;
  if (wanted === undefined) return undefined;
  const days = wanted - DateTime.fromISO(today).weekday;
  const isGone = /(?:roi|qua|truoc)$/.test(text);
  if (/tuan (?:truoc|roi|qua)$/.test(text)) return addDays(today, days - 7);
  if (isGone) return addDays(today, days < 0 ? days : days - 7);
  return addDays(today, /(?:sau|toi)$/.test(text.replace(/^thu sau$/, '')) ? days + 7 : days);
}

const longestDaySaid = 60;
