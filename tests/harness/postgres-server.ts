import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import postgres from 'postgres';

/**
 * A PostgreSQL for the tests: the address of its maintenance database, the folder of its Unix socket where it is ours, and
 * how to be rid of it. Over the socket a statement takes two thirds of the time that it takes over TCP.
 */
export type TestServer = { url: string; socket: string | null; stop(): Promise<void> };

/** The folder of PostgreSQL's programs: on the PATH, or the newest where Debian keeps them. */
function programs(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or as `nobody` where there is no such user. */
function otherUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  return user ? { uid: Number(user[2]), gid: Number(user[3]) } : undefined;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5 });
    try {
      await sql`select 1`;
      return;
    } catch (error) {
      if (attempt > 200 || server.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
}

/** What a cluster has besides: files in its folder of data, and settings. */
export type ClusterOptions = { files: Record<string, string>; settings: string[] };

/** The server of `TEST_DATABASE_URL`, else a throw-away cluster; undefined where neither can be had. */
export async function startPostgres(): Promise<TestServer | undefined> {
  const url = process.env.TEST_DATABASE_URL;
  return url ? { url, socket: null, stop: async () => {} } : startCluster({ files: {}, settings: [] });
}

/** Starts a throw-away cluster; undefined where PostgreSQL is not installed. */
export async function startCluster(more: ClusterOptions): Promise<TestServer | undefined> {
  const bin = programs();
  if (bin === undefined) return undefined;
  const user = otherUser();
  const folder = mkdtempSync(join(tmpdir(), 'chidao-pg-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const options = { cwd: folder, ...user, env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' } };
  const data = join(folder, 'data');
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  for (const [name, text] of Object.entries(more.files)) {
    writeFileSync(join(data, name), text, { mode: 0o600 });
    if (user) chownSync(join(data, name), user.uid, user.gid);
  }
  const port = await freePort();
  const settings = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'max_connections=200',
    ...more.settings,
  ];
  // The shell ends the server when its own input closes: also when the test run is killed.
  const script =
    '"$@" >log 2>&1 </dev/null & server=$!; cat >/dev/null; kill -INT $server; wait $server; rm -rf data log';
  const command = [join(bin, 'postgres'), '-D', data, '-k', folder, ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn('/bin/sh', ['-c', script, 'sh', ...command], {
    ...options,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await untilReady(url, server);
  return {
    url,
    socket: folder,
    stop: async () => {
      const exit = once(server, 'exit');
      server.stdin?.end();
      await exit;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
