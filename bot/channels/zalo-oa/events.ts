/**
 * Reads what the Official Account's webhook delivers. Pure. Only the fields that are used are looked at; a tap comes
 * back as the person's own text and is told from it by its form.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { GroupPlace, Sender } from '../../../core/channels/address.ts';
import type { InboundEvent } from '../../../core/channels/channel.ts';
import { saidBehindName } from '../../../core/figures/asked/in-group.ts';
import { isForService } from '../../../core/language/group-talk.ts';
import { idSchema } from '../zalo/json.ts';

export type OaEvent =
  | { type: 'inbound'; externalId: string; writtenAt?: number | undefined; event: InboundEvent }
  /** Known, and nothing to do with us: receipts, echoes of our own messages, other people's talk in a group. */
  | { type: 'ignored' }
  | { type: 'unknown'; name: string };

const place = z.object({ id: idSchema.optional(), group_id: idSchema.optional() }).optional().catch(undefined);
const eventSchema = z.object({
  event_name: z.string(),
  timestamp: z.coerce.number().optional().catch(undefined),
  oa_id: idSchema.optional().catch(undefined),
  group_id: idSchema.optional().catch(undefined),
  sender: z.object({ id: idSchema }).optional().catch(undefined),
  follower: z.object({ id: idSchema }).optional().catch(undefined),
  recipient: place,
  message: z
    .object({
      msg_id: idSchema.optional().catch(undefined),
      text: z.string().optional().catch(undefined),
      conversation_id: idSchema.optional().catch(undefined),
      attachments: z
        .array(z.object({ payload: z.object({ url: z.string(), name: z.string().optional().catch(undefined) }) }))
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
  info: z
    .object({
      name: z.string().catch(''),
      phone: z.union([z.string(), z.number()]).transform(String).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

type Event = z.infer<typeof eventSchema>;

const media = /^user_send_(image|link|audio|video|sticker|location|file|gif|business_card)$/;
const known = new RegExp(
  `^(${[
    'oa_(send|reacted)_.*',
    'user_send_group_.*',
    'user_(received|seen|reacted)_message',
    'user_(click_chatnow|feedback|join_group|leave_group|request_join_group)',
    'react_request_join_group_.*',
    '(create|update)_group.*',
    '(add|remove)_group_admin',
    'add_user_to_tag',
    'change_.*',
  ].join('|')})$`,
);

/**
 * A tap: the turn and the choice, as the core joins them. Commands that a button carries need no such sign: typed, they
 * mean the same.
 */
const tapShape = /^\d{1,9}:[a-z][\w:.-]*$/i;

/** The event's name; undefined for a body without one, as a console's test call has it. */
export function nameOfEvent(body: unknown): string | undefined {
  const read = z.object({ event_name: z.string().min(1) }).safeParse(body);
  return read.success ? read.data.event_name : undefined;
}

/** What a delivery tells. `oaId`, where known, sorts out events of another account under the same app. */
export function parseOaEvent(body: unknown, rawBody: Buffer, oaId?: string): OaEvent {
  const read = eventSchema.safeParse(body);
  if (!read.success) return { type: 'unknown', name: nameOfEvent(body) ?? '' };
  const event = read.data;
  if (isForeign(event, oaId)) return { type: 'ignored' };
  const inbound = inboundOf(event);
  if (inbound) {
    const externalId = event.message?.msg_id ?? createHash('sha256').update(rawBody).digest('hex');
    const isDated = inbound.kind === 'text' && event.timestamp !== undefined;
    return { type: 'inbound', externalId, ...(isDated && { writtenAt: event.timestamp }), event: inbound };
  }
  const isKnown = known.test(event.event_name) || isOurs(event.event_name);
  return isKnown ? { type: 'ignored' } : { type: 'unknown', name: event.event_name.slice(0, 80) };
}

/** Events we read, whose body lacked what we need of it. */
const isOurs = (name: string): boolean =>
  media.test(name) || ['user_send_text', 'follow', 'unfollow', 'user_submit_info', 'delete_group'].includes(name);

function isForeign({ event_name: name, oa_id: named, recipient }: Event, oaId: string | undefined): boolean {
  if (oaId === undefined) return false;
  if (named !== undefined && named !== oaId) return true;
  const isPrivate = name === 'user_send_text' || media.test(name) || name === 'user_submit_info';
  return isPrivate && recipient?.id !== undefined && recipient.id !== oaId;
}

function inboundOf(event: Event): InboundEvent | undefined {
  const { event_name: name, sender, follower, message, info } = event;
  if (name === 'follow' && follower) return { kind: 'unblocked', from: senderOf(follower.id) };
  if (name === 'unfollow' && follower) return { kind: 'blocked', from: senderOf(follower.id) };
  if (name === 'delete_group') {
    const group = groupOf(event);
    return group && { kind: 'group-left', group };
  }
  if (!sender) return undefined;
  const from = senderOf(sender.id);
  if (name === 'user_submit_info') return info && { kind: 'contact', from, name: info.name, phone: info.phone ?? '' };
  const payload = /^user_send_(image|file)$/.test(name) ? message?.attachments?.[0]?.payload : undefined;
  if (payload) {
    const file = { reference: payload.url, name: payload.name ?? null };
    return { kind: 'file', from, file, text: message?.text ?? '' };
  }
  if (media.test(name)) return { kind: 'unreadable', from, what: 'media' };
  const text = message?.text;
  if (text === undefined) return undefined;
  if (name === 'user_send_group_text') return groupCommand(event, from, text);
  if (name !== 'user_send_text') return undefined;
  return readUserText(from, text);
}

/** What a person sent in private: words, or a tap in the form of words. */
export function readUserText(from: Sender, text: string): InboundEvent {
  const tap = text.trim();
  return tapShape.test(tap) ? { kind: 'tap', from, tap } : { kind: 'text', from, text };
}

/** In a group only commands and figures are ours, and questions behind a mention of the account. */
function groupCommand(event: Event, from: Sender, text: string): InboundEvent | undefined {
  const group = groupOf(event);
  const command = text.trim().startsWith('@') ? behindName(text) : text.trim();
  return group && command !== undefined && isForService(command)
    ? { kind: 'text', from, text: command, group }
    : undefined;
}

/** What stands behind the name of the account: a command, or a question. */
const behindName = (text: string): string | undefined =>
  text.includes('/') ? text.slice(text.indexOf('/')) : saidBehindName(text);

/** Where the group's id stands is documented nowhere: every place that has been seen is looked at. */
function groupOf({ recipient, message, group_id: top, oa_id: oaId }: Event): GroupPlace | undefined {
  const named = recipient?.group_id ?? message?.conversation_id ?? top ?? recipient?.id;
  return named === undefined || named === oaId ? undefined : { address: named, title: '' };
}

/** No event names the person; the profile does. */
export const senderOf = (id: string): Sender => ({ address: id, name: '' });
