/** The service as a process of its own, and commands beside it, with nothing but a data folder and a fake Telegram. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { runScript, startScript } from '../../harness/child.ts';

export type ServiceProcess = {
  /** Ends the process at once, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Sends it a signal that it goes on after. */
  signal(name: NodeJS.Signals): void;
  /** Asks it to end; resolves with its exit code and how long that took. */
  terminate(): Promise<{ code: number | null; ms: number }>;
  /** Everything it wrote to its log. */
  log(): string;
};

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** Starts the service and resolves once it says that it is ready; rejects with its last words when it ends instead. */
export async function startService(env: Record<string, string>): Promise<ServiceProcess> {
  const child: ChildProcessWithoutNullStreams = startScript('bot/main.ts', [], { LOG_FORMAT: 'text', ...env });
  const ended = once(child, 'exit');
  let log = '';
  const ready = new Promise<void>((resolve) => {
    child.stderr.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (/ info ready /.test(log)) resolve();
    });
  });
  const failed = ended.then(() => {
    throw new Error(`the service ended before it was ready: ${log}`);
  });
  await Promise.race([ready, failed]);
  failed.catch(() => {}); // it is allowed to end from now on
  return {
    log: () => log,
    signal: (name) => child.kill(name),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    terminate: async () => {
      const began = performance.now();
      child.kill('SIGTERM');
      await ended;
      return { code: child.exitCode, ms: performance.now() - began };
    },
  };
}

/** Runs a command of the command line and reads its document. */
export async function runCommand<T>(env: Record<string, string>, ...words: string[]): Promise<T> {
  const { code, stdout, stderr } = await runScript('bot/cli.ts', [...words, '--json'], env);
  if (code !== 0) throw new Error(`${words.join(' ')}: ${stderr}`);
  return JSON.parse(stdout) as T;
}
