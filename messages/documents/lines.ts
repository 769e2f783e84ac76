/** How wide text is, roughly, and where it is broken: neither the papers nor the picture can ask a typesetter. */

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

/** The fewest lines that fit, of about the same width: no last word stands alone under a centred line. */
export function balanced(text: string, most: number, size: number): string[] {
  const fewest = fill(text, most, size).length;
  for (let room = widthOf(text, size) / fewest; room < most; room += size / 2) {
    const lines = fill(text, room, size);
    if (lines.length === fewest) return lines;
  }
  return fill(text, most, size);
}
