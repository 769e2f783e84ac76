/**
 * Long polling of the Bot Platform. An update that was handed out is gone there, so the one in hand is kept in memory
 * and tried again until it is stored; only then the next is asked for.
 */

import type { Health } from '../shared/health.ts';
import { backoffMs, type Wait } from '../shared/wait.ts';
import type { BotApi, BotFailure } from './api.ts';
import { isTokenTrouble } from './send.ts';

const pollSeconds = 25;
/** The first look does not wait long: one soon knows whether receiving works. */
const firstPollSeconds = 1;
const personMs = 30_000;

export type BotPolling = {
  api: BotApi;
  signal: AbortSignal;
  health: Health;
  wait: Wait;
  /** Stores one update; rejects when it could not be stored. */
  take: (update: unknown) => Promise<void>;
  onNotStored: (error: unknown) => void;
};

/** Polls until the signal is aborted. Never rejects. */
export async function poll(polling: BotPolling): Promise<void> {
  const { api, signal, health, wait } = polling;
  let failures = 0;
  let isWebhookGone = false;
  let seconds = firstPollSeconds;
  while (!signal.aborted) {
    const freed = isWebhookGone ? undefined : await removeWebhook(api);
    const asked = freed ? { ok: false as const, error: freed } : await api.getUpdate(seconds, signal);
    if (asked.ok) {
      isWebhookGone = true;
      failures = 0;
      seconds = pollSeconds;
      health.worked('receiving');
      if (asked.value !== undefined) await store(polling, asked.value);
      continue;
    }
    if (signal.aborted) return;
    health.failed('receiving', asked.error.reason);
    // Whatever stands in the way may be a webhook that was set meanwhile.
    isWebhookGone = false;
    seconds = firstPollSeconds;
    await wait(isTokenTrouble(asked.error) ? personMs : backoffMs(failures++), signal);
  }
}

/** Polling and a webhook exclude each other; a bot that never had one may answer 404. */
async function removeWebhook(api: BotApi): Promise<BotFailure | undefined> {
  const url = await api.readWebhook();
  if (!url.ok) return isAbsent(url.error) ? undefined : url.error;
  if (url.value === '') return undefined;
  const removed = await api.deleteWebhook();
  return removed.ok || isAbsent(removed.error) ? undefined : removed.error;
}

const isAbsent = (failure: BotFailure): boolean => failure.type === 'answered' && failure.code === 404;

async function store({ take, wait, signal, onNotStored }: BotPolling, update: unknown): Promise<void> {
  for (let failures = 0; ; failures++) {
    try {
      return await take(update);
    } catch (error) {
      onNotStored(error);
      if (signal.aborted) return;
      await wait(backoffMs(failures), signal);
    }
  }
}
