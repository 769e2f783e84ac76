/** The rows of a table, read piece by piece inside the snapshot that its figures come from. */
import type { Db } from '../../db/database.ts';
import type { LineTexts } from '../../db/figures/paper-rows.ts';
import { listObligationIds, lookUpByKey, readLineTexts } from '../../db/figures/unit-lines.ts';

/** Rows as the database hands them out, of so many units. */
export type Piece = { texts: LineTexts; units: number };
export type RowTexts = AsyncIterable<Piece>;

/** Units to a piece: about 600 KB. */
const pieceLength = 1_000;

export async function* readRows(
  tx: Db,
  round: { id: number; issuerId: number; directiveId: number },
): AsyncGenerator<Piece> {
  const ids = await listObligationIds(tx, round.id);
  await lookUpByKey(tx);
  const parts = Array.from({ length: Math.ceil(ids.length / pieceLength) }, (_, n) =>
    ids.slice(n * pieceLength, (n + 1) * pieceLength),
  );
  // The database reads the next piece while this one is passed on.
  let next: Promise<LineTexts> | undefined;
  for (const [n, obligationIds] of parts.entries()) {
    const texts = await (next ?? readLineTexts(tx, round, { obligationIds }));
    const following = parts[n + 1];
    next = following && readLineTexts(tx, round, { obligationIds: following });
    // Whoever stops here never learns of it.
    next?.catch(() => undefined);
    yield { texts, units: obligationIds.length };
  }
}
