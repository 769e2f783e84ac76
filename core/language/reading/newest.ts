/** Readings of the newest texts: one message is read in many ways, and each begins with the same words. */

/** So many texts are remembered by each reader, and none that is longer: an answer and its clauses. */
const mostTexts = 16;
const mostCharacters = 400;

/** A reader that remembers what it read of the newest texts. Nobody may change what it gives. */
export function remembering<Reading>(read: (text: string) => Reading): (text: string) => Reading {
  const known = new Map<string, Reading>();
  return (text) => {
    if (text.length > mostCharacters) return read(text);
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Reading;
    const reading = read(text);
    if (known.size >= mostTexts) known.delete(known.keys().next().value as string);
    known.set(text, reading);
    return reading;
  };
}
