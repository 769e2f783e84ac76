/**
 * Calls the Official Account API. A refusal comes with HTTP 200 and a non-zero `error`, so the status alone means nothing.
 * An access token that is refused is replaced once and the call repeated.
 */
import { z } from 'zod';
import type { Upload } from '../../../core/channels/channel.ts';
import { fail, type Result } from '../../../core/result.ts';
import type { CallFailure } from '../shared/failure.ts';
import { callHttp, type HttpRequest, readHttpAnswer, readResult, withoutSecrets } from '../zalo/http.ts';
import { numberSchema } from '../zalo/json.ts';
import { actionOf } from './actions.ts';

const callTimeoutMs = 20_000;
const uploadTimeoutMs = 60_000;

/** Where access tokens come from. The channel only ever holds the short-lived one. */
export type AccessTokens = {
  /** The access token in force; undefined while there is none. */
  current(): Promise<string | undefined>;
  /** Says that Zalo refused a token; resolves with another one, undefined when there is none. */
  replace(refused: string): Promise<string | undefined>;
  /** Why there is no token or soon will be none, and what to do, as a sentence; undefined while all is well. */
  trouble(): { sentence: string; lasting?: 'consent' } | undefined;
};

/** `no-token`: nothing was asked, for want of an access token. */
export type OaFailure = CallFailure | { type: 'no-token'; reason: string };
export type OaResult<T> = Promise<Result<T, OaFailure>>;

const envelopeSchema = z.object({ error: numberSchema, message: z.string().catch(''), data: z.unknown().optional() });

type Call = Omit<HttpRequest, 'url' | 'timeoutMs'> & { path: string; timeoutMs?: number };

/** Each reads the envelope's `data` by the schema; no reason that a failure gives holds a token. */
export type OaCaller = {
  get<T>(path: string, query: Record<string, string>, schema: z.ZodType<T>): OaResult<T>;
  post<T>(path: string, body: object, schema: z.ZodType<T>): OaResult<T>;
  upload<T>(path: string, file: Upload, schema: z.ZodType<T>): OaResult<T>;
};

/** A caller; `root` has no slash at its end. */
export function createOaCaller({ root, tokens }: { root: string; tokens: AccessTokens }): OaCaller {
  async function callWith<T>(token: string, call: Call, schema: z.ZodType<T>): OaResult<T> {
    const { path, timeoutMs = callTimeoutMs, headers, ...rest } = call;
    const answer = await callHttp({
      ...rest,
      url: root + path,
      timeoutMs,
      headers: { ...headers, access_token: token },
    });
    if (!answer.ok) return answer;
    const envelope = readHttpAnswer(answer.value, envelopeSchema);
    if (!envelope.ok) return envelope;
    const { error, message, data } = envelope.value;
    if (error !== 0)
      return fail({ type: 'answered', code: error, reason: withoutSecrets(`${error} ${message}`, [token]) });
    return readResult(data, schema);
  }

  async function call<T>(request: Call, schema: z.ZodType<T>): OaResult<T> {
    const token = await tokens.current();
    if (token === undefined) return fail({ type: 'no-token', reason: 'no access token' });
    const first = await callWith(token, request, schema);
    if (first.ok || first.error.type !== 'answered' || actionOf(first.error.code).do !== 'refresh-token') return first;
    const next = await tokens.replace(token);
    return next === undefined ? first : callWith(next, request, schema);
  }

  return {
    get: (path, query, schema) => {
      const search = new URLSearchParams(query).toString();
      return call({ method: 'GET', path: search === '' ? path : `${path}?${search}` }, schema);
    },
    post: (path, body, schema) =>
      call(
        { method: 'POST', path, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) },
        schema,
      ),
    upload: (path, { name, bytes }, schema) => {
      const body = new FormData();
      body.append('file', new Blob([new Uint8Array(bytes)]), name);
      return call({ method: 'POST', path, body, timeoutMs: uploadTimeoutMs }, schema);
    },
  };
}
