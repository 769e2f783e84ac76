/** The service as a process of its own, and commands beside it, with nothing but a data folder and a fake Telegram. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:net';
import { runScript, startScript } from '../../harness/child.ts';

export type ServiceProcess = {
  pid: number;
  /** Resolves with the exit code when it ends, by whatever. */
  ended: Promise<number | null>;
  /** Ends the process at once, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Sends it a signal that it goes on after. */
  signal(name: NodeJS.Signals): void;
  /** Asks it to end; resolves with its exit code and how long that took. */
  terminate(): Promise<{ code: number | null; ms: number }>;
  /** Resolves once its log holds these words so many times; rejects when it ends before. */
  says(words: RegExp, times?: number): Promise<void>;
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
  const service = launchService(env);
  await service.says(/ info ready\b/);
  return service;
}

/** Starts the service, and waits for nothing. */
export function launchService(env: Record<string, string>): ServiceProcess {
  const child: ChildProcessWithoutNullStreams = startScript('bot/main.ts', [], { LOG_FORMAT: 'text', ...env });
  const ended = once(child, 'exit');
  let log = '';
  const heard = new EventEmitter();
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString();
    heard.emit('more');
  });
  return {
    pid: child.pid ?? 0,
    ended: ended.then(() => child.exitCode),
    log: () => log,
    signal: (name) => child.kill(name),
    says: async (words, times = 1) => {
      const failed = ended.then(() => {
        throw new Error(`the service ended before it said ${words}: ${log}`);
      });
      failed.catch(() => {}); // it is allowed to end later
      while ((log.match(new RegExp(words, 'g')) ?? []).length < times)
        await Promise.race([once(heard, 'more'), failed]);
    },
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
