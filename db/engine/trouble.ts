/** Trouble of the database that is expected in its life, told from a fault of ours. */

/** By SQLSTATE, or its class: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const words: readonly [code: RegExp, words: string][] = [
  [/^25006$/, 'read-only'],
  [/^53100$/, 'the disk is full'],
  [/^53/, 'out of resources'],
  [/^57014$/, 'too slow'],
  [/^(57P|08|CONNECTION_|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND)/, 'out of reach'],
  [/^ENOSPC$/, 'the disk is full'],
];

/** The error's code, or that of its innermost cause. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return codeOf(error.cause) || ('code' in error ? String(error.code) : '');
}

/** Whether it is trouble of the database or of the line to it, and no fault of a statement. */
export const isDatabaseTrouble = (error: unknown): boolean => words.some(([known]) => known.test(codeOf(error)));

/** What fails, in a few words that hold no statement and no data. */
export function databaseTrouble(error: unknown): string {
  const code = codeOf(error);
  return words.find(([known]) => known.test(code))?.[1] ?? (code ? `error ${code}` : 'failing');
}
