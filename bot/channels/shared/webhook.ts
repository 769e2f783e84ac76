import type { WebhookAnswer } from '../../../core/channels/webhook.ts';
import type { Lifecycle } from './lifecycle.ts';

/** Stores what was delivered, and answers: 200 once it is stored, 500 when it is to come again. */
export async function answerOnceStored(life: Lifecycle, store: () => Promise<void>): Promise<WebhookAnswer> {
  if (life.signal.aborted) return 500;
  try {
    await life.track(store());
    return 200;
  } catch (error) {
    life.warnNotStored(error);
    return 500;
  }
}
