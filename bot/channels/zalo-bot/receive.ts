/** Receiving from the Bot Platform, by polling or by webhook. */
import type { Receive, Receiving } from '../../../core/channels/channel.ts';
import type { Webhook } from '../../../core/channels/webhook.ts';
import type { CallFailure } from '../shared/failure.ts';
import type { Lifecycle } from '../shared/lifecycle.ts';
import { pollUntilStopped } from '../shared/poll.ts';
import { isSameSecret } from '../shared/secret.ts';
import { callUntilItWorks } from '../shared/wait.ts';
import { answerOnceStored } from '../shared/webhook.ts';
import { noteUnknownEvent, readDelivery } from '../zalo/webhook.ts';
import type { BotApi, BotIdentity } from './api.ts';
import { createBotUpdateSource } from './polling.ts';
import { waitAfterBotFailure } from './send.ts';
import { eventNameOf, parseBotUpdate, unwrapUpdate } from './updates.ts';

/** How updates come; the secret has 8 to 256 characters. */
export type ZaloBotMode = { type: 'polling' } | { type: 'webhook'; url: string; secret: string };

export type ZaloBotReceivingOptions = {
  mode: ZaloBotMode;
  /** Machine time in milliseconds; any origin. */
  machineNow: () => number;
  onIdentity: (bot: BotIdentity) => void;
  onUnknownEvent?: ((name: string) => void) | undefined;
};

export function createZaloBotReceiving(life: Lifecycle, api: BotApi, options: ZaloBotReceivingOptions): Receiving {
  const { mode, machineNow } = options;

  const store = async (update: unknown): Promise<void> => {
    const read = parseBotUpdate(update);
    if (read.type === 'unknown') noteUnknownEvent(life, read.name, options.onUnknownEvent);
    if (read.type === 'inbound') await life.receive(read.inbound);
  };

  return {
    start: (receive) => {
      life.start(receive);
      life.run(learnIdentity(life, api, options.onIdentity));
      if (mode.type === 'webhook') life.run(registerBotWebhook(life, api, mode));
      else life.run(pollUntilStopped(life, createBotUpdateSource(life, { api, machineNow }, store)));
    },
    stop: life.stop,
    ...(mode.type === 'webhook' && {
      accept: (receive: Receive) => {
        life.start(receive);
        life.run(learnIdentity(life, api, options.onIdentity));
      },
      webhook: createBotWebhook(life, mode.secret, store),
    }),
  };
}

/** Asks who the bot is until Zalo tells it. */
const learnIdentity = (life: Lifecycle, api: BotApi, onIdentity: (bot: BotIdentity) => void): Promise<void> => {
  const ask = async (): Promise<CallFailure | undefined> => {
    const me = await api.getMe();
    if (!me.ok) return me.error;
    onIdentity(me.value);
    return undefined;
  };
  return callUntilItWorks(life, ask, waitAfterBotFailure);
};

/** Tells Zalo the webhook's address and secret; receiving is up once it has agreed. */
function registerBotWebhook(life: Lifecycle, api: BotApi, webhook: { url: string; secret: string }): Promise<void> {
  const register = async (): Promise<CallFailure | undefined> => {
    const set = await api.setWebhook(webhook.url, webhook.secret);
    if (set.ok) life.health.worked('receiving');
    else life.health.failed('receiving', set.error.reason);
    return set.ok ? undefined : set.error;
  };
  return callUntilItWorks(life, register, waitAfterBotFailure);
}

/** Takes deliveries that carry our secret in the header X-Bot-Api-Secret-Token. */
function createBotWebhook(life: Lifecycle, secret: string, store: (update: unknown) => Promise<void>): Webhook {
  return async (headers, rawBody) => {
    if (!isSameSecret(headers['x-bot-api-secret-token'], secret)) return 401;
    const body = readDelivery(rawBody);
    if (!body.ok) return body.error;
    const update = unwrapUpdate(body.value);
    return eventNameOf(update) === undefined ? 200 : answerOnceStored(life, () => store(update));
  };
}
