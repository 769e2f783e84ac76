/**
 * Long polling of the Bot Platform. An update that was handed out is gone there. So the one in hand is kept in memory
 * until it is stored; only then the next is asked for.
 */
import { fail, ok } from '../../../core/result.ts';
import type { CallFailure } from '../shared/failure.ts';
import type { Lifecycle } from '../shared/lifecycle.ts';
import type { PollSource } from '../shared/poll.ts';
import { createRivalWatch } from '../shared/rival.ts';
import type { BotApi } from './api.ts';
import { waitAfterBotFailure } from './send.ts';

/** A webhook was set, or somebody else polls with this token. The code is Telegram's; Zalo's pages name none. */
const isConflict = (failure: CallFailure): boolean => failure.type === 'answered' && failure.code === 409;

/**
 * Updates, one a poll, undefined where none came; `store` stores one, and rejects when it could not be stored. `machineNow`
 * is machine milliseconds.
 */
export function createBotUpdateSource(
  { signal }: Lifecycle,
  { api, machineNow }: { api: BotApi; machineNow: () => number },
  store: (update: unknown) => Promise<void>,
): PollSource<unknown, CallFailure> {
  let inHand: unknown;
  let isWebhookGone = false;
  const rival = createRivalWatch(machineNow);
  return {
    firstSeconds: 1,
    waitAfter: (failure, failures) => (isConflict(failure) ? rival.waitMs() : waitAfterBotFailure(failure, failures)),
    isWell: rival.isAlone,
    fetch: async (seconds) => {
      if (inHand !== undefined) return ok(inHand);
      const inTheWay = isWebhookGone ? undefined : await removeWebhook(api);
      const asked = inTheWay ? fail(inTheWay) : await api.getUpdate(seconds, signal);
      // Whatever stands in the way may be a webhook that was set meanwhile.
      isWebhookGone = asked.ok;
      if (asked.ok) inHand = asked.value;
      else if (isConflict(asked.error)) rival.met();
      return asked;
    },
    store: async (update) => {
      if (update !== undefined) await store(update);
      inHand = undefined;
    },
  };
}

/** Polling and a webhook exclude each other; a bot that never had one may answer 404. */
async function removeWebhook(api: BotApi): Promise<CallFailure | undefined> {
  const url = await api.readWebhook();
  if (!url.ok) return isAbsent(url.error) ? undefined : url.error;
  if (url.value === '') return undefined;
  const removed = await api.deleteWebhook();
  return removed.ok || isAbsent(removed.error) ? undefined : removed.error;
}

const isAbsent = (failure: CallFailure): boolean => failure.type === 'answered' && failure.code === 404;
