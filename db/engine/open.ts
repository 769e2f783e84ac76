import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Db } from '../database.ts';
import * as schema from '../schema/tables.ts';
import { parseAddress } from './address.ts';
import { makePrivate, makeTreePrivate } from './folders/private-folder.ts';
import { migrateDatabase } from './migrate.ts';
import { connectionFailure, failureReason, folderFailure, type OpenFailure, placeName } from './open-failure.ts';
import type { Pool } from './pool.ts';

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
  const folder = join(dataDir, 'database');
  try {
    makePrivate(dataDir);
    if (!existsSync(folder)) {
      // Made aside and renamed: a process killed in the middle of making it leaves no half of a database behind.
      const unfinished = join(dataDir, 'database.unfinished');
      rmSync(unfinished, { recursive: true, force: true });
      await (await PGlite.create(unfinished)).close();
      renameSync(unfinished, folder);
    }
    makeTreePrivate(folder);
    const { client, ...opened } = await openEngine(await PGlite.create(folder));
    try {
      await migrateDatabase(client);
      // The engine makes some files readable and writable for all, whatever the umask says.
      makeTreePrivate(folder);
      return ok(opened);
    } catch (error) {
      await opened.close();
      return fail({ type: 'migration', where: folder, why: failureReason(error) });
    }
  } catch (error) {
    return fail(folderFailure(folder, error));
  }
}

/** The embedded database behind the driver, as it is; `close` ends the engine. */
export async function openEngine(engine: PGlite): Promise<OpenedDatabase & Pick<Pool, 'client'>> {
  const { createEmbeddedPool } = await import('./pool.ts');
  const { drizzle } = await import('drizzle-orm/postgres-js');
  const pool = createEmbeddedPool(engine);
  const close = async () => {
    await pool.close();
    await engine.close();
  };
  return { db: drizzle(pool.client, { schema }), kind: 'embedded', client: pool.client, close };
}

/** Statements of the service, and of a command, end after so many seconds; those of migrations last as long as they need. */
const statementSeconds = 60;
const mostSessions = 10;

async function openPostgres(url: string): Promise<Result<OpenedDatabase, OpenFailure>> {
  const address = parseAddress(url);
  if (!address.ok) return fail({ type: 'unreachable', where: placeName(url), why: address.error.type });
  const { createPool } = await import('./pool.ts');
  const { drizzle } = await import('drizzle-orm/postgres-js');
  const single = createPool(address.value, { role: 'migration', statementSeconds: 0, most: 1 });
  try {
    await single.client.unsafe('select 1');
  } catch (error) {
    await single.close();
    return fail(connectionFailure(url, error));
  }
  try {
    await migrateDatabase(single.client);
  } catch (error) {
    return fail({ type: 'migration', where: placeName(url), why: failureReason(error) });
  } finally {
    await single.close();
  }
  const { client, close } = createPool(address.value, { role: 'work', statementSeconds, most: mostSessions });
  return ok({ db: drizzle(client, { schema }), kind: 'postgres', close });
}
