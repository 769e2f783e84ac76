/**
 * Zalo's Bot Platform as a channel: receives by webhook or by polling, sends plain text and pictures that lie at a public
 * address. It has no buttons and no files, and a small allowance of messages a month.
 */
import type { Channel } from '../../../core/channels/channel.ts';
import { chatLinkOf } from '../../../core/channels/chat-link.ts';
import { download } from '../shared/download.ts';
import type { ChannelLog } from '../shared/health.ts';
import { createLifecycle } from '../shared/lifecycle.ts';
import type { Wait } from '../shared/wait.ts';
import { zaloFileHosts } from '../zalo/file-hosts.ts';
import { type BotIdentity, createBotApi } from './api.ts';
import { createZaloBotReceiving, type ZaloBotMode } from './receive.ts';
import { createZaloBotSending } from './send.ts';

export type ZaloBotOptions = {
  token: string;
  /** Without a slash at the end, as https://bot-api.zaloplatforms.com. */
  apiRoot: string;
  mode: ZaloBotMode;
  log: ChannelLog;
  /** Machine time in milliseconds; any origin. */
  machineNow: () => number;
  /** Absent: a timer. */
  wait?: Wait;
  /** Called once, when Zalo has told who the bot is. */
  onIdentity?: (bot: BotIdentity) => void;
  onUnknownEvent?: (name: string) => void;
};

export type ZaloBotChannel = Channel & Required<Pick<Channel, 'receiving' | 'files'>>;

/** A channel that is not started. */
export function createZaloBotChannel(options: ZaloBotOptions): ZaloBotChannel {
  const { token, apiRoot, mode, machineNow, onUnknownEvent } = options;
  const life = createLifecycle('zalo-bot', options);
  const api = createBotApi({ root: apiRoot, token });
  let botId: string | undefined;
  return {
    name: 'zalo-bot',
    state: life.health.state,
    link: (code) => (botId === undefined ? undefined : chatLinkOf('zalo-bot', botId, code)),
    sending: createZaloBotSending(life, api),
    receiving: createZaloBotReceiving(life, api, {
      mode,
      machineNow,
      onUnknownEvent,
      onIdentity: (bot) => {
        botId = bot.id;
        options.onIdentity?.(bot);
      },
    }),
    files: { fetch: (address) => download(address, { apiRoot, hosts: zaloFileHosts }, life.signal) },
  };
}
