/** How wide text is, roughly, and where its lines break. Neither the papers nor the picture can ask a typesetter. */
import { classOf, isJoint, wordGroupsOf } from '../../words/names.ts';

const narrow = /[\s.,;:'’!|()[\]/\-–ifjlrtI]/;
const wide = /[mwMW@%&]/;

/** Width of a letter in its own size, as Times New Roman has it; diacritics add nothing. */
function shareOf(letter: string): number {
  const [base = letter] = letter.normalize('NFD');
  if (narrow.test(base)) return 0.31;
  if (wide.test(base)) return 0.86;
  return /\p{Lu}/u.test(base) ? 0.71 : 0.5;
}

/** Width of a text in letters of `size`, in the unit of `size`. */
export const widthOf = (text: string, size: number): number =>
  size * [...text].reduce((sum, letter) => sum + shareOf(letter), 0);

/** Words, or phrases that belong together, in lines that are at most `most` wide; a wider one has a line of its own. */
export function fill(text: string | readonly string[], most: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of partsOf(text)) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && widthOf(longer, size) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const partsOf = (text: string | readonly string[]): readonly string[] =>
  typeof text === 'string' ? text.split(/\s+/) : text;

/** What a break between two words costs, beside lines of different widths. */
function breakCost(before: string, after: string): number {
  if (isJoint(after) || before === '-') return 0;
  return /[,;:]$/.test(before) ? 0.05 : 0.15;
}

/**
 * The fewest lines that fit, of about the same width and broken by sense: no last word stands alone under a centred
 * line. Phrases given as a list are not broken.
 */
export function balanced(
  text: string | readonly string[],
  most: number,
  size: number,
  costOf: (before: string, after: string) => number = breakCost,
): string[] {
  const words = partsOf(text);
  const fewest = fill(words, most, size).length;
  const mean = widthOf(words.join(' '), size) / fewest;
  type Way = { lines: string[]; cost: number };
  // The cheapest way to have the words from each place on in so many lines.
  let ways: (Way | undefined)[] = words.map(() => undefined);
  ways.push({ lines: [], cost: 0 });
  for (let left = fewest; left > 0; left--)
    ways = [...words, ''].map((_, from) => {
      let best: Way | undefined;
      for (let to = from + 1; to <= words.length; to++) {
        const line = words.slice(from, to).join(' ');
        const width = widthOf(line, size);
        if (width > most && to > from + 1) break;
        const rest = ways[to];
        if (!rest) continue;
        const parting = to < words.length ? costOf(words[to - 1] ?? '', words[to] ?? '') : 0;
        const cost = rest.cost + parting + ((width - mean) / most) ** 2;
        if (!best || cost < best.cost) best = { lines: [line, ...rest.lines], cost };
      }
      return best;
    });
  return ways[0]?.lines ?? fill(words, most, size);
}

/** A body's name in such lines: unbroken within a word or a place, and broken before its place where it can be. */
export function balancedName(
  name: string,
  most: number,
  size: number,
  shown = (text: string): string => text,
): string[] {
  const phrases = wordGroupsOf(name).map(shown);
  const place = classOf(name) === name ? undefined : phrases.at(-1);
  return balanced(phrases, most, size, (_, after) => (after === place ? 0 : isJoint(after) ? 0.05 : 0.3));
}
