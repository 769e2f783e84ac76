/**
 * What several processes on one PostgreSQL take in, and how soon another leads when the leader is gone.
 *
 *   npm run bench:several -- [--processes 1,2,4] [--people 200] [--messages 20] [--takeovers 3]
 *
 * People write through webhooks, each to whichever process is next, and each their next message when the last was confirmed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { freePort, launchService, type ServiceProcess } from '../tests/bot/service/process.ts';
import { startPostgres } from '../tests/harness/postgres-server.ts';

const { values: options } = parseArgs({
  options: {
    processes: { type: 'string', default: '1,2,4' },
    people: { type: 'string', default: '200' },
    messages: { type: 'string', default: '20' },
    takeovers: { type: 'string', default: '3' },
  },
});
const [people, messages, takeovers] = [options.people, options.messages, options.takeovers].map(Number) as [
  number,
  number,
  number,
];
const secret = 'secret-of-the-webhook';

/** A platform that takes everything at once, and tells when it took a message to a chat. */
async function openPlatform() {
  let taken = 0;
  const waiting = new Map<string, () => void>();
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const said = Buffer.concat(pieces).toString();
      const chat = /"chat_id":"?(-?\d+)/.exec(said)?.[1];
      taken += 1;
      const message = { message_id: taken, date: 1, chat: { id: Number(chat ?? 1), type: 'private' }, text: 'x' };
      const bot = { id: 1, is_bot: true, first_name: 'Bot', username: 'bench_bot' };
      const result = request.url?.endsWith('/getMe') ? bot : chat === undefined ? true : message;
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ ok: true, result }));
      if (chat !== undefined) waiting.get(chat)?.();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Resolves when something was said to the chat. */
    saidTo: (chat: number) => new Promise<void>((resolve) => waiting.set(String(chat), resolve)),
    close: () => server.close(),
  };
}

type Running = ServiceProcess & { port: number };

let updates = 0;
/** How soon what was not confirmed is handed in again, in milliseconds. */
const againMs = 20;

/**
 * Hands one message of somebody to a process, again and again until it is confirmed, as a platform does; resolves with how long that
 * took, in milliseconds.
 */
async function say({ port }: { port: number }, person: number, text: string): Promise<number> {
  updates += 1;
  const from = { id: person, is_bot: false, first_name: 'Lan' };
  const message = { message_id: updates, date: 1, chat: { ...from, type: 'private' }, from, text };
  const began = performance.now();
  const body = JSON.stringify({ update_id: updates, message });
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret };
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/webhooks/telegram`, { method: 'POST', headers, body }).catch(
      () => undefined,
    );
    await answer?.arrayBuffer();
    if (answer?.ok) return performance.now() - began;
    await sleep(againMs);
  }
}

const percentile = (waits: number[], share: number): number =>
  waits.toSorted((a, b) => a - b)[Math.ceil(waits.length * share) - 1] ?? Number.NaN;

/** Seeds an office whose heads write on Telegram, and issues a directive to them. */
function seed(url: string): void {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'bench/ours.ts', 'office', String(people + 40)], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('the office could not be seeded');
}

async function measure(serverUrl: string, count: number | 'alone'): Promise<string> {
  const admin = postgres(serverUrl, { max: 1, onnotice: () => {} });
  const name = `several_${count}`;
  await admin.unsafe(`create database ${name}`);
  const url = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  seed(url);
  const sql = postgres(url, { max: 2, onnotice: () => {} });
  const platform = await openPlatform();
  const folder = mkdtempSync(join(tmpdir(), 'chidao-several-'));
  const running: Running[] = [];
  const launch = async (): Promise<void> => {
    const port = await freePort();
    const env = {
      ...{
        DATA_DIR: folder,
        DATABASE_URL: url,
        PORT: String(port),
        LOG_LEVEL: 'info',
        TELEGRAM_PAID_PER_SECOND: '1000',
      },
      ...{
        TELEGRAM_API_ROOT: platform.url,
        TELEGRAM_BOT_TOKEN: '1:bench-bench-bench-bench-bench-bench',
        TELEGRAM_MODE: 'webhook',
      },
      ...{ TELEGRAM_WEBHOOK_SECRET: secret, PUBLIC_URL: `http://127.0.0.1:${port}` },
      ...(count !== 'alone' && { PROCESSES: 'several' }),
    };
    const service = { ...launchService(env), port };
    running.push(service);
    await service.says(/ ready/);
  };
  try {
    for (let started = 0; started < (count === 'alone' ? 1 : count); started += 1) await launch();
    const heads = (await sql`select address from accounts order by id limit ${people}`).map(({ address }) =>
      Number(address),
    );
    const talk = async (person: number, at: number, texts: readonly string[]): Promise<number[]> => {
      const waits: number[] = [];
      for (const [turn, text] of texts.entries()) {
        const to = running[(at + turn) % running.length];
        if (to) waits.push(await say(to, person, text));
      }
      return waits;
    };
    // What is compiled and opened at the first messages is no one's to wait for.
    await Promise.all(heads.map((person, at) => talk(person, at, ['/trogiup'])));
    const texts = Array.from({ length: messages }, (_, turn) => ['/baocao', '5', '4', '3'][turn % 4] ?? '');
    const began = performance.now();
    const waits = (await Promise.all(heads.map((person, at) => talk(person, at, texts)))).flat();
    const isLeft = async () =>
      (
        await sql`select 1 from inbox where state = 'waiting' union all
        select 1 from outbox where state in ('queued', 'sending') limit 1`
      ).length > 0;
    while (await isLeft()) await sleep(20);
    const seconds = (performance.now() - began) / 1000;
    const cells = [
      count === 'alone' ? '1, alone (`PROCESSES` not set)' : count,
      (waits.length / seconds).toFixed(0),
      ...[0.5, 0.99].map((share) => percentile(waits, share).toFixed(0)),
      ...(count === 2 ? await takeOver(running, { launch, platform, person: heads[0] ?? 1 }) : ['', '']),
    ];
    return `| ${cells.join(' | ')} |`;
  } finally {
    for (const service of running) {
      service.signal('SIGCONT');
      await service.kill();
    }
    platform.close();
    await sql.end();
    await admin.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Stage = { launch: () => Promise<void>; platform: Awaited<ReturnType<typeof openPlatform>>; person: number };

/** Seconds from the leader's end to the answer of a message that was handed to the other at that moment: killed, then silent. */
async function takeOver(running: Running[], { launch, platform, person }: Stage): Promise<string[]> {
  const seconds: Record<'killed' | 'silent', number[]> = { killed: [], silent: [] };
  for (const how of ['killed', 'silent'] as const)
    for (let again = 0; again < takeovers; again += 1) {
      const [leader, other] = running;
      if (!leader || !other) throw new Error('two processes are needed');
      const answered = platform.saidTo(person);
      const began = performance.now();
      if (how === 'killed') await leader.kill();
      else leader.signal('SIGSTOP');
      await say(other, person, '/trogiup');
      await answered;
      seconds[how].push((performance.now() - began) / 1000);
      if (how === 'silent') {
        leader.signal('SIGCONT');
        await leader.kill();
      }
      running.shift();
      await launch();
    }
  return [seconds.killed, seconds.silent].map(
    (each) => `${percentile(each, 0.5).toFixed(1)} (${Math.min(...each).toFixed(1)}–${Math.max(...each).toFixed(1)})`,
  );
}

if (spawnSync(process.execPath, ['build.mjs'], { cwd: join(import.meta.dirname, '..'), stdio: 'inherit' }).status !== 0)
  throw new Error('the product does not compile');
const server = await startPostgres();
if (!server) throw new Error('no PostgreSQL was found');
const [cpu] = cpus();
console.error(
  `${cpu?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}; ${people} people, ${messages} messages each`,
);
console.log(
  '| processes | messages answered a second | confirmed, p50, ms | p99, ms | another answers after kill -9, s | after silence, s |',
);
console.log('|---|---|---|---|---|---|');
try {
  for (const count of ['alone' as const, ...options.processes.split(',').map(Number)])
    console.log(await measure(server.url, count));
} finally {
  await server.stop();
}
