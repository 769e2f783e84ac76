/** People on a platform, whichever it is: they type, and wait for what the service writes. */
import type { FakeTelegram } from '../../../harness/platforms/telegram.ts';
import type { FakeZaloBot } from '../../../harness/platforms/zalo-bot/fake.ts';
import type { FakeZaloOa } from '../../../harness/platforms/zalo-oa/fake.ts';

export type Player = {
  readonly name: string;
  says(text: string): void;
  /** Resolves with the first such text since the person last wrote. */
  waits(wanted: RegExp): Promise<string>;
  /** All that came, oldest first. */
  read(): string[];
};

/** A guard against what hangs. */
const patienceMs = 90_000;

export function playOnTelegram(telegram: FakeTelegram, name: string): Player {
  const user = telegram.createUser({ name });
  return {
    name,
    says: (text) => user.say(text),
    waits: async (wanted) => (await user.waitFor(wanted, { timeoutMs: patienceMs })).text,
    read: () => user.inbox().map(({ text }) => text),
  };
}

export function playOnZaloBot(zalo: FakeZaloBot, name: string): Player {
  const user = zalo.createUser(name);
  return {
    name,
    says: (text) => user.say(text),
    waits: async (wanted) => (await user.waitFor(wanted, patienceMs)).text,
    read: () => user.inbox().map(({ text }) => text),
  };
}

export function playOnZaloOa(zalo: FakeZaloOa, name: string): Player {
  const user = zalo.createFollower({ name });
  user.follow();
  return {
    name,
    says: (text) => void user.say(text),
    waits: async (wanted) => (await user.waitFor(wanted, patienceMs)).text,
    read: () => user.inbox().map(({ text }) => text),
  };
}
