/** What came in as it is kept: people type codes and pass links on, and those are sealed beside their words. */
import type { Inbound } from '../../core/channels/channel.ts';
import type { KeptInbound } from '../../db/conversation/inbox.ts';
import type { Vault } from './vault.ts';

/** What came in, with the secrets in its words sealed. */
export function sealInbound(vault: Vault, inbound: Inbound): KeptInbound {
  const { conceal, seal } = vault.begin();
  const kept = withWords(inbound, conceal);
  return { inbound: kept, sealed: seal() };
}

/** What came in, as it came. */
export const openInbound = (vault: Vault, { inbound, sealed }: KeptInbound): Inbound =>
  withWords(inbound, vault.open(sealed).reveal);

function withWords(inbound: Inbound, change: (text: string) => string): Inbound {
  if (inbound.kind === 'text' || inbound.kind === 'file') return { ...inbound, text: change(inbound.text) };
  if (inbound.kind !== 'unreadable' || !inbound.edited) return inbound;
  return { ...inbound, edited: { ...inbound.edited, text: change(inbound.edited.text) } };
}
