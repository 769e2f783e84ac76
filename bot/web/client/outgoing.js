// Sends messages one after the other. What is not known to be stored is kept, each message in an entry of its own, so
// that tabs do not overwrite each other. It is sent again under the same id, which the server takes as one message however
// often it comes. Each tab sends its own messages, and one of them those of tabs that are closed.

const longestWait = 15_000;
const requestTimeout = 20_000;
/** The answers after which the same message may succeed later. */
const comesLater = (status) => status >= 500 || status === 408 || status === 429;
const isGone = (status) => status === 401 || status === 403 || status === 404 || status === 410;

export function createOutgoing(path, on) {
  const place = `unsent:${path}`;
  const entryOf = (id) => `${place}:${id}`;
  const tab = crypto.getRandomValues(new Uint32Array(2)).join('-');
  const queue = [];
  let isRunning = false;
  let hurry = () => {};

  function keep(message) {
    try {
      localStorage.setItem(entryOf(message.id), JSON.stringify(message));
      return true;
    } catch {
      // Storage is full or forbidden: the message lives as long as the page.
      return false;
    }
  }

  function forget({ id }) {
    try {
      localStorage.removeItem(entryOf(id));
    } catch {
      // Nothing was kept.
    }
  }

  /** What any tab left unsent, oldest first. */
  function kept() {
    try {
      takeUpList();
      const entries = Object.keys(localStorage).filter((key) => key.startsWith(`${place}:`));
      const messages = entries.map((key) => JSON.parse(localStorage.getItem(key)));
      return messages.sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
    } catch {
      return [];
    }
  }

  /** Earlier versions kept one list for the page. */
  function takeUpList() {
    const list = JSON.parse(localStorage.getItem(place) ?? '[]');
    const isTaken = list.map((message, at) => keep({ ...message, at }));
    if (isTaken.every(Boolean)) localStorage.removeItem(place);
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

  /**
   * Calls `take` once this tab is the heir: the one tab, of those open on this page, that sends what closed tabs left. It is
   * told which messages those are. Storage reaches other tabs late, so what is gone from it cannot tell who sends.
   */
  function becomeHeir(take) {
    // Only secure pages have locks. Without them every tab sends: doubles have one id, and are one message.
    if (!navigator.locks) return take(() => true);
    const forLife = () => new Promise(() => {});
    void navigator.locks.request(`${place}#${tab}`, forLife);
    void navigator.locks.request(place, async () => {
      const { held } = await navigator.locks.query();
      const open = new Set(held.map(({ name }) => name));
      take((message) => !open.has(`${place}#${message.tab}`));
      await forLife();
    });
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
        const isTooFast = response?.status === 429;
        on.trouble(!isTooFast);
        on.tooFast(isTooFast);
        await pause(Math.max(wait, isTooFast ? Number(response.headers.get('Retry-After')) * 1_000 : 0));
        wait = Math.min(wait * 2, longestWait);
        continue;
      }
      wait = 1_000;
      on.trouble(false);
      on.tooFast(false);
      const answer = await response.json().catch(() => ({}));
      queue.shift();
      forget(message);
      if (response.ok) on.stored(message, answer.at ?? '');
      else on.refused(message, answer.error ?? '');
      if (isGone(response.status)) on.closed();
    }
    isRunning = false;
  }

  addEventListener('online', () => hurry());

  return {
    send(message) {
      const ours = { ...message, at: Date.now(), tab };
      keep(ours);
      queue.push(ours);
      void run();
    },
    /** Takes up what closed tabs left unsent, without what `isStored` knows; calls `taken` with each, in order. */
    restore(isStored, taken) {
      becomeHeir((isLeft) => {
        for (const message of kept().filter(isLeft)) {
          if (isStored(message.id)) {
            forget(message);
            continue;
          }
          queue.push(message);
          taken(message);
        }
        void run();
      });
    },
  };
}
