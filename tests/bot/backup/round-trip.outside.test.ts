import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { getTableName, is, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createSeal } from '../../../bot/audit/seal.ts';
import { verifyAudit } from '../../../bot/audit/verify.ts';
import { readRowLine } from '../../../bot/backup/format.ts';
import { restoreBackup } from '../../../bot/backup/restore.ts';
import { writeBackup } from '../../../bot/backup/write.ts';
import { keptTables, leftOut } from '../../../db/backup/tables.ts';
import type { Db } from '../../../db/database.ts';
import { openDatabase } from '../../../db/engine/open.ts';
import * as schema from '../../../db/schema/tables.ts';
import {
  createPostgresDatabase,
  type DatabaseKind,
  databaseForEach,
  describeDatabases,
  hasPostgres,
  openEmbeddedForTest,
} from '../../harness/database.ts';
import { reports } from '../../harness/world/person.ts';
import { createWorld, worldKey } from '../../harness/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'chidao-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = new Date('2026-11-22T10:00:00.123Z');
let file = '';
let files = 0;
beforeEach(() => {
  files += 1;
  file = join(folder, `backup-${files}.gz`);
});

/** A fresh database of a kind, for one test. */
async function withFresh(kind: DatabaseKind, run: (db: Db) => Promise<void>): Promise<void> {
  if (kind === 'embedded') {
    const { db, close } = await openEmbeddedForTest();
    return run(db).finally(close);
  }
  const { url, drop } = await createPostgresDatabase();
  const opened = await openDatabase({ url, dataDir: folder });
  if (!opened.ok) throw new Error(opened.error.type);
  await run(opened.value.db).finally(opened.value.close);
  await drop();
}

/** An office with a bit of everything, also of what is hard to write down. */
async function fill(db: Db): Promise<void> {
  const world = await createWorld(db);
  const lan = await world.register('XA-AN-BINH', 'Lan "dấu" \\ \t 🇻🇳');
  await world.registerStaff();
  await world.issue();
  await reports(lan, [50, 45, 40, 38]);
  // A parent that came later than its children, and files of any bytes.
  await db.execute(sql`insert into units (code, name, kind, position) values ('SAU', 'Sau', 'office', 99)`);
  await db.execute(
    sql`update units set parent_id = (select id from units where code = 'SAU') where code = 'XA-AN-BINH'`,
  );
  for (const length of [0, 1, 3_000]) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 7) % 256);
    await db.insert(schema.attachments).values({
      inboxId: 1,
      accountId: 1,
      channel: 'telegram',
      reference: 'x',
      state: 'failed',
      bytes,
      notBefore: 1_764_000_000_123.25,
      receivedAt: at,
    });
  }
  await db.insert(schema.platformTokens).values({
    platform: 'zalo-oa',
    appId: '1',
    sealed: 'old',
    generation: 1,
    state: 'fresh',
    expiresAt: at,
    refreshAt: at,
  });
}

/** Every row of every table that a backup keeps, whatever the order. */
async function contentOf(db: Db): Promise<Record<string, unknown[]>> {
  const content: Record<string, unknown[]> = {};
  for (const table of Object.values(schema)) {
    if (!is(table, PgTable) || leftOut.includes(table)) continue;
    const rows = (await db.select().from(table)).map((row) => JSON.stringify(Object.entries(row).map(written)));
    content[getTableName(table)] = rows.sort();
  }
  return content;
}

/** Of files their bytes, which the drivers give in two kinds of lists. */
const written = ([name, value]: [string, unknown]) => [
  name,
  value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
];

const put = (db: Db, replaces = false) => restoreBackup(db, file, { replaces }, async () => {});

test('a backup holds every table but the few that it names', () => {
  const named = keptTables.map(({ name }) => name);
  expect(named.length).toBeGreaterThan(25);
  expect(named).not.toContain('platform_tokens');
  expect(leftOut.map((table) => getTableName(table)).sort()).toEqual([
    'channel_allowances',
    'channel_states',
    'figure_changes',
    'figure_counts',
    'figure_reach',
    'figure_shares',
    'figure_sums',
    'leadership',
    'platform_tokens',
  ]);
});

describeDatabases('a backup', (db) => {
  describe.each<DatabaseKind>(['embedded', 'postgres'])('put back into a fresh database: %s', (kind) => {
    test.skipIf(kind === 'postgres' && !hasPostgres())('gives the same rows, and the audit chain stands', async () => {
      await fill(db());
      const { rows } = await writeBackup(db(), file, at);
      const before = await contentOf(db());
      expect(rows).toBe(Object.values(before).flat().length);
      await withFresh(kind, async (fresh) => {
        expect(await put(fresh)).toEqual({ ok: true, value: { at, rows } });
        expect(await contentOf(fresh)).toEqual(before);
        expect((await verifyAudit(fresh, createSeal(worldKey))).faults).toEqual([]);
        expect(await fresh.select().from(schema.platformTokens)).toEqual([]);
      });
    });
  });

  test('counts on far beyond what was given out, so that no old link opens something else', async () => {
    await fill(db());
    await writeBackup(db(), file, at);
    await put(db(), true);
    const [unit] = await db().insert(schema.units).values({ code: 'a', name: 'A', kind: 'x', position: 1 }).returning();
    expect(unit?.id).toBeGreaterThan(100_000);
    expect(unit?.id).toBeLessThan(200_000);
  });

  test('is of one state, whatever is written meanwhile', async () => {
    await createWorld(db());
    const before = await contentOf(db());
    const writing = writeBackup(db(), file, at);
    const meanwhile = db().insert(schema.people).values({ name: 'Nam', createdAt: at });
    await Promise.all([writing, meanwhile]);
    const after = await contentOf(db());
    await put(db(), true);
    expect([JSON.stringify(before), JSON.stringify(after)]).toContain(JSON.stringify(await contentOf(db())));
  });

  test('replaces what is there only when told to, and leaves what it does not hold', async () => {
    await fill(db());
    await writeBackup(db(), file, at);
    const before = await contentOf(db());
    await db().insert(schema.people).values({ name: 'Nam', createdAt: at });
    await db().update(schema.platformTokens).set({ sealed: 'new' });
    const grown = await contentOf(db());
    expect(await put(db())).toEqual({ ok: false, error: 'in-use' });
    expect(await contentOf(db())).toEqual(grown);
    expect(await put(db(), true)).toMatchObject({ ok: true });
    expect(await contentOf(db())).toEqual(before);
    expect(await db().select().from(schema.platformTokens)).toMatchObject([{ sealed: 'new' }]);
  });

  test('is for its owner only, and writes over nothing', async () => {
    await createWorld(db());
    await writeBackup(db(), file, at);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const before = readFileSync(file);
    await expect(writeBackup(db(), file, at)).rejects.toThrow('EEXIST');
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('what is no whole backup changes nothing', () => {
  const db = databaseForEach();
  let whole = Buffer.alloc(0);
  let before: Record<string, unknown[]> = {};
  beforeEach(async () => {
    await createWorld(db());
    await writeBackup(db(), file, at);
    whole = readFileSync(file);
    before = await contentOf(db());
  });

  const lines = () => gunzipSync(whole).toString('utf8').trimEnd().split('\n');
  const zipped = (changed: string[]) => gzipSync(`${changed.join('\n')}\n`);

  test.each<[string, () => Buffer, string]>([
    ['a file of another kind', () => Buffer.from('hello'), 'no-backup'],
    ['an empty file', () => Buffer.alloc(0), 'cut'],
    ['another zipped file', () => gzipSync('hello\nworld\n'), 'no-backup'],
    ['a file that was cut', () => whole.subarray(0, whole.length - 200), 'cut'],
    ['a file with a flipped bit', () => flipped(whole), 'cut'],
    ['a file without its last line', () => zipped(lines().slice(0, -1)), 'cut'],
    ['a file without one row', () => zipped(lines().filter((line) => !line.includes('XA-BINH-MINH'))), 'cut'],
    ['a file with something behind its end', () => zipped([...lines(), lines()[1] ?? '']), 'cut'],
    [
      'a backup of another form',
      () => zipped(lines().map((line) => line.replace('"format":1', '"format":2'))),
      'other-version',
    ],
    [
      'a backup of other tables',
      () => zipped(lines().map((line) => line.replace('"migrations":["', '"migrations":["x'))),
      'other-version',
    ],
  ])('%s', async (_what, made, fault) => {
    writeFileSync(file, made());
    expect(await put(db(), true)).toEqual({ ok: false, error: fault });
    expect(await contentOf(db())).toEqual(before);
  });
});

/** One bit of the compressed text is another, near its end. */
function flipped(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  const place = changed.length - 6;
  changed[place] = (changed[place] ?? 0) ^ 1;
  return changed;
}

test('a row is read back letter by letter', () => {
  const row = '{"a":1.0,"b":"}\\n","c":12345678901234567890}';
  expect(readRowLine(`{"table":"units","row":${row}}`)).toEqual({ table: 'units', row });
  expect(readRowLine('{"end":{}}')).toBeUndefined();
});
