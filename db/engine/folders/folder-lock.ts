/**
 * A lock that one process has on a folder. The kernel frees it when that process dies, also by kill -9. It is a socket in
 * the folder itself. Whatever path leads there (a link, a mount, another container's volume) meets the same lock. Nobody
 * who may not enter the folder can take it.
 *
 * Sockets are numbered. Whoever finds the highest one dead binds the next, and then looks again. It gives up where a higher
 * one is there, or a lower one answers: of two that try at once at most one keeps the lock.
 */
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { type SocketPath, socketIn } from './private-folder.ts';

const nameOf = (number: number): string => `lock-${number}.sock`;

/** Takes the lock of a private folder; undefined while another process has it. Returns how to free it. */
export async function lockPrivateFolder(folder: string): Promise<(() => Promise<void>) | undefined> {
  const before = numbersIn(folder);
  if (await isAnyHeld(folder, before)) return undefined;
  const own = Math.max(0, ...before) + 1;
  const socket = socketIn(folder, nameOf(own));
  const server = await listen(socket);
  if (!server) return undefined;
  const free = async () => {
    server.close();
    await once(server, 'close');
    socket.close();
  };
  const others = numbersIn(folder).filter((number) => number !== own);
  if (others.some((number) => number > own) || (await isAnyHeld(folder, others))) {
    await free();
    return undefined;
  }
  for (const number of others) rmSync(join(folder, nameOf(number)), { force: true });
  return free;
}

const numbersIn = (folder: string): number[] =>
  readdirSync(folder).flatMap((name) => {
    const number = /^lock-(\d{1,15})\.sock$/.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });

async function isAnyHeld(folder: string, numbers: readonly number[]): Promise<boolean> {
  for (const number of numbers) if (await isHeld(folder, number)) return true;
  return false;
}

/** Errors of a socket that no process has any more. Any other may come of a holder that is busy or stopped. */
const dead = new Set(['ECONNREFUSED', 'ENOENT']);

async function isHeld(folder: string, number: number): Promise<boolean> {
  const { path, close } = socketIn(folder, nameOf(number));
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && dead.has(String(error.code)));
  } finally {
    socket.destroy();
    close();
  }
}

/** Listens; undefined where another process does. The socket does not keep this process alive. */
async function listen({ path, close }: SocketPath): Promise<Server | undefined> {
  const server = createServer((socket) => socket.destroy()).unref();
  try {
    await once(server.listen({ path, exclusive: true }), 'listening');
    return server;
  } catch (error) {
    close();
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return undefined;
    throw error;
  }
}
