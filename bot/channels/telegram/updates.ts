/**
 * Reads what Telegram delivers. Pure: one update in, what happened out. Only the fields that are used are looked at, so
 * that whatever Telegram adds later does not disturb; an update that is not understood is nothing.
 * Field names and meanings: https://core.telegram.org/bots/api#update
 */
import { z } from 'zod';
import type { GroupPlace, Sender } from '../../../core/channels/address.ts';
import type { Inbound, InboundEvent } from '../../../core/channels/channel.ts';
import { saidToService } from '../../../core/figures/asked/in-group.ts';
import { isForService } from '../../../core/language/group-talk.ts';
import {
  type InTopic,
  type TelegramChat,
  type TelegramMembership,
  type TelegramMessage,
  type TelegramUpdate,
  type TelegramUser,
  updateSchema,
} from './update-schema.ts';

/** The kinds of update that are asked for. */
export const allowedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

const mediaFields = [
  'animation',
  'audio',
  'contact',
  'dice',
  'document',
  'game',
  'location',
  'paid_media',
  'photo',
  'poll',
  'sticker',
  'story',
  'venue',
  'video',
  'video_note',
  'voice',
];

/** The update's number; undefined when this is no update at all. */
export function updateIdOf(update: unknown): number | undefined {
  const read = z.object({ update_id: z.int() }).safeParse(update);
  return read.success ? read.data.update_id : undefined;
}

/** The id with which a tapped button must be answered; undefined when the update is no tap. */
export function tapToAnswer(update: unknown): string | undefined {
  const read = z.object({ callback_query: z.object({ id: z.string() }) }).safeParse(update);
  return read.success ? read.data.callback_query.id : undefined;
}

/**
 * What happened, as at most one event; an empty list for everything that does not concern the service.
 * `botName` is the bot's username without "@"; while it is not known, a command that names a bot is taken as ours.
 */
export function parseUpdate(update: unknown, botName?: string): Inbound[] {
  const read = updateSchema.safeParse(update);
  if (!read.success) return [];
  const event = eventOf(read.data, botName);
  if (!event) return [];
  const contentKey = contentKeyOf(read.data);
  const writtenAt = event.kind === 'text' ? read.data.message?.date : undefined;
  return [
    {
      channel: 'telegram',
      externalId: String(read.data.update_id),
      ...(contentKey && { contentKey }),
      // Of Unix time in whole seconds.
      ...(writtenAt !== undefined && { writtenAt: writtenAt * 1000 }),
      ...event,
    },
  ];
}

/** What stays the same when Telegram delivers one message or one tap under two numbers of updates. */
function contentKeyOf({ message, callback_query: tap }: TelegramUpdate): string | undefined {
  if (message) return messageKeyOf(message);
  return tap && `t:${tap.id}`;
}

const messageKeyOf = ({ chat, message_id: id }: TelegramMessage): string => `m:${chat.id}:${id}`;

function eventOf(update: TelegramUpdate, botName: string | undefined): InboundEvent | undefined {
  if (update.message) return readMessage(update.message, botName);
  if (update.edited_message) return readEdit(update.edited_message, botName);
  if (update.callback_query) return readTap(update.callback_query);
  if (update.my_chat_member) return readMembership(update.my_chat_member);
  return undefined;
}

function readMessage(message: TelegramMessage, botName: string | undefined): InboundEvent | undefined {
  const { chat, from, text } = message;
  const group = groupOf(chat, message);
  if (group && message.migrate_to_chat_id) return { kind: 'group-moved', group, to: message.migrate_to_chat_id };
  if (group && isByAnonymousAdministrator(message)) return readAnonymous(message, group, botName);
  if (!isByPerson(message) || !from) return undefined;
  if (chat.type === 'private') {
    if (text === undefined)
      return (
        contactOf(message, from) ??
        fileOf(message, from) ??
        (hasMedia(message) ? unreadMedia(message, from) : undefined)
      );
    const own = commandForUs(text, botName);
    return own === undefined ? undefined : { kind: 'text', from: senderOf(from), text: own };
  }
  if (!group || text === undefined || message.forward_origin !== undefined || message.forward_date !== undefined)
    return undefined;
  const own = commandForUs(withoutMention(text, botName), botName);
  return own !== undefined && isForService(own) ? { kind: 'text', from: senderOf(from), text: own, group } : undefined;
}

/** A live location is edited every few seconds: that is no correction of anything. */
function readEdit(message: TelegramMessage, botName: string | undefined): InboundEvent | undefined {
  const isCorrection = message.chat.type === 'private' && isByPerson(message) && message.location === undefined;
  if (!isCorrection || !message.from) return undefined;
  const said = message.text ?? message.caption ?? '';
  const edited = { contentKey: messageKeyOf(message), text: commandForUs(said, botName) ?? said };
  return { kind: 'unreadable', from: senderOf(message.from), what: 'edit', edited };
}

function readTap(tap: NonNullable<TelegramUpdate['callback_query']>): InboundEvent | undefined {
  if (tap.data === undefined || !tap.message || tap.message.chat.type === 'channel') return undefined;
  const group = groupOf(tap.message.chat, tap.message);
  return { kind: 'tap', from: senderOf(tap.from), tap: tap.data, ...(group && { group }) };
}

function readMembership({
  chat,
  from,
  new_chat_member: member,
}: NonNullable<TelegramUpdate['my_chat_member']>): InboundEvent | undefined {
  const group = groupOf(chat);
  const { status } = member;
  if (group) return readGroupMembership(group, senderOf(from), member);
  if (chat.type !== 'private') return undefined;
  if (status === 'kicked') return { kind: 'blocked', from: senderOf(from) };
  return status === 'member' ? { kind: 'unblocked', from: senderOf(from) } : undefined;
}

function readGroupMembership(
  group: GroupPlace,
  by: Sender,
  { status, is_member: isMember, can_send_messages: maySend }: TelegramMembership,
): InboundEvent {
  if (status === 'left' || status === 'kicked' || isMember === false) return { kind: 'group-left', group };
  if (status === 'restricted' && maySend === false) return { kind: 'group-muted', group };
  return { kind: 'group-joined', group, by };
}

/** Bots, channels, anonymous administrators and what was written through another bot speak for no person. */
function isByPerson(message: TelegramMessage): boolean {
  return message.from?.is_bot === false && message.sender_chat === undefined && message.via_bot === undefined;
}

/** Who writes so writes as the group itself (https://core.telegram.org/bots/api#message, sender_chat). */
const isByAnonymousAdministrator = ({ sender_chat: sender, chat, via_bot: via }: TelegramMessage): boolean =>
  sender?.id === chat.id && via === undefined;

/** A command by nobody in particular: it comes from the group's own address, and so from no person. */
function readAnonymous(
  { text = '' }: TelegramMessage,
  group: GroupPlace,
  botName: string | undefined,
): InboundEvent | undefined {
  const own = commandForUs(withoutMention(text, botName), botName);
  const from = { address: group.address, name: group.title };
  return own?.startsWith('/') ? { kind: 'text', from, text: own, group } : undefined;
}

/** The sender's own number, which Telegram vouches for by their id; another's card is no number of theirs. */
function contactOf({ contact }: TelegramMessage, from: TelegramUser): InboundEvent | undefined {
  if (contact?.user_id === undefined || contact.user_id !== from.id) return undefined;
  const sender = senderOf(from);
  return { kind: 'contact', from: sender, name: sender.name, phone: contact.phone_number, isProven: true };
}

/** A document, or a photo in its largest size. */
function fileOf(message: TelegramMessage, from: TelegramUser): InboundEvent | undefined {
  const { document, photo, caption = '' } = message;
  const largest = photo?.toSorted((a, b) => b.width - a.width)[0];
  const reference = document?.file_id ?? largest?.file_id;
  if (reference === undefined) return undefined;
  const file = { reference, name: document?.file_name ?? null };
  return { kind: 'file', from: senderOf(from), file, text: caption, ...albumOf(message) };
}

const hasMedia = (message: TelegramMessage): boolean => mediaFields.some((field) => message[field] !== undefined);

const unreadMedia = (message: TelegramMessage, from: TelegramUser): InboundEvent => ({
  kind: 'unreadable',
  from: senderOf(from),
  what: 'media',
  ...albumOf(message),
});

const albumOf = ({ media_group_id: album }: TelegramMessage): { album?: string } =>
  album === undefined ? {} : { album };

function senderOf(user: TelegramUser): Sender {
  return { address: user.id, name: [user.first_name, user.last_name].filter(Boolean).join(' ') };
}

function groupOf(chat: TelegramChat, message: InTopic = {}): GroupPlace | undefined {
  if (chat.type !== 'group' && chat.type !== 'supergroup') return undefined;
  const { is_topic_message: isInTopic, message_thread_id: topic } = message;
  return {
    address: chat.id,
    title: chat.title ?? '',
    ...(isInTopic && topic !== undefined && { topic: String(topic) }),
  };
}

/** "/start@our_bot x" → "/start x"; undefined when the command names another bot; other text as it is. */
function commandForUs(text: string, botName: string | undefined): string | undefined {
  const command = /^(\/\w+)@(\w+)(?=\s|$)/.exec(text);
  if (!command) return text;
  const [whole, word = '', name = ''] = command;
  if (botName !== undefined && name.toLowerCase() !== botName.toLowerCase()) return undefined;
  return word + text.slice(whole.length);
}

/**
 * "@our_bot /start x" → "/start x", "tình hình thế nào @our_bot" → "/hoi tình hình thế nào". In a group people call the bot
 * by its name, before a command or beside a question.
 */
function withoutMention(text: string, botName: string | undefined): string {
  if (botName === undefined || !text.includes('@')) return text;
  const words = text.split(/(\s+)/);
  const rest = words.filter((word) => word.toLowerCase().replace(/[,:.!?]$/, '') !== `@${botName.toLowerCase()}`);
  return rest.length === words.length ? text : saidToService(rest.join(''));
}
