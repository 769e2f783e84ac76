/** A person in a browser, without the browser: the invite's page, its one button, the cookie, the stream of events. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Chat, createChat } from './chat.ts';

const message = z.object({
  id: z.number(),
  text: z.string(),
  choices: z.array(z.object({ tap: z.string(), label: z.string() })),
});

/** Opens the page of an invite's code, presses its button and follows the chat. */
export async function openWebChat(site: string, code: string, name: string, now: () => Date): Promise<Chat> {
  const path = `/c/${code}`;
  const leaving = new AbortController();
  let taps = new Map<string, string>();
  let cookie = '';

  const request = async (where: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (cookie) headers.set('Cookie', cookie);
    const response = await fetch(`${site}${where}`, { ...init, headers, redirect: 'manual', signal: leaving.signal });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    if (response.status >= 400) throw new Error(`${name}: ${response.status} at ${where}: ${await response.text()}`);
    return response;
  };

  const post = async (said: { text: string } | { tap: string }): Promise<void> => {
    const body = JSON.stringify({ id: randomBytes(12).toString('hex'), ...said });
    const headers = { 'Content-Type': 'application/json' };
    await (await request(`${path}/messages`, { method: 'POST', headers, body })).arrayBuffer();
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
    const { text, choices } = message.parse(JSON.parse(field('data') ?? ''));
    // A later message's choice replaces an earlier one of the same label.
    taps = new Map([...taps, ...choices.map(({ label, tap }) => [label, tap] as const)]);
    hear(
      text,
      choices.map(({ label }) => label),
    );
  };

  const follow = async (): Promise<void> => {
    const stream = await request(`${path}/events?after=0`);
    const decoder = new TextDecoder();
    let buffer = '';
    for await (const chunk of stream.body ?? []) {
      buffer += decoder.decode(chunk as Uint8Array, { stream: true });
      const blocks = buffer.split('\n\n');
      buffer = blocks.pop() ?? '';
      for (const block of blocks) takeEvent(block);
    }
  };

  await (await request(path)).arrayBuffer();
  await request(path, { method: 'POST', body: new URLSearchParams({ name }) });
  // A stream that breaks is told by whoever waits for a message in vain.
  follow().catch(() => {});
  return chat;
}
