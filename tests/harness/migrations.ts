/** A database as a version before left it, brought up to this one, on both kinds. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { afterAll, test } from 'vitest';
import type { Db } from '../../db/database.ts';
import { migrateDatabase } from '../../db/engine/migrate.ts';
import * as schema from '../../db/schema/tables.ts';
import { createPostgresDatabase, hasPostgres, openEmbeddedForTest } from './database.ts';

/** The migrations before the one of this name, in a folder that is removed after the tests. */
function migrationsBefore(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'chidao-migrations-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(import.meta.dirname, '../../db/migrations'), folder, { recursive: true });
  const file = join(folder, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { tag: string }[] };
  const at = journal.entries.findIndex(({ tag }) => tag.replace(/^\d+_/, '') === name);
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, at) }));
  return folder;
}

/**
 * Tests what a migration makes of what was there before it: `before` are the statements that filled the database of the
 * version before.
 */
export function testMigration(
  title: string,
  name: string,
  before: readonly SQL[],
  expectAfter: (db: Db) => Promise<void>,
): void {
  const migrationsFolder = migrationsBefore(name);
  const upgrade = async (client: postgres.Sql): Promise<Db> => {
    const db = drizzle(client, { schema });
    await migrate(db, { migrationsFolder });
    for (const statement of before) await db.execute(statement);
    await migrateDatabase(client);
    return db;
  };

  test(`${title} (embedded)`, async () => {
    const { client, close } = await openEmbeddedForTest();
    for (const one of ['public', 'drizzle']) await client.unsafe(`drop schema ${one} cascade`);
    await client.unsafe('create schema public');
    await expectAfter(await upgrade(client));
    await close();
  });

  test.skipIf(!hasPostgres())(`${title} (PostgreSQL)`, async () => {
    const { url, drop } = await createPostgresDatabase(false);
    const client = postgres(url, { max: 1, onnotice: () => {} });
    await expectAfter(await upgrade(client));
    await client.end({ timeout: 1 });
    await drop();
  });
}
