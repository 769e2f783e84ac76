/** People on a channel, whichever it is: they type, and wait for what the service writes. */
import type { Chat } from '../../../demo/chat.ts';
import { openWebChat } from '../../../demo/web-chat.ts';
import type { FakeTelegram } from '../../../harness/platforms/telegram.ts';
import type { FakeZaloBot } from '../../../harness/platforms/zalo-bot/fake.ts';
import type { FakeZaloOa } from '../../../harness/platforms/zalo-oa/fake.ts';

export type Player = {
  readonly name: string;
  /** Takes up an invite: sends its code, or opens the page that has it. */
  joins(code: string): Promise<void>;
  says(text: string): void;
  /** Resolves with the first such text since the person last wrote. */
  waits(wanted: RegExp): Promise<string>;
  /** All that came, oldest first. */
  read(): string[];
};

/** A guard against what hangs. */
const patienceMs = 90_000;

/** Somebody who sends the code of an invite as any other words. */
const joining = (player: Omit<Player, 'joins'>): Player => ({
  ...player,
  joins: async (code) => player.says(`/start ${code}`),
});

export function playOnTelegram(telegram: FakeTelegram, name: string): Player {
  const user = telegram.createUser({ name });
  return joining({
    name,
    says: (text) => user.say(text),
    waits: async (wanted) => (await user.waitFor(wanted, { timeoutMs: patienceMs })).text,
    read: () => user.inbox().map(({ text }) => text),
  });
}

export function playOnZaloBot(zalo: FakeZaloBot, name: string): Player {
  const user = zalo.createUser(name);
  return joining({
    name,
    says: (text) => user.say(text),
    waits: async (wanted) => (await user.waitFor(wanted, patienceMs)).text,
    read: () => user.inbox().map(({ text }) => text),
  });
}

export function playOnZaloOa(zalo: FakeZaloOa, name: string): Player {
  const user = zalo.createFollower({ name });
  user.follow();
  return joining({
    name,
    says: (text) => void user.say(text),
    waits: async (wanted) => (await user.waitFor(wanted, patienceMs)).text,
    read: () => user.inbox().map(({ text }) => text),
  });
}

/** In a browser, on the pages of a service; `now` is civil time. */
export function playOnWeb(site: () => string, name: string, now: () => Date): Player & { leaves(): void } {
  let page: Chat | undefined;
  let posted = Promise.resolve();
  const chat = (): Chat => {
    if (!page) throw new Error(`${name} has opened no page`);
    return page;
  };
  return {
    name,
    joins: async (code) => {
      page = await openWebChat(site(), code, name, now);
    },
    says: (text) => {
      posted = chat().say(text);
      // Whoever waits next hears of it.
      posted.catch(() => {});
    },
    waits: async (wanted) => {
      const [line] = await Promise.all([chat().waitFor(wanted), posted]);
      return line.text;
    },
    read: () => (page?.lines ?? []).filter(({ from }) => from === 'system').map(({ text }) => text),
    leaves: () => page?.leave(),
  };
}
