/** The updates that wait for the bot, fetched by long polling or delivered to a webhook. */
import { ApiError } from './errors.ts';

type Update = { update_id: number } & Record<string, unknown>;
/** `isOwed`: delivered again, whatever offset the bot has reached meanwhile. */
type Item = { update: Update; line: string; isOwed?: boolean };
type Webhook = {
  url: string;
  secret: string;
  max: number;
  busy: Set<string>;
  failures: number;
};

export type Updates = {
  /** Queues an update; those of one `line` reach a webhook one after another. Returns its number. */
  push(type: string, payload: object, line: string): number;
  /** Delivers an update again under the same number, as after a lost confirmation. */
  redeliver(id: number): void;
  poll(request: PollRequest): Promise<Update[]>;
  setWebhook(webhook: { url: string; secret: string; max: number }, allowed: string[] | undefined): void;
  deleteWebhook(dropPending: boolean): void;
  webhookUrl(): string;
  pendingCount(): number;
  /** Resolves when the bot has everything that was queued. */
  whenTaken(): Promise<void>;
  close(): void;
};

export type PollRequest = {
  offset: number;
  limit: number;
  timeoutSeconds: number;
  allowed: string[] | undefined;
  onHangUp: (hungUp: () => void) => void;
};

const firstUpdateId = 900_000_001;
const conflict = {
  webhook:
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  poll: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  set: 'Conflict: terminated by setWebhook request',
};

export function createUpdates(options: { webhookRetryMs: number }): Updates {
  let pending: Item[] = [];
  const known = new Map<number, Item>();
  let nextId = firstUpdateId;
  let allowed: Set<string> | undefined;
  let waiting: { finish: () => void; fail: (error: ApiError) => void } | undefined;
  let webhook: Webhook | undefined;
  const takenWatchers = new Set<() => void>();
  const retries = new Set<NodeJS.Timeout>();

  const confirm = (isTaken: (item: Item) => boolean) => {
    pending = pending.filter((item) => !isTaken(item));
    if (pending.length > 0) return;
    for (const watcher of takenWatchers) watcher();
    takenWatchers.clear();
  };

  const allow = (types: string[] | undefined) => {
    if (types) allowed = types.length > 0 ? new Set(types) : undefined;
  };

  const wake = () => {
    waiting?.finish();
    if (webhook) deliverReady(webhook);
  };

  const deliverReady = (target: Webhook) => {
    for (const item of [...pending]) {
      if (target.busy.size >= target.max) return;
      if (target.busy.has(item.line)) continue;
      target.busy.add(item.line);
      void deliver(target, item);
    }
  };

  const deliver = async (target: Webhook, item: Item) => {
    const isTaken = await post(target, item.update);
    const proceed = () => {
      target.busy.delete(item.line);
      if (webhook === target) deliverReady(target);
    };
    if (isTaken) {
      confirm((one) => one === item);
      proceed();
      return;
    }
    target.failures += 1;
    const timer = setTimeout(() => {
      retries.delete(timer);
      proceed();
    }, options.webhookRetryMs);
    retries.add(timer);
  };

  const enqueue = (item: Item) => {
    known.set(item.update.update_id, item);
    pending.push(item);
    wake();
  };

  return {
    push: (type, payload, line) => {
      const id = nextId++;
      if (!allowed || allowed.has(type)) enqueue({ update: { update_id: id, [type]: payload }, line });
      return id;
    },
    redeliver: (id) => {
      const item = known.get(id);
      if (!item) throw new Error(`no update ${id}`);
      enqueue({ ...item, isOwed: true });
    },
    poll: ({ offset, limit, timeoutSeconds, allowed: types, onHangUp }) => {
      if (webhook) throw new ApiError(409, conflict.webhook);
      allow(types);
      waiting?.fail(new ApiError(409, conflict.poll));
      confirm((item) => item.update.update_id < offset && !item.isOwed);
      const batch = () => {
        const items = pending.slice(0, Math.min(100, Math.max(1, limit)));
        for (const item of items) item.isOwed = false;
        return items.map((item) => item.update);
      };
      if (pending.length > 0 || timeoutSeconds === 0) return Promise.resolve(batch());
      return new Promise((resolve, reject) => {
        const end = (settle: () => void) => {
          clearTimeout(timer);
          if (waiting === mine) waiting = undefined;
          settle();
        };
        const mine = {
          finish: () => end(() => resolve(batch())),
          fail: (error: ApiError) => end(() => reject(error)),
        };
        const timer = setTimeout(mine.finish, timeoutSeconds * 1000);
        onHangUp(() => end(() => resolve([])));
        waiting = mine;
      });
    },
    setWebhook: (target, types) => {
      allow(types);
      waiting?.fail(new ApiError(409, conflict.set));
      webhook = { ...target, busy: new Set(), failures: 0 };
      deliverReady(webhook);
    },
    deleteWebhook: (dropPending) => {
      webhook = undefined;
      if (dropPending) confirm(() => true);
    },
    webhookUrl: () => webhook?.url ?? '',
    pendingCount: () => pending.length,
    whenTaken: () => (pending.length === 0 ? Promise.resolve() : new Promise((resolve) => takenWatchers.add(resolve))),
    close: () => {
      webhook = undefined;
      waiting?.finish();
      for (const timer of retries) clearTimeout(timer);
    },
  };
}

async function post(target: Webhook, update: Update): Promise<boolean> {
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': target.secret };
  try {
    const response = await fetch(target.url, { method: 'POST', headers, body: JSON.stringify(update) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
