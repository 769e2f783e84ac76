/** Lists of phrases, looked up quickly: their words may be written with some marks left out. */
import { isWordWritten, plainLetters } from './text.ts';

export type Phrases = {
  /** How many words the longest phrase takes that begins at `at`; 0 where none does. The words are in lower case. */
  longestAt(words: readonly string[], at: number): number;
  /** Whether the words are nothing but phrases, one behind another; true of no words. */
  makeUp(words: readonly string[]): boolean;
};

/** Makes a list ready; each is made once, when its file is read. */
export function phrasesOf(list: readonly string[]): Phrases {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of new Set(list)) {
    const parts = phrase.split(' ');
    const first = plainLetters(parts[0] ?? '');
    byFirst.set(first, [...(byFirst.get(first) ?? []), parts]);
  }
  const longestAt: Phrases['longestAt'] = (words, at) => {
    let longest = 0;
    for (const parts of byFirst.get(plainLetters(words[at] ?? '')) ?? [])
      if (parts.length > longest && parts.every((part, i) => isWordWritten(part, words[at + i] ?? '')))
        longest = parts.length;
    return longest;
  };
  return {
    longestAt,
    makeUp: (words) => {
      for (let at = 0; at < words.length; ) {
        const length = longestAt(words, at);
        if (length === 0) return false;
        at += length;
      }
      return true;
    },
  };
}
