/** What a person or a group got, and waiting for it: whoever waits is woken by the message itself. */

/** A part of the text, a pattern, or a question put to the message. */
export type Wanted<T> = string | RegExp | ((message: T) => boolean);

export type Inbox<T> = {
  all(): T[];
  add(message: T): void;
  /** From now on `waitFor` looks only at what comes later. */
  mark(): void;
  /** The first wanted message since the last mark; rejects after a while with what came instead. */
  waitFor(wanted: Wanted<T>, timeoutMs?: number): Promise<T>;
};

export function createInbox<T extends { text: string }>(owner: string): Inbox<T> {
  const messages: T[] = [];
  const watchers = new Set<() => void>();
  let since = 0;
  const matches = (message: T, wanted: Wanted<T>): boolean => {
    if (typeof wanted === 'function') return wanted(message);
    return typeof wanted === 'string' ? message.text.includes(wanted) : wanted.test(message.text);
  };
  return {
    all: () => [...messages],
    add: (message) => {
      messages.push(message);
      for (const watcher of [...watchers]) watcher();
    },
    mark: () => {
      since = messages.length;
    },
    waitFor: (wanted, timeoutMs = 60_000) => {
      const from = since;
      return new Promise((resolve, reject) => {
        const stop = () => {
          clearTimeout(timer);
          watchers.delete(check);
        };
        const check = () => {
          const found = messages.slice(from).find((message) => matches(message, wanted));
          if (found === undefined) return;
          stop();
          resolve(found);
        };
        const timer = setTimeout(() => {
          stop();
          const came = messages.slice(from).map(({ text }) => JSON.stringify(text));
          reject(new Error(`${owner} waited in vain for ${wanted}; came: ${came.join(', ') || 'nothing'}`));
        }, timeoutMs);
        watchers.add(check);
        check();
      });
    },
  };
}
