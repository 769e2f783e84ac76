/** Writes down how requests ended, many at a time: what ends while one transaction is written goes with the next. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChannelName } from '../../core/channels/address.ts';
import type { SentRequest } from '../../db/delivery/settle.ts';
import type { Log } from '../process/log.ts';
import { type EndedRequest, settle, settleSent } from './settle.ts';
import type { Transact } from './work.ts';

export type Settler = {
  /** Writes it, and what follows from it. Resolves when it is written, or given up since the settler stops. */
  settle(ended: EndedRequest): Promise<void>;
  /** Tries nothing again from here on: what ends unsettled is settled at the next start. */
  stop(): void;
};

/** So many that arrived are written by one transaction. */
const mostAtOnce = 250;
/** How soon an outcome that the database refused is written again. */
const settleAgainMs = 500;

export function createSettler(channel: ChannelName, { transact, log }: { transact: Transact; log: Log }): Settler {
  let isStopping = false;
  const waiting: { arrived: SentRequest; done: () => void }[] = [];
  let isWriting = false;

  async function write(ids: number[], attempt: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        log.error({ err: error, channel, outbox: ids }, 'requests could not be settled');
        if (isStopping) return;
        await sleep(settleAgainMs);
      }
    }
  }

  async function writeArrived(): Promise<void> {
    isWriting = true;
    for (let part = waiting.splice(0, mostAtOnce); part.length > 0; part = waiting.splice(0, mostAtOnce)) {
      const arrived = part.map((one) => one.arrived);
      const ids = arrived.map(({ row }) => row.id);
      await write(ids, () => settleSent(transact, arrived));
      for (const { done } of part) done();
    }
    isWriting = false;
  }

  return {
    settle: (ended) => {
      const { row, outcome, isInOutage } = ended;
      if (outcome.type !== 'sent') return write([row.id], () => settle(transact, row, outcome, isInOutage));
      return new Promise((done) => {
        waiting.push({ done, arrived: { row, externalId: outcome.externalId } });
        if (!isWriting) void writeArrived();
      });
    },
    stop: () => {
      isStopping = true;
    },
  };
}
