/** The updates that wait for the bot, fetched by long polling or delivered to a webhook. */
import { createWebhookDelivery, type WebhookTarget } from './delivery.ts';
import { ApiError } from './errors.ts';

type Update = { update_id: number } & Record<string, unknown>;
/** `isOwed`: delivered again, whatever offset the bot has reached meanwhile. */
export type WaitingUpdate = { update: Update; line: string; isOwed?: boolean };

export type Updates = {
  /** Queues an update; those of one `line` reach a webhook one after another. Returns its number. */
  push(type: string, payload: object, line: string): number;
  /** Delivers an update again under the same number, as after a lost confirmation. */
  redeliver(id: number): void;
  poll(request: PollRequest): Promise<Update[]>;
  setWebhook(webhook: WebhookTarget, allowed: string[] | undefined): void;
  deleteWebhook(dropPending: boolean): void;
  webhookUrl(): string;
  pendingCount(): number;
  /** What the bot has confirmed, oldest first, with the kind of each. */
  confirmed(): { id: number; kind: string }[];
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

export function createUpdates({ webhookRetryMs }: { webhookRetryMs: number }): Updates {
  let pending: WaitingUpdate[] = [];
  const known = new Map<number, WaitingUpdate>();
  let nextId = firstUpdateId;
  let allowed: Set<string> | undefined;
  let waiting: WaitingPoll | undefined;
  const takenWatchers = new Set<() => void>();
  const confirmed: { id: number; kind: string }[] = [];

  const confirm = (isTaken: (item: WaitingUpdate) => boolean) => {
    for (const { update } of pending.filter(isTaken)) confirmed.push({ id: update.update_id, kind: kindOf(update) });
    pending = pending.filter((item) => !isTaken(item));
    if (pending.length > 0) return;
    for (const watcher of takenWatchers) watcher();
    takenWatchers.clear();
  };

  const taken = (item: WaitingUpdate) => confirm((one) => one === item);
  const webhook = createWebhookDelivery(() => pending, taken, webhookRetryMs);

  const allow = (types: string[] | undefined) => {
    if (types) allowed = types.length > 0 ? new Set(types) : undefined;
  };

  const enqueue = (item: WaitingUpdate) => {
    known.set(item.update.update_id, item);
    pending.push(item);
    waiting?.finish();
    webhook.deliverReady();
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
      if (webhook.target()) throw new ApiError(409, conflict.webhook);
      allow(types);
      waiting?.fail(new ApiError(409, conflict.poll));
      confirm((item) => item.update.update_id < offset && !item.isOwed);
      const batch = () => batchOf(pending, limit);
      if (pending.length > 0 || timeoutSeconds === 0) return Promise.resolve(batch());
      const mine = createWaitingPoll(timeoutSeconds, batch, () => {
        if (waiting === mine) waiting = undefined;
      });
      onHangUp(mine.hangUp);
      waiting = mine;
      return mine.updates;
    },
    setWebhook: (target, types) => {
      allow(types);
      waiting?.fail(new ApiError(409, conflict.set));
      webhook.setTarget(target);
      webhook.deliverReady();
    },
    deleteWebhook: (dropPending) => {
      webhook.setTarget(undefined);
      if (dropPending) confirm(() => true);
    },
    webhookUrl: () => webhook.target()?.url ?? '',
    pendingCount: () => pending.length,
    confirmed: () => [...confirmed],
    whenTaken: () => (pending.length === 0 ? Promise.resolve() : new Promise((resolve) => takenWatchers.add(resolve))),
    close: () => {
      webhook.close();
      waiting?.finish();
    },
  };
}

/** "message", "callback_query": the one field besides the number. */
const kindOf = (update: Update): string => Object.keys(update).find((field) => field !== 'update_id') ?? '';

function batchOf(pending: WaitingUpdate[], limit: number): Update[] {
  const items = pending.slice(0, Math.min(100, Math.max(1, limit)));
  for (const item of items) item.isOwed = false;
  return items.map((item) => item.update);
}

type WaitingPoll = ReturnType<typeof createWaitingPoll>;

/** A poll that waits so long; it ends with what is there then, refused, or with nothing when the bot hangs up. */
function createWaitingPoll(seconds: number, batch: () => Update[], onEnd: () => void) {
  let settle: { resolve: (updates: Update[]) => void; reject: (error: ApiError) => void };
  const updates = new Promise<Update[]>((resolve, reject) => {
    settle = { resolve, reject };
  });
  const end = (how: () => void) => {
    clearTimeout(timer);
    onEnd();
    how();
  };
  const finish = () => end(() => settle.resolve(batch()));
  const timer = setTimeout(finish, seconds * 1000);
  return {
    updates,
    finish,
    fail: (error: ApiError) => end(() => settle.reject(error)),
    hangUp: () => end(() => settle.resolve([])),
  };
}
