// node starts.mjs NODE FOLDER: starts the built service of a folder with a new embedded database; it must say that it is
// ready, answer 200 at /readyz, and end at SIGTERM within 5 seconds with code 0.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const [node, folder] = process.argv.slice(2);
const data = mkdtempSync(join(tmpdir(), 'chidao-starts-'));
const service = spawn(node, ['dist/bot/main.js'], {
  cwd: folder,
  env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: data, PORT: '0' },
  stdio: ['ignore', 'inherit', 'pipe'],
});
const ended = once(service, 'exit');
const tooLong = setTimeout(() => service.kill('SIGKILL'), 60_000);

async function untilReady() {
  for await (const line of createInterface({ input: service.stderr })) {
    console.error(line);
    const said = line.startsWith('{') ? JSON.parse(line) : {};
    if (said.msg === 'ready') return said.url;
  }
  throw new Error('the service ended before it was ready');
}

try {
  const url = await untilReady();
  service.stderr.resume();
  const { status } = await fetch(`${url}/readyz`);
  if (status !== 200) throw new Error(`/readyz answered ${status}`);
  const began = performance.now();
  service.kill('SIGTERM');
  const [code, signal] = await ended;
  const seconds = (performance.now() - began) / 1000;
  if (code !== 0 || seconds > 5) throw new Error(`SIGTERM: ended with ${code ?? signal} after ${seconds.toFixed(1)} s`);
  console.error(`ready and ended: ${url}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  clearTimeout(tooLong);
  if (service.exitCode === null) service.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
}
