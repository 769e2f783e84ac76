/** What `sslmode` promises, against a server that takes encrypted connections only, by a certificate of an authority of our own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAddress } from '../../../db/engine/address.ts';
import { openSession } from '../../../db/engine/session.ts';
import { hasPostgres } from '../../harness/database.ts';
import { startCluster, type TestServer } from '../../harness/postgres-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'chidao-tls-'));
const at = (name: string): string => join(folder, name);
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });

/** An authority, and a certificate of it for `localhost`. */
function certify(): Record<string, string> {
  const key = ['-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  for (const name of ['authority', 'another'])
    openssl('req', '-x509', ...key, '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.crt`);
  openssl('req', ...key.slice(0, 3), '-subj', '/CN=localhost', '-keyout', 'server.key', '-out', 'server.csr');
  writeFileSync(at('names'), 'subjectAltName=DNS:localhost\n');
  const authority = ['-CA', 'authority.crt', '-CAkey', 'authority.key', '-CAcreateserial'];
  openssl('x509', '-req', '-in', 'server.csr', ...authority, '-days', '2', '-extfile', 'names', '-out', 'server.crt');
  return Object.fromEntries(['server.key', 'server.crt'].map((name) => [name, readFileSync(at(name), 'utf8')]));
}

describe.runIf(hasPostgres())('a server that takes encrypted connections only', () => {
  let server: TestServer | undefined;
  beforeAll(async () => {
    const doors = 'hostnossl all postgres 127.0.0.1/32 trust\nhostssl all office 127.0.0.1/32 trust\n';
    server = await startCluster({ files: { ...certify(), 'pg_hba.conf': doors }, settings: ['ssl=on'] });
    const asOwner = await open(server?.url ?? '');
    await asOwner.run('create role office login');
    await asOwner.end();
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(url: string) {
    const address = parseAddress(url);
    if (!address.ok) throw new Error('an odd address');
    return openSession(address.value, { role: 'test', statementSeconds: 10 });
  }

  /** Whether a connection comes about, and how. */
  async function connect(options: string, host = 'localhost'): Promise<string> {
    const url = new URL(server?.url ?? '');
    url.hostname = host;
    url.username = 'office';
    try {
      const session = await open(`${url.href}?${options}`);
      const [row] = await session.run('select ssl from pg_stat_ssl where pid = pg_backend_pid()');
      await session.end();
      return row?.ssl === true ? 'encrypted' : 'plain';
    } catch {
      return 'refused';
    }
  }

  test.each([
    ['sslmode=disable', 'localhost', 'refused'],
    ['sslmode=prefer', 'localhost', 'encrypted'],
    ['sslmode=require', '127.0.0.1', 'encrypted'],
    [`sslmode=require&sslrootcert=${at('another.crt')}`, 'localhost', 'refused'],
    [`sslmode=verify-ca&sslrootcert=${at('authority.crt')}`, '127.0.0.1', 'encrypted'],
    [`sslmode=verify-ca&sslrootcert=${at('another.crt')}`, 'localhost', 'refused'],
    [`sslmode=verify-full&sslrootcert=${at('authority.crt')}`, 'localhost', 'encrypted'],
    [`sslmode=verify-full&sslrootcert=${at('authority.crt')}`, '127.0.0.1', 'refused'],
    ['sslmode=verify-full', 'localhost', 'refused'],
  ])('%s at %s: %s', async (options, host, expected) => {
    expect(await connect(options, host)).toBe(expected);
  });
});
