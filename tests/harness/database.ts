/** The same database tests on both databases: the embedded one, and PostgreSQL where one can be had. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { beforeAll, beforeEach, describe, inject } from 'vitest';
import type { Db } from '../../db/database.ts';
import { parseAddress } from '../../db/engine/address.ts';
import { type OpenedDatabase, openEngine } from '../../db/engine/open.ts';
import { createEmbeddedPool, createPool } from '../../db/engine/pool.ts';
import * as schema from '../../db/schema/tables.ts';
import { behindDoor } from './door.ts';
import { emptyTables } from './remembered.ts';

export type DatabaseKind = OpenedDatabase['kind'];

/** A migrated, empty database in memory, of the caller's own. Costs 0.6 s and some hundred MB. */
export const openEmbeddedForTest = async (): ReturnType<typeof openEngine> => openEngine(await loadEmbedded());

/** The engine of such a database, to which nobody speaks yet. */
export const loadEmbedded = (): Promise<PGlite> =>
  PGlite.create({ loadDataDir: new Blob([readFileSync(inject('embeddedTemplate'))]) });

const behindSharedDoor = (client: postgres.Sql): Db =>
  behindDoor(client, ['unsafe', 'begin'], (client) => drizzle(client, { schema }));

const openSharedEmbedded = async (): Promise<Db> => behindSharedDoor(createEmbeddedPool(await loadEmbedded()).client);

/** True where the tests have a real PostgreSQL. */
export const hasPostgres = (): boolean => inject('postgres') !== null;

/** A database of the caller's own. Over its socket, where it has one, a statement takes two thirds of the time. */
type OwnDatabase = { url: string; socketUrl: string; drop(): Promise<void> };

/** Creates a database on the test server, migrated or wholly empty; `drop` removes it again. */
export async function createPostgresDatabase(isMigrated = true): Promise<OwnDatabase> {
  const server = inject('postgres');
  if (!server) throw new Error('no PostgreSQL in this test run');
  const name = `${server.template}_${randomBytes(4).toString('hex')}`;
  const run = async (statement: string) => {
    const admin = postgres(server.url, { max: 1, onnotice: () => {} });
    await admin.unsafe(statement);
    await admin.end({ timeout: 1 });
  };
  await run(`create database ${name} template ${isMigrated ? server.template : 'template0'}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const socketUrl = server.socket === null ? url.href : `${url.href}?host=${encodeURIComponent(server.socket)}`;
  return { url: url.href, socketUrl, drop: () => run(`drop database if exists ${name} with (force)`) };
}

/** The product's connections to a database of the caller's own, at most so many. */
export function connectPostgres(url: string, most = 1): { db: Db; close(): Promise<void> } {
  const address = parseAddress(url);
  if (!address.ok) throw new Error('the database has an odd address');
  const { client, close } = createPool(address.value, { role: 'test', statementSeconds: 60, most });
  return { db: drizzle(client, { schema }), close };
}

/** A migrated, empty database on the test server; the end of the run removes it. */
async function openSharedPostgres(): Promise<Db> {
  const { url } = await createPostgresDatabase();
  const address = parseAddress(url);
  if (!address.ok) throw new Error('the test server has an odd address');
  const host = inject('postgres')?.socket ?? address.value.host;
  const { client } = createPool({ ...address.value, host }, { role: 'test', statementSeconds: 60, most: 10 });
  return behindSharedDoor(client);
}

const opened: Partial<Record<DatabaseKind, Promise<Db>>> = {};

/** The one database of this kind that all files of a worker share. It ends with the worker: nobody closes it. */
function sharedDatabase(kind: DatabaseKind): Promise<Db> {
  opened[kind] ??= kind === 'embedded' ? openSharedEmbedded() : openSharedPostgres();
  return opened[kind];
}

/** The database of tests that one kind is enough for: PostgreSQL answers twice as fast, where there is one. */
const quickest = (): DatabaseKind => (hasPostgres() ? 'postgres' : 'embedded');

const taken = new WeakMap<Db, number>();

/** How often a test asked for this database since it was emptied. */
export const timesTaken = (db: Db): number => taken.get(db) ?? 0;

/** Opens the worker's database before the tests of this block; `db()` is to be called inside tests and hooks. */
function openedDatabase(kind: DatabaseKind): { db: () => Db; empty: () => Promise<void> } {
  let shared: Db | undefined;
  beforeAll(async () => {
    shared = await sharedDatabase(kind);
  });
  const db = (): Db => {
    if (!shared) throw new Error('db() is for tests and hooks only');
    taken.set(shared, timesTaken(shared) + 1);
    return shared;
  };
  const empty = async (): Promise<void> => {
    await emptyTables(db());
    taken.set(db(), 0);
  };
  return { db, empty };
}

/** Inside a `describe` or at a file's top: a database that is empty before the first of these tests. */
export function databaseForAll(): () => Db {
  const { db, empty } = openedDatabase(quickest());
  beforeAll(empty);
  return db;
}

/** Inside a `describe`: a database that is empty before each test. */
export function databaseForEach(kind = quickest()): () => Db {
  const { db, empty } = openedDatabase(kind);
  beforeEach(empty);
  return db;
}

/**
 * Runs a block of tests on one database: the quickest, and in the project `embedded` the embedded one. For what the service
 * does and says; a file that is to be played on the embedded database too stands under `onBoth` in tests/harness/projects.ts.
 */
export function describeOnDatabase(name: string, block: (db: () => Db, kind: DatabaseKind) => void): void {
  const kind = inject('onDatabase') === 'embedded' ? 'embedded' : quickest();
  describe(`${name} (${kind})`, () => block(databaseForEach(kind), kind));
}

/**
 * Runs a block of tests on the embedded database and on PostgreSQL: for queries. The project `quick` plays the quicker half and
 * `embedded` the other; `outside` plays both. `db()` is to be called inside tests and hooks; each test finds every table empty.
 * Where no PostgreSQL can be had, its half is named as skipped.
 */
export function describeDatabases(name: string, block: (db: () => Db, kind: DatabaseKind) => void): void {
  const half = (kind: DatabaseKind) => () => block(databaseForEach(kind), kind);
  const on = inject('onDatabase');
  if (on !== 'quickest' || !hasPostgres()) describe(`${name} (embedded)`, half('embedded'));
  if (on === 'embedded') return;
  const why = hasPostgres() ? '' : ': neither TEST_DATABASE_URL nor initdb was found';
  describe.runIf(hasPostgres())(`${name} (PostgreSQL${why})`, half('postgres'));
}
