import { describe, expect, it, onTestFinished } from 'vitest';
import {
  createZaloBotChannel,
  type ZaloBotChannel,
  type ZaloBotOptions,
} from '../../../../bot/channels/zalo-bot/channel.ts';
import type { Inbound, Outbound, SendOutcome } from '../../../../core/channels/channel.ts';
import { createFakeZaloBot, type FakeZaloBot } from '../../../harness/platforms/zalo-bot/fake.ts';
import { botName } from '../../../harness/platforms/zalo-bot/methods.ts';
import type { FakeBotUser } from '../../../harness/platforms/zalo-bot/people.ts';

const webhook = {
  type: 'webhook',
  url: 'https://chidao.example.vn/webhooks/zalo-bot',
  secret: 'secret-of-the-hook',
} as const;

async function openBot(more: Partial<ZaloBotOptions> = {}, options: Parameters<typeof createFakeZaloBot>[0] = {}) {
  const zalo = await createFakeZaloBot(options);
  onTestFinished(zalo.stop);
  const waits: number[] = [];
  const channel = createZaloBotChannel({
    token: zalo.token,
    apiRoot: zalo.url,
    mode: { type: 'polling' },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    machineNow: () => 0,
    wait: async (ms) => {
      waits.push(ms);
    },
    ...more,
  });
  onTestFinished(channel.receiving.stop);
  zalo.connect(async (headers, body) => (await channel.receiving.webhook?.(headers, body)) ?? 404);
  const received: Inbound[] = [];
  const start = () =>
    channel.receiving.start(async (inbound) => {
      received.push(inbound);
    });
  return { zalo, channel, received, start, waits, lan: zalo.createUser('Phạm Thị Lan') };
}

const to = (place: { id: string }, text = 'Kính gửi đồng chí'): Outbound => ({
  to: place.id,
  isGroup: false,
  type: 'text',
  text,
  choices: [],
});

type Row = {
  when: string;
  arrange?: (zalo: FakeZaloBot, lan: FakeBotUser) => void;
  message?: (lan: FakeBotUser) => Outbound;
  outcome: Partial<SendOutcome>;
  arrived: number;
};

const contract: Row[] = [
  { when: 'all is well', outcome: { type: 'sent' }, arrived: 1 },
  {
    when: 'the text is too long',
    message: (lan) => to(lan, 'a'.repeat(2001)),
    outcome: { type: 'refused', because: 'rejected' },
    arrived: 0,
  },
  {
    when: 'there is no such chat',
    message: () => to({ id: 'x' }),
    outcome: { type: 'refused', because: 'gone' },
    arrived: 0,
  },
  {
    when: 'the person has blocked the bot',
    arrange: (_, lan) => lan.block(),
    outcome: { type: 'refused', because: 'blocked' },
    arrived: 0,
  },
  {
    when: 'the token is refused',
    arrange: (zalo) => zalo.failNext('sendMessage', { kind: 'error', code: 401, message: 'Unauthorized' }),
    outcome: { type: 'not-sent', retryAfterSeconds: 30 },
    arrived: 0,
  },
  {
    when: 'Zalo has an error of its own',
    arrange: (zalo) => zalo.failNext('sendMessage', { kind: 'error', code: 500 }),
    outcome: { type: 'uncertain' },
    arrived: 0,
  },
  {
    when: 'Zalo was too slow',
    arrange: (zalo) => zalo.failNext('sendMessage', { kind: 'error', code: 408 }),
    outcome: { type: 'uncertain' },
    arrived: 0,
  },
  {
    when: 'the connection breaks after the message was taken',
    arrange: (zalo) => zalo.failNext('sendMessage', { kind: 'reset-after' }),
    outcome: { type: 'uncertain' },
    arrived: 1,
  },
  {
    when: 'a gateway answers instead',
    arrange: (zalo) => zalo.failNext('sendMessage', { kind: 'bad-gateway' }),
    outcome: { type: 'uncertain' },
    arrived: 0,
  },
];

describe('sending', () => {
  it.each(contract)('says how it ended when $when', async ({ arrange, message, outcome, arrived }) => {
    const { zalo, lan, channel } = await openBot();
    lan.say('xin chào');
    arrange?.(zalo, lan);
    expect(await channel.sending.send(message?.(lan) ?? to(lan))).toMatchObject(outcome);
    expect(lan.inbox()).toHaveLength(arrived);
  });

  it('says that the month is used up, for the message and for the channel', async () => {
    const { lan, channel } = await openBot({}, { monthly: 1 });
    lan.say('xin chào');
    await channel.sending.send(to(lan));
    expect(await channel.sending.send(to(lan))).toMatchObject({ type: 'refused', because: 'quota' });
    expect(channel.state()).toMatchObject({ state: 'down', detail: expect.stringContaining('429') });
  });

  it('sends composed letters, and never the token in a reason', async () => {
    const { zalo, lan, channel } = await openBot();
    lan.say('xin chào');
    await channel.sending.send(to(lan, 'Số liệu'.normalize('NFD')));
    expect(lan.inbox().at(-1)?.text).toBe('Số liệu');
    zalo.failNext('sendMessage', { kind: 'error', code: 400, message: `no ${zalo.token}` });
    expect(JSON.stringify(await channel.sending.send(to(lan)))).not.toContain(zalo.token);
  });

  it('sends a picture by its public address', async () => {
    const { lan, channel } = await openBot();
    lan.say('xin chào');
    const link = 'https://chidao.example.vn/a.png';
    const picture = { to: lan.id, isGroup: false, type: 'linked-picture', link, caption: 'Tổng hợp' } as const;
    expect(await channel.sending.send(picture)).toMatchObject({ type: 'sent' });
    expect(lan.inbox().at(-1)).toMatchObject({ photo: link, text: 'Tổng hợp' });
  });

  it('says of a picture that cannot be fetched that it alone is at fault', async () => {
    const { lan, channel } = await openBot();
    lan.say('xin chào');
    const picture = {
      to: lan.id,
      isGroup: false,
      type: 'linked-picture',
      link: 'http://x.vn/a.png',
      caption: '',
    } as const;
    expect(await channel.sending.send(picture)).toMatchObject({ type: 'refused', because: 'rejected' });
    expect(lan.inbox()).toEqual([]);
  });

  it('refuses a file without asking', async () => {
    const { zalo, lan, channel } = await openBot();
    const upload = { name: 'bao-cao.docx', bytes: new Uint8Array([1]) };
    const outcome = await channel.sending.send({ to: lan.id, isGroup: false, type: 'file', upload, caption: '' });
    expect(outcome).toMatchObject({ type: 'refused', because: 'rejected' });
    expect(zalo.calls).toEqual([]);
  });
});

describe('polling', () => {
  it('takes away a webhook first, is up after an idle poll, and receives in order', async () => {
    const { zalo, channel, received, start, lan } = await openBot();
    zalo.setWebhook('https://elsewhere.example.vn', 'whatever-secret');
    start();
    await zalo.answered('getUpdates', 1);
    await expect.poll(() => channel.state()).toEqual({ state: 'up' });
    expect(zalo.webhook().url).toBe('');
    for (const text of ['một', 'hai', 'ba']) lan.say(text);
    await expect.poll(() => received.length).toBe(3);
    expect(received).toMatchObject([
      { text: 'một' },
      { text: 'hai' },
      { text: 'ba', from: { address: lan.id, name: 'Phạm Thị Lan' } },
    ]);
    expect(channel.link('x')).toMatch(/^https:\/\/bot\.zaloplatforms\.com\/bots\/\d+$/);
  });

  it('keeps an update that could not be stored, and asks for no other until it is', async () => {
    const { zalo, channel, lan } = await openBot();
    const stored: unknown[] = [];
    const polls: number[] = [];
    let failures = 3;
    lan.say('50 45 40 38');
    lan.say('sau');
    channel.receiving.start(async (inbound) => {
      polls.push(zalo.calls.filter((path) => path.endsWith('getUpdates')).length);
      if (failures-- > 0) throw new Error('disk full');
      stored.push(inbound.kind === 'text' && inbound.text);
    });
    await expect.poll(() => stored).toEqual(['50 45 40 38', 'sau']);
    expect(polls).toEqual([1, 1, 1, 1, 2]);
  });

  it('goes on after failures, and is down meanwhile', async () => {
    const { zalo, channel, received, start, waits, lan } = await openBot();
    zalo.failNext('getUpdates', { kind: 'error', code: 500 }, 2);
    zalo.failNext('getWebhookInfo', { kind: 'error', code: 404 });
    lan.say('xin chào');
    start();
    await expect.poll(() => received.length).toBe(1);
    expect(waits.slice(0, 2)).toEqual([1000, 2000]);
    expect(channel.state()).toEqual({ state: 'up' });
  });

  it('says what is wrong while the token is refused', async () => {
    const { channel, start } = await openBot({
      token: 'wrong:token',
      wait: (_, signal) => new Promise((r) => signal.addEventListener('abort', () => r())),
    });
    start();
    await expect.poll(() => channel.state()).toMatchObject({ state: 'down', detail: expect.stringContaining('401') });
  });

  it('names another program that polls with the same token, and does not fight it', async () => {
    const clock = { now: 0 };
    const { zalo, channel, received, start, waits, lan } = await openBot({ machineNow: () => clock.now });
    zalo.failNext('getUpdates', { kind: 'error', code: 409 }, 3);
    lan.say('xin chào');
    start();
    await expect.poll(() => received.length).toBe(1);
    expect(waits.slice(0, 3)).toEqual([1000, 2000, 4000]);
    expect(channel.state()).toMatchObject({ state: 'down', detail: expect.stringContaining('409') });
    clock.now = 60_000;
    lan.say('có ai không');
    await expect.poll(() => channel.state()).toEqual({ state: 'up' });
  });

  it('lets no webhook delivery in', async () => {
    const { channel, start } = await openBot();
    start();
    expect(channel.receiving.webhook).toBeUndefined();
  });
});

const deliver = async ({ receiving }: ZaloBotChannel, secret: string | undefined, body: string) =>
  receiving.webhook?.({ 'x-bot-api-secret-token': secret }, Buffer.from(body));

describe('the webhook', () => {
  it.each(['wrapped', 'bare'] as const)('is registered and takes %s bodies', async (envelope) => {
    const { zalo, channel, received, start, lan } = await openBot({ mode: webhook }, { envelope });
    start();
    await zalo.answered('setWebhook', 1);
    await expect.poll(() => channel.state()).toEqual({ state: 'up' });
    expect(zalo.webhook()).toEqual({ url: webhook.url, secret: webhook.secret });
    lan.say('Đã nhận');
    await zalo.settled();
    expect(received).toMatchObject([{ kind: 'text', text: 'Đã nhận' }]);
  });

  it.each([[undefined], [''], ['secret-of-the-hooK'], ['secret-of-the-hook ']])(
    'keeps out the secret %j',
    async (secret) => {
      const { channel, received, start } = await openBot({ mode: webhook });
      start();
      const body =
        '{"event_name":"message.text.received","message":{"message_id":"1","text":"x","from":{"id":"1"},"chat":{"id":"1"}}}';
      expect(await deliver(channel, secret, body)).toBe(401);
      expect(received).toEqual([]);
    },
  );

  it.each([
    ['{}', 200],
    ['', 200],
    ['{"ok":true}', 200],
    ['{"event_name":"message.dance.received"}', 200],
    ['{"event', 400],
  ])('answers %j with %i', async (body, status) => {
    const { channel, start } = await openBot({ mode: webhook });
    start();
    expect(await deliver(channel, webhook.secret, body)).toBe(status);
  });

  it('answers 500 for what could not be stored', async () => {
    const { zalo, channel, lan } = await openBot({ mode: webhook });
    const statuses: number[] = [];
    zalo.connect(async (headers, body) => {
      const status = (await channel.receiving.webhook?.(headers, body)) ?? 404;
      statuses.push(status);
      return status;
    });
    channel.receiving.start(async () => {
      throw new Error('disk full');
    });
    await zalo.answered('setWebhook', 1);
    lan.say('x');
    await zalo.settled();
    expect(statuses).toEqual([500]);
  });
});

describe('a group', () => {
  it('is heard only when it names the bot and gives a command or asks how things stand', async () => {
    const { zalo, received, start, lan } = await openBot({ mode: webhook });
    start();
    await zalo.answered('setWebhook', 1);
    const group = zalo.createGroup('Tổ công nghệ số');
    lan.say('chào cả nhà /start', { in: group });
    lan.say(`@${botName} chào`, { in: group });
    lan.say(`@${botName} /start Qx7_kD-20aBcDeFg`, { in: group });
    lan.say(`@${botName} còn mấy đơn vị nữa`, { in: group });
    await zalo.settled();
    expect(received).toMatchObject([
      { kind: 'text', text: '/start Qx7_kD-20aBcDeFg', group: { address: group.id } },
      { kind: 'text', text: expect.stringMatching(/^\/hoi .*còn mấy đơn vị nữa$/), group: { address: group.id } },
    ]);
  });
});
