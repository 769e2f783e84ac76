/** Rows of one statement: a statement takes 65,535 parameters at most, and one that is a list is in memory once more. */
const longest = 1_000;

/** A list in pieces that one statement can take. */
export function chunks<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / longest) }, (_, at) =>
    rows.slice(at * longest, (at + 1) * longest),
  );
}
