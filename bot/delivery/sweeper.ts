import type { ChannelName } from '../../core/channels/address.ts';
import type { Fence } from '../../db/delivery/fence.ts';
import { monotonic } from '../clock.ts';
import type { Log } from '../process/log.ts';
import { settleAbandoned } from './settle.ts';
import type { Transact } from './work.ts';

/** Settles, now and then, what is claimed and under way nowhere. */
export type Sweeper = {
  /**
   * Sweeps when it is time. No claim may be outstanding meanwhile: it would be taken for such. `inFlight` are the rows under
   * way.
   */
  sweep(fence: Fence, inFlight: number[]): Promise<void>;
  /** Makes the next call sweep: the answer to a claim was lost. */
  hurry(): void;
};

/** How often abandoned requests are looked for, in milliseconds. */
const sweepMs = 30_000;

export function createSweeper(channel: ChannelName, { transact, log }: { transact: Transact; log: Log }): Sweeper {
  let nextAt = 0;
  return {
    sweep: async (fence, inFlight) => {
      if (monotonic() < nextAt) return;
      try {
        const found = await settleAbandoned(transact, { channel, inFlight, fence });
        nextAt = monotonic() + sweepMs;
        if (found > 0) log.warn({ channel, requests: found }, 'requests were claimed and not sent');
      } catch (error) {
        log.error({ err: error, channel }, 'abandoned requests could not be settled');
      }
    },
    hurry: () => {
      nextAt = 0;
    },
  };
}
