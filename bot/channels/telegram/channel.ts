/**
 * Telegram as a channel: receives by polling or by webhook, sends plain text with buttons, files and pictures.
 * Telegram's library is used in this folder only, and of it only the client and its types.
 */
import type { Channel } from '../../../core/channels/channel.ts';
import { chatLinkOf } from '../../../core/channels/chat-link.ts';
import type { ChannelLog } from '../shared/health.ts';
import { createLifecycle } from '../shared/lifecycle.ts';
import type { Wait } from '../shared/wait.ts';
import { createApi } from './api.ts';
import { createCalls } from './calls.ts';
import { createTelegramFiles } from './files.ts';
import { readLaunch, webClient } from './mini-app.ts';
import { createTelegramReceiving } from './receive.ts';
import { createTelegramSending } from './send.ts';
import type { MenuCommand } from './setup.ts';
import type { TelegramMode } from './telegram.ts';

/** Covers a long poll of 25 s with room. */
const pollTimeoutSeconds = 60;
const callTimeoutSeconds = 20;
const uploadTimeoutSeconds = 60;

export type TelegramOptions = {
  token: string;
  /** Absent: https://api.telegram.org. */
  apiRoot?: string | undefined;
  mode: TelegramMode;
  /** So many messages a second that nobody asked for are paid for; absent: none. */
  paidPerSecond?: number | undefined;
  /** What people see in the bot's menu in a private chat. */
  commands: MenuCommand[];
  log: ChannelLog;
  /** Machine time in milliseconds; any origin. */
  machineNow: () => number;
  /** Absent: a timer. */
  wait?: Wait;
  /** Called once, when Telegram has told the bot's name. */
  onIdentity?: (username: string) => void;
};

export type TelegramChannel = Channel & Required<Pick<Channel, 'receiving' | 'files'>>;

/** A channel that is not started. Throws when webhook mode is asked for without a secret. */
export function createTelegramChannel(options: TelegramOptions): TelegramChannel {
  const { token, apiRoot, mode, commands, machineNow } = options;
  if (mode.type === 'webhook' && !mode.secret) throw new Error('Telegram webhook mode needs a secret');
  const life = createLifecycle('telegram', options);
  const client = (timeoutSeconds: number) => createApi({ token, apiRoot, timeoutSeconds });
  const telegram = { life, calls: createCalls(life, options), api: client(callTimeoutSeconds) };
  let username: string | undefined;
  return {
    name: 'telegram',
    state: life.health.state,
    link: (code) => (username === undefined ? undefined : chatLinkOf('telegram', username, code)),
    sending: createTelegramSending(telegram, {
      uploading: client(uploadTimeoutSeconds),
      paidPerSecond: options.paidPerSecond,
    }),
    receiving: createTelegramReceiving(telegram, {
      mode,
      commands,
      machineNow,
      polling: client(pollTimeoutSeconds),
      username: () => username,
      onUsername: (name) => {
        username = name;
        options.onIdentity?.(name);
      },
    }),
    files: createTelegramFiles(telegram, options),
    readOpener: (told, machineNow) => readLaunch(token, told, machineNow),
    framedBy: [webClient],
  };
}
