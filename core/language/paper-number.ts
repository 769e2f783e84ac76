/** The number and date of a signed paper, as people type them: "15/BC-UBND ngày 09/9/2021". */
import { DateTime } from 'luxon';
import { civilDate } from '../time/calendar.ts';
import { fold, normalise } from './text.ts';

/** `date` is ISO, null where none was given. */
export type PaperNumber = { number: string; date: string | null };

/** Digits, a stroke, letters: "15/BC-UBND". A second stroke with figures would be a date. */
const numberPattern = /(?<![\p{L}\d/])(\d{1,6}[a-z]?\/(?=[^\s,;]*\p{L})[\p{L}\d][\p{L}\d\-&./]*)/iu;
const shortDate = /(?<!\d)(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?(?!\d)/;
const longDate = /ngay (\d{1,2}) thang (\d{1,2})(?: nam (\d{4}))?/;

/** Whether a text holds the number of a paper. */
export const namesPaper = (said: string): boolean => numberPattern.test(normalise(said));

/**
 * Reads a number with or without its date; a date without a year is of the year of `now` (civil). Undefined without a
 * number; `future` where the date has not come yet, `unreadable` where there is no such day.
 */
export function readPaperNumber(said: string, now: Date): PaperNumber | 'future' | 'unreadable' | undefined {
  const text = normalise(said);
  const number = numberPattern.exec(text)?.[1]?.replace(/[.\-&/]+$/, '');
  if (number === undefined) return undefined;
  const rest = text.replace(number, ' ');
  const found = longDate.exec(fold(rest)) ?? shortDate.exec(rest);
  if (!found) return { number, date: null };
  const today = civilDate(now);
  const [, day, month, year = today.slice(0, 4)] = found;
  const date = DateTime.utc(Number(year), Number(month), Number(day));
  if (!date.isValid) return 'unreadable';
  const iso = date.toFormat('yyyy-MM-dd');
  return iso > today ? 'future' : { number, date: iso };
}
