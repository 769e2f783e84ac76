import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterEach, describe, expect, test } from 'vitest';
import { sayOpenFailure } from '../../../bot/process/database.ts';
import type { Db } from '../../../db/database.ts';
import { parseAddress } from '../../../db/engine/address.ts';
import { openDatabase } from '../../../db/engine/open.ts';
import { lockService } from '../../../db/engine/service-lock.ts';
import { openSession } from '../../../db/engine/session.ts';
import { createPostgresDatabase, hasPostgres } from '../../harness/database.ts';
import { openLine } from '../../harness/line.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of cleanUp.splice(0).reverse()) await each();
});

const database = async () => {
  const { url, drop } = await createPostgresDatabase();
  cleanUp.push(drop);
  const admin = postgres(url, { max: 2, onnotice: () => {} });
  cleanUp.push(() => admin.end({ timeout: 1 }));
  return { url, admin };
};
const open = async (url: string): Promise<Db> => {
  const opened = await openDatabase({ url, dataDir: '' });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  cleanUp.push(opened.value.close);
  return opened.value.db;
};
const lineTo = async (url: string, rewrite?: (chunk: Buffer) => Buffer) => {
  const line = await openLine(url, rewrite && { rewrite });
  cleanUp.push(line.close);
  return line;
};
const one = (db: Db) => db.execute(sql`select 1 as one`);
const endWorkers = (admin: postgres.Sql) =>
  admin`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name like 'chidao work%'`;

describe.skipIf(!hasPostgres())('sessions on PostgreSQL (needs TEST_DATABASE_URL or initdb)', () => {
  test('a session that the server ends in mid-write ends its statement or transaction, and nothing else', async () => {
    const { url, admin } = await database();
    const db = await open(url);
    await db.execute(sql`create table counted (n integer)`);
    let isOver = false;
    const outcomes = { done: 0, failed: 0 };
    const work = async () => {
      while (!isOver)
        await db
          .transaction(async (tx) => {
            for (let n = 0; n < 4; n++) await tx.execute(sql`insert into counted values (${n})`);
            await tx.transaction((inner) => inner.execute(sql`insert into counted values (4)`));
          })
          .then(
            () => outcomes.done++,
            () => outcomes.failed++,
          );
    };
    const workers = Array.from({ length: 12 }, work);
    for (let cut = 0; cut < 60; cut++) {
      const before = outcomes.done;
      await endWorkers(admin);
      // The work goes on after each cut.
      await expect.poll(() => outcomes.done, { interval: 1 }).toBeGreaterThan(before);
    }
    isOver = true;
    await Promise.all(workers);
    expect(outcomes.failed).toBeGreaterThan(0);
    // Nothing of a transaction that was cut is there: no statement of it ran by itself on the next session.
    const [row] =
      await admin`select count(*)::int as rows, count(distinct n)::int as kinds, min(c)::int = max(c)::int as whole
      from (select n, count(*) over (partition by n) as c from counted) each`;
    expect(row).toMatchObject({ kinds: 5, whole: true });
    expect(row?.rows).toBeGreaterThanOrEqual(5 * outcomes.done);
  });

  test('a session that waits for a lock ends soon after its process has, and is given the lock no more', async () => {
    const { url, admin } = await database();
    const address = parseAddress(url);
    if (!address.ok) throw new Error('the test server has an odd address');
    const holding = await admin.reserve();
    cleanUp.push(() => holding.release());
    await holding`select pg_advisory_lock(7)`;
    const session = await openSession(address.value, { role: 'waiting', statementSeconds: 0 });
    const waiting = session.run('select pg_advisory_lock(7)').catch(() => 'ended');
    const waits = () =>
      admin`select from pg_stat_activity where application_name like 'chidao waiting%' and wait_event_type = 'Lock'`;
    await expect.poll(waits).toHaveLength(1);
    session.destroy('the process ends');
    expect(await waiting).toBe('ended');
    await expect.poll(waits).toHaveLength(0);
  });

  test('a statement of a transaction whose session ended is refused, and never runs on another', async () => {
    const { url, admin } = await database();
    const db = await open(url);
    const after = db.transaction(async (tx) => {
      await tx.execute(sql`select 1`);
      await endWorkers(admin);
      await expect
        .poll(() =>
          tx.execute(sql`select 1`).then(
            () => false,
            () => true,
          ),
        )
        .toBe(true);
      await one(db);
      await tx.execute(sql`create table left_over (n integer)`);
    });
    await expect(after).rejects.toThrow(/Failed query/);
    expect(await admin`select to_regclass('left_over') as name`).toMatchObject([{ name: null }]);
  });

  test('a transaction whose failure was caught inside commits nothing', async () => {
    const { url, admin } = await database();
    const db = await open(url);
    const caught = db.transaction(async (tx) => {
      await tx.execute(sql`create table half (n integer)`);
      await tx.execute(sql`select 1 / 0`).catch(() => {});
    });
    await expect(caught).rejects.toThrow();
    expect(await admin`select to_regclass('half') as name`).toMatchObject([{ name: null }]);
    await db.transaction(async (tx) => {
      await tx.execute(sql`create table whole (n integer)`);
      await tx.transaction((inner) => inner.execute(sql`select 1 / 0`)).catch(() => {});
    });
    expect(await admin`select to_regclass('whole') as name`).toMatchObject([{ name: 'whole' }]);
  });

  test('sets what it relies on, whatever database and server have', async () => {
    const { url, admin } = await database();
    for (const setting of [
      `datestyle = 'SQL, DMY'`,
      `timezone = 'Asia/Ho_Chi_Minh'`,
      `search_path = 'nowhere'`,
      `statement_timeout = '1s'`,
      `lock_timeout = '1s'`,
      `idle_session_timeout = '1s'`,
      `default_transaction_isolation = 'serializable'`,
    ])
      await admin.unsafe(`alter database ${new URL(url).pathname.slice(1)} set ${setting}`);
    const db = await open(url);
    const names = ['DateStyle', 'TimeZone', 'search_path', 'statement_timeout', 'idle_session_timeout'];
    const rows = await db.execute<{ value: string }>(
      sql`select current_setting(name) as value from unnest(${`{${names}}`}::text[]) name`,
    );
    expect([...(rows as unknown as { value: string }[])].map(({ value }) => value)).toEqual([
      'ISO, MDY',
      'UTC',
      'public',
      '1min',
      '0',
    ]);
  });

  test('a pooler that lends sessions out is recognised and refused with the reason', async () => {
    const { url } = await database();
    // BackendKeyData: a pooler answers with a process number of its own.
    const own = (chunk: Buffer) => {
      const at = chunk.indexOf(Buffer.from([0x4b, 0, 0, 0, 12]));
      if (at >= 0) chunk.writeUInt32BE(123_456_789, at + 5);
      return chunk;
    };
    const line = await lineTo(url, own);
    for (const failed of [
      await openDatabase({ url: line.url, dataDir: '' }),
      await lockService({ url: line.url, dataDir: '' }),
    ])
      expect(failed.ok ? '' : sayOpenFailure(failed.error)).toMatch(/PgBouncer/);
  });

  test('lines that are forgotten in silence are replaced within 10 s, and free on the server what they held', async () => {
    const { url, admin } = await database();
    const line = await lineTo(url);
    const db = await open(line.url);
    await db.execute(sql`create table held (n integer)`);
    await Promise.all(Array.from({ length: 5 }, () => db.execute(sql`select pg_sleep(0.05)`)));
    const stuck = db.transaction(async (tx) => {
      await tx.execute(sql`lock table held`);
      line.forget();
      await tx.execute(sql`select 1`);
    });
    const began = performance.now();
    await expect(stuck).rejects.toThrow();
    await one(db);
    await db.execute(sql`insert into held values (1)`);
    expect(performance.now() - began).toBeLessThan(30_000);
    const [left] = await admin`select count(*)::int as n from pg_locks where relation = 'held'::regclass`;
    expect(left).toMatchObject({ n: 0 });
  });

  test('a statement that the server still works on is waited for', async () => {
    const { url } = await database();
    const db = await open(url);
    await expect(db.execute(sql`select pg_sleep(6)`)).resolves.toBeDefined();
  });

  test('a database behind a dead line closes soon', async () => {
    const { url } = await database();
    const line = await lineTo(url);
    const opened = await openDatabase({ url: line.url, dataDir: '' });
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    await one(opened.value.db);
    line.cut();
    const late = one(opened.value.db).then(
      () => 'answered',
      () => 'ended',
    );
    const began = performance.now();
    await opened.value.close();
    expect(await late).toBe('ended');
    expect(performance.now() - began).toBeLessThan(4_000);
  });

  test('the lock of the service lives through a server that ends idle sessions', async () => {
    const { url, admin } = await database();
    await admin.unsafe(`alter database ${new URL(url).pathname.slice(1)} set idle_session_timeout = '100ms'`);
    const lock = await lockService({ url, dataDir: '' });
    if (!lock.ok) throw new Error(lock.error.type);
    cleanUp.push(lock.value.release);
    const [held] = await admin`select current_setting('idle_session_timeout') as mine, pg_sleep(0.5)`;
    expect(held).toBeDefined();
    expect(
      await admin`select 1 from pg_stat_activity where application_name like 'chidao lock%' and datname = current_database()`,
    ).toHaveLength(1);
  });

  test('a lock whose line is forgotten in silence is noticed, and taken again by the process that held it', async () => {
    const { url } = await database();
    const line = await lineTo(url);
    const lock = await lockService({ url: line.url, dataDir: '' });
    if (!lock.ok) throw new Error(lock.error.type);
    line.forget();
    expect(await lock.value.lost).toBe('no answer');
    const again = await lockService({ url: line.url, dataDir: '' });
    expect(again.ok).toBe(true);
    if (again.ok) await again.value.release();
  });
});
