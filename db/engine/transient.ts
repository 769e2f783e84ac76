/** SQLSTATEs with which a database ends a transaction that may simply be run again: serialisation failure, deadlock. */
const codes = new Set(['40001', '40P01']);

/** Whether a transaction that failed with this error may simply be run again. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && codes.has(String(error.code))) || isTransient(error.cause);
}
