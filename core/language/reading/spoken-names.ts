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
