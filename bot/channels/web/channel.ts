import { randomUUID } from 'node:crypto';
import type { Channel, ChannelState } from '../../../core/channels/channel.ts';
import { channelLimits } from '../../../core/channels/terms.ts';

/**
 * The browser as a channel. What is sent is what stands in the outbox as sent: the page reads it from there, so sending
 * cannot fail. What a person writes comes in through the web server.
 */
export function createWebChannel({ publicUrl }: { publicUrl: string }): Channel {
  let state: ChannelState = { state: 'starting' };
  return {
    name: 'web',
    limits: channelLimits.web,
    pace: { everyMs: 0, perChatMs: 0, perGroupMs: 0 },
    state: () => state,
    start() {
      state = { state: 'up' };
    },
    async stop() {
      state = { state: 'down' };
    },
    async send({ isGroup }) {
      if (isGroup) return { type: 'refused', because: 'rejected', reason: 'the web has no groups' };
      return { type: 'sent', externalId: randomUUID() };
    },
    link: (code) => `${publicUrl}/c/${code}`,
  };
}
