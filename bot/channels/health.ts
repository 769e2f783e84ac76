/** Whether a channel works, as `status` shows it; each change is logged once. */
import type { ChannelName, ChannelState } from '../../core/channel.ts';

export type Log = {
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
  failed(part: Part, detail: string): void;
};

/** A channel's health; `starting` until receiving has worked once. */
export function createHealth(channel: ChannelName, log: Log): Health {
  const trouble = new Map<Part, string>();
  let hasReceived = false;
  return {
    state: () => {
      const detail = trouble.get('receiving') ?? trouble.get('sending');
      if (detail !== undefined) return { state: 'down', detail };
      return { state: hasReceived ? 'up' : 'starting' };
    },
    worked: (part) => {
      if (part === 'receiving' && !hasReceived) {
        hasReceived = true;
        log.info({ channel }, `${channel}: receiving`);
      }
      if (trouble.delete(part)) log.info({ channel }, `${channel}: ${part} works again`);
    },
    failed: (part, detail) => {
      if (trouble.get(part) === detail) return;
      trouble.set(part, detail);
      log.error({ channel, detail }, `${channel}: ${part} fails`);
    },
  };
}
