import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { fail, ok, type Result } from '../../core/result.ts';
import { isUnused, type KeptRow, loadTables } from '../../db/backup/load.ts';
import type { Db } from '../../db/database.ts';
import { migrationHashes } from '../../db/engine/migrate.ts';
import { backupFormat, readEndLine, readHeadLine, readRowLine } from './format.ts';

/**
 * Why a backup is not put back. `other-version`: its tables are not those of this program. `cut`: its end is missing, or it
 * was changed. `in-use`: the database holds data.
 */
export type RestoreFault = 'no-backup' | 'other-version' | 'cut' | 'in-use';

/** What was put back. `at` is when the backup was made, in machine time. */
export type Restored = { at: Date; rows: number };

/** Rolls the transaction back and says why. */
class Unfit extends Error {
  readonly fault: RestoreFault;
  constructor(fault: RestoreFault, options?: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}

/**
 * Puts a backup into the database: all of it, or nothing. A database that holds data is replaced only where `replaces` says
 * so. What a backup leaves out stays as it is. `then` runs in the same transaction, with what was put back.
 */
export async function restoreBackup(
  db: Db,
  file: string,
  { replaces }: { replaces: boolean },
  then: (tx: Db, restored: Restored) => Promise<unknown>,
): Promise<Result<Restored, RestoreFault>> {
  try {
    const restored = await db.transaction(async (tx) => {
      const lines = linesOf(file);
      const first = await lines.next();
      const head = first.done ? undefined : readHeadLine(first.value);
      if (!head) throw new Unfit('no-backup');
      const isOurs = head.format === backupFormat && String(head.migrations) === String(migrationHashes());
      if (!isOurs) throw new Unfit('other-version');
      if (!replaces && !(await isUnused(tx))) throw new Unfit('in-use');
      const counts = await load(tx, lines);
      const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
      const done = { at: new Date(head.at), rows };
      await then(tx, done);
      return done;
    });
    return ok(restored);
  } catch (error) {
    if (error instanceof Unfit) return fail(error.fault);
    throw error;
  }
}

async function load(tx: Db, lines: AsyncGenerator<string>): Promise<Record<string, number>> {
  let promised: Record<string, number> | undefined;
  async function* rows(): AsyncGenerator<KeptRow> {
    for await (const line of lines) {
      if (promised) throw new Unfit('cut');
      const row = readRowLine(line);
      if (row) yield row;
      else {
        promised = readEndLine(line);
        if (!promised) throw new Unfit('cut');
      }
    }
  }
  const counts = await loadTables(tx, rows());
  const isWhole = promised !== undefined && sorted(promised) === sorted(counts);
  if (!isWhole) throw new Unfit('cut');
  return counts;
}

const sorted = (counts: Record<string, number>): string => JSON.stringify(Object.entries(counts).sort());

/** The lines of a gzipped file. What is no such file, or ends too early, is told as what it means for a backup. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unzipped = createGunzip();
  source.once('error', (error) => unzipped.destroy(error)).pipe(unzipped);
  let isBegun = false;
  let parts: Buffer[] = [];
  try {
    for await (const chunk of unzipped as AsyncIterable<Buffer>) {
      let from = 0;
      for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
        isBegun = true;
        yield Buffer.concat([...parts, chunk.subarray(from, to)]).toString('utf8');
        parts = [];
        from = to + 1;
      }
      parts.push(chunk.subarray(from));
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && /^Z_/.test(String(error.code)))) throw error;
    throw new Unfit(error.message === 'incorrect header check' ? 'no-backup' : 'cut', { cause: error });
  } finally {
    source.destroy();
  }
  if (Buffer.concat(parts).length > 0) throw new Unfit(isBegun ? 'cut' : 'no-backup');
}
