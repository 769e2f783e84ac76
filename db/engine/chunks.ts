/** Rows of one statement: a statement takes 65,535 parameters at most, and one that is a list is in memory once more. */
const longest = 1_000;

/** A list in pieces that one statement can take, or shorter ones. */
export function chunks<T>(rows: readonly T[], most = longest): T[][] {
  return Array.from({ length: Math.ceil(rows.length / most) }, (_, at) => rows.slice(at * most, (at + 1) * most));
}
