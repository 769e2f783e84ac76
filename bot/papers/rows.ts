/** The rows of a table, read piece by piece inside the snapshot that its figures come from. */
import type { RevisionLine, TableLine, TableRows } from '../../core/papers.ts';
import type { Db } from '../../db/database.ts';
import { listRevisions } from '../../db/ledger.ts';
import { listObligationIds, listUnitLines } from '../../db/papers.ts';
import { findUnreachable } from '../../db/reachability.ts';

/** Units to a piece: a few milliseconds of this thread's time each. */
const pieceLength = 500;

type RoundOf = { id: number; issuerId: number; directiveId: number };

export function readRows(tx: Db, round: RoundOf): TableRows {
  async function* pieces(): AsyncGenerator<number[]> {
    const ids = await listObligationIds(tx, round.id);
    for (let from = 0; from < ids.length; from += pieceLength) yield ids.slice(from, from + pieceLength);
  }
  async function* units(): AsyncGenerator<TableLine[]> {
    for await (const obligationIds of pieces()) {
      const lines = await listUnitLines(tx, round, { obligationIds });
      const owing = lines.filter(({ state }) => state === 'owed').map(({ unit }) => unit.id);
      const found = owing.length === 0 ? [] : await findUnreachable(tx, round.directiveId, owing);
      const reasons = new Map(found.map(({ unit, reason }) => [unit.id, reason]));
      yield lines.map((line) => ({ ...line, unreachable: reasons.get(line.unit.id) ?? null }));
    }
  }
  async function* revisions(): AsyncGenerator<RevisionLine[]> {
    for await (const obligationIds of pieces()) yield await listRevisions(tx, round.id, { obligationIds });
  }
  return { units: units(), revisions: revisions() };
}
