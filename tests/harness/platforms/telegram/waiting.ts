/** Waiting for a message: whoever waits is woken by it, and told what came instead when it does not come. */
import type { Chat, SeenMessage } from './world.ts';

/** A part of the text, a pattern, or a question put to the message. */
export type Wanted = string | RegExp | ((message: SeenMessage) => boolean);

export type WaitOptions = {
  /** Look at messages from this place of the inbox on; default: at what came since the person's own last action. */
  since?: number;
  timeoutMs?: number;
};

/** A guard against waiting for ever, not an expectation: a busy machine may take its time. */
const patienceMs = 60_000;

/** What the bot wrote into a chat, oldest first. */
export const fromBot = (chat: Chat): SeenMessage[] => chat.messages.filter((message) => message.fromBot);

function matches(message: SeenMessage, wanted: Wanted): boolean {
  if (typeof wanted === 'function') return wanted(message);
  return typeof wanted === 'string' ? message.text.includes(wanted) : wanted.test(message.text);
}

/** Resolves with the first message of the bot, from the place `since` on, that is wanted; rejects after a while. */
export function waitInChat(
  chat: Chat,
  who: string,
  wanted: Wanted,
  { since, timeoutMs = patienceMs }: { since: number; timeoutMs?: number },
): Promise<SeenMessage> {
  const find = () =>
    fromBot(chat)
      .slice(since)
      .find((message) => matches(message, wanted));
  const already = find();
  if (already) return Promise.resolve(already);
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      chat.watchers.delete(check);
    };
    const check = () => {
      const found = find();
      if (!found) return;
      stop();
      resolve(found);
    };
    const timer = setTimeout(() => {
      stop();
      const seen = fromBot(chat)
        .slice(since)
        .map((message) => JSON.stringify(message.text));
      reject(new Error(`${who} waited ${timeoutMs} ms in vain for ${wanted}; came: ${seen.join(', ') || 'nothing'}`));
    }, timeoutMs);
    chat.watchers.add(check);
  });
}
