import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { sayOpenFailure } from '../../../bot/process/database.ts';
import { openDatabase } from '../../../db/engine/open.ts';
import { lockService } from '../../../db/engine/service-lock.ts';
import { units } from '../../../db/schema/tables.ts';
import { nextLine, runScript, startScript } from '../../harness/child.ts';
import { createPostgresDatabase, hasPostgres } from '../../harness/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'chidao-test-'));
const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of cleanUp.splice(0)) await each();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const emptyPostgres = async () => {
  const { url, drop } = await createPostgresDatabase(false);
  cleanUp.push(drop);
  return { url, dataDir: folder };
};
const hold = (env: Record<string, string>) => {
  const child = startScript('tests/db/engine/open-locked.ts', [], env);
  cleanUp.push(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'close');
  });
  return child;
};
const kill = async (child: ReturnType<typeof hold>) => {
  child.kill('SIGKILL');
  await once(child, 'close');
};

describe('the embedded database', () => {
  const dataDir = join(folder, 'embedded');

  test('opens twice, keeps what was written, and migrates only once', async () => {
    for (const expected of [0, 1]) {
      const opened = await openDatabase({ dataDir });
      if (!opened.ok) throw new Error(JSON.stringify(opened.error));
      const { db, kind, close } = opened.value;
      expect([kind, (await db.select().from(units)).length]).toEqual(['embedded', expected]);
      if (expected === 0) await db.insert(units).values({ code: 'a', name: 'Phòng A', kind: 'office', position: 1 });
      await close();
    }
  });

  test('half of one, left by a process killed while it made it, is made anew', async () => {
    const place = { dataDir: join(folder, 'half') };
    mkdirSync(join(place.dataDir, 'database.unfinished'), { recursive: true });
    writeFileSync(join(place.dataDir, 'database.unfinished/PG_VERSION'), '18');
    const opened = await openDatabase(place);
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    await opened.value.close();
    expect(existsSync(join(place.dataDir, 'database.unfinished'))).toBe(false);
  });

  test('a folder that cannot be made is told in one sentence', async () => {
    writeFileSync(join(folder, 'file'), '');
    const opened = await openDatabase({ dataDir: join(folder, 'file/data') });
    expect(opened.ok ? '' : sayOpenFailure(opened.error)).toMatch(
      /^Không mở được cơ sở dữ liệu nhúng tại .*file\/data/,
    );
  });

  test('a second process is refused in one sentence, and kill -9 frees it', async () => {
    const first = hold({ DATA_DIR: dataDir });
    expect(await nextLine(first)).toBe('opened');
    const { stdout } = await runScript('tests/db/engine/open-locked.ts', [], { DATA_DIR: `${folder}/./embedded/` });
    expect(stdout).toMatch(/^Một tiến trình khác đang dùng cơ sở dữ liệu [^\n]+\n$/);
    await kill(first);
    expect(await nextLine(hold({ DATA_DIR: dataDir }))).toBe('opened');
  });

  test('a lock that is about to be freed is waited for', async () => {
    const place = { dataDir: join(folder, 'waited') };
    const first = await lockService(place);
    const second = lockService(place, 60_000);
    if (first.ok) await first.value.release();
    const result = await second;
    expect(result.ok).toBe(true);
    if (result.ok) await result.value.release();
  });
});

describe.skipIf(!hasPostgres())('PostgreSQL (needs TEST_DATABASE_URL or initdb)', () => {
  test('three processes at once migrate one empty database', async () => {
    const { url } = await emptyPostgres();
    const three = [1, 2, 3].map(() => runScript('tests/db/engine/open-once.ts', [], { DATABASE_URL: url }));
    expect((await Promise.all(three)).map(({ stdout }) => stdout.trim())).toEqual(['opened', 'opened', 'opened']);
  });

  test('a database that a newer version of the program migrated is refused', async () => {
    const place = await emptyPostgres();
    const opened = await openDatabase(place);
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    await opened.value.db.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 99999999999999)`,
    );
    await opened.value.close();
    const again = await openDatabase(place);
    expect(again.ok ? '' : sayOpenFailure(again.error)).toMatch(/^Không cập nhật được cấu trúc cơ sở dữ liệu/);
  });

  test('a server that is not there and a database that is not there are told apart, without the password', async () => {
    const { url } = await emptyPostgres();
    const address = new URL(url);
    address.password = 'hunter2';
    address.pathname = '/no-such-database';
    const refused = await openDatabase({ url: address.href, dataDir: folder });
    address.port = '1';
    const unreachable = await openDatabase({ url: address.href, dataDir: folder });
    const sentences = [refused, unreachable].map((opened) => (opened.ok ? '' : sayOpenFailure(opened.error)));
    expect(sentences[0]).toMatch(/^PostgreSQL tại 127.0.0.1:\d+\/no-such-database từ chối kết nối/);
    expect(sentences[1]).toMatch(/^Không kết nối được PostgreSQL tại 127.0.0.1:1/);
    expect(sentences.join()).not.toContain('hunter2');
  });

  test('a second service is refused in one sentence, and kill -9 frees the lock', async () => {
    const { url } = await emptyPostgres();
    const first = hold({ DATABASE_URL: url });
    expect(await nextLine(first)).toBe('opened');
    const { stdout } = await runScript('tests/db/engine/open-locked.ts', [], { DATABASE_URL: url });
    expect(stdout).toMatch(/^Một tiến trình khác đang dùng cơ sở dữ liệu [^\n]+\n$/);
    await kill(first);
    const freed = await lockService({ url, dataDir: folder }, 60_000);
    expect(freed.ok).toBe(true);
    if (freed.ok) await freed.value.release();
  });

  test('a service whose lock drops with its connection learns of it', async () => {
    const { url } = await emptyPostgres();
    const lock = await lockService({ url, dataDir: folder });
    if (!lock.ok) throw new Error(lock.error.type);
    const admin = postgres(url, { max: 1 });
    await admin`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()
      and database = (select oid from pg_database where datname = current_database())`;
    await admin.end();
    expect(await lock.value.lost).toBe('the server closed it');
    await lock.value.release();
  });
});
