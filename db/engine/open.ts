import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Db } from '../database.ts';
import * as schema from '../schema/tables.ts';
import { migrateEmbedded, migratePostgres } from './migrate.ts';
import { connectionFailure, failureReason, type OpenFailure, placeName } from './open-failure.ts';

/** An open, migrated database. `close` ends its connections. */
export type OpenedDatabase = { db: Db; kind: 'embedded' | 'postgres'; close(): Promise<void> };

/** Where the database is: PostgreSQL when there is a `url`, else the embedded one in `dataDir`. */
export type DatabasePlace = { url?: string | undefined; dataDir: string };

/** Opens and migrates the database. The embedded one must be locked first: see `lockService`. */
export function openDatabase(place: DatabasePlace): Promise<Result<OpenedDatabase, OpenFailure>> {
  return place.url ? openPostgres(place.url) : openEmbedded(place.dataDir);
}

async function openEmbedded(dataDir: string): Promise<Result<OpenedDatabase, OpenFailure>> {
  const { PGlite } = await import('@electric-sql/pglite');
  const { drizzle } = await import('drizzle-orm/pglite');
  const folder = join(dataDir, 'database');
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (!existsSync(folder)) {
      // Made aside and renamed: a process killed in the middle of making it leaves no half of a database behind.
      const unfinished = join(dataDir, 'database.unfinished');
      rmSync(unfinished, { recursive: true, force: true });
      await (await PGlite.create(unfinished)).close();
      renameSync(unfinished, folder);
    }
    const client = await PGlite.create(folder);
    const db = drizzle(client, { schema });
    const opened: OpenedDatabase = { db, kind: 'embedded', close: () => client.close() };
    try {
      await migrateEmbedded(db);
      return ok(opened);
    } catch (error) {
      await client.close();
      return fail({ type: 'migration', where: folder, why: failureReason(error) });
    }
  } catch (error) {
    return fail({ type: 'unreadable', where: folder, why: failureReason(error) });
  }
}

async function openPostgres(url: string): Promise<Result<OpenedDatabase, OpenFailure>> {
  const { default: postgres } = await import('postgres');
  const { drizzle } = await import('drizzle-orm/postgres-js');
  const where = placeName(url);
  const quiet = { onnotice: () => {}, connect_timeout: 10 };
  const single = postgres(url, { ...quiet, max: 1, max_lifetime: null });
  try {
    const [row] = await single<{ encoding: string }[]>`select current_setting('server_encoding') as encoding`;
    if (row?.encoding !== 'UTF8') {
      await single.end({ timeout: 1 });
      return fail({ type: 'encoding', where, encoding: row?.encoding ?? '' });
    }
  } catch (error) {
    await single.end({ timeout: 1 });
    return fail(connectionFailure(url, error));
  }
  try {
    await migratePostgres(single);
  } catch (error) {
    return fail({ type: 'migration', where, why: failureReason(error) });
  } finally {
    await single.end({ timeout: 1 });
  }
  const client = postgres(url, { ...quiet, max: 10 });
  return ok({ db: drizzle(client, { schema }), kind: 'postgres', close: () => client.end({ timeout: 5 }) });
}
