/** The addresses that stand in messages. */
import type { ChannelName } from '../../core/channels/address.ts';
import { channelTerms } from '../../core/channels/terms.ts';
import { type HeldLink, opensElsewhere } from '../../core/delivery/link.ts';
import type { Clock } from '../clock.ts';
import { codeFor } from './codes.ts';
import { signLink } from './sign.ts';

/** How long a link to a target is good; machine time. */
const linkDays = 60;

export type Links = {
  /** Where a target opens for its holder: signed, and good for 60 days of machine time. */
  to(link: HeldLink): string;
  /** The code of an invite that is always the same for one subject, and the page that it opens. */
  handed(subject: string): { code: string; link: string };
  /** Where an invite's code opens, on every channel that runs. */
  opening(code: string): string[];
};

/** Makes links under a public address. `opening` is asked late: channels are there only once the service runs. */
export function createLinks(
  key: Buffer,
  publicUrl: string,
  clock: Pick<Clock, 'machine'>,
  opening: Links['opening'] = () => [],
): Links {
  return {
    to: (link) => `${publicUrl}/files/${signLink(key, link, { madeAt: clock.machine(), days: linkDays })}`,
    handed: (subject) => {
      const code = codeFor(key, subject);
      return { code, link: `${publicUrl}/c/${code}` };
    },
    opening,
  };
}

/** A link as it may be shown on a channel; undefined where it would open for nobody who reads it there. */
export const linkOn = (channel: ChannelName, links: Pick<Links, 'to'>, link: HeldLink): string | undefined =>
  shownOn(channel, links.to(link));

/** An address where whoever reads it on a channel can open it; else undefined. */
export const shownOn = (channel: ChannelName, link: string): string | undefined =>
  channelTerms[channel].isOurPage || opensElsewhere(link) ? link : undefined;
