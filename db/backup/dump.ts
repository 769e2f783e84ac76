import { sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { rowsOf } from '../engine/rows.ts';
import { keptTables } from './tables.ts';

/** A piece of a table: each row as one JSON text without a line break, as the database wrote it. */
export type DumpedPiece = { table: string; rows: string[] };

const most = 500;

/**
 * Reads every row that a backup keeps, table by table, in the order in which they can be put back. Call it in a
 * transaction of one snapshot. No more than a piece is in memory.
 */
export async function* dumpTables(tx: Db): AsyncGenerator<DumpedPiece> {
  for (const { name, holdsFiles } of keptTables) {
    await tx.execute(
      sql`declare backup_rows no scroll cursor for select to_json(t)::text as row from ${sql.identifier(name)} t`,
    );
    const fetch = sql.raw(`fetch ${holdsFiles ? 1 : most} from backup_rows`);
    for (;;) {
      const rows = rowsOf<{ row: string }>(await tx.execute(fetch)).map(({ row }) => row);
      if (rows.length === 0) break;
      yield { table: name, rows };
    }
    await tx.execute(sql`close backup_rows`);
  }
}
