/**
 * The Bot Platform's API: POST /bot<token>/<method> with JSON. The token stands in the address, so no reason given here
 * holds the address. `ok` alone tells success; the HTTP status may be 200 for a refusal.
 */
import { z } from 'zod';
import { fail, ok, type Result } from '../../../core/result.ts';
import type { CallFailure } from '../shared/failure.ts';
import { callHttp, readHttpAnswer, readResult, withoutSecrets } from '../zalo/http.ts';
import { idSchema, numberSchema } from '../zalo/json.ts';

const callTimeoutMs = 20_000;
const photoTimeoutMs = 60_000;
/** On top of the seconds that a poll may take by agreement. */
const pollMarginMs = 10_000;

export type BotResult<T> = Promise<Result<T, CallFailure>>;

const sentSchema = z.object({ message_id: idSchema.optional().catch(undefined) }).catch({});
const meSchema = z.object({ id: idSchema, account_name: z.string().catch('') });
const infoSchema = z.object({ url: z.string().catch('') }).catch({ url: '' });
const envelopeSchema = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: numberSchema.optional().catch(undefined),
  description: z.string().catch(''),
});

/** Who the bot is on the platform. */
export type BotIdentity = { id: string; name: string };

export type BotApi = {
  getMe(): BotResult<BotIdentity>;
  /** Sends a text of 1 to 2,000 characters; resolves with the message's id, '' where Zalo does not tell it. */
  sendMessage(chat: string, text: string): BotResult<string>;
  /** Sends a picture that lies at a public https address, with a caption of at most 2,000 characters. */
  sendPhoto(chat: string, photo: string, caption?: string): BotResult<string>;
  /** Waits for one update; undefined when none came in time. Whatever it resolves with is gone at Zalo. */
  getUpdate(seconds: number, signal: AbortSignal): BotResult<unknown>;
  /** The address that is registered; '' for none. */
  readWebhook(): BotResult<string>;
  setWebhook(url: string, secret: string): BotResult<undefined>;
  deleteWebhook(): BotResult<undefined>;
};

/** A client for one bot; `root` has no slash at its end. */
export function createBotApi({ root, token }: { root: string; token: string }): BotApi {
  async function call(
    method: string,
    body: object | undefined,
    { timeoutMs = callTimeoutMs, signal }: { timeoutMs?: number; signal?: AbortSignal } = {},
  ): BotResult<unknown> {
    const answer = await callHttp({
      url: `${root}/bot${token}/${method}`,
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body ?? {}),
      timeoutMs,
      ...(signal && { signal }),
    });
    if (!answer.ok) return answer;
    const envelope = readHttpAnswer(answer.value, envelopeSchema);
    if (!envelope.ok) return envelope;
    const { ok: isOk, result, error_code: code = answer.value.status, description } = envelope.value;
    if (isOk) return ok(result);
    const reason = withoutSecrets(`${code} ${description}`.trim(), [token]);
    return fail(code >= 500 ? { type: 'unclear', reason } : { type: 'answered', code, reason });
  }

  async function read<T>(asked: BotResult<unknown>, schema: z.ZodType<T>): BotResult<T> {
    const answer = await asked;
    return answer.ok ? readResult(answer.value, schema) : answer;
  }

  const messageId = sentSchema.transform(({ message_id = '' }) => message_id);
  const nothing = z.unknown().transform(() => undefined);

  return {
    getMe: () =>
      read(
        call('getMe', undefined),
        meSchema.transform(({ id, account_name: name }) => ({ id, name })),
      ),
    sendMessage: (chat, text) => read(call('sendMessage', { chat_id: chat, text }), messageId),
    sendPhoto: (chat, photo, caption) => {
      const body = { chat_id: chat, photo, ...(caption !== undefined && { caption }) };
      return read(call('sendPhoto', body, { timeoutMs: photoTimeoutMs }), messageId);
    },
    getUpdate: async (seconds, signal) => {
      const options = { timeoutMs: seconds * 1000 + pollMarginMs, signal };
      const answer = await call('getUpdates', { timeout: String(seconds) }, options);
      const isIdle = !answer.ok && answer.error.type === 'answered' && answer.error.code === 408;
      return isIdle ? ok(undefined) : answer;
    },
    readWebhook: () =>
      read(
        call('getWebhookInfo', undefined),
        infoSchema.transform(({ url }) => url),
      ),
    setWebhook: (url, secret) => read(call('setWebhook', { url, secret_token: secret }), nothing),
    deleteWebhook: () => read(call('deleteWebhook', undefined), nothing),
  };
}
