/** How often something is due, as documents say it: "trước 16h00 thứ Năm hằng tuần", "trước ngày 20 hằng tháng". */
import { hoursIn, readHour, weekdayIn } from './day.ts';
import { fold, normalise } from './text.ts';

/** How often a report is due. */
export const recurrences = ['week', 'month', 'quarter', 'half-year', 'year'] as const;
export type Recurrence = (typeof recurrences)[number];

/**
 * What words say of it; what they do not say is absent. `weekday`: 1 is Monday. `day`: of a month, 31 its last one. `month`: the month
 * of a year, or which month of a quarter (1 to 3) or of half a year (1 to 6). `time`: 'HH:mm'. `before`: the day itself is too late.
 * `several` names what they say more than once, and differently: it is absent too, for one of two days would be half of the reports.
 */
export type SaidRecurrence = {
  every?: Recurrence;
  weekday?: number;
  day?: number;
  month?: number;
  time?: string;
  before?: true;
  several?: ('every' | 'weekday' | 'day' | 'time')[];
};

const each = '(?:hang|moi|tung|cac|dinh ky)';
const periods: readonly [Recurrence, RegExp][] = [
  ['week', new RegExp(`\\b${each} tuan\\b`)],
  ['year', new RegExp(`\\b${each} nam\\b`)],
  ['quarter', new RegExp(`\\b${each} quy\\b|\\b(?:cuoi|dau) (?:cua )?quy\\b`)],
  ['half-year', /\b(?:dinh ky|hang|moi|bao cao) (?:0?6|sau) thang\b(?! \d)|\b(?:0?6|sau) thang (?:mot|1) lan\b/],
  ['month', new RegExp(`\\b${each} thang\\b(?! (?:dau|cuoi))`)],
];

const daily = /\b(?:hang|moi) ngay\b/;

const fullDate = /(?:ngay )?\d{1,2} ?(?:[/.-]|thang) ?\d{1,2} ?(?:[/.-]|nam) ?\d{4}/g;
const lastDay = /\bngay cuoi(?: cung)?\b/;
const dayAndMonth = /\b(?:ngay |mung |mong )?(\d{1,2})(?: thang |\/|-)(\d{1,2})(?![\d/])/g;
const daysAlone = /\b(?:ngay|mung|mong) (\d{1,2})(?![\d/.:h])((?:(?: ?[,;]| va| hoac) ?\d{1,2}(?![\d/.:h]| gio))*)/g;
/** "02 ngày làm việc sau ngày 14": no day that a month names. */
const countedDay = /\bsau ngay \d|\d ngay (?:lam viec )?(?:sau|truoc|ke tu|tinh tu)\b/;
const lastMonth = /\bthang cuoi\b|\bcuoi quy\b/;
const firstMonth = /\bthang dau\b|\bdau quy\b/;
const monthInOrder = /\bthang thu (nhat|hai|ba|tu|nam|sau|[1-6])\b/;
const ordinals = ['nhat', 'hai', 'ba', 'tu', 'nam', 'sau'];
const weekdays =
  /\b(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)((?:(?: ?[,;]| va| hoac) ?(?:hai|ba|tu|nam|sau|bay|[2-7])\b(?! gio|h))*)/g;

/** Reads words; undefined where they name nothing that recurs (a daily report is none: it has its own rule), or no such day or hour. */
export function readRecurrence(said: string): SaidRecurrence | undefined {
  const text = fold(normalise(said)).replace(/\s+/g, ' ').replace(fullDate, ' ');
  const named = periods.filter(([, words]) => words.test(text)).map(([period]) => period);
  const [every] = named;
  if (every === undefined) return undefined;
  const time = readHour(text.replace(dayAndMonth, ' ').replace(daysAlone, ' '));
  if (time === 'unreadable') return undefined;
  if (named.length > 1 || daily.test(text)) return { several: ['every'] };
  const day = every === 'week' ? weekdayOf(text) : dayOf(text, every);
  if (day === undefined) return undefined;
  const { several = [], ...days } = day;
  const isOneHour = new Set(hoursIn(text)).size < 2;
  // Of several days one may be "trước ngày" and another "vào ngày".
  const isBefore =
    time === null && /\btruoc\b/.test(text) && (several.length === 0 || !/\b(?:vao|cham nhat|het)\b/.test(text));
  const unclear = [...several, ...(isOneHour ? [] : ['time' as const])];
  return {
    every,
    ...days,
    ...(time !== null && isOneHour && { time }),
    ...(isBefore && { before: true }),
    ...(unclear.length > 0 && { several: unclear }),
  };
}

type SaidDays = Pick<SaidRecurrence, 'weekday' | 'day' | 'month' | 'several'>;

function weekdayOf(text: string): SaidDays {
  const mentions = [...text.matchAll(weekdays)];
  if (new Set(mentions.map(([words]) => words)).size > 1 || mentions.some(([, more]) => more !== ''))
    return { several: ['weekday'] };
  const weekday = weekdayIn(text);
  return weekday === undefined ? {} : { weekday };
}

/** Undefined for a day that no month has. */
function dayOf(text: string, every: Exclude<Recurrence, 'week'>): SaidDays | undefined {
  if (countedDay.test(text)) return {};
  const dated = [...text.matchAll(dayAndMonth)].map(([, day, month]) => [Number(day), Number(month)] as const);
  if (dated.some(([, month]) => month < 1 || month > 12)) return undefined;
  const rest = text.replace(dayAndMonth, ' ');
  const days = [
    ...[...rest.matchAll(daysAlone)].flatMap(([, first, more = '']) =>
      [first, ...(more.match(/\d+/g) ?? [])].map(Number),
    ),
    ...(lastDay.test(rest) ? [31] : []),
  ];
  // "Trước ngày 20 hằng tháng, từ 01/10": a month has no month of its own.
  const pairs = every === 'month' ? [] : dated.map(([day, month]) => [day, withinPeriod(month, every)] as const);
  if ([...days, ...pairs.map(([day]) => day)].some((day) => day < 1 || day > 31)) return undefined;
  const alone = days.map((day) => [day, every === 'month' ? undefined : monthOf(text, every)] as const);
  const all = [...pairs, ...alone];
  if (new Set(all.map(String)).size > 1) return { several: ['day'] };
  const [day, month = every === 'month' ? undefined : monthOf(text, every)] = all[0] ?? [];
  return { ...(day !== undefined && { day }), ...(month !== undefined && { month }) };
}

const monthsIn = { quarter: 3, 'half-year': 6, year: 12 } as const;

/** Which month of its quarter or half year a month of the year is. */
const withinPeriod = (month: number, every: keyof typeof monthsIn | 'month'): number =>
  every === 'month' ? month : ((month - 1) % monthsIn[every]) + 1;

function monthOf(text: string, every: keyof typeof monthsIn): number | undefined {
  const [, order = ''] = monthInOrder.exec(text) ?? [];
  if (order !== '') return /\d/.test(order) ? Number(order) : ordinals.indexOf(order) + 1;
  if (firstMonth.test(text)) return 1;
  return lastMonth.test(text) || lastDay.test(text) ? monthsIn[every] : undefined;
}
