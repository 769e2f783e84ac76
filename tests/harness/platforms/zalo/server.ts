/** The HTTP side of the fakes of Zalo: reads a call, lets it fail where a test asked for it, answers with JSON. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * `error`: refused with this code. `reset-before`: the connection breaks, nothing happened. `reset-after`,
 * `garbage-after`: it happened all the same. `bad-gateway`: HTTP 502.
 */
export type Fault =
  | { kind: 'error'; code: number; message?: string }
  | { kind: 'bad-gateway' }
  | { kind: 'reset-before' }
  | { kind: 'reset-after' }
  | { kind: 'garbage-after' };

export type Call = {
  verb: string;
  path: string;
  query: URLSearchParams;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
  /** Runs when the caller hangs up before it was answered. */
  onHangUp(hungUp: () => void): void;
};

export type FakeServer = {
  url: string;
  /** The paths called so far, oldest first. */
  calls: string[];
  /** Resolves when so many calls of a path were answered in all. */
  answered(path: string, count: number): Promise<void>;
  failNext(path: string, fault: Fault, times?: number): void;
  /** From now on every call goes wrong so; without a fault none does. */
  failAll(fault: Fault | undefined): void;
  stop(): Promise<void>;
};

export async function startServer(options: {
  run: (call: Call) => unknown;
  refuse: (code: number, message: string) => object;
}): Promise<FakeServer> {
  const calls: string[] = [];
  const done: string[] = [];
  const watchers = new Set<() => void>();
  const faults: { path: string; fault: Fault; left: number }[] = [];

  let lasting: Fault | undefined;

  const handle = async (request: http.IncomingMessage, response: http.ServerResponse) => {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://zalo.invalid');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    calls.push(path);
    const planned = faults.find((one) => one.left > 0 && path.endsWith(one.path));
    if (planned) planned.left -= 1;
    const fault = planned?.fault ?? lasting;
    const json = (body: unknown) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (fault?.kind === 'reset-before') return response.socket?.resetAndDestroy();
    if (fault?.kind === 'bad-gateway') return response.writeHead(502).end('<html>502</html>');
    if (fault?.kind === 'error') return json(options.refuse(fault.code, fault.message ?? 'refused by the test'));
    const onHangUp = (hungUp: () => void) => response.on('close', () => response.writableEnded || hungUp());
    const answer = await options.run({
      verb: request.method ?? '',
      path,
      query,
      headers: request.headers,
      body: Buffer.concat(chunks),
      onHangUp,
    });
    if (fault?.kind === 'reset-after') return response.socket?.resetAndDestroy();
    if (fault?.kind === 'garbage-after') return response.writeHead(200).end('{"data":{"mess');
    json(answer);
    done.push(path);
    for (const watcher of [...watchers]) watcher();
  };

  const server = http.createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    answered: (path, count) =>
      new Promise((resolve) => {
        const check = () => {
          if (done.filter((one) => one.endsWith(path)).length < count) return;
          watchers.delete(check);
          resolve();
        };
        watchers.add(check);
        check();
      }),
    failNext: (path, fault, times = 1) => faults.push({ path, fault, left: times }),
    failAll: (fault) => {
      lasting = fault;
    },
    stop: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}
