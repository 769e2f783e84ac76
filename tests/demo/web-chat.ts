/** A person in a browser, without the browser: the invite's page, its one button, the cookie, the stream of events. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request as openRequest, type RequestOptions } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { z } from 'zod';
import { type Chat, createChat } from './chat.ts';

const message = z.object({
  id: z.number(),
  text: z.string(),
  choices: z.array(z.object({ tap: z.string(), label: z.string() })),
  instant: z.iso.datetime(),
});

/** Opens the page of an invite's code, presses its button and follows the chat. */
export async function openWebChat(site: string, code: string, name: string, now: () => Date): Promise<Chat> {
  const path = `/c/${code}`;
  const leaving = new AbortController();
  let taps = new Map<string, string>();
  let cookie = '';

  const request = async (where: string, options: RequestOptions = {}, body = ''): Promise<IncomingMessage> => {
    const headers = { ...options.headers, ...(cookie && { Cookie: cookie }) };
    const answer = await answerTo(`${site}${where}`, { ...options, headers, signal: leaving.signal }, body);
    cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? cookie;
    if ((answer.statusCode ?? 500) >= 400)
      throw new Error(`${name}: ${answer.statusCode} at ${where}: ${await textOf(answer)}`);
    return answer;
  };

  const post = async (said: { text: string } | { tap: string }): Promise<void> => {
    const body = JSON.stringify({ id: randomBytes(12).toString('hex'), ...said });
    const headers = { 'Content-Type': 'application/json' };
    await textOf(await request(`${path}/messages`, { method: 'POST', headers }, body));
  };

  const { chat, hear } = createChat({
    name,
    door: () => ({ type: 'page', path, secret: cookie.slice(cookie.indexOf('=') + 1) }),
    now,
    say: (text) => post({ text }),
    choose: (label) => {
      const tap = taps.get(label);
      if (tap === undefined)
        throw new Error(`${name} sees no choice "${label}", only: ${[...taps.keys()].join(' | ')}`);
      return post({ tap });
    },
    leave: () => leaving.abort(),
  });

  const takeEvent = (block: string): void => {
    const field = (key: string) => new RegExp(`^${key}: ?(.*)$`, 'm').exec(block)?.[1];
    if (field('event') !== 'message') return;
    const { text, choices, instant } = message.parse(JSON.parse(field('data') ?? ''));
    // A later message's choice replaces an earlier one of the same label.
    taps = new Map([...taps, ...choices.map(({ label, tap }) => [label, tap] as const)]);
    hear(
      text,
      choices.map(({ label }) => label),
      // As the page shows it: the stream may come to its reader when civil time has gone on.
      new Date(instant),
    );
  };

  const follow = async (): Promise<void> => {
    const stream = await request(`${path}/events?after=0`);
    const decoder = new TextDecoder();
    let buffer = '';
    for await (const chunk of stream) {
      buffer += decoder.decode(chunk, { stream: true });
      const blocks = buffer.split('\n\n');
      buffer = blocks.pop() ?? '';
      for (const block of blocks) takeEvent(block);
    }
  };

  await textOf(await request(path));
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  await textOf(await request(path, { method: 'POST', headers }, `${new URLSearchParams({ name })}`));
  // A stream that breaks is told by whoever waits for a message in vain.
  follow().catch(() => {});
  return chat;
}

/**
 * One request on a connection of its own. `fetch` keeps connections and gives one up that is not made in 10 s: where the
 * machine is busy, it meets one that the server is just closing, and fails.
 */
async function answerTo(url: string, options: RequestOptions, body: string): Promise<IncomingMessage> {
  const made = openRequest(url, { ...options, agent: false });
  // Leaving breaks the connection off, also after the answer has begun: whoever reads it learns of that.
  made.on('error', () => {});
  made.end(body);
  const [answer] = (await once(made, 'response')) as [IncomingMessage];
  return answer;
}
