/**
 * Long polling that confirms nothing it has not stored: Telegram forgets an update when a later offset is asked for, so
 * the offset moves only after the whole batch was received. (grammY's own loop moves it before its handlers ran.)
 */

import type { Health } from '../shared/health.ts';
import { backoffMs, type Failure, forGrammy, type TelegramApi, waitAfter } from './api.ts';
import { allowedUpdates, parseUpdate, updateIdOf } from './updates.ts';

const pollSeconds = 25;
const batchSize = 100;

export type Polling = {
  api: TelegramApi;
  signal: AbortSignal;
  health: Health;
  /** Stores one update; rejects when it could not be stored, and is then called with it again. */
  take: (update: unknown) => Promise<void>;
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  failureOf: (error: unknown) => Failure;
  onNotStored: (error: unknown) => void;
};

/** Polls until the signal is aborted. Never rejects. */
export async function poll(polling: Polling): Promise<void> {
  const { signal, health, wait } = polling;
  let offset: number | undefined;
  let failures = 0;
  let isWebhookGone = false;
  // The first look does not wait for updates: one soon knows whether receiving works.
  let timeout = 0;
  while (!signal.aborted) {
    let updates: unknown[];
    try {
      if (!isWebhookGone) await polling.api.deleteWebhook({ drop_pending_updates: false }, forGrammy(signal));
      isWebhookGone = true;
      updates = await fetchBatch(polling, offset, timeout);
      timeout = pollSeconds;
      health.worked('receiving');
    } catch (error) {
      if (signal.aborted) return;
      const failure = polling.failureOf(error);
      health.failed('receiving', failure.reason);
      timeout = 0;
      // 409: a webhook was set, or somebody else polls with this token.
      if (failure.type === 'answered' && failure.code === 409) isWebhookGone = false;
      await wait(waitAfter(failure, failures++), signal);
      continue;
    }
    try {
      await takeBatch(updates, polling);
      failures = 0;
      // Not "the greatest so far": after a week of silence Telegram may begin again with a lower number.
      offset = nextOffset(updates) ?? offset;
    } catch (error) {
      if (signal.aborted) return;
      polling.onNotStored(error);
      await wait(backoffMs(failures++), signal);
    }
  }
}

async function fetchBatch({ api, signal }: Polling, offset: number | undefined, timeout: number): Promise<unknown[]> {
  const request = {
    ...(offset !== undefined && { offset }),
    timeout,
    limit: batchSize,
    allowed_updates: allowedUpdates,
  };
  const updates: unknown = await api.getUpdates(request, forGrammy(signal));
  if (!Array.isArray(updates)) throw new Error('getUpdates: the result is no list');
  return updates;
}

/** What one person (or group) did is taken in order; people do not wait for each other. */
async function takeBatch(updates: unknown[], { take, signal }: Polling): Promise<void> {
  const lines = new Map<string, Promise<void>>();
  for (const update of updates) {
    const line = lineOf(update);
    const before = lines.get(line) ?? Promise.resolve();
    const takeNext = () => (signal.aborted ? Promise.reject(signal.reason) : take(update));
    lines.set(line, before.then(takeNext));
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
