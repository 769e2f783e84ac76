/**
 * Long polling that confirms nothing it has not stored. Telegram forgets an update when a later offset is asked for, so
 * the offset moves only after the whole batch was stored. The loop of grammY moves it before its handlers ran.
 */
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
  store: (update: unknown) => Promise<void>,
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

/** What one person (or group) did is stored in order; people do not wait for each other. */
async function storeBatch(
  updates: unknown[],
  store: (update: unknown) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const lines = new Map<string, Promise<void>>();
  for (const update of updates) {
    const line = lineOf(update);
    const before = lines.get(line) ?? Promise.resolve();
    const storeNext = () => (signal.aborted ? Promise.reject(signal.reason) : store(update));
    lines.set(line, before.then(storeNext));
  }
  const outcomes = await Promise.allSettled(lines.values());
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
