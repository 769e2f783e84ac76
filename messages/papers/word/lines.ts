/** How wide text is, roughly, and where its lines break. Neither the papers nor the picture can ask a typesetter. */

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

/** Words in lines that are at most `most` wide; a word that is wider has a line of its own. */
export function fill(text: string, most: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && widthOf(longer, size) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Words that begin a part of a sentence. A line breaks before them, and not between two syllables of one word. */
const joints = new Set(
  'trong của và về theo cho tại để do với trên từ đến các những năm việc khi nhằm thuộc qua giữa'.split(' '),
);

/** What a break between two words costs, beside lines of different widths. */
function breakCost(before: string, after: string): number {
  if (joints.has(after.toLocaleLowerCase('vi')) || before === '-') return 0;
  return /[,;:]$/.test(before) ? 0.05 : 0.15;
}

/**
 * The fewest lines that fit, of about the same width and broken by sense: no last word stands alone under a centred
 * line.
 */
export function balanced(text: string, most: number, size: number): string[] {
  const words = text.split(/\s+/);
  const fewest = fill(text, most, size).length;
  const mean = widthOf(text, size) / fewest;
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
        const parting = to < words.length ? breakCost(words[to - 1] ?? '', words[to] ?? '') : 0;
        const cost = rest.cost + parting + ((width - mean) / most) ** 2;
        if (!best || cost < best.cost) best = { lines: [line, ...rest.lines], cost };
      }
      return best;
    });
  return ways[0]?.lines ?? fill(text, most, size);
}
