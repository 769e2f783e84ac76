/** Who was given which tasks of a directive, as the text of which its record holds the digest. Pure. */

/**
 * Units that were given the same tasks. A directive has few lists of tasks and many units: so they are read and kept as one text,
 * the ids with commas between them. They stand in the order of the texts of their ids with `}` behind.
 */
export type AssignedAlike = { tasks: readonly number[]; units: string };

/** Who was given which tasks, or the digest of it where that was made before. */
export type Assigned = readonly AssignedAlike[] | { digest: string };

/**
 * A JSON list of one text a unit, `{"tasks":[1,2],"unit":5}`, in the order of these texts. It comes in pieces of ASCII, since of
 * all units it is some ten megabytes.
 */
export function* assignedPieces(groups: readonly AssignedAlike[]): Generator<string> {
  const begun = groups.map(({ tasks, units }) => ({ text: `{"tasks":[${tasks.join()}],"unit":`, units }));
  let before = '[';
  // No beginning is the beginning of another: so the order of them is that of the texts.
  for (const { text, units } of begun.sort((a, b) => (a.text < b.text ? -1 : 1))) {
    const opening = `"${text.replaceAll('"', '\\"')}`;
    for (const ids of piecesOf(units)) {
      yield `${before}${opening}${ids.replaceAll(',', `}",${opening}`)}}"`;
      before = ',';
    }
  }
  yield before === '[' ? '[]' : ']';
}

/** So many letters of ids are written out in one piece, some hundred kilobytes. */
const atOnce = 20_000;

function* piecesOf(ids: string): Generator<string> {
  for (let from = 0; from < ids.length; ) {
    const end = ids.indexOf(',', from + atOnce);
    yield ids.slice(from, end < 0 ? undefined : end);
    from = end < 0 ? ids.length : end + 1;
  }
}
