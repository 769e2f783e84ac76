/** The product without platforms: what they would deliver is handed to it, and what it would say is read in its database. */
import { sql } from 'drizzle-orm';
import { issueDirective } from '../../../bot/acts/issue.ts';
import { parseUpdate } from '../../../bot/channels/telegram/updates.ts';
import { parseBotUpdate } from '../../../bot/channels/zalo-bot/updates.ts';
import { parseOaEvent } from '../../../bot/channels/zalo-oa/events.ts';
import type { Clock } from '../../../bot/clock.ts';
import { readConfig } from '../../../bot/config/environment.ts';
import { createLog } from '../../../bot/process/log.ts';
import { assemble, type Product } from '../../../bot/service/assemble.ts';
import type { ChannelName } from '../../../core/channels/address.ts';
import type { Inbound } from '../../../core/channels/channel.ts';
import { beginning } from '../kit/district.ts';
import type { Ground, Plot } from '../kit/ground.ts';
import { rowsOf } from '../kit/ledger.ts';

/** Where something is said: in private, as a button there, in the group of the office, or in any other. */
export type Room = 'private' | 'button' | 'group' | 'strange group';

export type Office = Product & {
  plot: Plot;
  /** Everything that was logged. */
  logged(): string;
  /** Hands a message over as its platform does, and resolves when it was handled. */
  say(channel: ChannelName, address: string, text: string, room?: Room): Promise<void>;
  /** The ids of the last request; what is said later has greater ones. */
  lastRequest(): Promise<number>;
  /** What was to be said since then. */
  said(since: number): Promise<{ address: string; text: string }[]>;
  query(statement: ReturnType<typeof sql>): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
};

/** The key of everything that is signed in these plays. */
export const attackKey = Buffer.alloc(32, 9);

export async function openOffice(ground: Ground, communes: number): Promise<Office> {
  const plot = await ground.postgres(communes);
  let lines = '';
  const write = (line: string): void => {
    lines += line;
  };
  const clock: Clock = { civil: () => new Date(beginning), machine: () => new Date() };
  const metrics = {
    countInbound: () => {},
    countOutbound: () => {},
    countRefused: () => {},
    observeHandling: () => {},
  };
  const config = readConfig({ LOG_LEVEL: 'trace' });
  if (!config.ok) throw new Error(config.error);
  const product = assemble(
    { publicUrl: 'https://chidao.example.vn', budgets: {}, freeReplies: 8 },
    { db: plot.db, clock, key: attackKey, log: createLog(config.value, { write }), metrics, channels: [] },
  );
  await product.auditor.begin(plot.db);
  const issued = await product.transact((work) => issueDirective(work, { via: 'command', by: null }, 1));
  if (!issued.ok) throw new Error(issued.error);
  const query: Office['query'] = async (statement) => rowsOf(await plot.db.execute(statement));
  return {
    ...product,
    plot,
    query,
    logged: () => lines,
    say: async (channel, address, text, room = 'private') => {
      for (const inbound of delivered(channel, address, text, room)) await product.receiver.receive(inbound);
      await product.receiver.handleWaiting();
    },
    lastRequest: async () => Number((await query(sql`select coalesce(max(id), 0) as id from outbox`))[0]?.id),
    said: async (since) => {
      const rows = await query(sql`select address, text from outbox where id > ${since} order by id`);
      return rows.map(({ address, text }) => ({ address: String(address), text: String(text) }));
    },
    close: async () => {
      await product.receiver.stop();
      await plot.drop();
    },
  };
}

let number = 1000;

/** The group of each channel that is bound to the office, and one that is bound to none. */
export const groupOn = (channel: ChannelName, room: Room): string =>
  channel === 'telegram' ? (room === 'group' ? '-4000000001' : '-4999999999') : `${channel}-${room.replace(' ', '-')}`;

/** What a message comes to, read by the channel's own reader. */
export function delivered(channel: ChannelName, address: string, text: string, room: Room): Inbound[] {
  number += 1;
  if (channel === 'telegram') return telegramUpdate(address, text, room);
  if (channel === 'zalo-oa') return oaEvent(address, text, room);
  return botUpdate(address, text, room);
}

const telegramUpdate = (address: string, text: string, room: Room): Inbound[] => {
  const from = { id: Number(address), is_bot: false, first_name: 'Người' };
  const chat =
    room === 'private' || room === 'button'
      ? { id: Number(address), type: 'private' }
      : { id: Number(groupOn('telegram', room)), type: 'group', title: 'Nhóm' };
  if (room === 'button')
    return parseUpdate({ update_id: number, callback_query: { id: `${number}`, from, message: { chat }, data: text } });
  return parseUpdate({ update_id: number, message: { message_id: number, date: 1, chat, from, text } });
};

const oaEvent = (address: string, text: string, room: Room): Inbound[] => {
  const isPrivate = room === 'private' || room === 'button';
  const body = {
    event_name: isPrivate ? 'user_send_text' : 'user_send_group_text',
    timestamp: '1',
    sender: { id: address },
    recipient: { id: isPrivate ? '1' : groupOn('zalo-oa', room) },
    message: { msg_id: `m${number}`, text },
  };
  const read = parseOaEvent(body, Buffer.from(JSON.stringify(body)));
  return read.type === 'inbound' ? [{ channel: 'zalo-oa', externalId: read.externalId, ...read.event }] : [];
};

const botUpdate = (address: string, text: string, room: Room): Inbound[] => {
  const chat =
    room === 'private' || room === 'button'
      ? { id: address, chat_type: 'PRIVATE' }
      : { id: groupOn('zalo-bot', room), chat_type: 'GROUP' };
  const read = parseBotUpdate({
    event_name: 'message.text.received',
    message: { message_id: `m${number}`, from: { id: address, display_name: 'Người' }, chat, text },
  });
  return read.type === 'inbound' ? [read.inbound] : [];
};
