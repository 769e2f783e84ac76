/**
 * Telegram as a channel: receives by polling or by webhook, sends plain text with buttons, files and pictures.
 * Telegram's library is used in the files `telegram*.ts` of this folder only, and of it only the client and its types.
 */
import { InputFile } from 'grammy';
import type { Channel, Outbound, Receive, SendOutcome } from '../../../core/channels/channel.ts';
import { channelLimits } from '../../../core/channels/terms.ts';
import { fail } from '../../../core/result.ts';
import { download } from '../shared/download.ts';
import { createHealth, type Log } from '../shared/health.ts';
import { createUnderWay } from '../shared/under-way.ts';
import { type Wait, waitForTimer } from '../shared/wait.ts';
import { createApi, type Failure, forGrammy } from './api.ts';
import { createCalls } from './calls.ts';
import { poll } from './polling.ts';
import { toOutcome, toRequest } from './send.ts';
import { introduce, register } from './setup.ts';
import { parseUpdate, tapToAnswer, updateIdOf } from './updates.ts';
import { isOurSecret, type WebhookAnswer } from './webhook.ts';

/** Covers a long poll of 25 s with room. */
const pollTimeoutSeconds = 60;
const sendTimeoutSeconds = 20;
const uploadTimeoutSeconds = 60;

/**
 * "Not more than 30 messages per second or so", 1/s to one chat, 20 a minute to one group
 * (https://core.telegram.org/bots/faq), each with a little room for the network's jitter.
 */
const pace = { everyMs: 34.3, perChatMs: 1010, perGroupMs: 3050 };

export type TelegramOptions = {
  token: string;
  /** Absent: https://api.telegram.org. */
  apiRoot?: string | undefined;
  mode: { type: 'polling' } | { type: 'webhook'; url: string; secret: string };
  /** What people see in the bot's menu in a private chat. */
  commands: { command: string; description: string }[];
  log: Log;
  /** Machine time in milliseconds; any origin. */
  machineNow: () => number;
  /** Absent: a timer. */
  wait?: Wait;
  /** Called once, when Telegram has told the bot's name. */
  onIdentity?: (username: string) => void;
};

export type TelegramChannel = Channel & {
  /**
   * Takes one delivery: `secret` is the header X-Telegram-Bot-Api-Secret-Token, `body` the parsed JSON. 200 only after
   * everything in it was stored (or concerned nobody); 401 without the right secret, and always in polling mode; 400
   * when the body is no update; 500 when it could not be stored: Telegram then delivers it again.
   */
  handleWebhook(secret: string | undefined, body: unknown): Promise<WebhookAnswer>;
};

/** A channel that is not started. Throws when webhook mode is asked for without a secret. */
export function createTelegramChannel(options: TelegramOptions): TelegramChannel {
  const { token, apiRoot, mode, log, machineNow } = options;
  if (mode.type === 'webhook' && !mode.secret) throw new Error('Telegram webhook mode needs a secret');
  const receiving = createApi({ token, apiRoot, timeoutSeconds: pollTimeoutSeconds });
  const sending = createApi({ token, apiRoot, timeoutSeconds: sendTimeoutSeconds });
  const uploading = createApi({ token, apiRoot, timeoutSeconds: uploadTimeoutSeconds });
  const health = createHealth('telegram', log);
  const wait = options.wait ?? waitForTimer;
  const stopping = new AbortController();
  const { signal } = stopping;
  const calls = createCalls({ token, machineNow, wait, signal });
  const { failureOf, pausedFor } = calls;
  const setup = { api: sending, calls, log, signal };
  const { track, run, ended } = createUnderWay();
  let username: string | undefined;
  let receive: Receive | undefined;

  const learn = (name: string) => {
    username = name;
    options.onIdentity?.(name);
  };

  /** Ends the spinner on the person's button. Best effort: what a tap does is told by a message. */
  const answerTap = async (id: string): Promise<void> => {
    if (pausedFor() > 0) return;
    await sending.answerCallbackQuery(id, {}, forGrammy(signal)).catch(failureOf);
  };

  const take = async (update: unknown): Promise<void> => {
    for (const inbound of parseUpdate(update, username)) {
      if (!receive) throw new Error('the channel is not started');
      await receive(inbound);
    }
    const tapId = tapToAnswer(update);
    if (tapId !== undefined) run(answerTap(tapId));
  };

  const onNotStored = (error: unknown) =>
    log.warn({ channel: 'telegram', err: error }, 'telegram: an update could not be stored and will come again');

  const request = (outbound: Outbound): Promise<{ message_id: number }> => {
    if (outbound.type === 'text') return sending.raw.sendMessage(toRequest(outbound));
    const { to: chat_id, caption } = outbound;
    if (outbound.type === 'linked-picture') return sending.raw.sendPhoto({ chat_id, photo: outbound.link, caption });
    const file = new InputFile(outbound.upload.bytes, outbound.upload.name);
    return outbound.type === 'picture'
      ? uploading.raw.sendPhoto({ chat_id, photo: file, caption })
      : uploading.raw.sendDocument({ chat_id, document: file, caption });
  };

  return {
    name: 'telegram',
    limits: channelLimits.telegram,
    pace,
    state: health.state,

    start: (given) => {
      receive = given;
      run(introduce(setup, options.commands, learn));
      if (mode.type === 'webhook') run(register(setup, mode, health));
      else run(poll({ api: receiving, signal, health, take, wait, failureOf, onNotStored }));
    },

    stop: async () => {
      stopping.abort();
      await ended();
    },

    send: async (outbound: Outbound): Promise<SendOutcome> => {
      const pauseMs = pausedFor();
      if (pauseMs > 0) {
        const retryAfterSeconds = Math.ceil(pauseMs / 1000);
        return { type: 'not-sent', reason: 'paused after a 429', retryAfterSeconds, isRateLimit: true };
      }
      try {
        const externalId = String((await request(outbound)).message_id);
        health.worked('sending');
        return { type: 'sent', externalId };
      } catch (error) {
        const failure = failureOf(error);
        if (isTokenTrouble(failure)) health.failed('sending', failure.reason);
        return toOutcome(failure);
      }
    },

    fetchFile: async (id) => {
      try {
        const { file_path: path } = await sending.getFile(id, forGrammy(signal));
        if (path === undefined) return fail({ reason: 'Telegram names no path', isFinal: true });
        const root = apiRoot ?? 'https://api.telegram.org';
        return await download(`${root}/file/bot${token}/${path}`, root, signal);
      } catch (error) {
        const failure = failureOf(error);
        return fail({ reason: failure.reason, isFinal: failure.type === 'answered' && failure.code === 400 });
      }
    },

    link: (code) => (username === undefined ? undefined : `https://t.me/${username}?start=${code}`),

    handleWebhook: async (secret, body) => {
      if (mode.type !== 'webhook' || !isOurSecret(secret, mode.secret)) return 401;
      if (updateIdOf(body) === undefined) return 400;
      if (signal.aborted) return 500;
      try {
        await track(take(body));
        return 200;
      } catch (error) {
        onNotStored(error);
        return 500;
      }
    },
  };
}

const isTokenTrouble = (failure: Failure): boolean =>
  failure.type === 'answered' && (failure.code === 401 || failure.code === 404);
