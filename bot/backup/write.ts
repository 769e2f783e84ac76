import { open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { dumpTables } from '../../db/backup/dump.ts';
import type { Db } from '../../db/database.ts';
import { migrationHashes } from '../../db/engine/migrate.ts';
import { backupFormat, endLine, headLine, rowLine } from './format.ts';

/** What a backup holds. `at` is machine time. */
export type WrittenBackup = { at: Date; rows: number };

/**
 * Writes a backup of one state of the database to a file that must not be there. It is on the disk when this resolves, and
 * only its owner may read it. Where it rejects nothing is left. PostgreSQL works on meanwhile; on the embedded database,
 * which has one session, everybody else waits.
 */
export async function writeBackup(db: Db, file: string, at: Date): Promise<WrittenBackup> {
  let rows = 0;
  async function* lines(tx: Db): AsyncGenerator<string> {
    yield headLine({ chidao: 'backup', format: backupFormat, migrations: migrationHashes(), at: at.toISOString() });
    const counts: Record<string, number> = {};
    for await (const piece of dumpTables(tx)) {
      rows += piece.rows.length;
      counts[piece.table] = (counts[piece.table] ?? 0) + piece.rows.length;
      yield piece.rows.map((row) => rowLine(piece.table, row)).join('');
    }
    yield endLine(counts);
  }
  const handle = await open(file, 'wx', 0o600);
  const target = handle.createWriteStream({ flush: true });
  try {
    await db.transaction((tx) => pipeline(Readable.from(lines(tx)), createGzip(), target), {
      isolationLevel: 'repeatable read',
      accessMode: 'read only',
    });
  } catch (error) {
    target.destroy();
    await rm(file, { force: true });
    throw error;
  }
  return { at, rows };
}
