import { randomUUID } from 'node:crypto';
import type { Channel } from '../../../core/channels/channel.ts';
import { chatLinkOf } from '../../../core/channels/chat-link.ts';
import { rejectedBecause } from '../shared/outcome.ts';

/**
 * The browser as a channel. What is sent is what stands in the outbox as sent: the page reads it from there, so sending
 * cannot fail. What a person writes comes in through the web server.
 */
export function createWebChannel({ publicUrl }: { publicUrl: string }): Channel {
  return {
    name: 'web',
    state: () => ({ state: 'up' }),
    link: (code) => chatLinkOf('web', publicUrl, code),
    sending: {
      pace: { everyMs: 0, perChatMs: 0, perGroupMs: 0 },
      probe: async () => true,
      send: async ({ isGroup }) =>
        isGroup ? rejectedBecause('the web has no groups') : { type: 'sent', externalId: randomUUID() },
    },
  };
}
