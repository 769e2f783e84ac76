/** What the tests of the Telegram adapter share: a channel on a fake Telegram, with a clock that waiting moves. */
import { onTestFinished } from 'vitest';
import {
  createTelegramChannel,
  type TelegramChannel,
  type TelegramOptions,
} from '../../../../bot/channels/telegram/channel.ts';
import type { Inbound, OutboundChoice, TextOutbound } from '../../../../core/channels/channel.ts';
import {
  createFakeTelegram,
  type FakeTelegram,
  type FakeTelegramOptions,
} from '../../../harness/platforms/telegram.ts';

export const commands = [
  { command: 'nhiemvu', description: 'Xem nhiệm vụ được giao' },
  { command: 'baocao', description: 'Gửi báo cáo' },
];

export type Clock = { now: number };

/** A fake Telegram that is stopped with the test. */
export async function openTelegram(options: FakeTelegramOptions = {}): Promise<FakeTelegram> {
  const telegram = await createFakeTelegram({ flood: false, ...options });
  onTestFinished(telegram.stop);
  return telegram;
}

export type Opened = {
  channel: TelegramChannel;
  clock: Clock;
  waits: number[];
  logged: string[];
};

/** A channel that is not started; stopped with the test. Waiting takes no time and moves the channel's clock. */
export function openChannel(
  telegram: Pick<FakeTelegram, 'url' | 'token'>,
  more: Partial<TelegramOptions> = {},
): Opened {
  const clock = { now: 0 };
  const waits: number[] = [];
  const logged: string[] = [];
  const note = (fields: object, message: string) => logged.push(`${message} ${JSON.stringify(fields)}`);
  const channel = createTelegramChannel({
    token: telegram.token,
    apiRoot: telegram.url,
    mode: { type: 'polling' },
    commands,
    log: { info: note, warn: note, error: note },
    machineNow: () => clock.now,
    wait: (ms) => {
      if (ms > 0) waits.push(ms);
      clock.now += ms;
      return Promise.resolve();
    },
    ...more,
  });
  onTestFinished(channel.receiving.stop);
  return { channel, clock, waits, logged };
}

/** What was received, and a promise for the first that fits. */
export function collector() {
  const received: Inbound[] = [];
  const watchers = new Set<() => void>();
  return {
    received,
    receive: async (inbound: Inbound) => {
      received.push(inbound);
      for (const watcher of watchers) watcher();
    },
    until: (fits: () => boolean): Promise<void> =>
      new Promise((resolve) => {
        const check = () => {
          if (!fits()) return;
          watchers.delete(check);
          resolve();
        };
        watchers.add(check);
        check();
      }),
  };
}

export const to = (address: number, text = 'Kính gửi đồng chí', choices: OutboundChoice[] = []): TextOutbound => ({
  to: String(address),
  isGroup: address < 0,
  type: 'text',
  text,
  choices,
});
