/** Dates, hours and numbers as Vietnamese offices write them. Civil time, Asia/Ho_Chi_Minh. */
import { DateTime } from 'luxon';
import type { Exact } from '../../core/reports/exact.ts';
import { type DayOff, vietnam } from '../../core/time/calendar.ts';

const at = (instant: Date): DateTime => DateTime.fromJSDate(instant, { zone: vietnam });

// Made once: to make one takes a hundred times as long as to use it.
const whole = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

// Every place that an exact figure may have.
const plain = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 20 });

/** 1234 as "1.234", an exact figure with its places: "1.250,75". */
export const count = (value: Exact): string =>
  typeof value === 'number' ? whole.format(value) : plain.format(value as Intl.StringNumericLiteral);

/** A place in a row: "thứ nhất", "thứ 2", "thứ tư". */
export const ordinal = (place: number): string => `thứ ${place === 1 ? 'nhất' : place === 4 ? 'tư' : count(place)}`;

/** 90.04 as "90,0%". */
export const percent = (value: number): string => `${tenths.format(value)}%`;

/** "17h00 ngày 09/9/2021", the form of the chat: days below 10 and months below 3 take a leading zero, as on official papers (NĐ 30/2020). */
export const moment = (instant: Date): string => `${at(instant).toFormat("HH'h'mm")} ngày ${day(instant)}`;

/** "17 giờ 00 ngày 09/9/2021", the form of papers. */
export const paperMoment = (instant: Date): string => `${at(instant).toFormat("HH 'giờ' mm")} ngày ${day(instant)}`;

/** The same in a table of many rows, where it must fit one line: "08h12 06/9/2021". */
export const tableMoment = (instant: Date): string => `${at(instant).toFormat("HH'h'mm")} ${day(instant)}`;

/** "09/9/2021". */
export function day(instant: Date): string {
  const { day: d, month, year } = at(instant);
  return `${String(d).padStart(2, '0')}/${month < 3 ? `0${month}` : month}/${year}`;
}

/** "ngày 08 tháng 9 năm 2021", the form of official papers (NĐ 30/2020). */
function longDay(instant: Date): string {
  const { day: d, month, year } = at(instant);
  return `ngày ${String(d).padStart(2, '0')} tháng ${month < 3 ? `0${month}` : month} năm ${year}`;
}

/** "tháng 9 năm 2021": the month of a paper whose day and number the clerk fills in. */
export const longMonth = (instant: Date): string => longDay(instant).replace(/^ngày \d+ /, '');

/** "2021-09-08" as "ngày 08 tháng 9 năm 2021". */
export const isoLongDay = (date: string): string => longDay(DateTime.fromISO(date, { zone: vietnam }).toJSDate());

/** Whole calendar days from one instant's day to another's. */
export const calendarDays = (from: Date, to: Date): number => dayNumber(to) - dayNumber(from);

/** Days as numbers: to have luxon count them took most of what wording a reminder takes. */
const dayNumber = (instant: Date): number =>
  Math.floor((instant.getTime() / 60_000 + vietnam.offset(instant.getTime())) / (24 * 60));

/** "ngày 11/9/2021" for the beginning of a day, else as `moment`. */
const beginning = (instant: Date): string =>
  at(instant).toFormat('HHmm') === '0000' ? `ngày ${day(instant)}` : moment(instant);

/** "quá hạn từ ngày 11/9/2021" before that instant; from then on for how many calendar days: "đã quá hạn 02 ngày". */
export function overdueWords(overdueFrom: Date, now: Date): string {
  if (now < overdueFrom) return `quá hạn từ ${beginning(overdueFrom)}`;
  const days = calendarDays(overdueFrom, now);
  return days === 0 ? 'đã quá hạn' : `đã quá hạn ${String(days).padStart(2, '0')} ngày`;
}

/** "2026-03-02" as "02/3/2026". */
export function isoDay(date: string): string {
  const [year, month = '', dayOfMonth] = date.split('-');
  return `${dayOfMonth}/${Number(month) < 3 ? month : Number(month)}/${year}`;
}

const weekdayNames = ['Hai', 'Ba', 'Tư', 'Năm', 'Sáu', 'Bảy'];
/** "thứ Bảy" of 6, "Chủ nhật" of 7. */
export const weekdayNamed = (weekday: number): string =>
  weekday === 7 ? 'Chủ nhật' : `thứ ${weekdayNames[weekday - 1] ?? weekday}`;

/** "hạn ngày 12/9/2026 rơi vào thứ Bảy", "hạn ngày 02/9/2026 là ngày nghỉ (Quốc khánh)". */
export function dayOffSaid(day: DayOff): string {
  const deadline = `hạn ngày ${isoDay(day.date)}`;
  if (day.is === 'weekend') return `${deadline} rơi vào ${weekdayNamed(day.weekday)}`;
  if (day.name === null) return `${deadline} dự kiến là ngày nghỉ lễ`;
  return day.name.startsWith('Nghỉ ')
    ? `${deadline} là ngày nghỉ${day.name.slice('Nghỉ'.length)}`
    : `${deadline} là ngày nghỉ (${day.name})`;
}

/** "Lưu ý: hạn ngày 12/9/2026 rơi vào thứ Bảy." in front of a question; nothing where no deadline falls on a day off. */
export const dayOffLines = (days: readonly (DayOff | undefined)[]): string[] => {
  const said = days.flatMap((day) => (day ? [dayOffSaid(day)] : []));
  return said.length === 0 ? [] : [`Lưu ý: ${said.join('; ')}.`];
};

/** A text cut to its first words. */
export function firstWords(text: string, most: number): string {
  const words = text.split(/\s+/);
  return words.length <= most ? text : `${words.slice(0, most).join(' ')}…`;
}

/** "A; B và 3 đơn vị khác": so many names at most. */
export function namesOf(units: readonly (string | { name: string })[], most: number, all = units.length): string {
  const names = units.slice(0, most).map((unit) => (typeof unit === 'string' ? unit : unit.name));
  const rest = all > names.length ? ` và ${count(all - names.length)} đơn vị khác` : '';
  return `${names.join('; ')}${rest}`;
}

/** First letter as a capital. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** A person's words as a sentence: its first letter a capital, a full stop behind it. */
export const asSentence = (text: string): string => {
  const oneLine = text.trim().replace(/(?<mark>[.;:,!?…]?)\s*\n\s*/g, (_, mark: string) => `${mark || ';'} `);
  const trimmed = oneLine.replace(/\.$/, '');
  return `${capital(trimmed)}${/[.!?…]$/.test(trimmed) ? '' : '.'}`;
};

/** A label inside a sentence: "Số CBCCVC" as "số CBCCVC", an acronym or a name as it stands. */
export const uncapital = (label: string): string =>
  /^(?:Số|Tổng số|Tỷ lệ) /.test(label) ? label.charAt(0).toLocaleLowerCase('vi') + label.slice(1) : label;

/** A person by name; of who has none (any more, where their data was erased) the fact that none is kept. */
export const personNamed = (name: string): string => name || 'người không lưu tên';
