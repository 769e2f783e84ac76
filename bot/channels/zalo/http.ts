/** One HTTP call to Zalo, and what a call without a readable answer means. Nothing thrown by `fetch` goes further. */
import type { z } from 'zod';
import { fail, ok, type Result } from '../../../core/result.ts';
import type { CallFailure, UnansweredCall } from '../shared/failure.ts';
import { readJson } from './json.ts';

/** An answer below 500; `json` is undefined when the body is no JSON. */
export type HttpAnswer = { status: number; json: unknown };

export type HttpRequest = {
  url: string;
  method: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string | FormData;
  timeoutMs: number;
  /** Ends the call early. */
  signal?: AbortSignal;
};

/** Causes that arise before the first byte of a request is written: name, route, connection, certificate. */
const neverWritten =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_\w+|ERR_INVALID_URL|CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+)$/;

/** Calls; never rejects. Reasons hold neither the address nor the body, both of which carry secrets. */
export async function callHttp(request: HttpRequest): Promise<Result<HttpAnswer, UnansweredCall>> {
  const { url, method, headers = {}, body, timeoutMs, signal } = request;
  const limit = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'error',
      signal: signal ? AbortSignal.any([limit, signal]) : limit,
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    if (response.status >= 500) return fail({ type: 'unclear', reason: `HTTP ${response.status}` });
    const read = readJson(text);
    return ok({ status: response.status, json: read.ok ? read.value : undefined });
  } catch (error) {
    return fail(readFailure(error));
  }
}

const unreadable: UnansweredCall = { type: 'unclear', reason: 'an answer that cannot be read' };

/** Reads an answer by its schema. One in another form says nothing, unless its status is that of a refusal. */
export function readHttpAnswer<T>({ status, json }: HttpAnswer, schema: z.ZodType<T>): Result<T, CallFailure> {
  const read = schema.safeParse(json);
  if (read.success) return ok(read.data);
  return fail(status >= 400 ? { type: 'answered', code: status, reason: `HTTP ${status}` } : unreadable);
}

/** Reads what an answer that means success carries. */
export function readResult<T>(value: unknown, schema: z.ZodType<T>): Result<T, UnansweredCall> {
  const read = schema.safeParse(value);
  return read.success ? ok(read.data) : fail(unreadable);
}

function readFailure(error: unknown): UnansweredCall {
  const name = error instanceof Error ? error.name : '';
  if (name === 'TimeoutError' || name === 'AbortError') return { type: 'unclear', reason: 'timeout' };
  const code = codeOf(error) ?? (error instanceof Error ? codeOf(error.cause) : undefined);
  if (code === undefined) return { type: 'unclear', reason: 'no readable answer' };
  return { type: neverWritten.test(code) ? 'unreached' : 'unclear', reason: code };
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** A text with every secret in it struck out; cut to what a log line can hold. */
export function withoutSecrets(text: string, secrets: (string | undefined)[]): string {
  const struck = secrets.reduce<string>((left, secret) => (secret ? left.replaceAll(secret, '***') : left), text);
  return struck.slice(0, 300);
}
