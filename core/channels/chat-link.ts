import type { ChannelName } from './address.ts';

/** Zalo documents no payload of its links: there the code is sent beside the link and typed. */
const links: Record<ChannelName, (identity: string, code: string) => string> = {
  telegram: (username, code) => `https://t.me/${username}?start=${code}`,
  web: (publicUrl, code) => `${publicUrl}/c/${code}`,
  'zalo-oa': (oaId) => `https://zalo.me/${oaId}`,
  'zalo-bot': (botId) => `https://bot.zaloplatforms.com/bots/${botId}`,
};

/** The address at which a person opens the chat with us; `identity` is what the platform calls us, of the web its URL. */
export const chatLinkOf = (channel: ChannelName, identity: string, code: string): string =>
  links[channel](identity, code);
