/** What each platform allows and charges. Channels differ here and in their adapters, and nowhere else. */
import type { ChannelName } from './address.ts';

/**
 * What one message can carry. `textLength` counts UTF-16 units; `choices` 0 means no buttons: choices are written out.
 * `files` are the endings of what goes as a file. Pictures are uploaded, or fetched from a link: of any kind, or public
 * and https.
 */
export type Limits = {
  textLength: number;
  choices: number;
  files: 'all' | readonly string[];
  pictures: 'uploaded' | 'linked' | 'linked-https' | 'none';
  /** Messages cost from a budget, so that much is said in few. */
  isMetered?: boolean;
  /** The channel makes groups of its own; the bot cannot be taken into others. */
  makesGroups?: boolean;
  /** Messages to groups can be edited, pinned and unpinned. */
  correctsGroups?: boolean;
  /** It has a form that asks a person for name and phone number; who opens the chat is greeted with it. */
  asksContact?: boolean;
};

/**
 * What a message to a person costs: nothing, one of the month's budget each time, or nothing for the first ones within
 * so many hours of the person's last word. How many those are is configured; they are counted from that word on.
 */
export type Price = { type: 'nothing' } | { type: 'each' } | { type: 'first-free'; hours: number };

/** The terms on which a platform carries messages. */
export type Terms = {
  limits: Limits;
  /** What a message to a person costs. */
  price: Price;
  /** What a message to a group costs; `freeUntil` (an ISO date, that day included): nothing up to then, and one each afterwards. */
  groupPrice: 'nothing' | 'each' | { freeUntil: string };
  /** For how many days after a person's last word they may be written to; null: always. */
  openDays: number | null;
  /** How a text names a member of a group so that the platform notifies them; null: there is no way. */
  mention: '[@id]' | null;
  /** A page of ours shows what stands in the outbox as sent. Its reader has reached us, so every link of ours opens. */
  isOurPage: boolean;
  /** A button opens a page of ours inside the platform, which tells that page who looks. */
  opensPagesInside?: true;
};

const free: Pick<Terms, 'price' | 'groupPrice' | 'openDays' | 'mention'> = {
  price: { type: 'nothing' },
  groupPrice: 'nothing',
  openDays: null,
  mention: null,
};

/** The terms of every channel, also for where no adapter runs (the command line). */
export const channelTerms: Record<ChannelName, Terms> = {
  /** https://core.telegram.org/bots/api: 4,096 characters and 100 buttons a message, any file. */
  telegram: {
    ...free,
    limits: { textLength: 4096, choices: 100, files: 'all', pictures: 'uploaded', correctsGroups: true },
    isOurPage: false,
    opensPagesInside: true,
  },
  web: {
    ...free,
    limits: { textLength: 4000, choices: 20, files: [], pictures: 'linked' },
    isOurPage: true,
  },
  /**
   * The first messages within 48 hours of a person's last word are free. Further ones, and those within 7 days, come out
   * of the paid allowance; later ones are refused with -230. Messages to its groups cost nothing until 31 December 2026.
   */
  'zalo-oa': {
    limits: {
      textLength: 2000,
      choices: 5,
      files: ['pdf', 'doc', 'docx', 'csv'],
      pictures: 'uploaded',
      isMetered: true,
      makesGroups: true,
      asksContact: true,
    },
    price: { type: 'first-free', hours: 48 },
    groupPrice: { freeUntil: '2026-12-31' },
    openDays: 7,
    mention: '[@id]',
    isOurPage: false,
  },
  /** Neither buttons nor files; every message counts, also one to a group. */
  'zalo-bot': {
    limits: { textLength: 2000, choices: 0, files: [], pictures: 'linked-https', isMetered: true },
    price: { type: 'each' },
    groupPrice: 'each',
    openDays: null,
    mention: null,
    isOurPage: false,
  },
};

/** What each channel can carry, so that a message can be laid out before its channel is called. */
export const channelLimits: Record<ChannelName, Limits> = {
  telegram: channelTerms.telegram.limits,
  web: channelTerms.web.limits,
  'zalo-oa': channelTerms['zalo-oa'].limits,
  'zalo-bot': channelTerms['zalo-bot'].limits,
};

/** After the person's own choice: from the channel most people are on to the one that needs a browser. */
export const ladder: readonly ChannelName[] = ['zalo-oa', 'zalo-bot', 'telegram', 'web'];

/** The channels whose terms are so, in the order of the ladder. */
export const channelsWhere = (isSo: (terms: Terms) => boolean): ChannelName[] =>
  ladder.filter((channel) => isSo(channelTerms[channel]));

/** The shortest message of a channel on which much is said in few, in UTF-16 units. */
export const leastMeteredLength = Math.min(
  ...Object.values(channelLimits).flatMap(({ isMetered, textLength }) => (isMetered ? [textLength] : [])),
);

/** Whether a message to a group costs one of the month's budget on a day (ISO date of machine time in Vietnam). */
export function isGroupCharged(channel: ChannelName, day: string): boolean {
  const { groupPrice } = channelTerms[channel];
  return typeof groupPrice === 'string' ? groupPrice === 'each' : day > groupPrice.freeUntil;
}
