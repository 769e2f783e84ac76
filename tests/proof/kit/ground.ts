/** Databases to play on: furnished once, then copied for each play. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { Db } from '../../../db/database.ts';
import { migrateDatabase } from '../../../db/engine/migrate.ts';
import { openDatabase } from '../../../db/engine/open.ts';
import * as schema from '../../../db/schema/tables.ts';
import { furnish } from './district.ts';

/** A PostgreSQL database of one play. */
export type Plot = { url: string; name: string; db: Db; drop(): Promise<void> };

export type Ground = {
  /** A database with so many communes, as it was before anything happened. */
  postgres(communes: number): Promise<Plot>;
  /**
   * Copies a database as it stands now. `putBack` puts the copy into its place; `undo` brings back what stood there. Who is
   * connected is put out.
   */
  backUp(name: string): Promise<{ putBack(): Promise<void>; undo(): Promise<void> }>;
  /** A data folder whose embedded database holds so many communes. */
  embedded(communes: number): Promise<string>;
  /** Runs a statement on the server itself. */
  run(statement: string): Promise<unknown>;
  close(): Promise<void>;
};

const quiet = { onnotice: () => {}, max_lifetime: null } as const;

/** `url` is the maintenance database of a server where databases may be made. */
export function openGround(url: string): Ground {
  const prefix = `proof_${process.pid}`;
  const folder = mkdtempSync(join(tmpdir(), 'chidao-proof-'));
  const templates = new Map<number, Promise<string>>();
  const folders = new Map<number, Promise<string>>();
  const made: string[] = [];
  let opened = 0;
  const admin = postgres(url, { ...quiet, max: 1 });

  const urlOf = (name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const create = async (name: string, template: string): Promise<string> => {
    await admin.unsafe(`create database ${name} template ${template}`);
    made.push(name);
    return urlOf(name);
  };

  const makeTemplate = async (communes: number): Promise<string> => {
    const name = `${prefix}_template_${communes}`;
    const client = postgres(await create(name, 'template0'), { ...quiet, max: 1 });
    await migrateDatabase(client);
    await furnish(drizzle(client, { schema }), communes);
    await client.end({ timeout: 1 });
    return name;
  };

  const makeFolder = async (communes: number): Promise<string> => {
    const dataDir = join(folder, `template-${communes}`);
    const place = await openDatabase({ dataDir });
    if (!place.ok) throw new Error(JSON.stringify(place.error));
    await furnish(place.value.db, communes);
    await place.value.close();
    return dataDir;
  };

  const open = async (template: string): Promise<Plot> => {
    opened += 1;
    const name = `${prefix}_${opened}`;
    const at = await create(name, template);
    const client = postgres(at, { ...quiet, max: 4, connection: { application_name: 'proof' } });
    const drop = async (): Promise<void> => {
      await client.end({ timeout: 1 });
      await admin.unsafe(`drop database if exists ${name} with (force)`);
    };
    return { url: at, name, db: drizzle(client, { schema }), drop };
  };

  return {
    postgres: async (communes) => {
      const template = templates.get(communes) ?? makeTemplate(communes);
      templates.set(communes, template);
      return open(await template);
    },
    backUp: (name) => backUp(admin, made, name),
    embedded: async (communes) => {
      const template = folders.get(communes) ?? makeFolder(communes);
      folders.set(communes, template);
      const dataDir = mkdtempSync(join(folder, 'play-'));
      cpSync(await template, dataDir, { recursive: true });
      return dataDir;
    },
    run: (statement) => admin.unsafe(statement),
    close: async () => {
      for (const name of made) await admin.unsafe(`drop database if exists ${name} with (force)`);
      await admin.end({ timeout: 1 });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function backUp(admin: postgres.Sql, made: string[], name: string): ReturnType<Ground['backUp']> {
  const [copy, aside] = [`${name}_copy`, `${name}_aside`];
  made.push(copy, aside);
  const putOut = () => admin.unsafe(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  const rename = (from: string, to: string) => admin.unsafe(`alter database ${from} rename to ${to}`);
  await putOut();
  await admin.unsafe(`create database ${copy} template ${name}`);
  return {
    putBack: async () => {
      await putOut();
      await rename(name, aside);
      await rename(copy, name);
    },
    undo: async () => {
      await putOut();
      await rename(name, copy);
      await rename(aside, name);
    },
  };
}
