import type { ChannelName } from './address.ts';

type LinkOf = (identity: string, code: string) => string;

/** Zalo documents no payload of its links: there the code is sent beside the link and typed. */
const links: Record<ChannelName, LinkOf> = {
  telegram: (username, code) => `https://t.me/${username}?start=${code}`,
  web: (publicUrl, code) => `${publicUrl}/c/${code}`,
  'zalo-oa': (oaId) => `https://zalo.me/${oaId}`,
  'zalo-bot': (botId) => `https://bot.zaloplatforms.com/bots/${botId}`,
};

/** A page of ours has no groups. Telegram lets the person choose one: https://core.telegram.org/bots/features#deep-linking */
const groupLinks: Record<ChannelName, LinkOf | undefined> = {
  ...links,
  telegram: (username, code) => `https://t.me/${username}?startgroup=${code}`,
  web: undefined,
};

/** The address at which a person opens the chat with us; `identity` is what the platform calls us, of the web its URL. */
export const chatLinkOf = (channel: ChannelName, identity: string, code: string): string =>
  links[channel](identity, code);

/** The address at which a person binds a group to us; undefined where there are no groups. */
const groupLinkOf = (channel: ChannelName, identity: string, code: string): string | undefined =>
  groupLinks[channel]?.(identity, code);

/** The links of one code, by platform as people know it. */
export type PlatformLinks = { telegram?: string; zalo?: string; web?: string };

/** The channels of each platform. The first that runs gives the link: the Official Account can do more than the bot. */
const platforms: Record<keyof PlatformLinks, readonly ChannelName[]> = {
  telegram: ['telegram'],
  zalo: ['zalo-oa', 'zalo-bot'],
  web: ['web'],
};

const platformNames = ['telegram', 'zalo', 'web'] as const satisfies readonly (keyof PlatformLinks)[];

/** The links that open the chat, or bind a group, on every platform where we are known by an identity. */
export function platformLinksOf(
  identities: ReadonlyMap<ChannelName, string>,
  { code, isForGroup }: { code: string; isForGroup: boolean },
): PlatformLinks {
  const linkOf = isForGroup ? groupLinkOf : chatLinkOf;
  const found: PlatformLinks = {};
  for (const platform of platformNames)
    for (const channel of platforms[platform]) {
      const identity = identities.get(channel);
      const link = identity === undefined ? undefined : linkOf(channel, identity, code);
      if (link !== undefined) found[platform] ??= link;
    }
  return found;
}
