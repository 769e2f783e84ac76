/** What is told to Telegram, and asked of it, once at every start; each call is repeated until it works. */
import { forGrammy, type TelegramFailure } from './api.ts';
import type { Telegram } from './telegram.ts';
import { allowedUpdates } from './updates.ts';

const maxConnections = 40;

/** A line of the bot's menu. */
export type MenuCommand = { command: string; description: string };

/** Learns the bot's username and sets the menu of its private chats. Never rejects for a failed call. */
export async function introduce(
  { api, calls, life: { log, signal } }: Telegram,
  commands: MenuCommand[],
  onUsername: (username: string) => void,
): Promise<void> {
  const warn = ({ reason }: TelegramFailure) => log.warn({ channel: 'telegram', reason }, 'telegram: set-up waits');
  let username: string | undefined;
  await calls.untilItWorks(async () => {
    username = (await api.getMe(forGrammy(signal))).username;
  }, warn);
  if (username !== undefined) onUsername(username);
  await calls.untilItWorks(async () => {
    await api.setMyCommands(commands, { scope: { type: 'all_private_chats' } }, forGrammy(signal));
  }, warn);
}

/** Tells Telegram the webhook's address and secret; receiving is up once it has agreed. */
export function registerWebhook(
  { api, calls, life: { health, signal } }: Telegram,
  webhook: { url: string; secret: string },
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
