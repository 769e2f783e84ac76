import { spawn } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '../../db/engine/migrate.ts';
import { createEmbeddedPool } from '../../db/engine/pool.ts';
import { startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** File of the embedded database's template. */
    embeddedTemplate: string;
    /** A PostgreSQL server and the migrated database on it that others are copied from; null where none can be had. */
    postgres: { url: string; socket: string | null; template: string } | null;
    /** What properties draw from. */
    seed: number;
    /** On which database the tests of this project are (tests/harness/database.ts). */
    onDatabase: 'quickest' | 'embedded' | 'both';
    /** Whether transcripts run with buttons or as plain text (vitest.config.ts). */
    chats: 'buttons' | 'plain';
  }
}

const cache = join(import.meta.dirname, '../../node_modules/.cache/chidao');
const dayMs = 24 * 3600 * 1000;

/**
 * A migrated embedded database as a file, made once for every state of the migrations: making one takes seconds. What
 * is older than a day goes; what is younger may be in use by another run.
 */
async function embeddedTemplate(): Promise<string> {
  const folder = join(import.meta.dirname, '../../db/migrations');
  const hash = createHash('sha256').update(readFileSync(join(import.meta.dirname, '../../package-lock.json')));
  for (const name of readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort())
    hash.update(readFileSync(join(folder, name)));
  const file = join(cache, `embedded-${hash.digest('hex').slice(0, 16)}.tar`);
  if (existsSync(file)) return file;
  mkdirSync(cache, { recursive: true });
  for (const old of readdirSync(cache))
    if (statSync(join(cache, old)).mtimeMs < Date.now() - dayMs) rmSync(join(cache, old), { force: true });
  const engine = await PGlite.create();
  const { client, close } = createEmbeddedPool(engine);
  await migrateDatabase(client);
  await close();
  const dump = await engine.dumpDataDir('none');
  await engine.close();
  writeFileSync(`${file}.${process.pid}`, Buffer.from(await dump.arrayBuffer()));
  renameSync(`${file}.${process.pid}`, file);
  return file;
}

async function withClient(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, max_lifetime: null });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Compiles the product where it changed, for a run with tests that start it: those of the project `outside`. */
async function build({ vitest }: TestProject): Promise<void> {
  const { filenamePattern } = vitest as { filenamePattern?: string[] };
  const files = await vitest.globTestSpecifications(filenamePattern);
  if (!files.some(({ project }) => project.name === 'outside')) return;
  const root = join(import.meta.dirname, '../..');
  const compiler = spawn(process.execPath, ['build.mjs'], { cwd: root, stdio: 'inherit' });
  const [status] = await once(compiler, 'exit');
  if (status !== 0) throw new Error('the product does not compile');
}

/** Builds the product, makes the templates that the database tests copy, and ends the throw-away server afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const seed = Number(process.env.TEST_SEED) || randomInt(1, 2 ** 31);
  process.stdout.write(`properties draw from seed ${seed}; TEST_SEED=${seed} draws the same again\n`);
  project.provide('seed', seed);
  const [, embedded, server] = await Promise.all([build(project), embeddedTemplate(), startPostgres()]);
  project.provide('embeddedTemplate', embedded);
  if (!server) {
    project.provide('postgres', null);
    return async () => {};
  }
  const template = `chidao_test_${process.pid}`;
  await withClient(server.url, (sql) => sql.unsafe(`create database ${template}`));
  const url = new URL(server.url);
  url.pathname = `/${template}`;
  await withClient(url.href, migrateDatabase);
  project.provide('postgres', { url: server.url, socket: server.socket, template });
  return async () => {
    await withClient(server.url, async (sql) => {
      const ours = await sql<
        { name: string }[]
      >`select datname as name from pg_database where starts_with(datname, ${template})`;
      for (const { name } of ours) await sql.unsafe(`drop database if exists ${name} with (force)`);
    });
    await server.stop();
  };
}
