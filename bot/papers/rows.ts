/** The rows of a table, read piece by piece inside the snapshot that its figures come from. */
import type { Db } from '../../db/database.ts';
import { listObligationIds, lookUpByKey, readRevisionTexts, readUnitTexts } from '../../db/unit-lines.ts';

/** Rows as the database hands them out, in pieces; `units` is how many units a piece is of. */
export type Piece = { text: string; units: number };
export type RowTexts = { units: AsyncIterable<Piece>; revisions: AsyncIterable<Piece> };

/** Units to a piece: about 600 KB. */
const pieceLength = 1_000;

export function readRows(tx: Db, round: { id: number; issuerId: number; directiveId: number }): RowTexts {
  let ids: number[] | undefined;
  async function open(): Promise<number[]> {
    const found = await listObligationIds(tx, round.id);
    await lookUpByKey(tx);
    return found;
  }
  // The database reads the next piece while this one is passed on.
  async function* pieces(read: (part: { obligationIds: number[] }) => Promise<string>): AsyncGenerator<Piece> {
    ids ??= await open();
    const parts = Array.from({ length: Math.ceil(ids.length / pieceLength) }, (_, n) =>
      (ids ?? []).slice(n * pieceLength, (n + 1) * pieceLength),
    );
    let next: Promise<string> | undefined;
    for (const [n, obligationIds] of parts.entries()) {
      const text = await (next ?? read({ obligationIds }));
      const following = parts[n + 1];
      next = following && read({ obligationIds: following });
      // Whoever stops here never learns of it.
      next?.catch(() => undefined);
      yield { text, units: obligationIds.length };
    }
  }
  return {
    units: pieces((part) => readUnitTexts(tx, round, part)),
    revisions: pieces((part) => readRevisionTexts(tx, round.id, part)),
  };
}
