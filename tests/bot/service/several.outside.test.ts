import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPostgresDatabase, hasPostgres } from '../../harness/database.ts';
import { createFakeTelegram, type FakeTelegram } from '../../harness/platforms/telegram.ts';
import { freePort, launchService, type ServiceProcess } from './process.ts';

/** A guard, not an expectation: services start slowly on a busy machine. */
const patience = { timeoutMs: 240_000 };
const secret = 'secret-of-the-webhook';

describe.skipIf(!hasPostgres())('three processes on one PostgreSQL', () => {
  let telegram: FakeTelegram;
  let env: Record<string, string>;
  let running: (ServiceProcess & { port: number })[] = [];
  let close: () => Promise<void>;

  beforeEach(async () => {
    const { url, drop } = await createPostgresDatabase(false);
    telegram = await createFakeTelegram({ flood: false });
    const dataDir = mkdtempSync(join(tmpdir(), 'chidao-several-'));
    env = {
      DATA_DIR: dataDir,
      DATABASE_URL: url,
      PROCESSES: 'several',
      TELEGRAM_API_ROOT: telegram.url,
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_MODE: 'webhook',
      TELEGRAM_WEBHOOK_SECRET: secret,
      // Nobody listens there: what comes is handed to the processes by hand.
      PUBLIC_URL: `http://127.0.0.1:${await freePort()}`,
    };
    close = async () => {
      await telegram.stop();
      await drop();
      rmSync(dataDir, { recursive: true, force: true });
    };
  });

  afterEach(async () => {
    for (const service of running) {
      service.signal('SIGCONT');
      await service.kill();
    }
    running = [];
    await close();
  });

  async function launch(): Promise<ServiceProcess & { port: number }> {
    const port = await freePort();
    const service = { ...launchService({ ...env, PORT: String(port) }), port };
    running.push(service);
    await service.says(/ ready/);
    return service;
  }

  /** A line that was kept may be closed by the service at the moment at which it is used again. */
  const unkept = { connection: 'close' };
  let updates = 0;
  /** Somebody's words reach one of the processes, as behind a proxy without sticky sessions. */
  async function say(to: { port: number }, by: { id: number }, text: string): Promise<number> {
    updates += 1;
    const from = { id: by.id, is_bot: false, first_name: 'Lan' };
    const message = {
      message_id: 1000 + updates,
      date: 1,
      chat: { id: by.id, type: 'private', first_name: 'Lan' },
      from,
      text,
    };
    const { status } = await fetch(`http://127.0.0.1:${to.port}/webhooks/telegram`, {
      method: 'POST',
      headers: { ...unkept, 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
      body: JSON.stringify({ update_id: 9000 + updates, message }),
    });
    return status;
  }

  /** What became of all that somebody wrote. */
  async function statesOf({ id }: { id: number }): Promise<string[]> {
    const sql = postgres(env.DATABASE_URL ?? '', { max: 1, onnotice: () => {} });
    try {
      const rows = await sql<{ state: string }[]>`
        select state from inbox where inbound -> 'from' ->> 'address' = ${String(id)} order by id`;
      return rows.map(({ state }) => state);
    } finally {
      await sql.end();
    }
  }

  it('all receive, take turns and serve, one leads, and another does once it is killed, or silent for long', {
    timeout: 900_000,
  }, async () => {
    const first = await launch();
    const [second, third] = [await launch(), await launch()];
    expect([second, third].every((service) => service.log().includes('another process leads'))).toBe(true);
    for (const { port } of running)
      expect((await fetch(`http://127.0.0.1:${port}/readyz`, { headers: unkept })).status).toBe(200);

    // Said to a process that does not lead, sent by the one that does.
    const lan = telegram.createUser({ name: 'Lan' });
    lan.start();
    expect(await say(second, lan, '/trogiup')).toBe(200);
    await lan.waitFor(/.+/, patience);

    await first.kill();
    await Promise.race([second, third].map((service) => service.says(/the leader is gone/)));
    const isSecond = second.log().includes('the leader is gone');
    const [leader, follower] = isSecond ? [second, third] : [third, second];
    await leader.says(/ info ready .*database/);
    const nam = telegram.createUser({ name: 'Nam' });
    nam.start();
    expect(await say(follower, nam, '/trogiup')).toBe(200);
    await nam.waitFor(/.+/, patience);

    // It still has its sessions, and says nothing: the other ends them.
    const timesReady = leader.log().match(/ info ready\b/g)?.length ?? 0;
    leader.signal('SIGSTOP');
    // Whoever writes to the other meanwhile has their turn there; what answers them waits for who sends.
    const mai = telegram.createUser({ name: 'Mai' });
    mai.start();
    expect(await say(follower, mai, '/trogiup')).toBe(200);
    expect(await statesOf(mai)).toEqual(['done']);
    await follower.says(/the leader is gone/);
    await follower.says(/ info ready .*database/);
    await mai.waitFor(/.+/, patience);
    leader.signal('SIGCONT');
    await leader.says(/nothing is sent until the database can be had again/);
    // It serves again: mostly below the other one, and leads again itself where that one stood still as long.
    await leader.says(/ info ready\b/, timesReady + 1);
    const hoa = telegram.createUser({ name: 'Hoa' });
    hoa.start();
    expect(await say(leader, hoa, '/trogiup')).toBe(200);
    await hoa.waitFor(/.+/, patience);
  });
});
