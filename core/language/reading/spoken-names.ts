/** Foreign names as Vietnamese say them, syllable by syllable: "bờ lu dôn" is Bluezone. */

/** A syllable that stands for a consonant alone. */
const consonantAlone = /^(?:[bcdgklmnpqrstvx]|th|ph|kh|ch|tr)[oe]$/;

/** What sounds alike is written alike. Both sides are small letters without marks. */
const sounds: readonly [RegExp, string][] = [
  [/z|gi(?=[aeou])|j/g, 'd'],
  [/ph/g, 'f'],
  [/c(?!h)|q|kh/g, 'k'],
  [/x/g, 's'],
  [/y/g, 'i'],
  [/r(?=[^aeiou]|$)/g, ''],
  [/([a-z])\1/g, '$1'],
  [/(?<=u)e|(?<=[^aeiou])e$/g, ''],
];

const soundOf = (letters: string): string =>
  sounds.reduce((said, [pattern, sound]) => said.replace(pattern, sound), letters);

/** A word that no Vietnamese syllable is: two groups of vowels, or letters and beginnings that Vietnamese lacks. */
const isForeign = (word: string): boolean =>
  word.length >= 5 &&
  (/[wzfj]/.test(word) || /^(?:[bcfgps]l|[bcdfgp]r|s[kmnptw])/.test(word) || /[aeiouy][^aeiouy]+[aeiouy]/.test(word));

/** Letters as they are called, folded: "quy rờ" is QR. */
const letterNames: Readonly<Record<string, string>> = {
  ...{ bo: 'b', be: 'b', co: 'c', xe: 'c', do: 'd', de: 'd', hat: 'h', ho: 'h', ca: 'k', lo: 'l', mo: 'm', no: 'n' },
  ...{ po: 'p', pe: 'p', quy: 'q', cu: 'q', kiu: 'q', quo: 'q', ro: 'r', a: 'r', so: 's', to: 't', te: 't', vo: 'v' },
  ...{ ve: 'v', xo: 'x', zet: 'z' },
};

/** The abbreviation that syllables (folded) spell letter by letter; undefined where one of them is no letter. */
export function spelledOut(syllables: readonly string[]): string | undefined {
  const letters = syllables.map((one) => letterNames[one]);
  return letters.length > 1 && letters.every((letter) => letter !== undefined) ? letters.join('') : undefined;
}

/** A word that can only be spelled: it has no vowel. */
export const isSpelled = (word: string): boolean => word.length > 1 && /^[^aeiouy\d]+$/.test(word);

const fewestSounds = 4;
/** As many words as a name is said in at most. */
export const mostSyllables = 4;

/** How the foreign words among those of a name (folded) sound. */
export const foreignSounds = (words: readonly string[]): string[] => words.filter(isForeign).map(soundOf);

/** How syllables (folded) sound together; undefined where they are no such name. */
export function soundOfSyllables(syllables: readonly string[]): string | undefined {
  if (syllables.length < 2 || syllables.length > mostSyllables) return undefined;
  const last = syllables.length - 1;
  const said = syllables.map((one, at) => (at < last && consonantAlone.test(one) ? one.slice(0, -1) : one)).join('');
  const sound = soundOf(said);
  return sound.length >= fewestSounds ? sound : undefined;
}
