/** A web server before several processes: each request goes to the next of them, wherever its sender was before. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Proxy = { url: string; close(): Promise<void> };

/** A process that has not answered for so long is given up, in milliseconds: whoever asked is told, and asks again. */
const patienceMs = 3000;

/** `ports` are those of the processes, on loopback. A request that one of them does not answer is not handed to another. */
export async function openProxy(ports: readonly number[]): Promise<Proxy> {
  let turn = 0;
  const pass = (from: IncomingMessage, to: ServerResponse): void => {
    const fail = (): void => {
      if (!to.headersSent) to.writeHead(502);
      to.end();
    };
    turn += 1;
    const { url: path = '/', method, headers } = from;
    const target = { host: '127.0.0.1', port: ports[turn % ports.length], path, method, headers, agent: false };
    const asked = request({ ...target, timeout: patienceMs }, (answer) => {
      answer.on('error', fail);
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    });
    asked.on('timeout', () => asked.destroy(new Error('no answer')));
    asked.on('error', fail);
    from.pipe(asked);
  };
  const server = createServer(pass).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
