/** What reporting takes of units, by civil month. */
import { fold } from '../language/text.ts';
import type { UnitRef } from '../roster/person.ts';

/**
 * What was given in a month, and what it took. `questions`: figures asked for in the rounds that opened. `received`:
 * messages that its people got unasked; `written`: messages that they wrote. `minutes`: how long they were at it.
 */
export type BurdenAmounts = {
  directives: number;
  questions: number;
  received: number;
  written: number;
  minutes: number;
};

/** `month`: "2021-09". */
export type BurdenLine = BurdenAmounts & { unit: UnitRef; month: string };

/** A month of all units: how many they are, what it comes to, and those that carry most, at most `mostUnitsListed`. */
export type BurdenOfMonth = { units: number; whole: Omit<BurdenAmounts, 'directives'>; lines: BurdenLine[] };

export const mostUnitsListed = 15;

/** The lines of a month or of a unit; `units`: those that words may mean. */
export type BurdenAsked =
  | ({ of: 'month'; month: string } & BurdenOfMonth)
  | { of: 'unit'; name: string; lines: BurdenLine[] }
  | { of: 'units'; words: string; units: UnitRef[] };

/** A pause of more minutes is none in which somebody answers: what is written after it begins anew, with one minute. */
export const longestPause = 10;

/** A month as people write it ("9/2021", "tháng 9"), of the year of `today` where none is said; undefined for other words. */
export function monthSaid(words: string, today: string): string | undefined {
  const found = /^(?:thang )?(\d{1,2})(?:[/.-](\d{4}))?$/.exec(fold(words).trim());
  const month = Number(found?.[1]);
  if (!found || month < 1 || month > 12) return undefined;
  return `${found[2] ?? today.slice(0, 4)}-${String(month).padStart(2, '0')}`;
}
