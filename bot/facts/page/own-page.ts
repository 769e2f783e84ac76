/** A person's own page as a link from where they write. */
import type { ChannelName } from '../../../core/channels/address.ts';
import { channelTerms } from '../../../core/channels/terms.ts';
import type { Facts } from '../../../core/conversation/context.ts';
import type { Reading } from '../../delivery/work.ts';
import { newCode } from '../../links/codes.ts';
import { shownOn } from '../../links/make.ts';

/** Whether a link from a channel leads to a page of ours. On the page itself its own bar does. */
export const opensPages = ({ links }: Pick<Reading, 'links'>, channel: ChannelName): boolean =>
  !channelTerms[channel].isOurPage && shownOn(channel, links.handed('').link) !== undefined;

/**
 * A new page for whoever asks; its invite is still to be written. `app` opens inside the platform, over https alone. Undefined where
 * no link of ours opens.
 */
export function readOwnPage({ links }: Pick<Reading, 'links'>, channel: ChannelName): Facts['ownPage'] {
  if (!opensPages({ links }, channel)) return undefined;
  const page = links.handed(`page:${newCode()}`);
  const opensInside = channelTerms[channel].opensPagesInside === true && page.link.startsWith('https:');
  return { ...page, ...(opensInside && { app: page.link.replace(/\/c\/[^/]*$/, '/app') }) };
}
