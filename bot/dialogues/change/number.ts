/** The number and date of a directive, as they are typed. */
import { readGivenNumber } from '../../../core/directives/life/number.ts';
import { readDay } from '../../../core/language/day.ts';
import { civilDate } from '../../../core/time/calendar.ts';
import * as say from '../../../messages/chat/life/number.ts';

/** What is known of a number so far. */
type Given = { number?: string; date?: string };

/** The number, the date, or both, that a text says; or the sentence that says what is wrong with it. */
export function readNumberOrDate(
  given: Given,
  blank: string,
  said: string,
  now: Date,
): { given: Required<Pick<Given, 'number'>> & Given } | { wrong: string } {
  if (given.number !== undefined) {
    const day = readDay(said, now);
    if (day === undefined || day === 'unreadable') return { wrong: say.dateUnclear() };
    return day.date > civilDate(now) ? { wrong: say.dateAhead() } : { given: { number: given.number, date: day.date } };
  }
  const read = readGivenNumber(said, blank, now);
  if (read === undefined) return { wrong: say.numberUnclear() };
  if (read === 'future') return { wrong: say.dateAhead() };
  if (read === 'unreadable') return { wrong: say.dateUnclear() };
  return { given: { number: read.number, ...(read.date !== null && { date: read.date }) } };
}
