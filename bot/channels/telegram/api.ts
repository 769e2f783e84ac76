/**
 * How Telegram is called: one client, and what a failed call means. The token is part of every address, so no error of
 * a library goes further than this file; its texts are made here.
 */
import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import { Api, GrammyError, HttpError } from 'grammy';
import type { RefusedCall, UnansweredCall } from '../shared/failure.ts';
import { backoffMs, operatorRetryMs } from '../shared/wait.ts';

/** Where Telegram is called unless the configuration says otherwise. */
export const defaultRoot = 'https://api.telegram.org';
const connectTimeoutMs = 10_000;
/** Idle connections are closed early: a firewall that forgot one would turn the next send into a doubtful one. */
const idleTimeoutMs = 15_000;

export type TelegramApi = Api;

/** grammY types its signals after a polyfill; Node's own are what it is given at run time. */
export const forGrammy = (signal: AbortSignal) => signal as unknown as NonNullable<Parameters<Api['getMe']>[0]>;

/** A call that Telegram did not carry out; a refusal may say when to call again, or where a group has moved to. */
export type TelegramFailure =
  | UnansweredCall
  | (RefusedCall & { retryAfterSeconds?: number | undefined; movedTo?: string });

/** A client for one bot; a call is given up after `timeoutSeconds`, a connection that does not come up after 10 s. */
export function createApi(options: { token: string; apiRoot?: string | undefined; timeoutSeconds: number }): Api {
  const apiRoot = (options.apiRoot ?? defaultRoot).replace(/\/+$/, '');
  return new Api(options.token, {
    apiRoot,
    timeoutSeconds: options.timeoutSeconds,
    baseFetchConfig: {
      agent: createAgent(apiRoot.startsWith('https:')),
      compress: true,
    },
  });
}

const neverConnected = 'connect:';

/**
 * Marks the error of a connection that never came up (name, network, TLS): nothing was written to it. Where Telegram is
 * blocked, by silence or by a reset in the handshake, every send would otherwise be a doubtful one.
 */
function createAgent(isTls: boolean): http.Agent {
  const agent = isTls
    ? new https.Agent({ keepAlive: true, timeout: idleTimeoutMs })
    : new http.Agent({ keepAlive: true, timeout: idleTimeoutMs });
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (...given) => {
    const socket: Duplex | null | undefined = connect(...given);
    if (!socket) return socket;
    const timer = setTimeout(() => socket.destroy(Object.assign(new Error(), { code: 'ETIMEDOUT' })), connectTimeoutMs);
    const mark = (error: NodeJS.ErrnoException) => {
      error.code = `${neverConnected}${error.code ?? error.message}`;
    };
    const connected = () => {
      clearTimeout(timer);
      socket.off('error', mark);
    };
    socket.on('error', mark);
    socket.once(isTls ? 'secureConnect' : 'connect', connected).once('close', connected);
    return socket;
  };
  return agent;
}

/** Reads whatever a call threw. Never throws; the reason holds neither the token nor what was sent. */
export function readFailure(error: unknown, token: string): TelegramFailure {
  const failure = classify(error);
  return { ...failure, reason: failure.reason.replaceAll(token, '<token>') };
}

function classify(error: unknown): TelegramFailure {
  if (error instanceof GrammyError) return readRefusal(error);
  const cause: unknown = error instanceof HttpError ? error.error : error;
  if (!(cause instanceof Error)) return { type: 'unclear', reason: 'no readable answer' };
  const code = 'code' in cause ? String(cause.code) : '';
  const kind = 'type' in cause ? String(cause.type) : '';
  if (code.startsWith(neverConnected)) return { type: 'unreached', reason: code };
  if (cause.name === 'AbortError' || cause.message.includes('timed out')) return { type: 'unclear', reason: 'timeout' };
  return { type: 'unclear', reason: code || kind || 'no readable answer' };
}

function readRefusal({ error_code: code, description, parameters }: GrammyError): TelegramFailure {
  if (typeof code !== 'number' || code < 400 || code >= 500)
    return { type: 'unclear', reason: typeof code === 'number' ? `${code} ${description}` : 'no readable answer' };
  const retryAfterSeconds = parameters.retry_after ?? (code === 429 ? 1 : undefined);
  return {
    type: 'answered',
    code,
    reason: `${code} ${description}`,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    ...(parameters.migrate_to_chat_id !== undefined && {
      movedTo: String(parameters.migrate_to_chat_id),
    }),
  };
}

/**
 * How long to wait before a call of our own (not a message) is tried again. A 429 says it. Ever longer, up to 5 s, while
 * the network or Telegram fails. Half a minute where only a person can help (a wrong token, a refused webhook).
 */
export function waitAfter(failure: TelegramFailure, failures: number): number {
  if (failure.type !== 'answered') return backoffMs(failures);
  return failure.retryAfterSeconds === undefined ? operatorRetryMs : failure.retryAfterSeconds * 1000;
}

/** Whether the token is refused; Telegram answers 404 to one that it cannot read. */
export const isTokenRefusal = (failure: TelegramFailure): boolean =>
  failure.type === 'answered' && (failure.code === 401 || failure.code === 404);
