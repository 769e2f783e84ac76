// Sends messages one after the other. What is not known to be stored is kept, also over a reload, and sent again under
// the same id, which the server takes as one message however often it comes.

const longestWait = 15_000;
const requestTimeout = 20_000;
/** The answers after which the same message may succeed later. */
const comesLater = (status) => status >= 500 || status === 408 || status === 429;
const isGone = (status) => status === 401 || status === 403 || status === 404 || status === 410;

export function createOutgoing(path, on) {
  const place = `unsent:${path}`;
  const queue = [];
  let isRunning = false;
  let hurry = () => {};

  function keep() {
    try {
      if (queue.length > 0) localStorage.setItem(place, JSON.stringify(queue));
      else localStorage.removeItem(place);
    } catch {
      // Storage is full or forbidden: the queue lives as long as the page.
    }
  }

  function kept() {
    try {
      return JSON.parse(localStorage.getItem(place) ?? '[]');
    } catch {
      return [];
    }
  }

  async function post({ id, text, tap }) {
    try {
      return await fetch(`${path}/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(tap === undefined ? { id, text } : { id, tap }),
        signal: AbortSignal.timeout(requestTimeout),
      });
    } catch {
      return undefined;
    }
  }

  const pause = (ms) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function run() {
    if (isRunning) return;
    isRunning = true;
    let wait = 1_000;
    for (let message = queue[0]; message; message = queue[0]) {
      const response = await post(message);
      if (!response || comesLater(response.status)) {
        on.trouble(true);
        await pause(wait);
        wait = Math.min(wait * 2, longestWait);
        continue;
      }
      wait = 1_000;
      on.trouble(false);
      const answer = await response.json().catch(() => ({}));
      queue.shift();
      keep();
      if (response.ok) on.stored(message, answer.at ?? '');
      else on.refused(message, answer.error ?? '');
      if (isGone(response.status)) on.closed();
    }
    isRunning = false;
  }

  addEventListener('online', () => hurry());

  return {
    send(message) {
      queue.push(message);
      keep();
      void run();
    },
    /** Takes up what an earlier page left unsent, without what `isStored` knows; returns it in order. */
    restore(isStored) {
      queue.push(...kept().filter((message) => !isStored(message.id)));
      keep();
      void run();
      return [...queue];
    },
  };
}
