/** What is told to Telegram, and asked of it, once at every start; each call is repeated until it works. */

import type { Health, Log } from '../shared/health.ts';
import { type Failure, forGrammy, type TelegramApi } from './api.ts';
import type { Calls } from './calls.ts';
import { allowedUpdates } from './updates.ts';

const maxConnections = 40;

type Setup = { api: TelegramApi; calls: Calls; log: Log; signal: AbortSignal };

/** Learns the bot's username and sets the menu of its private chats. Never rejects for a failed call. */
export async function introduce(
  { api, calls, log, signal }: Setup,
  commands: { command: string; description: string }[],
  learn: (username: string) => void,
): Promise<void> {
  const warn = ({ reason }: Failure) => log.warn({ channel: 'telegram', reason }, 'telegram: set-up waits');
  let username: string | undefined;
  await calls.untilItWorks(async () => {
    username = (await api.getMe(forGrammy(signal))).username;
  }, warn);
  if (username !== undefined) learn(username);
  await calls.untilItWorks(async () => {
    await api.setMyCommands(commands, { scope: { type: 'all_private_chats' } }, forGrammy(signal));
  }, warn);
}

/** Tells Telegram the webhook's address and secret; receiving is up once it has agreed. */
export function register(
  { api, calls, signal }: Setup,
  webhook: { url: string; secret: string },
  health: Health,
): Promise<void> {
  const options = {
    secret_token: webhook.secret,
    allowed_updates: allowedUpdates,
    max_connections: maxConnections,
    drop_pending_updates: false,
  };
  return calls.untilItWorks(
    async () => {
      await api.setWebhook(webhook.url, options, forGrammy(signal));
      health.worked('receiving');
    },
    ({ reason }) => health.failed('receiving', reason),
  );
}
