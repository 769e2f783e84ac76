/** The number and date of a signed paper, as people type them: "15/BC-UBND ngày 09/9/2021". */
import { DateTime } from 'luxon';
import { civilDate } from '../time/calendar.ts';
import { fold, normalise } from './text.ts';

/** `date` is ISO, null where none was given. */
export type PaperNumber = { number: string; date: string | null };

/** Digits, a stroke, letters: "15/BC-UBND"; of the Party the type stands first, "15-BC/HU". A second stroke with figures would be a date. */
const numberPattern = /(?<![\p{L}\d/])(\d{1,6}[a-z]?(?:-\p{L}{2,4})?\/(?=[^\s,;]*\p{L})[\p{L}\d][\p{L}\d\-&./]*)/iu;
const shortDate = /(?<!\d)(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?(?!\d)/;
const longDate = /ngay (\d{1,2}) thang (\d{1,2})(?: nam (\d{4}))?/;

/** Whether a text holds the number of a paper. */
export const namesPaper = (said: string): boolean => numberPattern.test(normalise(said));

/**
 * The types of papers other than a report, as symbols abbreviate them, folded: Nghị định 30/2020/NĐ-CP, Phụ lục III, mục I.
 * A symbol without a type is that of an official letter, by which reports are sent too.
 */
const otherTypes = [
  ...['nq', 'qd', 'ct', 'qc', 'qyd', 'tc', 'tb', 'hd', 'ctr', 'kh', 'pa', 'da', 'bb', 'ttr', 'cd', 'bgn', 'btt', 'guq'],
  ...['gm', 'ggt', 'gnp', 'pg', 'pc', 'pb'],
];

/** Whether the number that a text holds may be that of a report: "15/BC-UBND", "15/UBND-VP", but not "15/KH-UBND". */
export function isPaperOfReport(said: string): boolean {
  const [first = '', ...parts] = numberPattern.exec(normalise(said))?.[1]?.split('/') ?? [];
  const [, ofParty] = first.split('-');
  const symbol = ofParty ?? parts.find((part) => /\p{L}/u.test(part));
  return symbol !== undefined && !otherTypes.includes(fold(symbol).split(/[-.&]/)[0] ?? '');
}

/** Words that may stand around a number that is all that a text says. */
const aroundNumber =
  /\b(so|ngay|thang|nam|bc|bao cao|cong van|cv|da ky|ky|cua|don vi|la|da|a|em|gui|bo sung|ban|vang|nhe)\b/g;

/** Whether a text says the number of a paper, perhaps its date, and nothing else. */
export function isPaperAlone(said: string): boolean {
  const text = normalise(said);
  const number = numberPattern.exec(text)?.[1];
  if (number === undefined) return false;
  const rest = fold(text.replace(number, ' ')).replace(longDate, ' ').replace(shortDate, ' ');
  return rest.replace(aroundNumber, ' ').replace(/[\s.,;:()-]+/g, '') === '';
}

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
