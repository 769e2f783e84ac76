/** Invite codes in what people type and paste. */

/** The form of an invite code as it is made: letters and figures that nobody takes for one another. */
export const codeAlphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Characters of a new code: five bits each, so that it holds 128. */
export const codeLength = 26;

/** Lengths of the codes that may be written in any case and with blanks and hyphens between: new ones, and those of handed links. */
const plainLengths = [codeLength, 32];

/** The form of an invite code, the same in links and typed. */
export const codePattern = /^[A-Za-z0-9_-]{12,64}$/;

/** More candidates than a message with two codes and their links has. */
const mostCandidates = 24;

/**
 * All that may be an invite code in a text, also in a sentence or a link. That is every word of a code's form as it stands,
 * and the plain form of words that make one together ("ABCD-efgh 2345 …"). Most are none: whoever asks looks them up.
 */
export function codesIn(text: string): string[] {
  const written = decoded(text);
  const runs = written.match(/[A-Za-z0-9_-]+/g) ?? [];
  const whole = runs.filter((run) => codePattern.test(run));
  const pieces = written
    .split(/[^A-Za-z0-9]+/)
    .filter((piece) => piece !== '')
    .slice(0, mostPieces);
  const plain = pieces.flatMap((_, from) => joined(pieces.slice(from)));
  return [...new Set([...whole, ...plain])].slice(0, mostCandidates);
}

/** A code that is written with a blank behind each letter has as many pieces; beyond a few more nothing is looked for. */
const mostPieces = 120;

/** The codes that begin with the first of some pieces. */
function joined(pieces: readonly string[]): string[] {
  const codes: string[] = [];
  let code = '';
  for (const piece of pieces) {
    code += piece;
    if (code.length > Math.max(...plainLengths)) break;
    if (plainLengths.includes(code.length) && /\d/.test(code)) codes.push(plainCode(code));
  }
  return codes;
}

/** A code as it was made, from one in capitals or with letters that stand for figures. */
const plainCode = (code: string): string => {
  const lower = code.toLowerCase();
  return code.length === codeLength ? lower.replace(/o/g, '0').replace(/[il]/g, '1') : lower;
};

/** A pasted link may hold its code encoded. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether a text looks as if its writer meant to give a code: one long word with a figure, and not only figures. */
export const looksLikeCode = (text: string): boolean =>
  (decoded(text).match(/[A-Za-z0-9_-]+/g) ?? []).some(
    (word) => codePattern.test(word) && /\d/.test(word) && /[A-Za-z]/.test(word),
  );
