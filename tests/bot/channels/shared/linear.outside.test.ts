/**
 * What strangers can send costs in proportion to its bytes. Every reader of network bytes stands in the table below and
 * reads the worst texts at 8, 64 and 512 KB. Only growth is compared: eight times the bytes cost some eight times as
 * much, and 64 times as much where a reader is quadratic.
 */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createLifecycle } from '../../../../bot/channels/shared/lifecycle.ts';
import { createTelegramChannel } from '../../../../bot/channels/telegram/channel.ts';
import { readJson } from '../../../../bot/channels/zalo/json.ts';
import { createZaloBotChannel } from '../../../../bot/channels/zalo-bot/channel.ts';
import { createOaWebhook } from '../../../../bot/channels/zalo-oa/webhook.ts';
import { readLink } from '../../../../bot/links/sign.ts';
import { readCursor } from '../../../../bot/web/chat/cursor.ts';
import { readMessage } from '../../../../bot/web/chat/message-body.ts';
import { personName } from '../../../../bot/web/chat/person-name.ts';
import type { Webhook } from '../../../../core/channels/webhook.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };
const secret = 'secret-of-the-hook';
const url = 'https://chidao.example/webhook';
const oaKeys = { appId: '1', oaSecretKey: 'key' };

const started = (channel: {
  receiving: { start(receive: () => Promise<void>): void; webhook?: Webhook };
}): Webhook | undefined => channel.receiving.webhook;

const telegram = started(
  createTelegramChannel({
    token: '1:a',
    mode: { type: 'webhook', url, secret },
    commands: [],
    log,
    machineNow: () => 0,
  }),
);
const zaloBot = started(
  createZaloBotChannel({
    token: 'token-of-a-bot',
    apiRoot: 'http://127.0.0.1:9',
    mode: { type: 'webhook', url, secret },
    log,
    machineNow: () => 0,
  }),
);
const life = createLifecycle('zalo-oa', { log });
life.start(async () => {});
const zaloOa = createOaWebhook(life, () => oaKeys);

/** Signed as Zalo does it, with the time of the header. */
const signed = (body: Buffer) => ({
  'x-zevent-timestamp': '1690000000000',
  'x-zevent-signature': `mac=${createHash('sha256').update('1').update(body).update('1690000000000').update('key').digest('hex')}`,
});
const unsigned = { 'x-zevent-timestamp': '1690000000000', 'x-zevent-signature': `mac=${'0'.repeat(64)}` };

type Reader = (body: Buffer, text: string) => unknown;

const readers: Record<string, Reader> = {
  'the JSON of Zalo': (_, text) => readJson(text),
  'the webhook of the Official Account, unsigned': (body) => zaloOa(unsigned, body),
  'the webhook of the Official Account, signed': (body) => zaloOa(signed(body), body),
  'the webhook of the Bot Platform, without the secret': (body) => zaloBot?.({}, body),
  'the webhook of the Bot Platform': (body) => zaloBot?.({ 'x-bot-api-secret-token': secret }, body),
  'the webhook of Telegram, without the secret': (body) => telegram?.({}, body),
  'the webhook of Telegram': (body) => telegram?.({ 'x-telegram-bot-api-secret-token': secret }, body),
  'the token of a link': (_, text) => readLink(Buffer.alloc(32, 7), text, new Date(0)),
  'a message of the web chat': (_, text) => readMessage({ id: text, text, tap: text }),
  'a name of the web chat': (_, text) => personName(text),
  'a cursor of the web chat': (_, text) => readCursor(text),
};

const again = (piece: string) => (length: number) => piece.repeat(Math.ceil(length / piece.length));

const texts: Record<string, (length: number) => string> = {
  'escaped quotes in a string without an end': (n) => `{"a":"${again('\\"')(n)}`,
  'escaped quotes': again('\\"'),
  quotes: again('"'),
  backslashes: again('\\'),
  'open lists': again('['),
  'open objects': again('{"a":'),
  'one long number': again('9'),
  'long numbers': (n) => `[${again('12345678901234567,')(n)}1]`,
  signs: again('-'),
  spaces: again(' '),
  'spaces before a word': (n) => `${again(' ')(n)}x`,
  slashes: again('/'),
  points: again('.'),
  commas: again('1,'),
  mentions: again('@a '),
  percents: again('%20'),
  times: again('"timestamp" : 1690000000000,'),
  'times that are none': again('"timestamp"                                                '),
  letters: again('a'),
  'letters of Vietnamese': again('ằ'),
  'controls and marks': again('\u0007\u200b '),
  'an event with a long text': (n) =>
    `{"event_name":"user_send_text","sender":{"id":"1"},"message":{"msg_id":"1","text":"${again('/a@b ')(n)}"}}`,
  'an event with many files': (n) =>
    `{"event_name":"user_send_file","sender":{"id":"1"},"message":{"attachments":[${again('{"payload":{"url":"x"}},')(n)}{}]}}`,
  'an update with a long text': (n) =>
    `{"update_id":1,"message":{"message_id":1,"chat":{"id":1,"type":"group"},"from":{"id":1,"is_bot":false,"first_name":"a"},"text":"@a ${again(' ')(n)}x"}}`,
  'an update with many pictures': (n) =>
    `{"update_id":1,"message":{"message_id":1,"chat":{"id":1,"type":"private"},"from":{"id":1,"is_bot":false,"first_name":"a"},"photo":[${again('{"file_id":"a","width":1},')(n)}{"file_id":"a","width":2}]}}`,
};

/** The least CPU time of some readings, in microseconds: what else the process does only adds to it. */
async function costOf(read: Reader, text: string): Promise<number> {
  const body = Buffer.from(text);
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 4; time += 1) {
    const before = process.cpuUsage();
    await read(body, text);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least;
}

const sizes = [8, 64, 512].map((kilobytes) => kilobytes * 1024);
/** Eight times the bytes at three times the cost of each: far below the 64 times of a quadratic reader. */
const mostGrowth = 24;
/** Below this a reading is lost in what the process does besides, in microseconds. */
const noise = 1500;

test.each(Object.entries(readers))('%s is read in time that grows with its bytes', async (_, read) => {
  for (const [name, textOf] of Object.entries(texts)) {
    let before: number | undefined;
    for (const size of sizes) {
      const cost = await costOf(read, textOf(size));
      if (before !== undefined)
        expect(cost / Math.max(before, noise), `${name}, ${size} bytes`).toBeLessThan(mostGrowth);
      before = cost;
    }
  }
});
