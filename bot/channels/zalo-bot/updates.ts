/**
 * Reads what the Bot Platform delivers, by poll or by webhook. Pure. There are no buttons: every answer is typed. Only
 * the fields that are used are looked at.
 */
import { z } from 'zod';
import type { Sender } from '../../../core/channels/address.ts';
import type { Inbound } from '../../../core/channels/channel.ts';
import { saidBehindName } from '../../../core/figures/asked/in-group.ts';
import { idSchema } from '../zalo/json.ts';

const updateSchema = z.object({
  event_name: z.string(),
  message: z.object({
    message_id: idSchema,
    date: z.number().optional().catch(undefined),
    text: z.string().optional().catch(undefined),
    photo: z.string().optional().catch(undefined),
    photo_url: z.string().optional().catch(undefined),
    caption: z.string().optional().catch(undefined),
    from: z.object({
      id: idSchema,
      display_name: z.string().optional().catch(undefined),
      name: z.string().optional().catch(undefined),
      is_bot: z.boolean().catch(false),
    }),
    chat: z.object({ id: idSchema, chat_type: z.string().catch('PRIVATE'), title: z.string().catch('') }),
  }),
});
const nameSchema = z.object({ event_name: z.string().min(1) });
const wrappedSchema = z.object({ ok: z.literal(true), result: z.unknown() });

/** `ignored`: known, and nothing to do with us. `unknown`: an event of a name or form not known here. */
export type BotUpdate = { type: 'inbound'; inbound: Inbound } | { type: 'ignored' } | { type: 'unknown'; name: string };

/** A webhook's body may be the update itself or the update in an envelope. */
export function unwrapUpdate(body: unknown): unknown {
  const wrapped = wrappedSchema.safeParse(body);
  return wrapped.success ? wrapped.data.result : body;
}

/** The event's name; undefined for a body without one, as a test call has it. */
export function eventNameOf(update: unknown): string | undefined {
  const read = nameSchema.safeParse(update);
  return read.success ? read.data.event_name : undefined;
}

/** What happened. Two deliveries of one message have the same `externalId`. */
export function parseBotUpdate(update: unknown): BotUpdate {
  const name = (eventNameOf(update) ?? '').slice(0, 80);
  const read = updateSchema.safeParse(update);
  const kind = /^message\.(\w+)\.received$/.exec(name)?.[1];
  if (!read.success || kind === undefined) return { type: 'unknown', name };
  const { message } = read.data;
  const { chat, text } = message;
  if (message.from.is_bot) return { type: 'ignored' };
  const from: Sender = { address: message.from.id, name: message.from.display_name ?? message.from.name ?? '' };
  const head = { channel: 'zalo-bot' as const, externalId: `${chat.id}:${message.message_id}`, from };
  if (chat.chat_type.toUpperCase() === 'GROUP') {
    // A bot hears of a group only what names it or replies to it; what stands before the command or the question is its name.
    const command = text?.includes('/') ? text.slice(text.indexOf('/')).trim() : (saidBehindName(text ?? '') ?? '');
    if (!/^\/\p{L}/u.test(command)) return { type: 'ignored' };
    return {
      type: 'inbound',
      inbound: { ...head, kind: 'text', text: command, group: { address: chat.id, title: chat.title } },
    };
  }
  if (kind === 'text' && text !== undefined) {
    const writtenAt = message.date === undefined ? {} : { writtenAt: message.date };
    return { type: 'inbound', inbound: { ...head, ...writtenAt, kind: 'text', text } };
  }
  const reference = message.photo ?? message.photo_url;
  if (kind === 'image' && reference !== undefined)
    return {
      type: 'inbound',
      inbound: { ...head, kind: 'file', file: { reference, name: null }, text: message.caption ?? '' },
    };
  return { type: 'inbound', inbound: { ...head, kind: 'unreadable', what: 'media' } };
}
