/** What an operator's monitoring reads at GET /metrics. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ChannelName } from '../../core/channels/address.ts';
import type { SendOutcome } from '../../core/channels/channel.ts';

/** What became of something that came in; `dropped`: its sender wrote more than is taken; `unknown`: an event of a kind not known here, which is ignored. */
export type InboundResult = 'done' | 'duplicate' | 'dropped' | 'failed' | 'set-aside' | 'unknown';

export type Metrics = {
  /** One message came in and was handled thus. */
  countInbound(channel: ChannelName, result: InboundResult): void;
  /** One request to a platform ended thus. */
  countOutbound(channel: ChannelName, outcome: SendOutcome['type']): void;
  /** One thing was refused: a delivery without its secret, a code that opens nothing. */
  countRefused(what: string): void;
  /** How long the handling of one message took, in seconds. */
  observeHandling(channel: ChannelName, seconds: number): void;
  /** Everything in the Prometheus text format, and that format's content type. */
  read(): Promise<{ text: string; contentType: string }>;
};

/** Makes the registry. `countQueued` is asked at every reading; when it fails the gauge is left out. */
export function createMetrics(countQueued: () => Promise<{ channel: ChannelName; queued: number }[]>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const inbound = new Counter({
    name: 'chidao_inbound_total',
    help: 'Messages that came in, by channel and result.',
    labelNames: ['channel', 'result'] as const,
    registers,
  });
  const outbound = new Counter({
    name: 'chidao_outbound_total',
    help: 'Requests to platforms, by channel and outcome.',
    labelNames: ['channel', 'outcome'] as const,
    registers,
  });
  const refused = new Counter({
    name: 'chidao_refused_total',
    help: 'What was refused: webhook, code, phone, command, flood.',
    labelNames: ['what'] as const,
    registers,
  });
  const handling = new Histogram({
    name: 'chidao_handling_seconds',
    help: 'Time from a message to its committed answer, by channel.',
    labelNames: ['channel'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  new Gauge({
    name: 'chidao_outbox_queued',
    help: 'Requests that wait to be sent, by channel.',
    labelNames: ['channel'] as const,
    registers,
    async collect() {
      this.reset();
      const counts = await countQueued().catch(() => []);
      for (const { channel, queued } of counts) this.set({ channel }, queued);
    },
  });
  return {
    countInbound: (channel, result) => inbound.inc({ channel, result }),
    countOutbound: (channel, outcome) => outbound.inc({ channel, outcome }),
    countRefused: (what) => refused.inc({ what }),
    observeHandling: (channel, seconds) => handling.observe({ channel }, seconds),
    read: async () => ({ text: await registry.metrics(), contentType: registry.contentType }),
  };
}
