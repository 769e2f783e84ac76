import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Config, readConfig } from '../../../bot/config/environment.ts';
import { createLog } from '../../../bot/process/log.ts';
import { readSecretKey } from '../../../bot/process/secret-key.ts';

const token = '7000000001:AAEmulatorTokenForLoopbackTestsOnly00';
const folder = mkdtempSync(join(tmpdir(), 'chidao-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

function logged(env: Record<string, string>, write: (log: ReturnType<typeof createLog>) => void): string {
  const config = readConfig({ TELEGRAM_BOT_TOKEN: token, DATABASE_URL: 'postgres://bot:p%40ssword@db/chidao', ...env });
  if (!config.ok) throw new Error(config.error);
  let text = '';
  write(createLog(config.value, { write: (line) => (text += line) }));
  return text;
}

test.each(['json', 'text'])('no secret is written as %s, wherever it turns up', (format) => {
  const text = logged({ LOG_FORMAT: format }, (log) => {
    log.error(
      {
        err: new Error(`POST https://api.telegram.org/bot${token}/sendMessage failed`),
        token,
        headers: { authorization: 'Bearer x' },
      },
      token,
    );
    log.info({ url: 'postgres://bot:p%40ssword@db', shown: 'p@ssword' }, 'opened');
  });
  for (const secret of [token, 'p%40ssword', 'p@ssword', 'Bearer x']) expect(text).not.toContain(secret);
  expect(text).toContain('sendMessage failed');
});

test('a line of text begins with time and level and names what belongs to it', () => {
  const text = logged({ LOG_FORMAT: 'text' }, (log) => log.warn({ channel: 'telegram', tries: 2 }, 'slow'));
  expect(text).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z warn slow channel=telegram tries=2\n$/);
});

test('the secret key is made once, for its owner alone', () => {
  const config: Pick<Config, 'dataDir'> = { dataDir: join(folder, 'data') };
  const first = readSecretKey(config);
  expect(first.ok && first.value.length).toBe(32);
  expect(readSecretKey(config)).toEqual(first);
  expect(statSync(join(folder, 'data/secret-key')).mode & 0o777).toBe(0o600);
});

test('a damaged secret key is not replaced: links and tokens depend on it', () => {
  const dataDir = join(folder, 'damaged');
  readSecretKey({ dataDir });
  writeFileSync(join(dataDir, 'secret-key'), 'abc');
  const key = readSecretKey({ dataDir });
  expect(key.ok ? '' : key.error).toContain('secret-key');
});
