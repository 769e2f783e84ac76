/** The rows of a table as lists, and as the pieces that they come in. */
import { withTable } from '../../bot/papers/models.ts';
import type { RevisionLine, TableLine, TableModel, TableRows } from '../../core/papers.ts';
import type { Db } from '../../db/database.ts';
import { keysOf, parseRevisions, parseUnitLines } from '../../db/paper-rows.ts';

export type Table = TableModel & { units: TableLine[]; revisions: RevisionLine[] };

async function all<T>(pieces: AsyncIterable<{ text: string }>, parse: (text: string) => T[]): Promise<T[]> {
  const found: T[] = [];
  for await (const { text } of pieces) found.push(...parse(text));
  return found;
}

export const readTable = (db: Db, directiveId: number, now: Date): Promise<Table | undefined> =>
  withTable(db, directiveId, now, async (model, rows) => ({
    ...model,
    units: await all(rows.units, (text) => parseUnitLines(text, keysOf(model.form))),
    revisions: await all(rows.revisions, (text) => parseRevisions(text, keysOf(model.form))),
  }));

async function* pieces<T>(lines: T[], length: number): AsyncGenerator<T[]> {
  for (let at = 0; at < lines.length; at += length) yield lines.slice(at, at + length);
}

/** A table's rows in pieces that break in the middle of a unit's revisions. */
export const piecesOf = ({ units, revisions }: Table, length = 7): TableRows => ({
  units: pieces(units, length),
  revisions: pieces(revisions, length),
});
