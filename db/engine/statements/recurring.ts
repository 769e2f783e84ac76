/** Which statements come again and again, so that the server is asked to read them once a session. */

/** Texts that are told apart at most, and those of them that may be prepared: each session keeps its own copy of these. */
const mostSeen = 2000;
const mostPrepared = 500;
/** A text with more parameters is a list of rows, and its next one will be longer or shorter. */
const mostParameters = 60;

/** Tells whether a statement is to be prepared. */
export type IsRecurring = (text: string, parameters: number) => boolean;

/**
 * Remembers the statements of a pool. One is prepared when it comes the second time: preparing takes one round trip more
 * where the statement stays alone, and one less each time that it comes again. One without parameters takes one anyway.
 */
export function createRecurring(): IsRecurring {
  const seen = new Set<string>();
  const recurring = new Set<string>();
  return (text, parameters) => {
    if (parameters === 0 || parameters > mostParameters) return false;
    if (recurring.has(text)) return true;
    if (seen.delete(text) && recurring.size < mostPrepared) {
      recurring.add(text);
      return true;
    }
    if (seen.size >= mostSeen) seen.clear();
    seen.add(text);
    return false;
  };
}
