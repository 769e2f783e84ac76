/** The updates that wait for the bot: one a poll, or a webhook, never both. */
import type { Call } from '../zalo/server.ts';
import { BotError } from './errors.ts';

export type Deliver = (headers: Record<string, string>, rawBody: Buffer) => Promise<number>;
export type Hook = { url: string; secret: string };

export type BotUpdates = {
  push(update: object): void;
  poll(body: Record<string, unknown>, call: Call): Promise<object>;
  /** Where the webhook is reached, whatever address the service registered. */
  connect(deliver: Deliver): void;
  hook(): Hook;
  setHook(hook: Hook): void;
  /** Updates that nobody has taken yet. */
  waiting(): number;
  /** Resolves when every webhook delivery so far was answered. */
  settled(): Promise<void>;
};

const noHook: Hook = { url: '', secret: '' };

export function createBotUpdates(envelope: 'wrapped' | 'bare'): BotUpdates {
  const queue: object[] = [];
  const polls: ((update: object | undefined) => void)[] = [];
  let hook = noHook;
  let deliver: Deliver | undefined;
  let last: Promise<unknown> = Promise.resolve();

  return {
    push: (update) => {
      if (hook.url === '') {
        queue.push(update);
        polls.shift()?.(queue.shift());
        return;
      }
      const body = Buffer.from(JSON.stringify(envelope === 'wrapped' ? { ok: true, result: update } : update));
      const headers = { 'x-bot-api-secret-token': hook.secret };
      last = last.then(() => deliver?.(headers, body)).catch(() => {});
    },
    poll: ({ timeout }, call) => {
      if (hook.url !== '') throw new BotError(409, 'Conflict: a webhook is active');
      if (typeof timeout !== 'string') throw new BotError(400, 'Bad Request: timeout must be a string');
      if (polls.length > 0) throw new BotError(409, 'Conflict: another poll is waiting');
      const next = queue.shift();
      if (next) return Promise.resolve(next);
      // The first poll is short and ends idle at once; a longer one waits for whatever comes.
      if (Number(timeout) <= 1) throw new BotError(408, 'Request timeout');
      return new Promise((resolve, reject) => {
        const take = (update: object | undefined) =>
          update ? resolve(update) : reject(new BotError(408, 'Request timeout'));
        polls.push(take);
        call.onHangUp(() => {
          if (polls.includes(take)) polls.splice(polls.indexOf(take), 1);
          reject(new BotError(408, 'Request timeout'));
        });
      });
    },
    connect: (to) => {
      deliver = to;
    },
    hook: () => hook,
    setHook: (next) => {
      hook = next;
    },
    waiting: () => queue.length,
    settled: async () => {
      await last;
    },
  };
}
