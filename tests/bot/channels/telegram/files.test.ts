/** Papers through Telegram: what arrives, byte for byte, and how a failed upload ends. */
import { describe, expect, it } from 'vitest';
import type { Outbound, SendOutcome, Upload } from '../../../../core/channels/channel.ts';
import type { FakeTelegram, FakeUser, Fault } from '../../../harness/platforms/telegram.ts';
import { png } from '../../../harness/png.ts';
import { openChannel, openTelegram } from './opened.ts';

const report = { name: 'bao-cao-vb1-2021-09-09.docx', bytes: new Uint8Array([80, 75, 3, 4, 0, 255, 13, 10]) };
const chart = { name: 'bieu-do-vb1-2021-09-09.png', bytes: png(1200, 1600) };

const carrying = (lan: { id: number }, type: 'file' | 'picture', upload: Upload = report): Outbound => ({
  to: String(lan.id),
  isGroup: false,
  type,
  upload,
  caption: 'Báo cáo (Word)',
});

async function openChat() {
  const telegram = await openTelegram();
  const lan = telegram.createUser({ name: 'Phạm Thị Lan' });
  lan.start();
  return { telegram, lan, ...openChannel(telegram) };
}

describe('a paper', () => {
  it('arrives as a document with its name, its bytes and its label', async () => {
    const { lan, channel } = await openChat();
    expect(await channel.sending.send(carrying(lan, 'file'))).toEqual({
      type: 'sent',
      externalId: String(lan.lastMessage()?.id),
    });
    const { text, file } = lan.lastMessage() ?? {};
    expect(text).toBe('Báo cáo (Word)');
    expect(file).toMatchObject({ type: 'document', name: report.name });
    expect(file?.bytes.equals(report.bytes)).toBe(true);
  });

  it('arrives as a photo where it is a picture', async () => {
    const { lan, channel } = await openChat();
    expect(await channel.sending.send(carrying(lan, 'picture', chart))).toMatchObject({ type: 'sent' });
    const { file } = lan.lastMessage() ?? {};
    expect(file).toMatchObject({ type: 'photo', size: { width: 1200, height: 1600 } });
    expect(file?.bytes.equals(chart.bytes)).toBe(true);
  });

  type Row = {
    when: string;
    arrange?: (telegram: FakeTelegram, lan: FakeUser) => void;
    message?: (lan: FakeUser) => Outbound;
    outcome: Partial<SendOutcome>;
    arrived: number;
  };
  const fails =
    (fault: Fault) =>
    (telegram: FakeTelegram): void =>
      telegram.failNext('sendDocument', fault);
  const contract: Row[] = [
    {
      when: 'Telegram asks to slow down',
      arrange: fails({ kind: 'flood', retryAfter: 7 }),
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
      when: 'the file is empty',
      message: (lan) => carrying(lan, 'file', { ...report, bytes: new Uint8Array() }),
      outcome: { type: 'refused', because: 'rejected' },
      arrived: 0,
    },
    {
      when: 'the picture is too long for a photo',
      message: (lan) => carrying(lan, 'picture', { ...chart, bytes: png(1200, 9000) }),
      outcome: { type: 'refused', because: 'rejected' },
      arrived: 0,
    },
    {
      when: 'the connection breaks before it was taken',
      arrange: fails({ kind: 'reset-before' }),
      outcome: { type: 'uncertain' },
      arrived: 0,
    },
    {
      when: 'the connection breaks after it was taken',
      arrange: fails({ kind: 'reset-after' }),
      outcome: { type: 'uncertain' },
      arrived: 1,
    },
    {
      when: 'the answer cannot be read',
      arrange: fails({ kind: 'garbage-after' }),
      outcome: { type: 'uncertain' },
      arrived: 1,
    },
  ];

  it.each(contract)('says how it ended when $when', async ({ arrange, message, outcome, arrived }) => {
    const { telegram, lan, channel } = await openChat();
    arrange?.(telegram, lan);
    expect(await channel.sending.send(message?.(lan) ?? carrying(lan, 'file'))).toMatchObject(outcome);
    expect(lan.inbox()).toHaveLength(arrived);
  });

  it('surely did not go where nobody listens', async () => {
    const { telegram, lan } = await openChat();
    await telegram.stop();
    const { channel } = openChannel(telegram);
    expect(await channel.sending.send(carrying(lan, 'file'))).toMatchObject({ type: 'not-sent' });
  });

  it('waits with everything else until the time is over that a 429 without a chat asked for', async () => {
    const { telegram, lan, channel } = await openChat();
    telegram.failNext('getMe', { kind: 'flood', retryAfter: 7 });
    await channel.sending.probe();
    expect(await channel.sending.send(carrying(lan, 'picture', chart))).toMatchObject({
      type: 'not-sent',
      rateLimit: 'channel',
    });
    expect(telegram.calls.filter(({ method }) => method === 'sendPhoto')).toEqual([]);
  });
});
