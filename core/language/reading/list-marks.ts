/** The marks of a list that was typed in one line. */

const mark = /(?<![^\s;,.:])(?:([1-9]\d?)|([a-i]))[.)](?=\s)/gu;

const placeOf = (digits: string | undefined, letter: string | undefined): number =>
  digits === undefined ? (letter ?? '').charCodeAt(0) - 'a'.charCodeAt(0) + 1 : Number(digits);

/**
 * A text with one line for each point of its list: "1) 22 2) 20" is "22" and "20". It is a list where its marks count up from
 * the first at its begin, and each has a figure behind it. Any other text comes back as it is.
 */
export function pointsAsLines(text: string): string {
  const marks = [...text.matchAll(mark)].map((found) => ({
    begin: found.index,
    end: found.index + found[0].length,
    place: placeOf(found[1], found[2]),
  }));
  const isCounted = marks.length > 1 && marks.every(({ place }, at) => place === at + 1);
  if (!isCounted || text.slice(0, marks[0]?.begin).trim() !== '') return text;
  const points = marks.map(({ end }, at) =>
    text
      .slice(end, marks[at + 1]?.begin)
      .replace(/[\s;,.]+$/, '')
      .trim(),
  );
  return points.every((point) => /\d/.test(point)) ? points.join('\n') : text;
}
