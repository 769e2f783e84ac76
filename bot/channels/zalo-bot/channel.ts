/**
 * Zalo's Bot Platform as a channel: receives by webhook or by polling, sends plain text and pictures that lie at a public
 * address. It has no buttons and no files, and a small allowance of messages a month. Its own files are `zalo-bot*.ts`.
 */
import type { Channel, Outbound, Receive, SendOutcome } from '../../../core/channels/channel.ts';
import { channelLimits } from '../../../core/channels/terms.ts';
import { download } from '../shared/download.ts';
import { createHealth, type Log } from '../shared/health.ts';
import { createUnderWay } from '../shared/under-way.ts';
import { backoffMs, type Wait, waitForTimer } from '../shared/wait.ts';
import { isSameSecret, type WebhookAnswer, type WebhookHeaders } from '../shared/webhook.ts';
import { readJson } from '../zalo/json.ts';
import { type BotFailure, createBotApi } from './api.ts';
import { poll } from './polling.ts';
import { isBotTrouble, isTokenTrouble, toOutcome } from './send.ts';
import { eventNameOf, parseBotUpdate, unwrapUpdate } from './updates.ts';

const textLimit = channelLimits['zalo-bot'].textLength;
/** No rate is documented: a fraction of what other platforms allow, even, and it widens by itself where Zalo objects. */
const pace = { everyMs: 200, perChatMs: 0, perGroupMs: 0 };
const personMs = 30_000;

export type ZaloBotOptions = {
  token: string;
  /** Without a slash at the end, as https://bot-api.zaloplatforms.com. */
  apiRoot: string;
  /** The secret has 8 to 256 characters. */
  mode: { type: 'polling' } | { type: 'webhook'; url: string; secret: string };
  log: Log;
  /** Absent: a timer. */
  wait?: Wait;
  /** Called once, when Zalo has told who the bot is. */
  onIdentity?: (bot: { id: string; name: string }) => void;
  onUnknownEvent?: (name: string) => void;
};

export type ZaloBotChannel = Channel & {
  /**
   * Takes one delivery. 200 only after it was stored, or when it concerns nobody; 401 without the right secret, and
   * always in polling mode; 400 for what is no JSON; 500 when it could not be stored.
   */
  handleWebhook(headers: WebhookHeaders, rawBody: Buffer | string): Promise<WebhookAnswer>;
};

/** A channel that is not started. */
export function createZaloBotChannel(options: ZaloBotOptions): ZaloBotChannel {
  const { token, apiRoot, mode, log } = options;
  const wait = options.wait ?? waitForTimer;
  const api = createBotApi({ root: apiRoot, token });
  const health = createHealth('zalo-bot', log);
  const stopping = new AbortController();
  const { signal } = stopping;
  const { track, run, ended } = createUnderWay();
  let botId: string | undefined;
  let receive: Receive | undefined;

  const take = async (update: unknown): Promise<void> => {
    const read = parseBotUpdate(update);
    if (read.type === 'unknown') {
      options.onUnknownEvent?.(read.name);
      log.info({ channel: 'zalo-bot', event: read.name }, 'zalo-bot: an unknown event was ignored');
    }
    if (read.type !== 'inbound') return;
    if (!receive) throw new Error('the channel is not started');
    await receive(read.inbound);
  };

  const onNotStored = (error: unknown): void =>
    log.warn({ channel: 'zalo-bot', err: error }, 'zalo-bot: an update could not be stored yet');

  async function untilItWorks(call: () => Promise<BotFailure | undefined>): Promise<void> {
    for (let failures = 0; !signal.aborted; failures++) {
      const failure = await call();
      if (!failure || signal.aborted) return;
      await wait(isTokenTrouble(failure) ? personMs : backoffMs(failures), signal);
    }
  }

  const introduce = () =>
    untilItWorks(async () => {
      const me = await api.getMe();
      if (!me.ok) return me.error;
      botId = me.value.id;
      options.onIdentity?.(me.value);
      return undefined;
    });

  const register = (url: string, secret: string) =>
    untilItWorks(async () => {
      const set = await api.setWebhook(url, secret);
      if (!set.ok) {
        health.failed('receiving', set.error.reason);
        return set.error;
      }
      health.worked('receiving');
      return undefined;
    });

  const settle = (result: Awaited<ReturnType<typeof api.sendMessage>>): SendOutcome => {
    if (result.ok) {
      health.worked('sending');
      return { type: 'sent', externalId: result.value };
    }
    if (isBotTrouble(result.error))
      health.failed('sending', result.error.reason, isTokenTrouble(result.error) ? 'account' : undefined);
    return toOutcome(result.error);
  };

  return {
    name: 'zalo-bot',
    limits: channelLimits['zalo-bot'],
    pace,
    state: health.state,
    start: (given) => {
      receive = given;
      run(introduce());
      if (mode.type === 'webhook') run(register(mode.url, mode.secret));
      else run(poll({ api, signal, health, wait, take, onNotStored }));
    },
    stop: async () => {
      stopping.abort();
      await ended();
    },
    send: async (outbound: Outbound) => {
      const { to, type } = outbound;
      if (type === 'linked-picture')
        return settle(await api.sendPhoto(to, outbound.link, outbound.caption.normalize('NFC')));
      if (type !== 'text') return { type: 'refused', because: 'rejected', reason: 'the platform takes no files' };
      const words = outbound.text.normalize('NFC');
      if (words.trim() === '' || words.length > textLimit)
        return { type: 'refused', because: 'rejected', reason: `a text has 1 to ${textLimit} characters` };
      return settle(await api.sendMessage(to, words));
    },
    fetchFile: (address) => download(address, apiRoot, signal),
    // The platform documents no payload of this link: the code is sent beside it and typed.
    link: () => (botId === undefined ? undefined : `https://bot.zaloplatforms.com/bots/${botId}`),

    handleWebhook: async (headers, rawBody) => {
      const given = headers['x-bot-api-secret-token'];
      if (mode.type !== 'webhook' || given === undefined || !isSameSecret(given, mode.secret)) return 401;
      const text = rawBody.toString();
      if (text.trim() === '') return 200;
      const body = readJson(text);
      if (!body.ok) return 400;
      const update = unwrapUpdate(body.value);
      if (eventNameOf(update) === undefined) return 200;
      if (signal.aborted) return 500;
      try {
        await track(take(update));
        return 200;
      } catch (error) {
        onNotStored(error);
        return 500;
      }
    },
  };
}
