/**
 * Long polling that confirms nothing it has not stored. Telegram forgets an update when a later offset is asked for, so
 * the offset moves only after the whole batch was stored. The loop of grammY moves it before its handlers ran.
 */
import type { Arrival } from '../../../core/channels/channel.ts';
import { fail, ok } from '../../../core/result.ts';
import type { PollSource } from '../shared/poll.ts';
import { createRivalWatch } from '../shared/rival.ts';
import { forGrammy, type TelegramApi, type TelegramFailure, waitAfter } from './api.ts';
import type { Telegram } from './telegram.ts';
import { allowedUpdates, parseUpdate, updateIdOf } from './updates.ts';

const batchSize = 100;

/** A webhook was set, or somebody else polls with this token. */
const isConflict = (failure: TelegramFailure): boolean => failure.type === 'answered' && failure.code === 409;

/** Updates in batches; `store` stores one, and rejects when it could not be stored. `machineNow` is machine milliseconds. */
export function createUpdateSource(
  { life: { signal }, calls }: Telegram,
  { api, machineNow }: { api: TelegramApi; machineNow: () => number },
  store: (update: unknown, arrival: Arrival) => Promise<void>,
): PollSource<unknown[], TelegramFailure> {
  let offset: number | undefined;
  let isWebhookGone = false;
  const rival = createRivalWatch(machineNow);
  return {
    firstSeconds: 0,
    waitAfter: (failure, failures) => (isConflict(failure) ? rival.waitMs() : waitAfter(failure, failures)),
    isWell: rival.isAlone,
    fetch: async (seconds) => {
      try {
        if (!isWebhookGone) await api.deleteWebhook({ drop_pending_updates: false }, forGrammy(signal));
        isWebhookGone = true;
        return ok(await fetchBatch(api, offset, seconds, signal));
      } catch (error) {
        const failure = calls.failureOf(error);
        if (isConflict(failure)) {
          isWebhookGone = false;
          rival.met();
        }
        return fail(failure);
      }
    },
    store: async (updates) => {
      await storeBatch(updates, store, signal);
      // Not "the greatest so far": after a week of silence Telegram may begin again with a lower number.
      offset = nextOffset(updates) ?? offset;
    },
  };
}

async function fetchBatch(
  api: TelegramApi,
  offset: number | undefined,
  seconds: number,
  signal: AbortSignal,
): Promise<unknown[]> {
  const request = {
    ...(offset !== undefined && { offset }),
    timeout: seconds,
    limit: batchSize,
    allowed_updates: allowedUpdates,
  };
  const updates: unknown = await api.getUpdates(request, forGrammy(signal));
  if (!Array.isArray(updates)) throw new Error('getUpdates: the result is no list');
  return updates;
}

/** Of what one person did in a batch, so much is answered before the next batch is asked for: the others wait for it. */
const mostAtOnce = 3;

/** What one person (or group) did is stored in order; people do not wait for each other. */
async function storeBatch(
  updates: unknown[],
  store: (update: unknown, arrival: Arrival) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const lines = new Map<string, { end: Promise<void>; length: number }>();
  for (const update of updates) {
    const name = lineOf(update);
    const { end, length } = lines.get(name) ?? { end: Promise.resolve(), length: 0 };
    const arrival = { isOneOfMany: length >= mostAtOnce };
    const storeNext = () => (signal.aborted ? Promise.reject(signal.reason) : store(update, arrival));
    lines.set(name, { end: end.then(storeNext), length: length + 1 });
  }
  const outcomes = await Promise.allSettled([...lines.values()].map(({ end }) => end));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

function lineOf(update: unknown): string {
  const [inbound] = parseUpdate(update);
  if (!inbound) return '';
  if ('group' in inbound && inbound.group) return inbound.group.address;
  return 'from' in inbound ? inbound.from.address : '';
}

function nextOffset(updates: unknown[]): number | undefined {
  const ids = updates.map(updateIdOf).filter((id) => id !== undefined);
  return ids.length > 0 ? Math.max(...ids) + 1 : undefined;
}
