/** How often something is due, as documents say it: "trước 16h00 thứ Năm hằng tuần", "trước ngày 20 hằng tháng". */
import { readHour, weekdayIn } from './day.ts';
import { fold, normalise } from './text.ts';

/** How often a report is due. */
export const recurrences = ['week', 'month', 'quarter', 'half-year', 'year'] as const;
export type Recurrence = (typeof recurrences)[number];

/**
 * What words say of it; what they do not say is absent. `weekday`: 1 is Monday. `day`: of a month, 31 its last one. `month`: the month
 * of a year, or which month of a quarter (1 to 3) or of half a year (1 to 6). `time`: 'HH:mm'. `before`: the day itself is too late.
 */
export type SaidRecurrence = {
  every: Recurrence;
  weekday?: number;
  day?: number;
  month?: number;
  time?: string;
  before?: true;
};

const each = '(?:hang|moi|tung|cac|dinh ky)';
const periods: readonly [Recurrence, RegExp][] = [
  ['week', new RegExp(`\\b${each} tuan\\b`)],
  ['year', new RegExp(`\\b${each} nam\\b`)],
  ['quarter', new RegExp(`\\b${each} quy\\b|\\b(?:cuoi|dau) (?:cua )?quy\\b`)],
  ['half-year', /\b(?:dinh ky|hang|moi|bao cao) (?:0?6|sau) thang\b(?! \d)|\b(?:0?6|sau) thang (?:mot|1) lan\b/],
  ['month', new RegExp(`\\b${each} thang\\b`)],
];

const lastDay = /\bngay cuoi(?: cung)?\b/;
const dayAndMonth = /\b(?:ngay |mung |mong )?(\d{1,2})(?: thang |\/|-)(\d{1,2})(?![\d/])/;
const dayAlone = /\b(?:ngay|mung|mong) (\d{1,2})(?![\d/.:h])/;
const lastMonth = /\bthang cuoi\b|\bcuoi quy\b/;
const firstMonth = /\bthang dau\b|\bdau quy\b/;

/** Reads words; undefined where they name nothing that recurs (a daily report is none: it has its own rule), or no such day or hour. */
export function readRecurrence(said: string): SaidRecurrence | undefined {
  const text = fold(normalise(said)).replace(/\s+/g, ' ');
  const every = periods.find(([, words]) => words.test(text))?.[0];
  if (every === undefined) return undefined;
  const day = every === 'week' ? weekdayOf(text) : dayOf(text, every);
  const time = readHour(text.replace(dayAndMonth, ' ').replace(dayAlone, ' '));
  if (day === undefined || time === 'unreadable') return undefined;
  const isBefore = time === null && /\btruoc\b/.test(text);
  return { every, ...day, ...(time !== null && { time }), ...(isBefore && { before: true }) };
}

function weekdayOf(text: string): Pick<SaidRecurrence, 'weekday'> | undefined {
  const weekday = weekdayIn(text);
  return weekday === undefined ? {} : { weekday };
}

/** Undefined for a day that no month has. */
function dayOf(text: string, every: Recurrence): Pick<SaidRecurrence, 'day' | 'month'> | undefined {
  const both = dayAndMonth.exec(text);
  const day = both ? Number(both[1]) : lastDay.test(text) ? 31 : dayNumber(text);
  const month = every === 'month' ? undefined : both ? Number(both[2]) : monthOf(text, every);
  if (day !== undefined && (day < 1 || day > 31)) return undefined;
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  return { ...(day !== undefined && { day }), ...(month !== undefined && { month }) };
}

function dayNumber(text: string): number | undefined {
  const said = dayAlone.exec(text)?.[1];
  return said === undefined ? undefined : Number(said);
}

const monthsIn = { quarter: 3, 'half-year': 6, year: 12 } as const;

function monthOf(text: string, every: Exclude<Recurrence, 'month'>): number | undefined {
  if (firstMonth.test(text)) return 1;
  return every !== 'week' && (lastMonth.test(text) || lastDay.test(text)) ? monthsIn[every] : undefined;
}
