import type { ChannelName } from './address.ts';
import type { Limits } from './channel.ts';

/**
 * What each channel can carry, so that a message can be laid out where no adapter runs (the command line).
 * Telegram: 4,096 characters and 100 buttons a message, any file, pictures (Bot API). Zalo: 2,000 characters; the
 * Official Account takes five buttons, pdf, doc, docx and csv files, and pictures; the Bot Platform neither buttons nor
 * files, and pictures by a public address. A web page shows pictures and opens links.
 */
export const channelLimits: Record<ChannelName, Limits> = {
  telegram: { textLength: 4096, choices: 100, files: 'all', pictures: 'uploaded' },
  web: { textLength: 4000, choices: 20, files: [], pictures: 'linked' },
  'zalo-oa': {
    textLength: 2000,
    choices: 5,
    files: ['pdf', 'doc', 'docx', 'csv'],
    pictures: 'uploaded',
    isMetered: true,
    makesGroups: true,
    asksContact: true,
  },
  'zalo-bot': { textLength: 2000, choices: 0, files: [], pictures: 'linked-https', isMetered: true },
};
