/** Receiving from Telegram, by polling or by webhook. */
import type { Arrival, Receive, Receiving } from '../../../core/channels/channel.ts';
import type { Webhook } from '../../../core/channels/webhook.ts';
import { pollUntilStopped } from '../shared/poll.ts';
import { isSameSecret } from '../shared/secret.ts';
import { answerOnceStored } from '../shared/webhook.ts';
import { forGrammy, type TelegramApi } from './api.ts';
import { createUpdateSource } from './polling.ts';
import { introduce, type MenuCommand, registerWebhook } from './setup.ts';
import type { Telegram, TelegramMode } from './telegram.ts';
import { parseUpdate, tapToAnswer, updateIdOf } from './updates.ts';

export type TelegramReceivingOptions = {
  mode: TelegramMode;
  /** A client whose calls may last as long as a poll. */
  polling: TelegramApi;
  /** Machine time in milliseconds; any origin. */
  machineNow: () => number;
  commands: MenuCommand[];
  /** The bot's name, once it is known. */
  username: () => string | undefined;
  onUsername: (username: string) => void;
};

export function createTelegramReceiving(telegram: Telegram, options: TelegramReceivingOptions): Receiving {
  const { life } = telegram;
  const { mode, machineNow } = options;
  const polls = { api: options.polling, machineNow };

  const store = async (update: unknown, arrival: Arrival = {}): Promise<void> => {
    for (const inbound of parseUpdate(update, options.username())) await life.receive(inbound, arrival);
    const tapId = tapToAnswer(update);
    if (tapId !== undefined) life.run(answerTap(telegram, tapId));
  };

  return {
    start: (receive) => {
      life.start(receive);
      life.run(introduce(telegram, options.commands, options.onUsername));
      if (mode.type === 'webhook') life.run(registerWebhook(telegram, mode));
      else life.run(pollUntilStopped(life, createUpdateSource(telegram, polls, store)));
    },
    stop: life.stop,
    ...(mode.type === 'webhook' && {
      accept: (receive: Receive) => {
        life.start(receive);
        life.run(introduce(telegram, options.commands, options.onUsername));
      },
      webhook: createTelegramWebhook(telegram, mode.secret, store),
    }),
  };
}

/** Ends the spinner on the person's button. Best effort: what a tap does is told by a message. */
async function answerTap({ api, calls, life }: Telegram, id: string): Promise<void> {
  if (calls.pausedForMs() > 0) return;
  await api.answerCallbackQuery(id, {}, forGrammy(life.signal)).catch(calls.failureOf);
}

/** Takes deliveries that carry our secret in the header X-Telegram-Bot-Api-Secret-Token. */
function createTelegramWebhook({ life }: Telegram, secret: string, store: (update: unknown) => Promise<void>): Webhook {
  return async (headers, rawBody) => {
    if (!isSameSecret(headers['x-telegram-bot-api-secret-token'], secret)) return 401;
    const update = readBody(rawBody);
    if (updateIdOf(update) === undefined) return 400;
    return answerOnceStored(life, () => store(update));
  };
}

function readBody(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(rawBody).toString());
  } catch {
    return undefined;
  }
}
