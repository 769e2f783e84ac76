import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { type MigrationConfig, readMigrationFiles } from 'drizzle-orm/migrator';
import type { Sql } from 'postgres';
import type { Db } from '../database.ts';
import type * as schema from '../schema/tables.ts';
import { packageRoot } from './folders/package-root.ts';

/** Any number that no other program is likely to use: every process that migrates waits for the same one. */
const migrationLock = 7_305_061_001;

const migrationsFolder = (): string => join(packageRoot(), 'db/migrations');

/** What tells the migrations that this program knows apart, oldest first. */
export const migrationHashes = (): string[] =>
  readMigrationFiles({ migrationsFolder: migrationsFolder() }).map(({ hash }) => hash);

/**
 * Refuses a database that a newer version of the program has migrated. Drizzle compares instants of creation only, and
 * would take it as complete.
 */
async function assertApplied(db: Db, config: MigrationConfig): Promise<void> {
  const expected = readMigrationFiles(config).map((migration) => migration.hash);
  const applied = await db
    .select({ hash: sql<string>`hash` })
    .from(sql`drizzle.__drizzle_migrations`)
    .then((rows) => new Set(rows.map((row) => row.hash)));
  const missing = expected.filter((hash) => !applied.has(hash)).length;
  if (missing > 0 || applied.size > expected.length) {
    throw new Error(`${applied.size} migrations applied, ${expected.length} known, ${missing} missing`);
  }
}

/**
 * Brings a database to the current schema. `single` must be a client of exactly one connection: the lock that
 * makes several processes go one after another belongs to it.
 */
export async function migrateDatabase(single: Sql): Promise<void> {
  const { drizzle } = await import('drizzle-orm/postgres-js');
  const { migrate } = await import('drizzle-orm/postgres-js/migrator');
  const config = { migrationsFolder: migrationsFolder() };
  const db = drizzle<typeof schema>(single);
  await db.execute(sql`select pg_advisory_lock(${sql.raw(String(migrationLock))})`);
  try {
    await migrate(db, config);
    await assertApplied(db, config);
  } finally {
    await db.execute(sql`select pg_advisory_unlock(${sql.raw(String(migrationLock))})`);
  }
}
