import { describe, expect, it } from 'vitest';
import { collector, openChannel, openTelegram } from './opened.ts';

/** A channel that polls, a person who writes, and another program that polls with the same token. */
async function open() {
  const telegram = await openTelegram();
  const opened = openChannel(telegram);
  const { received, receive, until } = collector();
  const lan = telegram.createUser({ name: 'Lan' });
  opened.channel.receiving.start(receive);
  const conflicts = () => telegram.calls.filter(({ method, code }) => method === 'getUpdates' && code === 409).length;
  return {
    ...opened,
    /** The other throws our poll out. */
    rivalPolls: async () => {
      const before = conflicts();
      const other = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"timeout":0}' };
      while (conflicts() === before) await fetch(`${telegram.url}/bot${telegram.token}/getUpdates`, other);
    },
    /** A poll of ours succeeds. */
    polls: async () => {
      const count = received.length;
      lan.say('45');
      await until(() => received.length > count);
    },
  };
}

describe('another program that polls with the same token', () => {
  it('is no trouble where it was the poll of the process before: one conflict passes with the next poll', async () => {
    const { channel, rivalPolls, polls } = await open();
    await polls();
    await rivalPolls();
    await polls();
    expect(channel.state()).toEqual({ state: 'up' });
  });

  it('stays the trouble that status names while every second poll succeeds, until a minute without a conflict', async () => {
    const { channel, clock, rivalPolls, polls, logged } = await open();
    await polls();
    await rivalPolls();
    for (let n = 0; n < 3; n++) {
      await polls();
      await rivalPolls();
      await polls();
      expect(channel.state()).toMatchObject({ state: 'down', detail: expect.stringMatching(/^409 Conflict/) });
    }
    expect(logged.filter((line) => line.includes('receiving fails'))).toHaveLength(2);
    clock.now += 30_000;
    await polls();
    expect(channel.state().state).toBe('down');
    clock.now += 30_000;
    await polls();
    expect(channel.state()).toEqual({ state: 'up' });
  });

  it('is not fought: each conflict is waited after for longer, half a minute at the most', async () => {
    const { rivalPolls, polls, waits } = await open();
    await polls();
    for (let n = 0; n < 7; n++) await rivalPolls();
    await polls();
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });
});
