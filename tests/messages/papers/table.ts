/** The rows of a table as lists, and as the pieces that they come in. */
import { withTable } from '../../../bot/papers/models.ts';
import type { Lines, TableModel } from '../../../core/figures/papers.ts';
import type { Db } from '../../../db/database.ts';
import { keysOf, parseLines } from '../../../db/figures/paper-rows.ts';

export type Table = TableModel & Lines;

export const readTable = (db: Db, directiveId: number, now: Date): Promise<Table | undefined> =>
  withTable(db, directiveId, now, async (model, rows) => {
    const table: Table = { ...model, units: [], revisions: [] };
    for await (const { texts } of rows) {
      const { units, revisions } = parseLines(texts, keysOf(model.form));
      table.units.push(...units);
      table.revisions.push(...revisions);
    }
    return table;
  });

/** A table's rows, of a few units after others. */
export async function* piecesOf({ units, revisions }: Table, length = 7): AsyncGenerator<Lines> {
  for (let at = 0; at < units.length; at += length) {
    const some = units.slice(at, at + length);
    const ids = new Set(some.map(({ unit }) => unit.id));
    yield { units: some, revisions: revisions.filter(({ unit }) => ids.has(unit.id)) };
  }
}
