/** How the platforms are called in papers. */
import type { ChannelName } from '../core/channel.ts';

const names: Record<ChannelName, string> = {
  telegram: 'Telegram',
  web: 'Trình duyệt',
  'zalo-oa': 'Zalo OA',
  'zalo-bot': 'Zalo Bot',
};

export const channelName = (channel: ChannelName): string => names[channel];
