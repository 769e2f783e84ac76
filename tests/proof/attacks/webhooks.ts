/** Deliveries that no platform made. */
import { gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { macOf } from '../../harness/platforms/zalo-oa/webhook.ts';
import { rowsOf } from '../kit/ledger.ts';
import type { Attack, Finding } from './attack.ts';
import { openServed, type Served, type Shot, shoot } from './served.ts';

type Case = { name: string; path: string; shot: Shot };

let number = 500;

const telegramBody = (): string => {
  number += 1;
  const chat = { id: 5_000_000_003, type: 'private' };
  const from = { id: 5_000_000_003, is_bot: false, first_name: 'An' };
  return JSON.stringify({ update_id: number, message: { message_id: number, date: 1, chat, from, text: '/nhiemvu' } });
};

const oaBody = ({ oa }: Served): Buffer => {
  number += 1;
  return Buffer.from(
    JSON.stringify({
      app_id: oa.keys.appId,
      event_name: 'user_send_text',
      timestamp: '1690000000000',
      sender: { id: '4572947693969771000' },
      recipient: { id: oa.keys.oaId },
      message: { msg_id: `m${number}`, text: 'xin chào' },
    }),
  );
};

const botBody = (): string => {
  number += 1;
  const message = {
    message_id: `b${number}`,
    from: { id: 'p1', display_name: 'An' },
    chat: { id: 'p1' },
    text: 'chào',
  };
  return JSON.stringify({ event_name: 'message.text.received', message });
};

/** One secret in a header, spelt in every way that is not it. */
function wrongSecrets(path: string, header: string, right: string, body: () => string): Case[] {
  const spellings: [string, string | string[] | undefined][] = [
    ['missing', undefined],
    ['empty', ''],
    ['short', right.slice(0, -1)],
    ['long', `${right}x`],
    ['in capitals', right.toUpperCase()],
    ['another', right.replace(/^./, 'x')],
    ['twice', [right, right]],
    ['right, then wrong', [right, 'wrong']],
    ['wrong, then right', ['wrong', right]],
    ['quoted', `"${right}"`],
    ['as a bearer', `Bearer ${right}`],
  ];
  return [
    ...spellings.map(([name, value]) => ({
      name: `${path}: secret ${name}`,
      path,
      shot: {
        headers: { 'content-type': 'application/json', ...(value !== undefined && { [header]: value }) },
        body: body(),
      },
    })),
    {
      name: `${path}: secret in the query`,
      path: `${path}?secret=${right}&${header}=${right}`,
      shot: { body: body() },
    },
    {
      name: `${path}: secret in another header`,
      path,
      shot: { headers: { authorization: right, 'x-secret': right }, body: body() },
    },
  ];
}

function wrongSignatures(served: Served): Case[] {
  const { keys } = served.oa;
  const path = '/webhooks/zalo-oa';
  const at = '1690000000000';
  const forge = (name: string, sign: (body: Buffer) => string | undefined): Case => {
    const body = oaBody(served);
    const mac = sign(body);
    return {
      name: `${path}: ${name}`,
      path,
      shot: { headers: mac === undefined ? {} : { 'x-zevent-signature': mac }, body },
    };
  };
  const right = (body: Buffer): string => macOf(keys, body, at);
  return [
    forge('no signature', () => undefined),
    forge('empty signature', () => 'mac='),
    forge('a changed letter', (body) => right(body).replace(/.$/, (last) => (last === '0' ? '1' : '0'))),
    forge('cut short', (body) => right(body).slice(0, -2)),
    forge('of another body', () => right(oaBody(served))),
    forge('with the key of the app', (body) => macOf({ ...keys, oaSecretKey: keys.appSecret }, body, at)),
    forge('of another app', (body) => macOf({ ...keys, appId: '1' }, body, at)),
    forge('without a time', (body) => macOf(keys, body, '')),
    forge('of another time', (body) => macOf(keys, body, '1690000000001')),
    forge('twice', (body) => `${right(body)}, ${right(body)}x`),
  ];
}

async function kept({ plot }: Served): Promise<number> {
  return Number(rowsOf(await plot.db.execute(sql`select count(*) as n from inbox`))[0]?.n);
}

/** What is right is taken once, however often it comes. */
async function replay(served: Served): Promise<string[]> {
  const body = oaBody(served);
  const oa = { headers: { 'x-zevent-signature': macOf(served.oa.keys, body, '1690000000000') }, body };
  const telegram = { headers: { 'x-telegram-bot-api-secret-token': served.secrets.telegram }, body: telegramBody() };
  const bot = { headers: { 'x-bot-api-secret-token': served.secrets.zaloBot }, body: botBody() };
  const open: string[] = [];
  for (const [path, shot] of [
    ['/webhooks/zalo-oa', oa],
    ['/webhooks/telegram', telegram],
    ['/webhooks/zalo-bot', bot],
  ] as const) {
    const before = await kept(served);
    const statuses = [];
    for (let time = 0; time < 4; time += 1) statuses.push(await shoot(served.port, path, shot));
    if (statuses.some((status) => status !== 200)) open.push(`${path}: what is right was answered ${statuses}`);
    if ((await kept(served)) !== before + 1)
      open.push(`${path}: a replay was taken ${(await kept(served)) - before} times`);
  }
  return open;
}

async function tryAll(served: Served): Promise<Finding> {
  const { secrets, port } = served;
  const zipped = { 'content-encoding': 'gzip', 'content-type': 'application/json' };
  const cases: Case[] = [
    ...wrongSecrets('/webhooks/telegram', 'x-telegram-bot-api-secret-token', secrets.telegram, telegramBody),
    ...wrongSecrets('/webhooks/zalo-bot', 'x-bot-api-secret-token', secrets.zaloBot, botBody),
    ...wrongSignatures(served),
    ...['/webhooks/telegram', '/webhooks/zalo-bot', '/webhooks/zalo-oa'].flatMap((path) => [
      { name: `${path}: packed without a secret`, path, shot: { headers: zipped, body: gzipSync(telegramBody()) } },
      { name: `${path}: GET`, path, shot: { method: 'GET' } },
      { name: `${path}: PUT`, path, shot: { method: 'PUT', body: telegramBody() } },
      { name: `${path}: with a stroke behind`, path: `${path}/`, shot: { body: telegramBody() } },
      { name: `${path}: twice the stroke`, path: `/${path}`, shot: { body: telegramBody() } },
    ]),
    { name: '/webhooks/web', path: '/webhooks/web', shot: { body: telegramBody() } },
  ];
  const open: string[] = [];
  for (const { name, path, shot } of cases) {
    const before = await kept(served);
    const status = await shoot(port, path, shot);
    if (status < 400) open.push(`${name}: answered ${status}`);
    if ((await kept(served)) !== before) open.push(`${name}: was taken`);
  }
  open.push(...(await replay(served)));
  return { cases: cases.length + 12, allowed: 3, open };
}

export const webhookAttack: Attack = {
  name: 'webhooks',
  what: 'secrets missing, short, twice, elsewhere; signatures changed; replays; packed bodies; other methods',
  isInCut: true,
  run: async (ground) => {
    const served = await openServed(ground, 2);
    return tryAll(served).finally(served.close);
  },
};
