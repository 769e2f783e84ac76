/** A person's chat with the service, whatever the platform: what was said, and waiting for what is to come. */
import { monotonic } from '../../bot/clock.ts';

/** `at` is civil time. */
export type Line = { at: Date; from: 'system' | 'person'; text: string; choices: string[] };

export type ChatChannel = 'telegram' | 'web';

/** Where a chat stands on its platform: a page with the secret of its cookie, or an account. */
export type Door = { type: 'page'; path: string; secret: string } | { type: 'telegram'; address: string };

export type Chat = {
  readonly name: string;
  readonly channel: ChatChannel;
  readonly door: () => Door;
  readonly lines: readonly Line[];
  say(text: string): Promise<void>;
  /** Taps the newest choice with this label. */
  choose(label: string): Promise<void>;
  /** The first thing the service said since this person's last act that fits; rejects after a minute. */
  waitFor(wanted: RegExp): Promise<Line>;
  /** Calls the listener with whatever the service says from now on. */
  onHeard(listener: (line: Line) => void): void;
  /** Goes for good: blocks the bot on Telegram, closes the page in a browser. */
  leave(): void;
};

/** The two ends of a chat: the person's, and the platform's, which puts down what was said, and when where it knows. */
export type OpenChat = { chat: Chat; hear(text: string, choices: string[], at?: Date): void };

const patienceMs = 180_000;

export function createChat(options: {
  name: string;
  door: () => Door;
  now: () => Date;
  say(text: string): Promise<void> | void;
  choose(label: string): Promise<void> | void;
  leave(): void;
}): OpenChat {
  const { name, door, now } = options;
  const channel = door().type === 'page' ? 'web' : 'telegram';
  const lines: Line[] = [];
  const watchers = new Set<() => void>();
  const listeners: ((line: Line) => void)[] = [];
  let since = 0;

  const act = (text: string): void => {
    lines.push({ at: now(), from: 'person', text, choices: [] });
    since = lines.length;
  };

  const find = (wanted: RegExp): Line | undefined =>
    lines.slice(since).find((line) => line.from === 'system' && wanted.test(line.text));

  function waitFor(wanted: RegExp): Promise<Line> {
    const already = find(wanted);
    if (already) return Promise.resolve(already);
    const began = monotonic();
    return new Promise((resolve, reject) => {
      const check = (): void => {
        const found = find(wanted);
        if (!found) return;
        watchers.delete(check);
        clearTimeout(timer);
        resolve(found);
      };
      const timer = setTimeout(() => {
        watchers.delete(check);
        const heard = lines.slice(-3).map(({ from, text }) => `${from}: ${text.slice(0, 300)}`);
        const waited = Math.round(monotonic() - began);
        reject(new Error(`${name} waited ${waited} ms in vain for ${wanted}; last lines:\n${heard.join('\n---\n')}`));
      }, patienceMs);
      watchers.add(check);
    });
  }

  return {
    hear(text, choices, at = now()) {
      const line: Line = { at, from: 'system', text, choices };
      lines.push(line);
      for (const check of [...watchers]) check();
      for (const listener of listeners) listener(line);
    },
    chat: {
      name,
      channel,
      door,
      lines,
      waitFor,
      leave: options.leave,
      onHeard: (listener) => void listeners.push(listener),
      async say(text) {
        act(text);
        await options.say(text);
      },
      async choose(label) {
        act(`[${label}]`);
        await options.choose(label);
      },
    },
  };
}
