import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPostgresDatabase, hasPostgres } from '../../harness/database.ts';
import { type Line, openLine } from '../../harness/line.ts';
import { createFakeTelegram, type FakeTelegram } from '../../harness/platforms/telegram.ts';
import { freePort, launchService, runCommand, type ServiceProcess, startService } from './process.ts';

type Invite = { unit: string; code: string };

describe.skipIf(!hasPostgres())('a service whose PostgreSQL goes away', () => {
  let telegram: FakeTelegram;
  let line: Line;
  let direct: string;
  let env: Record<string, string>;
  let service: ServiceProcess | undefined;
  let close: () => Promise<void>;

  beforeEach(async () => {
    const { url, drop } = await createPostgresDatabase();
    telegram = await createFakeTelegram({ flood: false });
    direct = url;
    line = await openLine(url);
    const dataDir = mkdtempSync(join(tmpdir(), 'chidao-away-'));
    env = {
      DATA_DIR: dataDir,
      DATABASE_URL: line.url,
      PORT: String(await freePort()),
      TELEGRAM_API_ROOT: telegram.url,
      TELEGRAM_BOT_TOKEN: telegram.token,
    };
    close = async () => {
      await telegram.stop();
      await line.close();
      await drop();
      rmSync(dataDir, { recursive: true, force: true });
    };
  });
  afterEach(async () => {
    await service?.kill();
    service = undefined;
    await close();
  });

  const ask = (path: string): Promise<number> =>
    fetch(`http://127.0.0.1:${env.PORT}${path}`).then(
      ({ status }) => status,
      () => 0,
    );
  const answers = (path: string, status: number) => expect.poll(() => ask(path)).toBe(status);

  it('waits for it, alive and not ready, takes its lock again and answers what came meanwhile', async () => {
    service = await startService(env);
    await runCommand(env, 'init', '--sample');
    const [invite] = await runCommand<Invite[]>(env, 'invite', '--unit', 'PHONG-YTE');
    line.stop();
    await service.says(/waiting for the database/);
    await answers('/readyz', 503);
    await answers('/healthz', 200);
    const head = telegram.createUser({ name: 'head' });
    await head.start(invite?.code ?? '');
    line.mend();
    await head.waitFor(/Đồng chí có đồng ý không/, { timeoutMs: 60_000 });
    await answers('/readyz', 200);
    expect(await service.terminate()).toMatchObject({ code: 0 });
  });

  it('may be started before it', async () => {
    line.stop();
    service = launchService(env);
    await service.says(/waiting for the database/);
    await answers('/readyz', 503);
    line.mend();
    await service.says(/ info ready /);
    await answers('/readyz', 200);
  });

  it('ends when asked to, also while it waits', async () => {
    line.stop();
    service = launchService(env);
    await service.says(/waiting for the database/);
    expect(await service.terminate()).toMatchObject({ code: 0 });
  });

  it('ends when asked to on a line that is dead, within the time that it has', async () => {
    service = await startService(env);
    line.cut();
    expect(await service.terminate()).toMatchObject({ code: 0 });
  });

  it('is not ready while the database takes no writes, and says why', async () => {
    service = await startService(env);
    await answers('/readyz', 200);
    const admin = postgres(direct, { max: 1, onnotice: () => {} });
    const name = new URL(direct).pathname.slice(1);
    const reconnect = () =>
      admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name} and application_name like 'chidao work%'`;
    await admin.unsafe(`alter database ${name} set default_transaction_read_only = on`);
    await reconnect();
    await answers('/readyz', 503);
    await service.says(/the database takes no writes reason=read-only/);
    await answers('/healthz', 200);
    await admin.unsafe('set default_transaction_read_only = off');
    await admin.unsafe(`alter database ${name} reset default_transaction_read_only`);
    await reconnect();
    await answers('/readyz', 200);
    await admin.end({ timeout: 1 });
  });

  it('is not ready while what comes in cannot be kept, as on a full disk, and takes it once there is room', async () => {
    service = await startService(env);
    const admin = postgres(direct, { max: 1, onnotice: () => {} });
    // 53100 is what PostgreSQL answers where the disk is full: small writes to pages that are there succeed all the same.
    await admin.unsafe(`
      create function full_disk() returns trigger language plpgsql as $$ begin
        raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
      create trigger full_disk before insert on inbox for each statement execute function full_disk()`);
    const head = telegram.createUser({ name: 'head' });
    head.start();
    await service.says(/receiving fails.*the disk is full/);
    await answers('/readyz', 503);
    await answers('/healthz', 200);
    await admin.unsafe('drop trigger full_disk on inbox');
    await head.waitFor(/gửi mã mời/, { timeoutMs: 60_000 });
    await answers('/readyz', 200);
    await admin.end({ timeout: 1 });
  });

  it('gives way when another leads', async () => {
    service = await startService(env);
    const admin = postgres(direct, { max: 1, onnotice: () => {} });
    await admin`update leadership set term = term + 1`;
    await service.says(/another process leads/);
    await admin.end({ timeout: 1 });
  });

  it('goes on by itself when its line was forgotten in silence', async () => {
    service = await startService(env);
    line.forget();
    await service.says(/ info ready /, 2);
    await answers('/readyz', 200);
  });
});
