import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Inbound } from '../../../../core/channels/channel.ts';
import type { FakeZaloOa } from '../../../harness/platforms/zalo-oa/fake.ts';
import { macOf } from '../../../harness/platforms/zalo-oa/webhook.ts';
import { openOaChannel, openZaloOa, to } from './opened.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

async function openWebhook(more: Parameters<typeof openOaChannel>[1] = {}) {
  const zalo = await openZaloOa();
  const opened = openOaChannel(zalo, more);
  const received: Inbound[] = [];
  opened.channel.receiving.start(async (inbound) => {
    received.push(inbound);
  });
  return { zalo, received, ...opened };
}

const bodyOf = (zalo: FakeZaloOa, more: object = {}): string =>
  JSON.stringify({
    app_id: zalo.keys.appId,
    event_name: 'user_send_text',
    timestamp: '1690000000000',
    sender: { id: '4572947693969771000' },
    recipient: { id: zalo.keys.oaId },
    message: { msg_id: 'm1', text: 'xin chào' },
    ...more,
  });

describe('the signature', () => {
  it('lets a genuine event in, over the bytes as they came', async () => {
    const { zalo, received, channel } = await openWebhook();
    const body = Buffer.from(bodyOf(zalo).replace('xin chào', 'xin ch\\u00e0o').replaceAll(':', ' :  '));
    const headers = { 'x-zevent-signature': macOf(zalo.keys, body, '1690000000000') };
    expect(await channel.receiving.webhook(headers, body)).toBe(200);
    expect(received).toMatchObject([{ kind: 'text', text: 'xin chào', externalId: 'm1' }]);
  });

  it('is taken without its prefix, in capitals, and with the time of the header', async () => {
    const { zalo, channel } = await openWebhook();
    const body = Buffer.from(bodyOf(zalo));
    const bare = macOf(zalo.keys, body, '1690000000000').slice(4).toUpperCase();
    expect(await channel.receiving.webhook({ 'x-zevent-signature': bare }, body)).toBe(200);
    const mac = macOf(zalo.keys, body, '1690000000999');
    const headers = { 'x-zevent-signature': mac, 'x-zevent-timestamp': '1690000000999' };
    expect(await channel.receiving.webhook(headers, body)).toBe(200);
  });

  const forgeries: [string, (zalo: FakeZaloOa, body: Buffer) => string | undefined][] = [
    ['is missing', () => undefined],
    ['is empty', () => 'mac='],
    ['is no hash', () => 'mac=xyz'],
    ['is made with the app secret', (z, b) => macOf({ ...z.keys, oaSecretKey: z.keys.appSecret }, b, '1690000000000')],
    ['is of another app', (z, b) => macOf({ ...z.keys, appId: '1' }, b, '1690000000000')],
    ['is of another body', (z) => macOf(z.keys, Buffer.from(bodyOf(z, { sender: { id: '1' } })), '1690000000000')],
    ['is made without a time', (z, b) => macOf(z.keys, b, '')],
    ['is guessed from what anybody sees', (z, b) => sha256(z.keys.appId + b.toString())],
  ];
  it.each(forgeries)('keeps an event out when it %s', async (_, sign) => {
    const { zalo, received, channel } = await openWebhook();
    const body = Buffer.from(bodyOf(zalo));
    const mac = sign(zalo, body);
    expect(await channel.receiving.webhook(mac === undefined ? {} : { 'x-zevent-signature': mac }, body)).toBe(401);
    expect(received).toEqual([]);
  });
});

describe('a delivery', () => {
  it.each(['', '{}', ' \n', '[]', '{"hello":1}'])('without an event (%j) is answered and ignored', async (body) => {
    const { channel, received } = await openWebhook();
    expect(await channel.receiving.webhook({}, Buffer.from(body))).toBe(200);
    expect(received).toEqual([]);
  });

  it('that is no JSON is refused: unread when nothing proves where it comes from', async () => {
    const { zalo, channel } = await openWebhook();
    for (const body of ['{"event_name":', 'không phải JSON', `{"a":"${'\\"'.repeat(4096)}`])
      expect(await channel.receiving.webhook({}, Buffer.from(body)), body).toBe(401);
    const body = Buffer.from('{"timestamp":"1690000000000","event_name":');
    const headers = { 'x-zevent-signature': macOf(zalo.keys, body, '1690000000000') };
    expect(await channel.receiving.webhook(headers, body)).toBe(400);
  });

  it('names its time anywhere in the body, and no text of a person passes for it', async () => {
    const { zalo, received, channel } = await openWebhook();
    const text = 'hẹn "timestamp":"1", "timestamp":2';
    const body = Buffer.from(bodyOf(zalo, { timestamp: 1690000000001, message: { msg_id: 'm2', text } }));
    const headers = { 'x-zevent-signature': macOf(zalo.keys, body, '1690000000001') };
    expect(await channel.receiving.webhook(headers, body)).toBe(200);
    expect(received).toMatchObject([{ text }]);
    const forged = { 'x-zevent-signature': macOf(zalo.keys, body, '1') };
    expect(await channel.receiving.webhook(forged, body)).toBe(401);
  });

  it('that could not be stored is to come again', async () => {
    const zalo = await openZaloOa();
    const { channel } = openOaChannel(zalo);
    let isBroken = true;
    channel.receiving.start(async () => {
      if (isBroken) throw new Error('disk full');
    });
    const an = zalo.createFollower();
    const delivery = an.follow();
    expect(await delivery.status).toBe(500);
    isBroken = false;
    expect(await zalo.webhook.replay(delivery)).toBe(200);
  });

  it('comes under the same id however often it is repeated', async () => {
    const { zalo, received } = await openWebhook();
    const an = zalo.createFollower();
    const followed = an.follow();
    const said = an.say('Đã nhận');
    await said.status;
    await zalo.webhook.replay(said);
    await zalo.webhook.replay(followed);
    expect(received.map(({ externalId }) => externalId)).toEqual([
      received[0]?.externalId,
      received[1]?.externalId,
      received[1]?.externalId,
      received[0]?.externalId,
    ]);
    expect(new Set(received.map(({ externalId }) => externalId)).size).toBe(2);
  });

  it('of an unknown kind is answered, counted and otherwise ignored', async () => {
    const unknown: string[] = [];
    const { zalo, received } = await openWebhook({ onUnknownEvent: (name) => unknown.push(name) });
    const delivery = zalo.webhook.emit({ event_name: 'user_dances', timestamp: '1', sender: { id: '5' } });
    expect(await delivery.status).toBe(200);
    expect([unknown, received]).toEqual([['user_dances'], []]);
  });

  it('of a filled-in form tells name and phone, and counts once however often it comes', async () => {
    const { zalo, channel, received } = await openWebhook();
    const an = zalo.createFollower({ name: 'An', phone: '0912345678' });
    an.follow();
    await channel.sending.send({ ...to(an), asksContact: true });
    const delivery = an.submitInfo();
    expect(await delivery.status).toBe(200);
    expect(await zalo.webhook.replay(delivery)).toBe(200);
    const [first, second] = received.filter((inbound) => inbound.kind === 'contact');
    expect(first).toMatchObject({ name: 'An', phone: '84912345678', from: { address: an.id } });
    expect(second?.externalId).toBe(first?.externalId);
  });
});

describe('the channel', () => {
  it('is up once the account answers, and links to it', async () => {
    const { zalo, channel } = await openWebhook();
    await zalo.answered('getoa', 1);
    await expect.poll(() => channel.state()).toEqual({ state: 'up' });
    expect(channel.link('Qx7_kD-20aBcDeFg')).toBe(`https://zalo.me/${zalo.keys.oaId}`);
  });

  it('asks at once, between two looks, when it is told that something changed', async () => {
    const { zalo, channel } = await openWebhook();
    await zalo.answered('getoa', 1);
    channel.askNow();
    await zalo.answered('getoa', 2);
  });

  it('is down when the token belongs to another account', async () => {
    const { channel } = await openWebhook({ oaId: '999' });
    await expect.poll(() => channel.state()).toMatchObject({ state: 'down', detail: expect.stringContaining('999') });
  });

  it('is down with what the token keeper says', async () => {
    const tokens = {
      current: async () => undefined,
      replace: async () => undefined,
      trouble: () => ({ sentence: 'mở đường liên kết', lasting: 'consent' }) as const,
    };
    const { channel } = await openWebhook({ tokens });
    expect(channel.state()).toEqual({ state: 'down', detail: 'mở đường liên kết', lasting: 'consent' });
  });
});
