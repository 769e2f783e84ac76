import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { TelegramChannel } from '../../../../bot/channels/telegram/channel.ts';
import type { Inbound } from '../../../../core/channels/channel.ts';
import { collector, commands, openChannel, openTelegram, to } from './opened.ts';

const textOf = (inbound: Inbound) => ('text' in inbound ? inbound.text : inbound.kind);

describe('polling', () => {
  it('brings what people write, and confirms it', async () => {
    const telegram = await openTelegram();
    const { channel } = openChannel(telegram);
    const { received, receive, until } = collector();
    channel.receiving.start(receive);
    const lan = telegram.createUser({ name: 'Phạm Thị Lan' });
    lan.start('Qx7_kD-20a');
    await until(() => received.length === 1);
    expect(received[0]).toMatchObject({
      kind: 'text',
      text: '/start Qx7_kD-20a',
      from: { address: String(lan.id), name: 'Phạm Thị Lan' },
    });
    await telegram.whenTaken();
    expect(channel.state()).toEqual({ state: 'up' });
  });

  it('confirms nothing that could not be stored: the same update comes again, after a growing wait', async () => {
    const telegram = await openTelegram();
    const { channel, waits } = openChannel(telegram);
    const { received, receive, until } = collector();
    const pendingAtCall: number[] = [];
    channel.receiving.start(async (inbound) => {
      pendingAtCall.push(telegram.pendingCount());
      await receive(inbound);
      if (received.length < 4) throw new Error('the database is down');
    });
    telegram.createUser({ name: 'Lan' }).say('45');
    await until(() => received.length === 4);
    await telegram.whenTaken();
    expect(new Set(received.map(({ externalId }) => externalId)).size).toBe(1);
    expect(pendingAtCall).toEqual([1, 1, 1, 1]);
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  it('leaves what it has not confirmed to the next start', async () => {
    const telegram = await openTelegram();
    const first = openChannel(telegram);
    const before = collector();
    let store = () => {};
    const stored = new Promise<void>((resolve) => {
      store = resolve;
    });
    first.channel.receiving.start(async (inbound) => {
      await before.receive(inbound);
      await stored;
    });
    telegram.createUser({ name: 'Lan' }).say('45');
    await before.until(() => before.received.length === 1);
    const stopped = first.channel.receiving.stop();
    store();
    await stopped;
    const after = collector();
    openChannel(telegram).channel.receiving.start(after.receive);
    await after.until(() => after.received.length === 1);
    expect(after.received).toEqual(before.received);
  });

  it('says of what one person wrote beyond the third at once that it is one of many', async () => {
    const telegram = await openTelegram();
    const { channel } = openChannel(telegram);
    const [lan, nam] = [telegram.createUser({ name: 'Lan' }), telegram.createUser({ name: 'Nam' })];
    for (const text of ['1', '2', '3', '4', '5']) lan.say(text);
    nam.say('6');
    const { received, receive, until } = collector();
    const many: string[] = [];
    channel.receiving.start((inbound, { isOneOfMany } = {}) => {
      if (isOneOfMany) many.push(textOf(inbound));
      return receive(inbound);
    });
    await until(() => received.length === 6);
    expect(many).toEqual(['4', '5']);
  });

  it('takes what one person wrote in order, while nobody waits for anybody else', async () => {
    const telegram = await openTelegram();
    const [lan, an] = [telegram.createUser({ name: 'Lan' }), telegram.createUser({ name: 'An' })];
    for (const text of ['1', '2', '3']) lan.say(text);
    an.say('x');
    const { received, receive, until } = collector();
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    openChannel(telegram).channel.receiving.start(async (inbound) => {
      await receive(inbound);
      if (textOf(inbound) === '1') await held;
    });
    await until(() => received.some((inbound) => textOf(inbound) === 'x'));
    expect(received.map(textOf)).toEqual(['1', 'x']);
    letGo();
    await telegram.whenTaken();
    expect(received.map(textOf)).toEqual(['1', 'x', '2', '3']);
  });

  it('stops at once in the middle of a long poll', async () => {
    const telegram = await openTelegram();
    const { channel } = openChannel(telegram);
    channel.receiving.start(async () => {});
    await telegram.waitForCall('getUpdates');
    await telegram.waitForCall('setMyCommands');
    const began = performance.now();
    await channel.receiving.stop();
    // Waited for, the poll would end after 25 s.
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  it.each([
    [
      'a refused token',
      { kind: 'error', code: 401, description: 'Unauthorized' },
      [30_000, 30_000],
      '401 Unauthorized',
    ],
    ['an unknown address', { kind: 'error', code: 404, description: 'Not Found' }, [30_000, 30_000], '404 Not Found'],
    ['a failing Telegram', { kind: 'error', code: 500 }, [1000, 2000], '500 Internal Server Error'],
    ['a gateway in between', { kind: 'bad-gateway' }, [1000, 2000], 'invalid-json'],
    ['a broken connection', { kind: 'reset-before' }, [1000, 2000], 'ECONNRESET'],
    ['a request to slow down', { kind: 'flood', retryAfter: 9 }, [9000, 9000], '429 Too Many Requests: retry after 9'],
  ] as const)('outlives %s, shows it while it lasts and logs it once', async (_, fault, expected, detail) => {
    const telegram = await openTelegram();
    telegram.failNext('getUpdates', fault, 2);
    const { channel, waits, logged } = openChannel(telegram);
    const { received, receive, until } = collector();
    channel.receiving.start(receive);
    await telegram.waitForCall('getUpdates', ({ code }) => code !== 200);
    telegram.createUser({ name: 'Lan' }).say('45');
    await until(() => received.length === 1);
    expect(waits.filter((ms) => ms >= 1000).slice(0, 2)).toEqual(expected);
    expect(logged.filter((line) => line.includes('fails'))).toEqual([expect.stringContaining(detail)]);
    expect(channel.state()).toEqual({ state: 'up' });
  });

  it('takes over from a webhook that was set', async () => {
    const telegram = await openTelegram();
    const url = `${telegram.url}/bot${telegram.token}/setWebhook`;
    const body = JSON.stringify({ url: 'http://127.0.0.1:9/gone' });
    await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    telegram.createUser({ name: 'Lan' }).say('45');
    const { received, receive, until } = collector();
    openChannel(telegram).channel.receiving.start(receive);
    await until(() => received.length === 1);
    expect(received.map(textOf)).toEqual(['45']);
  });
});

describe('a tap', () => {
  it('is answered once, after it was stored', async () => {
    const telegram = await openTelegram();
    const lan = telegram.createUser({ name: 'Lan' });
    lan.start();
    const { channel } = openChannel(telegram);
    const answers = () => telegram.calls.filter(({ method }) => method === 'answerCallbackQuery');
    const answersBeforeStored: number[] = [];
    channel.receiving.start(async (inbound) => {
      if (inbound.kind === 'tap') answersBeforeStored.push(answers().length);
    });
    await channel.sending.send(to(lan.id, 'Đã nhận?', [{ tap: '1:yes', label: 'Đã nhận' }]));
    const id = lan.tap('Đã nhận');
    await telegram.waitForCall('answerCallbackQuery');
    await telegram.whenTaken();
    expect(answersBeforeStored).toEqual([0]);
    expect(answers().map(({ params, code }) => ({ params, code }))).toEqual([
      { params: { callback_query_id: id }, code: 200 },
    ]);
  });

  it('is stored and confirmed although it can no longer be answered', async () => {
    const telegram = await openTelegram();
    telegram.failNext('answerCallbackQuery', {
      kind: 'error',
      code: 400,
      description: 'Bad Request: query is too old',
    });
    const lan = telegram.createUser({ name: 'Lan' });
    lan.start();
    const { channel } = openChannel(telegram);
    const { received, receive, until } = collector();
    channel.receiving.start(receive);
    await channel.sending.send(to(lan.id, 'Đã nhận?', [{ tap: '1:yes', label: 'Đã nhận' }]));
    lan.tap('Đã nhận');
    await until(() => received.some(({ kind }) => kind === 'tap'));
    await telegram.whenTaken();
    expect(channel.state()).toEqual({ state: 'up' });
  });
});

describe('the introduction', () => {
  it('learns the bot’s name for links and sets its menu, however often Telegram refuses at first', async () => {
    const telegram = await openTelegram();
    telegram.failNext('getMe', { kind: 'bad-gateway' });
    telegram.failNext('setMyCommands', { kind: 'flood', retryAfter: 3 });
    const names: string[] = [];
    const { channel } = openChannel(telegram, { onIdentity: (name) => names.push(name) });
    expect(channel.link('abc')).toBeUndefined();
    channel.receiving.start(async () => {});
    await telegram.waitForCall('setMyCommands', ({ code }) => code === 200);
    expect(names).toEqual([telegram.username]);
    expect(channel.link('Qx7_kD')).toBe(`https://t.me/${telegram.username}?start=Qx7_kD`);
    expect(telegram.commands()).toEqual(commands);
  });
});

const secret = 'a-secret_of_the_webhook';

/** Delivers to a channel in webhook mode; `body` undefined is a delivery without one. */
async function deliver(channel: TelegramChannel, given: string | undefined, body: unknown) {
  const rawBody = Buffer.from(body === undefined ? '' : JSON.stringify(body));
  return channel.receiving.webhook?.({ 'x-telegram-bot-api-secret-token': given }, rawBody);
}

function listen({ receiving: { webhook } }: TelegramChannel, server: http.Server): void {
  server.on('request', async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const header = request.headers['x-telegram-bot-api-secret-token'];
    const headers = { 'x-telegram-bot-api-secret-token': String(header) };
    response.writeHead((await webhook?.(headers, Buffer.concat(chunks))) ?? 404).end();
  });
}

describe('the webhook', () => {
  const update = { update_id: 1, message: { message_id: 1, chat: { id: 7, type: 'private' }, text: 'x' } };
  const webhook = {
    mode: {
      type: 'webhook',
      url: 'https://bot.example.org/webhooks/telegram',
      secret,
    },
  } as const;

  it('cannot be used without a secret', () => {
    expect(() =>
      openChannel({ url: 'http://127.0.0.1:9', token: '1:a' }, { mode: { ...webhook.mode, secret: '' } }),
    ).toThrow('secret');
  });

  it.each([
    ['no secret', undefined, update, 401],
    ['an empty secret', '', update, 401],
    ['a wrong secret', `${secret}x`, update, 401],
    ['a body that is no update', secret, { hello: 1 }, 400],
    ['no body', secret, undefined, 400],
    ['an update that nobody understands', secret, { update_id: 2, story: {} }, 200],
  ])('answers a delivery with %s without handing anything on', async (_, given, body, status) => {
    const telegram = await openTelegram();
    const { channel } = openChannel(telegram, webhook);
    const { received, receive } = collector();
    channel.receiving.start(receive);
    expect(await deliver(channel, given, body)).toBe(status);
    expect(received).toEqual([]);
  });

  it('refuses a body that is no JSON', async () => {
    const { channel } = openChannel(await openTelegram(), webhook);
    const headers = { 'x-telegram-bot-api-secret-token': secret };
    expect(await channel.receiving.webhook?.(headers, Buffer.from('{"update_id":'))).toBe(400);
  });

  it('is closed while the channel polls', async () => {
    const { channel } = openChannel(await openTelegram());
    expect(channel.receiving.webhook).toBeUndefined();
  });

  it('is set with its secret, brings what people write, and brings again what could not be stored', async () => {
    const server = http.createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.close();
      server.closeAllConnections();
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/telegram`;
    const telegram = await openTelegram();
    const { channel } = openChannel(telegram, { mode: { type: 'webhook', url, secret } });
    listen(channel, server);
    const { received, receive, until } = collector();
    channel.receiving.start(async (inbound) => {
      await receive(inbound);
      if (received.length === 1) throw new Error('the database is down');
    });
    await telegram.waitForCall('setWebhook', ({ code }) => code === 200);
    telegram.createUser({ name: 'Lan' }).say('45');
    await until(() => received.length === 2);
    await telegram.whenTaken();
    expect(received[0]).toEqual(received[1]);
    expect(telegram.calls.find(({ method }) => method === 'setWebhook')?.params).toEqual({
      url,
      secret_token: secret,
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
      max_connections: 40,
      drop_pending_updates: false,
    });
    expect(channel.state()).toEqual({ state: 'up' });
  });
});
