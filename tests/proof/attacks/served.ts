/** The service with three channels and its web server in this process, for whoever attacks it over the network. */
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../bot/service/process.ts';
import { createFakeTelegram, type FakeTelegram } from '../../harness/platforms/telegram.ts';
import { createFakeZaloBot } from '../../harness/platforms/zalo-bot/fake.ts';
import { createFakeZaloOa, type FakeZaloOa } from '../../harness/platforms/zalo-oa/fake.ts';
import { beginning } from '../kit/district.ts';
import type { Ground, Plot } from '../kit/ground.ts';
import { type Env, runHere, standingClock } from '../kit/runner.ts';
import { attackKey } from './office.ts';

export type Served = {
  plot: Plot;
  port: number;
  env: Env;
  telegram: FakeTelegram;
  oa: FakeZaloOa;
  /** What each platform shows with its calls. */
  secrets: { telegram: string; zaloBot: string };
  log(): string;
  close(): Promise<void>;
};

const secrets = { telegram: 'hook-secret-of-telegram-0123456789', zaloBot: 'hook-secret-of-zalo-bot-0123456789' };

export async function openServed(ground: Ground, communes: number): Promise<Served> {
  const plot = await ground.postgres(communes);
  const [telegram, oa, bot] = await Promise.all([createFakeTelegram(), createFakeZaloOa(), createFakeZaloBot()]);
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'chidao-attack-'));
  const env: Env = {
    DATA_DIR: dataDir,
    DATABASE_URL: plot.url,
    PORT: String(port),
    PUBLIC_URL: 'https://chidao.example.vn',
    SECRET_KEY: attackKey.toString('hex'),
    TELEGRAM_API_ROOT: telegram.url,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_MODE: 'webhook',
    TELEGRAM_WEBHOOK_SECRET: secrets.telegram,
    ...oa.variables(),
    ZALO_BOT_TOKEN: bot.token,
    ZALO_BOT_API_ROOT: bot.url,
    ZALO_BOT_MODE: 'webhook',
    ZALO_BOT_WEBHOOK_SECRET: secrets.zaloBot,
  };
  const service = runHere(env, standingClock(beginning));
  await service.start();
  return {
    plot,
    port,
    env,
    telegram,
    oa,
    secrets,
    log: service.log,
    close: async () => {
      await service.stop();
      await Promise.all([telegram.stop(), oa.stop(), bot.stop()]);
      await plot.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Header names may stand twice: a list of values sends each on a line of its own. */
export type Shot = { method?: string; headers?: Record<string, string | string[]>; body?: Buffer | string };

/** The status of one request; 0 where the connection broke without an answer, or none came within `withinMs`. */
export function shoot(
  port: number,
  path: string,
  { method = 'POST', headers = {}, body }: Shot,
  withinMs = 10_000,
): Promise<number> {
  return new Promise((resolve) => {
    const request = http.request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.setTimeout(withinMs, () => request.destroy());
    request.on('error', () => resolve(0));
    request.end(body);
  });
}

/** Sends chunks without an end; returns how many bytes were taken before an answer or the end of the connection. */
export function pour(port: number, path: string, most: number): Promise<{ status: number; taken: number }> {
  const chunk = Buffer.alloc(64 * 1024, 'x');
  return new Promise((resolve) => {
    let taken = 0;
    let isOver = false;
    const end = (status: number): void => {
      if (isOver) return;
      isOver = true;
      request.destroy();
      resolve({ status, taken });
    };
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const request = http.request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (response) => {
      response.resume();
      end(response.statusCode ?? 0);
    });
    request.on('error', () => end(0));
    const write = (): void => {
      if (isOver) return;
      if (taken >= most) end(0);
      else {
        taken += chunk.length;
        if (request.write(chunk)) setImmediate(write);
        else request.once('drain', write);
      }
    };
    write();
  });
}
