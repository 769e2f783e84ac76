import net from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Outbound, SendOutcome, Upload } from '../../../../core/channels/channel.ts';
import type { FakeZaloOa } from '../../../harness/platforms/zalo-oa/fake.ts';
import type { FakeFollower } from '../../../harness/platforms/zalo-oa/people.ts';
import { openOaChannel, openZaloOa, to } from './opened.ts';

const send = 'message/cs';
const yesNo = [
  { tap: '4:yes', label: 'Đúng, gửi' },
  { tap: '4:no', label: 'Hủy' },
];

async function openChat(options: Parameters<typeof openZaloOa>[0] = {}) {
  const zalo = await openZaloOa(options);
  const an = zalo.createFollower({ name: 'Nguyễn Văn An' });
  an.follow();
  return { zalo, an, ...openOaChannel(zalo) };
}

type Row = {
  when: string;
  arrange?: (zalo: FakeZaloOa, an: FakeFollower) => void;
  message?: (an: FakeFollower) => Outbound;
  outcome: Partial<SendOutcome>;
  arrived: number;
};

const refusedWith =
  (code: number, times = 1) =>
  (zalo: FakeZaloOa) =>
    zalo.failNext(send, { kind: 'error', code }, times);

const contract: Row[] = [
  { when: 'all is well', outcome: { type: 'sent' }, arrived: 1 },
  {
    when: 'Zalo asks to slow down',
    arrange: refusedWith(-32),
    outcome: { type: 'not-sent', rateLimit: 'channel' },
    arrived: 0,
  },
  { when: 'sending fails once', arrange: refusedWith(-200), outcome: { type: 'sent' }, arrived: 1 },
  {
    when: 'sending fails every time',
    arrange: refusedWith(-200, 9),
    outcome: { type: 'refused', because: 'rejected' },
    arrived: 0,
  },
  {
    when: 'the person has been silent for eight days',
    arrange: (zalo) => zalo.clock.advanceHours(8 * 24),
    outcome: { type: 'refused', because: 'window-closed' },
    arrived: 0,
  },
  {
    when: 'the person was silent for three days and the month is used up',
    arrange: (zalo) => {
      zalo.clock.advanceHours(72);
      zalo.purse.monthly = 0;
    },
    outcome: { type: 'refused', because: 'quota' },
    arrived: 0,
  },
  {
    when: 'the package is too low for this message only',
    arrange: refusedWith(-224),
    outcome: { type: 'refused', because: 'quota' },
    arrived: 0,
  },
  {
    when: 'the account may not use the API',
    arrange: refusedWith(-221),
    outcome: { type: 'not-sent', retryAfterSeconds: 30 },
    arrived: 0,
  },
  {
    when: 'the person has blocked the account',
    arrange: (_, an) => an.block(),
    outcome: { type: 'refused', because: 'blocked' },
    arrived: 0,
  },
  {
    when: 'there is no such person',
    message: () => to({ id: '404' }, 'x', yesNo),
    outcome: { type: 'refused', because: 'gone' },
    arrived: 0,
  },
  {
    when: 'the text is too long',
    message: (an) => to(an, 'a'.repeat(2001)),
    outcome: { type: 'too-long' },
    arrived: 0,
  },
  {
    when: 'Zalo finds the text too long all the same',
    arrange: refusedWith(-210),
    outcome: { type: 'too-long' },
    arrived: 0,
  },
  {
    when: 'the text fits only in composed letters',
    message: (an) => to(an, 'ố'.repeat(2000).normalize('NFD')),
    outcome: { type: 'sent' },
    arrived: 1,
  },
  {
    when: 'an unknown code comes',
    arrange: refusedWith(-9999),
    outcome: { type: 'refused', because: 'rejected' },
    arrived: 0,
  },
  {
    when: 'the connection breaks before anything happened',
    arrange: (zalo) => zalo.failNext(send, { kind: 'reset-before' }),
    outcome: { type: 'uncertain' },
    arrived: 0,
  },
  {
    when: 'the connection breaks after the message was taken',
    arrange: (zalo) => zalo.failNext(send, { kind: 'reset-after' }),
    outcome: { type: 'uncertain' },
    arrived: 1,
  },
  {
    when: 'the answer cannot be read',
    arrange: (zalo) => zalo.failNext(send, { kind: 'garbage-after' }),
    outcome: { type: 'uncertain' },
    arrived: 1,
  },
  {
    when: 'a gateway answers instead',
    arrange: (zalo) => zalo.failNext(send, { kind: 'bad-gateway' }),
    outcome: { type: 'uncertain' },
    arrived: 0,
  },
];

describe('sending to one person', () => {
  it.each(contract)('says how it ended when $when', async ({ arrange, message, outcome, arrived }) => {
    const { zalo, an, channel } = await openChat();
    await zalo.webhook.settled();
    arrange?.(zalo, an);
    expect(await channel.sending.send(message?.(an) ?? to(an))).toMatchObject(outcome);
    expect(an.inbox()).toHaveLength(arrived);
  });

  it('is certain that nothing was sent when nobody listens', async () => {
    const closed = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => closed.once('listening', resolve));
    const { port } = closed.address() as net.AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const zalo = await openZaloOa();
    const { channel } = openOaChannel(zalo, { apiRoot: `http://127.0.0.1:${port}` });
    expect(await channel.sending.send(to({ id: '1' }))).toMatchObject({ type: 'not-sent', reason: 'ECONNREFUSED' });
  });

  it('replaces an access token that was refused once, and sends', async () => {
    const { zalo, an, channel, tokens } = await openChat();
    zalo.oauth.expireAccess();
    expect(await channel.sending.send(to(an))).toMatchObject({ type: 'sent' });
    expect(tokens.replaced).toHaveLength(1);
  });

  it('never shows the access token in a reason', async () => {
    const { zalo, an, channel, tokens } = await openChat();
    const access = (await tokens.current()) ?? '';
    zalo.failNext(send, { kind: 'error', code: -9999, message: `bad token ${access}` });
    expect(JSON.stringify(await channel.sending.send(to(an)))).not.toContain(access);
  });

  it('is down while the account may not send, and up again with the first message that goes', async () => {
    const { zalo, an, channel } = await openChat();
    zalo.failNext(send, { kind: 'error', code: -221, message: 'The OA needs to be verified' });
    await channel.sending.send(to(an));
    expect(channel.state()).toMatchObject({ state: 'down', detail: expect.stringContaining('-221') });
    await channel.sending.send(to(an));
    expect(channel.state().state).not.toBe('down');
  });
});

describe('choices', () => {
  it.each(['absent', 'button'] as const)('are buttons where Zalo wants template_type %s', async (buttons) => {
    const { an, channel } = await openChat({ buttons });
    expect(await channel.sending.send(to(an, 'Đúng chưa?', yesNo))).toMatchObject({ type: 'sent' });
    expect(an.inbox().at(-1)).toMatchObject({
      kind: 'buttons',
      buttons: [{ title: 'Đúng, gửi', payload: '4:yes' }, {}],
    });
  });

  it('ask for the refused form only once', async () => {
    const { zalo, an, channel } = await openChat({ buttons: 'button' });
    await channel.sending.send(to(an, 'Một', yesNo));
    const before = zalo.calls.length;
    await channel.sending.send(to(an, 'Hai', yesNo));
    expect(zalo.calls.length - before).toBe(1);
  });

  it('are written out where Zalo takes no buttons', async () => {
    const { an, channel } = await openChat({ buttons: 'none' });
    expect(await channel.sending.send(to(an, 'Đúng chưa?', yesNo))).toMatchObject({ type: 'sent' });
    expect(an.inbox().at(-1)?.text).toBe('Đúng chưa?\n\nTrả lời: Đúng, gửi / Hủy');
  });

  it('come back as taps', async () => {
    const { zalo, an, channel } = await openChat();
    const received: unknown[] = [];
    channel.receiving.start(async (inbound) => {
      received.push(inbound);
    });
    await channel.sending.send(to(an, 'Đúng chưa?', yesNo));
    await an.tap('Hủy').status;
    await zalo.webhook.settled();
    expect(received.at(-1)).toMatchObject({ kind: 'tap', tap: '4:no', from: { address: an.id } });
  });
});

describe('groups', () => {
  it('are written to by their own call, with choices written out', async () => {
    const { zalo, channel } = await openChat();
    const group = zalo.createGroup('Tổ công nghệ số');
    const message = { ...to(group, 'Còn 3 đơn vị.', [{ tap: '/tonghop', label: 'Tổng hợp' }]), isGroup: true };
    expect(await channel.sending.send(message)).toMatchObject({ type: 'sent' });
    expect(group.inbox().at(-1)?.text).toBe('Còn 3 đơn vị.\n\nTrả lời: Tổng hợp');
    expect(await channel.names.read({ to: group.id, isGroup: true })).toBe('Tổ công nghệ số');
  });

  it.each(['disabled', 'removed'] as const)('that are %s are gone', async (why) => {
    const { zalo, channel } = await openChat();
    const group = zalo.createGroup('Tổ');
    group.close(why);
    expect(await channel.sending.send({ ...to(group), isGroup: true })).toMatchObject({
      type: 'refused',
      because: 'gone',
    });
  });
});

describe('the rest of what an account can send', () => {
  const pdf = { name: 'bao-cao.pdf', bytes: new Uint8Array([37, 80, 68, 70]) };
  const picture = { name: 'bieu-do.png', bytes: new Uint8Array([1]) };
  const carrying = (an: { id: string }, type: 'file' | 'picture', upload: Upload): Outbound => ({
    to: an.id,
    isGroup: false,
    type,
    upload,
    caption: 'Tổng hợp',
  });

  it('asks for name and phone by its form, and by words where Zalo takes no form', async () => {
    const { zalo, an, channel } = await openChat();
    const question = { ...to(an, 'Đề nghị đồng chí gửi mã mời.'), asksContact: true };
    expect(await channel.sending.send(question)).toMatchObject({ type: 'sent' });
    expect(an.inbox().at(-1)).toMatchObject({ kind: 'request_user_info', text: 'Đăng ký' });
    zalo.failNext(send, { kind: 'error', code: -233 });
    expect(await channel.sending.send(question)).toMatchObject({ type: 'sent' });
    expect(an.inbox().at(-1)).toMatchObject({ kind: 'text', text: 'Đề nghị đồng chí gửi mã mời.' });
  });

  it('uploads a file again when Zalo has forgotten it', async () => {
    const { zalo, an, channel } = await openChat();
    zalo.failNext(send, { kind: 'error', code: -100 });
    expect(await channel.sending.send(carrying(an, 'file', pdf))).toMatchObject({ type: 'sent' });
    expect(zalo.calls.filter((path) => path.endsWith('upload/file'))).toHaveLength(2);
  });

  it('sends a picture with its caption', async () => {
    const { an, channel } = await openChat();
    expect(await channel.sending.send(carrying(an, 'picture', picture))).toMatchObject({ type: 'sent' });
    expect(an.inbox().at(-1)).toMatchObject({ kind: 'image', text: 'Tổng hợp' });
  });

  it('refuses a kind of file that Zalo does not take, without asking', async () => {
    const { zalo, an, channel } = await openChat();
    const outcome = await channel.sending.send(carrying(an, 'file', { ...pdf, name: 'bang.xlsx' }));
    expect(outcome).toMatchObject({ type: 'refused', because: 'rejected' });
    expect(zalo.calls).toEqual([]);
  });

  it('reads how people are called', async () => {
    const { an, channel } = await openChat();
    expect(await channel.names.read({ to: an.id, isGroup: false })).toBe('Nguyễn Văn An');
    expect(await channel.names.read({ to: '1', isGroup: false })).toBeUndefined();
  });

  it('tells how many paid messages Zalo says are left', async () => {
    const zalo = await openZaloOa();
    const told: number[] = [];
    const { channel } = openOaChannel(zalo, { onAllowance: (remain) => told.push(remain) });
    channel.receiving.start(async () => {});
    await expect.poll(() => told).toEqual([zalo.purse.monthly - zalo.purse.monthlyUsed]);
  });
});
