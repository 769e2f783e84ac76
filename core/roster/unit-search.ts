import { fold } from '../language/text.ts';
import { bare } from '../language/topics.ts';

/**
 * The units that words name: by code, or by whole name or alias. Else by a part of a name or an alias, and else by all
 * their words, in whichever order. Diacritics, capitals and signs do not matter.
 */
export function searchUnits<T extends { code: string; name: string; aliases: readonly string[] }>(
  units: readonly T[],
  words: string,
): T[] {
  const said = fold(words);
  const namesOf = (unit: T): string[] => [unit.name, ...unit.aliases];
  const exact = units.filter((unit) => [unit.code, ...namesOf(unit)].some((name) => fold(name) === said));
  if (exact.length > 0) return exact;
  const part = bare(words);
  if (part === '') return [];
  const within = units.filter((unit) => namesOf(unit).some((name) => isWithin(part, bare(name))));
  if (within.length > 0) return within;
  const parts = part.split(' ');
  if (parts.length < 2 && said.length < shortestPart) return [];
  return parts.length < 2
    ? units.filter((unit) => fold(unit.name).includes(said))
    : units.filter((unit) => namesOf(unit).some((name) => parts.every((word) => isWithin(word, bare(name)))));
}

/** Of fewer letters every other name has a part. */
const shortestPart = 3;

/** Whether whole words stand in a name together. */
const isWithin = (words: string, name: string): boolean => ` ${name} `.includes(` ${words} `);

/** The units that words name, or one by its id. */
export type UnitSought = { words: string } | { unit: number };

/** So many are looked at where words name several. */
const mostSought = 9;

export const unitsSought = <T extends { id: number; code: string; name: string; aliases: readonly string[] }>(
  units: readonly T[],
  sought: UnitSought,
): T[] =>
  'unit' in sought
    ? units.filter(({ id }) => id === sought.unit)
    : searchUnits(units, sought.words).slice(0, mostSought);
