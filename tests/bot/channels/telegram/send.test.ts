import net from 'node:net';
import { describe, expect, it } from 'vitest';
import { createPacer } from '../../../../bot/delivery/pace/pacer.ts';
import type { Outbound, SendOutcome } from '../../../../core/channels/channel.ts';
import type { FakeTelegram, FakeUser } from '../../../harness/platforms/telegram.ts';
import { openChannel, openTelegram, to } from './opened.ts';

async function openChat() {
  const telegram = await openTelegram();
  const lan = telegram.createUser({ name: 'Phạm Thị Lan' });
  lan.start();
  return { telegram, lan, ...openChannel(telegram) };
}

type Row = {
  when: string;
  arrange?: (telegram: FakeTelegram, lan: FakeUser) => void;
  message?: (lan: FakeUser) => Outbound;
  outcome: Partial<SendOutcome>;
  arrived: number;
};

const contract: Row[] = [
  { when: 'all is well', outcome: { type: 'sent' }, arrived: 1 },
  {
    when: 'the topic is gone: the group itself is told',
    arrange: (telegram) =>
      telegram.failNext('sendMessage', {
        kind: 'error',
        code: 400,
        description: 'Bad Request: message thread not found',
      }),
    message: (lan) => ({ ...to(lan.id), topic: '42' }),
    outcome: { type: 'sent' },
    arrived: 1,
  },
  {
    when: 'Telegram asks to slow down',
    arrange: (telegram) => telegram.failNext('sendMessage', { kind: 'flood', retryAfter: 7 }),
    outcome: { type: 'not-sent', retryAfterSeconds: 7, rateLimit: 'chat' },
    arrived: 0,
  },
  {
    when: 'the person has blocked the bot',
    arrange: (_, lan) => lan.block(),
    outcome: { type: 'refused', because: 'blocked' },
    arrived: 0,
  },
  {
    when: 'there is no such chat',
    message: () => to(404),
    outcome: { type: 'refused', because: 'gone' },
    arrived: 0,
  },
  {
    when: 'the message breaks a rule',
    message: (lan) => to(lan.id, 'a'.repeat(4097)),
    outcome: { type: 'refused', because: 'rejected' },
    arrived: 0,
  },
  {
    when: 'a button carries too much',
    message: (lan) => to(lan.id, 'Chọn?', [{ tap: 'x'.repeat(65), label: 'A' }]),
    outcome: { type: 'refused', because: 'rejected' },
    arrived: 0,
  },
  {
    when: 'the token is refused',
    arrange: (telegram) =>
      telegram.failNext('sendMessage', {
        kind: 'error',
        code: 401,
        description: 'Unauthorized',
      }),
    outcome: { type: 'not-sent', retryAfterSeconds: 30 },
    arrived: 0,
  },
  {
    when: 'the connection breaks before anything happened',
    arrange: (telegram) => telegram.failNext('sendMessage', { kind: 'reset-before' }),
    outcome: { type: 'uncertain' },
    arrived: 0,
  },
  {
    when: 'the connection breaks after the message was taken',
    arrange: (telegram) => telegram.failNext('sendMessage', { kind: 'reset-after' }),
    outcome: { type: 'uncertain' },
    arrived: 1,
  },
  {
    when: 'the answer cannot be read',
    arrange: (telegram) => telegram.failNext('sendMessage', { kind: 'garbage-after' }),
    outcome: { type: 'uncertain' },
    arrived: 1,
  },
  {
    when: 'Telegram has an error of its own',
    arrange: (telegram) => telegram.failNext('sendMessage', { kind: 'error', code: 500 }),
    outcome: { type: 'uncertain' },
    arrived: 0,
  },
  {
    when: 'a gateway answers instead',
    arrange: (telegram) => telegram.failNext('sendMessage', { kind: 'bad-gateway' }),
    outcome: { type: 'uncertain' },
    arrived: 0,
  },
];

describe('sending', () => {
  it.each(contract)('says how it ended when $when', async ({ arrange, message, outcome, arrived }) => {
    const { telegram, lan, channel } = await openChat();
    arrange?.(telegram, lan);
    expect(await channel.sending.send(message?.(lan) ?? to(lan.id))).toMatchObject(outcome);
    expect(lan.inbox()).toHaveLength(arrived);
  });

  it('tells the new address of a group that was upgraded', async () => {
    const { telegram, lan, channel } = await openChat();
    const group = telegram.createGroup({ title: 'Tổ 1', admin: lan });
    const old = group.id;
    group.migrate();
    expect(await channel.sending.send(to(old))).toEqual({ type: 'moved', to: String(group.id) });
  });

  it('says that a group without the bot is closed to it', async () => {
    const { telegram, lan, channel } = await openChat();
    const group = telegram.createGroup({ title: 'Tổ 1', admin: lan });
    group.kickBot();
    expect(await channel.sending.send(to(group.id))).toMatchObject({ type: 'refused', because: 'blocked' });
  });

  it('is certain that nothing was sent when nobody listens', async () => {
    const { telegram, lan, channel } = await openChat();
    await telegram.stop();
    const { channel: fresh } = openChannel(telegram);
    expect(await fresh.sending.send(to(lan.id))).toMatchObject({ type: 'not-sent', reason: 'connect:ECONNREFUSED' });
    expect(channel.state()).toEqual({ state: 'starting' });
  });

  it('is certain that nothing was sent when the name is unknown', async () => {
    const { channel } = openChannel({ url: 'http://telegram.invalid', token: '1:a' });
    expect(await channel.sending.send(to(1))).toMatchObject({ type: 'not-sent' });
  });

  it('is certain that nothing was sent when the TLS handshake is cut off, as where Telegram is blocked', async () => {
    const server = net.createServer((socket) =>
      socket.on('error', () => {}).on('data', () => socket.resetAndDestroy()),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { channel } = openChannel({ url: `https://127.0.0.1:${port}`, token: '1:a' });
    expect(await channel.sending.send(to(1))).toMatchObject({ type: 'not-sent', reason: 'connect:ECONNRESET' });
    await new Promise((resolve) => server.close(resolve));
  });

  it('lets others have their messages while a 429 holds one chat', async () => {
    const { telegram, lan, channel } = await openChat();
    const nam = telegram.createUser({ name: 'Nam' });
    nam.start();
    telegram.failNext('sendMessage', { kind: 'flood', retryAfter: 7 });
    expect(await channel.sending.send(to(lan.id))).toMatchObject({ rateLimit: 'chat', retryAfterSeconds: 7 });
    expect(await channel.sending.send(to(nam.id))).toMatchObject({ type: 'sent' });
  });

  it('sends nothing to anybody until the time is over that a 429 without a chat asked for', async () => {
    const { telegram, lan, channel, clock } = await openChat();
    telegram.failNext('getMe', { kind: 'flood', retryAfter: 7 });
    expect(await channel.sending.probe()).toBe(true);
    clock.now += 5000;
    expect(await channel.sending.send(to(lan.id))).toMatchObject({
      type: 'not-sent',
      retryAfterSeconds: 2,
      rateLimit: 'channel',
    });
    expect(telegram.calls.filter(({ method }) => method === 'sendMessage')).toHaveLength(0);
    clock.now += 2000;
    expect(await channel.sending.send(to(lan.id))).toMatchObject({ type: 'sent' });
  });

  it('finds out by a harmless call whether Telegram answers: a refusal is an answer, a 502 is none', async () => {
    const { telegram, channel } = await openChat();
    expect(await channel.sending.probe()).toBe(true);
    telegram.failNext('getMe', { kind: 'error', code: 401, description: 'Unauthorized' });
    expect(await channel.sending.probe()).toBe(true);
    telegram.failNext('getMe', { kind: 'error', code: 502, description: 'Bad Gateway' });
    expect(await channel.sending.probe()).toBe(false);
    telegram.failNext('getMe', { kind: 'reset-before' });
    expect(await channel.sending.probe()).toBe(false);
  });

  it('shows a refused token in its state until a message gets through', async () => {
    const { telegram, lan, channel } = await openChat();
    telegram.failNext('sendMessage', { kind: 'error', code: 401, description: 'Unauthorized' });
    await channel.sending.send(to(lan.id));
    expect(channel.state()).toEqual({ state: 'down', detail: '401 Unauthorized' });
    await channel.sending.send(to(lan.id));
    expect(channel.state()).toEqual({ state: 'starting' });
  });

  it('carries every character as it is and asks for no markup and no preview', async () => {
    const { telegram, lan, channel } = await openChat();
    const text = '<b>Đ/c Lan</b> *_`[x](https://example.org) &amp; \\ @ai /huy 😀';
    await channel.sending.send(to(lan.id, text));
    expect(lan.lastMessage()?.text).toBe(text);
    expect(telegram.calls.at(-1)?.params).toEqual({
      chat_id: String(lan.id),
      text,
      link_preview_options: { is_disabled: true },
    });
  });

  it('puts short choices side by side and a long one on a row of its own', async () => {
    const { lan, channel } = await openChat();
    const labels = ['Đúng, gửi', 'Sửa', 'Hủy', 'Khác', 'Ủy ban nhân dân thị trấn', 'Trợ giúp'];
    await channel.sending.send(
      to(
        lan.id,
        'Chọn?',
        labels.map((label, index) => ({ tap: `1:${index}`, label })),
      ),
    );
    expect(lan.lastMessage()?.buttons.map((row) => row.map(({ text }) => text))).toEqual([
      ['Đúng, gửi', 'Sửa', 'Hủy'],
      ['Khác'],
      ['Ủy ban nhân dân thị trấn'],
      ['Trợ giúp'],
    ]);
  });

  it('never shows the token, in no outcome and no log', async () => {
    const { telegram, lan, channel, logged } = await openChat();
    telegram.failNext('sendMessage', { kind: 'error', code: 400, description: `Bad Request: ${telegram.token}` });
    const outcomes = [await channel.sending.send(to(lan.id))];
    telegram.failNext('sendMessage', { kind: 'error', code: 404, description: `Not Found: /bot${telegram.token}/x` });
    outcomes.push(await channel.sending.send(to(lan.id)));
    expect(JSON.stringify({ outcomes, logged })).toContain('<token>');
    expect(JSON.stringify({ outcomes, logged })).not.toContain(telegram.token);
  });
});

describe('a rate that is paid for', () => {
  it('is asked for with what nobody asked for, and with no answer', async () => {
    const telegram = await openTelegram();
    const lan = telegram.createUser({ name: 'Phạm Thị Lan' });
    lan.start();
    const { channel } = openChannel(telegram, { paidPerSecond: 1000 });
    await channel.sending.send({ ...to(lan.id), isUnasked: true });
    await channel.sending.send(to(lan.id));
    const sent = telegram.calls.flatMap(({ method, params }) =>
      method === 'sendMessage' ? [String(params.allow_paid_broadcast)] : [],
    );
    expect(sent).toEqual(['true', 'undefined']);
    expect(channel.sending.pace.everyMs).toBeCloseTo(1.015, 2);
  });
});

describe('sending at the channel’s pace', () => {
  it('brings 60 messages to 45 people and a group within the flood limits, in little more than two seconds a 60', async () => {
    const clock = { now: 0 };
    const telegram = await openTelegram({ flood: {}, now: () => clock.now });
    const people = Array.from({ length: 45 }, (_, index) => telegram.createUser({ name: `Người ${index}` }));
    for (const person of people) person.start();
    const group = telegram.createGroup({ title: 'Tổ 1', admin: people[0] ?? telegram.createUser({ name: 'An' }) });
    const { channel } = openChannel(telegram, { machineNow: () => clock.now });
    const pacer = createPacer(channel.sending.pace, () => clock.now);

    const addresses = [...people, group, ...people.slice(0, 14)].map(({ id }) => id);
    const outcomes: string[] = [];
    while (addresses.length > 0) {
      clock.now += pacer.delayUntilNext();
      const busy = new Set(pacer.busyChats());
      const next = addresses.findIndex((id) => !busy.has(String(id)));
      if (next < 0) {
        clock.now += pacer.nextFreeIn();
        continue;
      }
      const [id = 0] = addresses.splice(next, 1);
      pacer.took(String(id), id < 0);
      outcomes.push((await channel.sending.send(to(id))).type);
    }
    expect(outcomes).toEqual(Array(60).fill('sent'));
    expect(clock.now).toBeLessThan(1.05 * 2000);
  });
});

describe('a message that a group has', () => {
  async function openGroup() {
    const telegram = await openTelegram();
    const lan = telegram.createUser({ name: 'Phạm Thị Lan' });
    const group = telegram.createGroup({ title: 'Giao ban', admin: lan });
    const { channel } = openChannel(telegram);
    const place = { to: String(group.id), isGroup: true };
    const sent = await channel.sending.send({ ...place, type: 'text', text: 'Đã báo cáo: 0/4', choices: [] });
    const message = sent.type === 'sent' ? sent.externalId : '';
    return { group, place, message, send: channel.sending.send };
  }

  it('reads otherwise once it is edited, and an edit that changes nothing has arrived too', async () => {
    const { group, place, message, send } = await openGroup();
    const edit = { ...place, type: 'edit', message, text: 'Đã báo cáo: 1/4' } as const;
    expect(await send(edit)).toEqual({ type: 'sent', externalId: message });
    expect(group.inbox().map(({ text }) => text)).toEqual(['Đã báo cáo: 1/4']);
    expect(await send(edit)).toEqual({ type: 'sent', externalId: message });
    expect(await send({ ...edit, message: '999999' })).toMatchObject({ type: 'refused', because: 'rejected' });
  });

  it('is pinned and unpinned where the bot may, and that alone is refused where it may not', async () => {
    const { group, place, message, send } = await openGroup();
    const pin = { ...place, type: 'pin', message } as const;
    expect(await send(pin)).toEqual({ type: 'sent', externalId: message });
    expect(group.lastMessage()).toMatchObject({ isPinned: true });
    expect(await send({ ...pin, type: 'unpin' })).toEqual({ type: 'sent', externalId: message });
    expect(group.lastMessage()).toMatchObject({ isPinned: false });
    group.forbidPins();
    expect(await send(pin)).toMatchObject({ type: 'refused', because: 'rejected' });
  });
});
