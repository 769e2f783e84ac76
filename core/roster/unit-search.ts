import { fold } from '../language/text.ts';

/** The units that words name: by code, or by whole name or alias; else by a part of the name. Diacritics do not matter. */
export function searchUnits<T extends { code: string; name: string; aliases: readonly string[] }>(
  units: readonly T[],
  words: string,
): T[] {
  const said = fold(words);
  const exact = units.filter((unit) => [unit.code, unit.name, ...unit.aliases].some((name) => fold(name) === said));
  return exact.length > 0 ? exact : units.filter((unit) => fold(unit.name).includes(said));
}
