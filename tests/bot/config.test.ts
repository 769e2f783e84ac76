import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../bot/config/environment.ts';

const token = '7000000001:AAEmulatorTokenForLoopbackTestsOnly00';
const key = 'ab'.repeat(32);

/** Names of the variables that the error lists. */
const badIn = (env: Record<string, string | undefined>): string[] => {
  const config = readConfig(env);
  return config.ok
    ? []
    : config.error
        .split('\n')
        .slice(1)
        .map((line) => line.slice(2, line.indexOf(':')));
};
const configOf = (env: Record<string, string | undefined>) => {
  const config = readConfig(env);
  if (!config.ok) throw new Error(config.error);
  return config.value;
};

describe('the environment', () => {
  test('needs nothing at all', () => {
    expect(configOf({})).toEqual({
      database: {},
      dataDir: './data',
      host: '127.0.0.1',
      port: 8080,
      publicUrl: 'http://127.0.0.1:8080',
      metrics: {},
      trustedProxies: ['127.0.0.0/8', '::1/128'],
      budgets: {},
      freeReplies: 8,
      retention: { inbox: 365, outbox: 365, files: 0, sessions: 30 },
      log: { level: 'info', format: 'json' },
      isProduction: false,
    });
  });

  test('takes every variable', () => {
    const config = configOf({
      DATABASE_URL: 'postgres://bot:pass@db:5432/chidao',
      DATA_DIR: '/var/lib/chidao',
      HOST: '0.0.0.0',
      PORT: '0',
      PUBLIC_URL: 'https://chidao.example.vn/',
      METRICS_HOST: '10.0.0.5',
      METRICS_PORT: '9464',
      METRICS_TOKEN: 'a-token-of-sixteen',
      TRUSTED_PROXY: 'loopback, 10.0.0.1,172.16.0.0/12 fd00::/8',
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:9000/',
      TELEGRAM_MODE: 'webhook',
      TELEGRAM_WEBHOOK_SECRET: 'a_secret-1',
      SECRET_KEY: key,
      SIMULATED_NOW: '2021-09-06T08:00:00+07:00',
      SIMULATED_SPEED: '3600',
      LOG_LEVEL: 'debug',
      LOG_FORMAT: 'text',
      RETENTION_INBOX_DAYS: '90',
      RETENTION_OUTBOX_DAYS: '0',
      RETENTION_ATTACHMENT_DAYS: '3650',
      RETENTION_SESSION_DAYS: '7',
      DATA_CONTACT: 'Văn phòng HĐND và UBND huyện',
    });
    expect(config).toEqual({
      database: { url: 'postgres://bot:pass@db:5432/chidao' },
      dataDir: '/var/lib/chidao',
      host: '0.0.0.0',
      port: 0,
      publicUrl: 'https://chidao.example.vn',
      metrics: { listener: { host: '10.0.0.5', port: 9464 }, token: 'a-token-of-sixteen' },
      trustedProxies: ['127.0.0.0/8', '::1/128', '10.0.0.1/32', '172.16.0.0/12', 'fd00::/8'],
      telegram: { token, apiRoot: 'http://127.0.0.1:9000', mode: { type: 'webhook', secret: 'a_secret-1' } },
      secretKey: Buffer.from(key, 'hex'),
      simulated: { now: new Date('2021-09-06T01:00:00Z'), speed: 3600 },
      budgets: {},
      freeReplies: 8,
      retention: { inbox: 90, outbox: 0, files: 3650, sessions: 7 },
      dataContact: 'Văn phòng HĐND và UBND huyện',
      log: { level: 'debug', format: 'text' },
      isProduction: false,
    });
  });

  test('polls Telegram itself unless told otherwise', () => {
    expect(configOf({ TELEGRAM_BOT_TOKEN: token }).telegram).toEqual({
      token,
      apiRoot: 'https://api.telegram.org',
      mode: { type: 'polling' },
    });
  });

  test('an empty variable counts as absent', () => {
    const names = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8').match(/^[A-Z_]+(?==)/gm) ?? [];
    expect(names.length).toBeGreaterThan(12);
    expect(configOf(Object.fromEntries(names.map((name) => [name, ' '])))).toEqual(configOf({}));
  });

  test('trusts no proxy at all when told so', () => {
    expect(configOf({ TRUSTED_PROXY: 'none' }).trustedProxies).toEqual([]);
  });

  test('simulated time runs as fast as real time unless told otherwise', () => {
    expect(configOf({ SIMULATED_NOW: '2021-09-06T08:00Z' }).simulated?.speed).toBe(1);
  });

  test.each([
    ['DATABASE_URL', ['mysql://db/x', 'postgres://', 'localhost:5432']],
    ['PORT', ['x', '65536', '-1', '80.5']],
    ['METRICS_PORT', ['x', '65536']],
    ['METRICS_TOKEN', ['short', 'sixteen letters and spaces', 'một-mã-truy-cập-dài']],
    ['TRUSTED_PROXY', ['proxy.vn', '10.0.0.1/33', '10.0.0.1/8/8', '::1/129', 'loopback,', '10.0.0', 'none,loopback']],
    ['PUBLIC_URL', ['chidao.vn', 'ftp://chidao.vn']],
    ['TELEGRAM_BOT_TOKEN', ['abc', '123', `${token} x`]],
    ['TELEGRAM_API_ROOT', ['api.telegram.org']],
    ['TELEGRAM_MODE', ['push', 'Polling']],
    ['TELEGRAM_PAID_PER_SECOND', ['30', '1001', 'x']],
    ['TELEGRAM_WEBHOOK_SECRET', ['có dấu', 'a b', 'x'.repeat(257)]],
    ['SECRET_KEY', ['ab', 'z'.repeat(64)]],
    ['SIMULATED_NOW', ['2021-09-06', '2021-09-06T08:00:00', '06/09/2021', '2021-13-06T08:00:00+07:00']],
    ['LOG_LEVEL', ['loud']],
    ['LOG_FORMAT', ['xml']],
  ])('refuses a bad %s', (name, values) => {
    for (const value of values) expect([value, badIn({ [name]: value })]).toEqual([value, [name]]);
  });

  test.each([
    [
      'webhook mode without its token, secret and address',
      { TELEGRAM_MODE: 'webhook' },
      ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET', 'PUBLIC_URL'],
    ],
    ['an address for metrics without a port', { METRICS_HOST: '10.0.0.5' }, ['METRICS_HOST']],
    ['production without a secret key', { NODE_ENV: 'production' }, ['SECRET_KEY']],
    [
      'a rehearsal in production',
      { NODE_ENV: 'production', SECRET_KEY: key, SIMULATED_NOW: '2021-09-06T08:00:00+07:00' },
      ['SIMULATED_NOW'],
    ],
    ['a speed without a start', { SIMULATED_SPEED: '60' }, ['SIMULATED_SPEED']],
    ['a speed of zero', { SIMULATED_NOW: '2021-09-06T08:00:00+07:00', SIMULATED_SPEED: '0' }, ['SIMULATED_SPEED']],
  ])('refuses %s', (_, env, names) => {
    expect(badIn(env)).toEqual(names);
  });

  test('one error lists every bad variable, what is wrong by itself and what contradicts another', () => {
    const bad = badIn({
      PORT: 'x',
      LOG_LEVEL: 'loud',
      SECRET_KEY: 'ab',
      TELEGRAM_MODE: 'webhook',
      SIMULATED_SPEED: '2',
    });
    expect(bad.sort()).toEqual(
      [
        'LOG_LEVEL',
        'PORT',
        'PUBLIC_URL',
        'SECRET_KEY',
        'SIMULATED_SPEED',
        'TELEGRAM_BOT_TOKEN',
        'TELEGRAM_WEBHOOK_SECRET',
      ].sort(),
    );
  });

  test('the error never repeats a value: it may be a secret', () => {
    const config = readConfig({
      DATABASE_URL: 'mysql://u:hunter2@db/x',
      TELEGRAM_BOT_TOKEN: 'hunter2',
      SECRET_KEY: 'hunter2',
    });
    expect(config.ok || config.error).not.toContain('hunter2');
  });

  test.each([
    ['postgres://u1:p@ss#1/ok%@127.0.0.1:5433/t1', /DATABASE_URL: .*chưa mã hóa.*%40/],
    ['postgres://a/t1?channel_binding=require', /không hỗ trợ giá trị đã ghi của channel_binding/],
    ['postgres://a/t1?pgbouncer=true', /không hỗ trợ tham số pgbouncer/],
    ['postgres://a,b/t1', /chỉ được ghi một máy chủ/],
  ])('%s is refused by the name of what is not supported', (url, expected) => {
    const config = readConfig({ DATABASE_URL: url });
    expect(config.ok || config.error).toMatch(expected);
    expect(config.ok || config.error).not.toContain('ss#1');
  });
});
