/** Where the month is played: a throw-away PostgreSQL where there is one, else the embedded database in a throw-away folder. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { parseAddress } from '../../../db/engine/address.ts';
import { type OpenedDatabase, openDatabase } from '../../../db/engine/open.ts';
import { createPool } from '../../../db/engine/pool.ts';
import * as schema from '../../../db/schema/tables.ts';
import { startPostgres } from '../../harness/postgres-server.ts';

export type MonthPlace = { opened: OpenedDatabase; url: string | undefined; dataDir: string; close(): Promise<void> };

/** Opens an empty, migrated database. */
export async function openPlace(): Promise<MonthPlace> {
  const dataDir = mkdtempSync(join(tmpdir(), 'chidao-month-'));
  const server = await startPostgres();
  const name = `month_${randomBytes(4).toString('hex')}`;
  const run = async (statement: string): Promise<void> => {
    if (!server) return;
    const admin = postgres(server.url, { max: 1, onnotice: () => {} });
    await admin.unsafe(statement);
    await admin.end({ timeout: 1 });
  };
  await run(`create database ${name} template template0`);
  const url = server && Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
  const opened = await openDatabase({ url, dataDir });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const database = await overSocket(opened.value, url, server?.socket ?? null);
  return {
    opened: database,
    url,
    dataDir,
    close: async () => {
      await database.close();
      await run(`drop database if exists ${name} with (force)`);
      await server?.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The same database over its socket, where it has one: a statement takes two thirds of the time. */
async function overSocket(
  opened: OpenedDatabase,
  url: string | undefined,
  socket: string | null,
): Promise<OpenedDatabase> {
  const address = url === undefined || socket === null ? undefined : parseAddress(url);
  if (!address?.ok || socket === null) return opened;
  await opened.close();
  const { client, close } = createPool(
    { ...address.value, host: socket },
    { role: 'work', statementSeconds: 60, most: 10 },
  );
  return { db: drizzle(client, { schema }), kind: 'postgres', close };
}
