/** Where the rehearsal's service stands: a throw-away folder, and a port that is free. */
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, readConfig } from '../../bot/config/environment.ts';

const usualPort = 8080;

/** The configuration, with HOST, PORT and LOG_LEVEL of the environment; without PORT 8080, or a free one where that is taken. */
export async function rehearsalConfig(env: Record<string, string | undefined>): Promise<Config> {
  const host = env.HOST || '127.0.0.1';
  const wanted = env.PORT ? Number(env.PORT) : undefined;
  const port = wanted || (wanted === undefined && (await canListen(host, usualPort))) || (await canListen(host, 0));
  const config = readConfig({
    HOST: host,
    PORT: String(port),
    DATA_DIR: mkdtempSync(join(tmpdir(), 'chidao-demo-')),
    LOG_LEVEL: env.LOG_LEVEL || 'info',
    LOG_FORMAT: 'text',
  });
  if (!config.ok) throw new Error(config.error);
  return config.value;
}

/** The port one can listen on; undefined when it is taken. */
async function canListen(host: string, port: number): Promise<number | undefined> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  } catch {
    return undefined;
  } finally {
    server.close();
  }
}
