// Follows the chat: by a stream of server-sent events, or by asking again and again where the page is framed (a browser
// opens only six streams to one host) or the stream does not come through.

/** The server writes at least every 15 s; a stream silent for longer is dead. */
const silence = 40_000;
const openTimeout = 10_000;
const framedPause = 700;
const slowPause = 5_000;

export function follow({ path, cursor }, on) {
  let after = cursor;
  if (self !== top) void poll(framedPause);
  else stream();

  function stream() {
    const source = new EventSource(`${path}/events?after=${encodeURIComponent(after)}`);
    let watch = setTimeout(giveUp, openTimeout);
    const heard = () => {
      clearTimeout(watch);
      watch = setTimeout(restart, silence);
      on.trouble(false);
    };
    function restart() {
      clearTimeout(watch);
      source.close();
      removeEventListener('online', restart);
      stream();
    }
    // Nothing was heard at all: perhaps a proxy holds streams back. Asking works there, and asks for a stream later.
    async function giveUp() {
      source.close();
      removeEventListener('online', restart);
      await poll(slowPause, 12);
      stream();
    }
    source.addEventListener('ping', heard);
    source.addEventListener('message', (event) => {
      heard();
      after = event.lastEventId;
      on.message(JSON.parse(event.data));
    });
    // A newer tab took the place of this stream; taking it back at once would go round in circles.
    source.addEventListener('crowded', () => {
      clearTimeout(watch);
      void giveUp();
    });
    source.addEventListener('error', () => {
      on.trouble(true);
      if (source.readyState !== EventSource.CLOSED) return;
      clearTimeout(watch);
      watch = setTimeout(giveUp, 1_000);
    });
    addEventListener('online', restart);
  }

  async function poll(pause, times = Number.POSITIVE_INFINITY) {
    for (let time = 0; time < times; time += 1) {
      const response = await fetch(`${path}/messages?after=${encodeURIComponent(after)}`).catch(() => undefined);
      if (response?.status === 410) return on.closed();
      on.trouble(!response?.ok);
      if (response?.ok) {
        const news = await response.json();
        after = news.after;
        for (const message of news.messages) on.message(message);
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
