/** The number and date that an office gives a directive, as its staff type them. */
import { type PaperNumber, readPaperNumber } from '../../language/paper-number.ts';
import { fold, normalise } from '../../language/text.ts';
import { lacksNumber } from '../directive.ts';

/** Whether a directive is not registered yet: it has no number, or no date. */
export const isUnregistered = ({ number, date }: { number: string; date: string | null }): boolean =>
  lacksNumber(number) || date === null;

/** The symbol of a number: "/UBND-VHTT" of "45/UBND-VHTT", "-CV/HU" of the Party's "45-CV/HU". */
const symbolOf = (number: string): string => number.slice(number.search(/[-/]/)).trim();

/** Words before a number, folded. */
const leadIn = new Set(['la', 'lay', 'cap', 'van', 'ban', 'so']);

/**
 * Reads "45 ngày 06/9/2021", "số 45/UBND-VHTT ngày 06/9". A bare figure takes the symbol that the draft has (`blank`). A date
 * without a year is of the year of `now` (civil). Undefined where there is no number.
 */
export function readGivenNumber(
  said: string,
  blank: string,
  now: Date,
): PaperNumber | 'future' | 'unreadable' | undefined {
  const words = normalise(said).split(/\s+/);
  const text = words.slice(words.findIndex((word) => !leadIn.has(fold(word).replace(/\W/g, '')))).join(' ');
  const [, figure, rest] = /^(\d{1,6}[a-z]?)[.,;]?(?: (.*))?$/isu.exec(text) ?? [];
  return readPaperNumber(figure === undefined ? text : `${figure}${symbolOf(blank)} ${rest ?? ''}`, now);
}
