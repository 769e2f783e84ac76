import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { furnishDataFolder } from '../../harness/data-folder.ts';
import { createFakeTelegram, type FakeTelegram } from '../../harness/platforms/telegram.ts';
import { freePort, runCommand, type ServiceProcess, startService } from './process.ts';

type Status = { channels: { name: string; state: string }[] };

let telegram: FakeTelegram;
let service: ServiceProcess | undefined;
let dataDir: string;

beforeEach(async () => {
  telegram = await createFakeTelegram({ flood: false });
  dataDir = furnishDataFolder(mkdtempSync(join(tmpdir(), 'chidao-jump-')));
});

afterEach(async () => {
  await service?.kill();
  await telegram.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

it.each([
  ['three days forward', 3 * 24 * 3600],
  ['a day back', -24 * 3600],
])(
  'a service whose clock is set %s goes on: it answers people, pages and monitoring, and its jobs run',
  {
    timeout: 240_000,
  },
  async (_, seconds) => {
    const port = String(await freePort());
    const env = {
      DATA_DIR: dataDir,
      PORT: port,
      TELEGRAM_API_ROOT: telegram.url,
      TELEGRAM_BOT_TOKEN: telegram.token,
    };
    service = await startService({
      ...env,
      NODE_OPTIONS: '--import ./tests/bot/service/jumping-date.mjs',
      JUMP_SECONDS: String(seconds),
    });
    const person = telegram.createUser({ name: 'Người hỏi' });
    await person.start();
    await person.waitFor(/./);

    service.signal('SIGUSR2');
    await expect.poll(() => service?.log()).toMatch(/the clock of this machine was set/);

    const asked = performance.now();
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    await person.say('/trogiup');
    await person.waitFor(/./);
    // Before, a single walk through the seconds of three days took more than a minute. This is a guard, not a measurement.
    expect(performance.now() - asked).toBeLessThan(40_000);

    // What the jobs write of the channels is three days old until they have run again.
    const states = async () => (await runCommand<Status>(env, 'status')).channels.map(({ state }) => state);
    await expect.poll(states, { timeout: 60_000 }).not.toContain('stopped');
    expect(service.log().match(/the clock of this machine was set/g)).toHaveLength(1);
    expect(service.log()).not.toMatch(/missed/);
  },
);
