/** The HTTP side of the fake: /bot<token>/<method>, Telegram's envelope, and what can go wrong on the way. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiError } from './errors.ts';
import { readParams } from './files.ts';

/** `reset-before`: the connection breaks, nothing happened. `reset-after`, `garbage-after`: it happened all the same. */
export type Fault =
  | { kind: 'flood'; retryAfter: number }
  | { kind: 'error'; code: number; description?: string; parameters?: object }
  | { kind: 'bad-gateway' }
  | { kind: 'reset-before' }
  | { kind: 'reset-after' }
  | { kind: 'garbage-after'; body?: string }
  | { kind: 'hang' };

/** Decides for each call, before it is looked at, whether it goes wrong. */
export type FaultRule = (method: string, params: Record<string, unknown>) => Fault | undefined;

/** One finished call; `code` is 200, the error's code, or 0 when no answer was given. */
export type Call = {
  method: string;
  params: Record<string, unknown>;
  code: number;
  at: number;
};

type Run = (method: string, params: unknown, onHangUp: (hungUp: () => void) => void) => Promise<unknown>;

export type Server = {
  url: string;
  calls: Call[];
  callWatchers: Set<(call: Call) => void>;
  /** The next `times` calls of the method go wrong. */
  failNext(method: string, fault: Fault, times: number): void;
  /** From now on calls go wrong as the rule says; without one none does. */
  setRule(rule: FaultRule | undefined): void;
  close(): Promise<void>;
};

type Options = { token: string; port: number; now: () => number; run: Run };

export async function startServer({ token, port, now, run }: Options): Promise<Server> {
  const calls: Call[] = [];
  const callWatchers = new Set<(call: Call) => void>();
  const faults: { method: string; fault: Fault; left: number }[] = [];

  let rule: FaultRule | undefined;

  const takeFault = (method: string, params: unknown): Fault | undefined => {
    const found = faults.find((one) => one.method === method && one.left > 0);
    if (found) found.left -= 1;
    return found?.fault ?? rule?.(method, isRecord(params) ? params : {});
  };

  const note = (method: string, params: unknown, code: number) => {
    const call = { method, params: isRecord(params) ? params : {}, code, at: now() };
    calls.push(call);
    for (const watcher of [...callWatchers]) watcher(call);
  };

  const handle = async (request: http.IncomingMessage, response: http.ServerResponse) => {
    const [, given, method = ''] = /^\/bot([^/]*)\/(\w*)$/.exec(request.url ?? '') ?? [];
    const params = await readParams(request);
    if (given !== token)
      return answer(
        response,
        new ApiError(given === undefined ? 404 : 401, given === undefined ? 'Not Found' : 'Unauthorized'),
      );
    const fault = takeFault(method, params);
    const early = fault && failBefore(fault, response);
    if (early !== undefined) return note(method, params, early);
    const onHangUp = (hungUp: () => void) => response.on('close', () => response.writableEnded || hungUp());
    const outcome = await run(method, params, onHangUp).catch(asApiError);
    if (fault) failAfter(fault, response);
    else answer(response, outcome);
    note(method, params, fault ? 0 : outcome instanceof ApiError ? outcome.code : 200);
  };

  const server = http.createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    callWatchers,
    failNext: (method, fault, times) => faults.push({ method, fault, left: times }),
    setRule: (next) => {
      rule = next;
    },
    close: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

/** Fails without running the method; returns the code to note, or undefined when the method is to run. */
function failBefore(fault: Fault, response: http.ServerResponse): number | undefined {
  switch (fault.kind) {
    case 'flood':
      answer(
        response,
        new ApiError(429, `Too Many Requests: retry after ${fault.retryAfter}`, { retry_after: fault.retryAfter }),
      );
      return 429;
    case 'error':
      answer(response, new ApiError(fault.code, fault.description ?? 'Internal Server Error', fault.parameters));
      return fault.code;
    case 'bad-gateway':
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html><h1>502 Bad Gateway</h1></html>');
      return 502;
    case 'reset-before':
      response.socket?.resetAndDestroy();
      return 0;
    case 'hang':
      return 0;
    default:
      return undefined;
  }
}

function failAfter(fault: Fault, response: http.ServerResponse): void {
  if (fault.kind === 'reset-after') response.socket?.resetAndDestroy();
  else {
    const body = fault.kind === 'garbage-after' ? fault.body : undefined;
    response.writeHead(200, { 'content-type': 'application/json' }).end(body ?? '{"ok":true,"resu');
  }
}

function answer(response: http.ServerResponse, outcome: unknown): void {
  const error = outcome instanceof ApiError ? outcome : undefined;
  const body = error
    ? {
        ok: false,
        error_code: error.code,
        description: error.message,
        ...(error.parameters && { parameters: error.parameters }),
      }
    : { ok: true, result: outcome };
  response.writeHead(error?.code ?? 200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError(500, `Internal Server Error: ${String(error)}`);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
