/**
 * The parts of a body's name, by its capitals: administrative names begin every part with one (NĐ 30/2020/NĐ-CP, Phụ lục
 * II). A line breaks between parts, never within "Mầm non" or "Quảng Bình".
 */

/** Words that begin a part of a sentence. A line breaks before them, and not between two syllables of one word. */
const joints = new Set(
  'trong của và về theo cho tại để do với trên từ đến các những năm việc khi nhằm thuộc qua giữa'.split(' '),
);

/** Whether a line may well break before these words. */
export const isJoint = (words: string): boolean => joints.has((words.split(' ')[0] ?? '').toLocaleLowerCase('vi'));

const isAcronym = (word: string): boolean => /^[\p{Lu}&]{2,}$/u.test(word);

/** Whether a syllable goes on a word of one: most Vietnamese words are of two. */
const goesOn = (word: string, syllable: string): boolean =>
  !/[\s,;]/.test(word) && !isAcronym(word) && !joints.has(word) && /^\p{Ll}/u.test(syllable) && !joints.has(syllable);

/** Syllables as words; a dash stays with the word before it, a joint with the one behind it. */
function wordsOf(name: string): string[] {
  const words: string[] = [];
  for (const syllable of name.split(/\s+/)) {
    const last = words.at(-1);
    if (last !== undefined && (syllable === '-' || goesOn(last, syllable)))
      words[words.length - 1] = `${last} ${syllable}`;
    else words.push(syllable);
  }
  return words.flatMap((word, at) => {
    if (joints.has(word) && at < words.length - 1) return [];
    const before = words[at - 1];
    return [before !== undefined && joints.has(before) ? `${before} ${word}` : word];
  });
}

/** Where the name of a place or person at the end begins: from the first of the capitals that stand alone there. */
function placeAt(words: readonly string[]): number {
  let from = words.length;
  while (from > 1 && /^(?:\p{Lu}\p{Ll}*|\d+)$/u.test(words[from - 1] ?? '')) from--;
  return from;
}

/** "Trường Mầm non Quảng Bình" as "Trường", "Mầm non", "Quảng Bình". */
export function wordGroupsOf(name: string): string[] {
  const words = wordsOf(name);
  const from = placeAt(words);
  const place = words.slice(from).join(' ');
  return [...words.slice(0, from), ...(place === '' ? [] : [place])];
}

/** What a body is, without where: "Trường Mầm non"; the whole name where it names no place. */
export function classOf(name: string): string {
  const words = wordsOf(name);
  return words.slice(0, placeAt(words)).join(' ');
}
