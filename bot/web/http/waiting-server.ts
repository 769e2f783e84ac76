/** What the service answers while it waits for its database: it lives, and takes nothing. */
import { once } from 'node:events';
import { createServer } from 'node:http';

export type WaitingServer = { close(): Promise<void> };

/** Platforms and browsers ask again after so many seconds. */
const retrySeconds = 5;

/** Listens where the service will; rejects when the port cannot be had. */
export async function openWaitingServer(host: string, port: number): Promise<WaitingServer> {
  const server = createServer((request, response) => {
    const isAlive = request.method === 'GET' && request.url === '/healthz';
    response.setHeader('Connection', 'close');
    response.setHeader('Cache-Control', 'no-store');
    if (!isAlive) response.setHeader('Retry-After', retrySeconds);
    response.writeHead(isAlive ? 200 : 503, { 'Content-Type': 'text/plain' });
    response.end(isAlive ? 'ok' : 'not ready: database');
  });
  await once(server.listen(port, host), 'listening');
  return {
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
