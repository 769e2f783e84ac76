import type { ChannelName, Limits } from './channel.ts';

/**
 * What each channel can carry, so that a message can be laid out where no adapter runs (the command line).
 * Telegram: 4,096 characters and 100 buttons a message (Bot API). Zalo: 2,000 characters; the Official Account takes
 * five buttons, the Bot Platform none.
 */
export const channelLimits: Record<ChannelName, Limits> = {
  telegram: { textLength: 4096, choices: 100, files: true },
  web: { textLength: 4000, choices: 20, files: true },
  'zalo-oa': { textLength: 2000, choices: 5, files: false, isMetered: true },
  'zalo-bot': { textLength: 2000, choices: 0, files: false, isMetered: true },
};
