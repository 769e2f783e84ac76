/** Updates on their way to a webhook: one after another of each line, again after a failure. */
import type { WaitingUpdate } from './updates.ts';

export type WebhookTarget = { url: string; secret: string; max: number };

export type WebhookDelivery = {
  target(): WebhookTarget | undefined;
  setTarget(target: WebhookTarget | undefined): void;
  /** Delivers what may go now. */
  deliverReady(): void;
  close(): void;
};

/** `onTaken` is called with each update that the webhook has taken. */
export function createWebhookDelivery(
  pending: () => WaitingUpdate[],
  onTaken: (update: WaitingUpdate) => void,
  retryMs: number,
): WebhookDelivery {
  let target: WebhookTarget | undefined;
  let busy = new Set<string>();
  const retries = new Set<NodeJS.Timeout>();

  const deliverReady = (): void => {
    for (const item of [...pending()]) {
      if (!target || busy.size >= target.max) return;
      if (busy.has(item.line)) continue;
      busy.add(item.line);
      void deliver(target, item, busy);
    }
  };

  const deliver = async (to: WebhookTarget, item: WaitingUpdate, lines: Set<string>): Promise<void> => {
    const proceed = () => {
      lines.delete(item.line);
      if (target === to) deliverReady();
    };
    if (await post(to, item.update)) {
      onTaken(item);
      return proceed();
    }
    const timer = setTimeout(() => {
      retries.delete(timer);
      proceed();
    }, retryMs);
    retries.add(timer);
  };

  return {
    target: () => target,
    setTarget: (next) => {
      target = next && { ...next };
      busy = new Set();
    },
    deliverReady,
    close: () => {
      target = undefined;
      for (const timer of retries) clearTimeout(timer);
    },
  };
}

async function post({ url, secret }: WebhookTarget, update: object): Promise<boolean> {
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret };
  try {
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(update) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
