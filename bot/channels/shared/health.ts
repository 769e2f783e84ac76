/** Whether a channel works, as `status` shows it; each change is logged once. */

import type { ChannelName } from '../../../core/channels/address.ts';
import type { ChannelState, LastingTrouble } from '../../../core/channels/channel.ts';

export type ChannelLog = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

/** Receiving and sending fail apart: a second poller or a wrong webhook stops one, an empty purse the other. */
type Part = 'receiving' | 'sending';

export type Health = {
  /** `up` once receiving works; `down` while either part fails, with the reason. */
  state(): ChannelState;
  worked(part: Part): void;
  /** `lasting` where only a person can put it right. */
  failed(part: Part, detail: string, lasting?: LastingTrouble): void;
};

/** A channel's health; `starting` until receiving has worked once. */
export function createHealth(channel: ChannelName, log: ChannelLog): Health {
  const trouble = new Map<Part, Omit<ChannelState, 'state'> & { detail: string }>();
  let hasReceived = false;
  return {
    state: () => {
      const found = trouble.get('receiving') ?? trouble.get('sending');
      if (found !== undefined) return { state: 'down', ...found };
      return { state: hasReceived ? 'up' : 'starting' };
    },
    worked: (part) => {
      if (part === 'receiving' && !hasReceived) {
        hasReceived = true;
        log.info({ channel }, `${channel}: receiving`);
      }
      if (trouble.delete(part)) log.info({ channel }, `${channel}: ${part} works again`);
    },
    failed: (part, detail, lasting) => {
      if (trouble.get(part)?.detail === detail) return;
      trouble.set(part, { detail, ...(lasting && { lasting }) });
      log.error({ channel, detail }, `${channel}: ${part} fails`);
    },
  };
}
