/** The methods of the Bot API that the fake knows, as strict as the real ones where it matters, and stricter on typos. */
import { z } from 'zod';
import { bad, forbidden, tooMany } from './errors.ts';
import { checkDocument, checkPhoto, sentFile } from './files.ts';
import type { Flood } from './flood.ts';
import type { Updates } from './updates.ts';
import { type Chat, renderMessage, type SeenButton, type SeenFile, type World } from './world.ts';

export type MethodContext = {
  world: World;
  updates: Updates;
  flood: Flood;
  menu: { commands: { command: string; description: string }[] };
  /** Taps that were not answered yet. */
  openTaps: Set<string>;
  onHangUp: (hungUp: () => void) => void;
};

type Method = (context: MethodContext, params: unknown) => unknown;

const chatId = z.union([z.int(), z.string().regex(/^-?\d+$/)]).transform(Number);
const updateTypes = z.array(z.string()).optional();
const sendMessage = z.strictObject({
  chat_id: chatId,
  message_thread_id: z.int().optional(),
  text: z.string().default(''),
  link_preview_options: z.strictObject({ is_disabled: z.boolean() }).optional(),
  reply_markup: z
    .strictObject({
      inline_keyboard: z.array(
        z.array(
          z.strictObject({
            text: z.string().min(1),
            callback_data: z.string(),
          }),
        ),
      ),
    })
    .optional(),
});
const editMessageText = z.strictObject({
  chat_id: chatId,
  message_id: z.int(),
  text: z.string().min(1, 'message text is empty').max(4096, 'MESSAGE_TOO_LONG'),
  link_preview_options: z.strictObject({ is_disabled: z.boolean() }).optional(),
});
const pinChatMessage = z.strictObject({
  chat_id: chatId,
  message_id: z.int(),
  disable_notification: z.boolean().optional(),
});
const unpinChatMessage = z.strictObject({ chat_id: chatId, message_id: z.int() });
const caption = z.string().max(1024, 'message caption is too long').default('');
const sendDocument = z.strictObject({ chat_id: chatId, document: sentFile, caption });
const sendPhoto = z.strictObject({ chat_id: chatId, photo: sentFile, caption });
const getUpdates = z.strictObject({
  offset: z.int().default(0),
  limit: z.int().default(100),
  timeout: z.int().default(0),
  allowed_updates: updateTypes,
});
const setWebhook = z.strictObject({
  url: z.string(),
  secret_token: z
    .string()
    .regex(/^[\w-]{1,256}$/, 'secret token contains unallowed characters')
    .optional(),
  allowed_updates: updateTypes,
  max_connections: z.int().min(1).max(100).default(40),
  drop_pending_updates: z.boolean().default(false),
});
const setMyCommands = z.strictObject({
  commands: z.array(
    z.strictObject({
      command: z.string().regex(/^[a-z0-9_]{1,32}$/),
      description: z.string().min(1).max(256),
    }),
  ),
  scope: z.strictObject({ type: z.string() }).optional(),
});
const answerTap = z.strictObject({ callback_query_id: z.string(), text: z.string().max(200).optional() });
const deleteWebhook = z.strictObject({ drop_pending_updates: z.boolean().default(false) });

/** The methods by name; each throws an ApiError where Telegram would refuse. */
export const methods: Record<string, Method> = {
  getMe: ({ world }) => ({ ...world.bot, can_join_groups: true, can_read_all_group_messages: false }),

  getUpdates: ({ updates, onHangUp }, params) => {
    const { offset, limit, timeout, allowed_updates: allowed } = read(getUpdates, params);
    return updates.poll({ offset, limit, timeoutSeconds: timeout, allowed, onHangUp });
  },

  setWebhook: ({ updates }, params) => {
    const given = read(setWebhook, params);
    if (given.drop_pending_updates) updates.deleteWebhook(true);
    if (!URL.canParse(given.url)) throw bad('invalid webhook URL specified');
    const target = { url: given.url, secret: given.secret_token ?? '', max: given.max_connections };
    updates.setWebhook(target, given.allowed_updates);
    return true;
  },

  deleteWebhook: ({ updates }, params) => {
    updates.deleteWebhook(read(deleteWebhook, params).drop_pending_updates);
    return true;
  },

  getWebhookInfo: ({ updates }) => ({
    url: updates.webhookUrl(),
    has_custom_certificate: false,
    pending_update_count: updates.pendingCount(),
  }),

  setMyCommands: ({ menu }, params) => {
    menu.commands = read(setMyCommands, params).commands;
    return true;
  },

  answerCallbackQuery: ({ openTaps }, params) => {
    if (!openTaps.delete(read(answerTap, params).callback_query_id))
      throw bad('query is too old and response timeout expired or query ID is invalid');
    return true;
  },

  sendMessage: ({ world, flood }, params) => {
    const { chat_id, text, reply_markup } = read(sendMessage, params);
    const buttons = (reply_markup?.inline_keyboard ?? []).map((row) =>
      row.map(({ text: label, callback_data: data }) => ({ text: label, data })),
    );
    if (text.trim() === '') throw bad('message text is empty');
    if (text.length > 4096) throw bad('message is too long');
    if (buttons.flat().some(({ data }) => Buffer.byteLength(data) < 1 || Buffer.byteLength(data) > 64))
      throw bad('BUTTON_DATA_INVALID');
    if (buttons.flat().length > 100) throw bad('reply markup is too long');
    return post({ world, flood }, chat_id, { text, buttons });
  },

  editMessageText: ({ world, flood }, params) => {
    const { chat_id, message_id, text } = read(editMessageText, params);
    const chat = reachable(world.chats.get(chat_id));
    const message = chat.messages.find(({ id, fromBot }) => id === message_id && fromBot);
    if (!message) throw bad('message to edit not found');
    const seconds = flood.admit(chat.id, chat.type !== 'private');
    if (seconds !== undefined) throw tooMany(seconds);
    if (message.text === text.trim())
      throw bad(
        'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
      );
    message.text = text.trim();
    return renderMessage(chat, message, world.bot);
  },

  pinChatMessage: ({ world }, params) => {
    const { chat_id, message_id } = read(pinChatMessage, params);
    const chat = reachable(world.chats.get(chat_id));
    const message = chat.messages.find(({ id }) => id === message_id);
    if (!message) throw bad('message to pin not found');
    if (chat.mayPin === false) throw bad('not enough rights to manage pinned messages in the chat');
    message.isPinned = true;
    return true;
  },

  unpinChatMessage: ({ world }, params) => {
    const { chat_id, message_id } = read(unpinChatMessage, params);
    const chat = reachable(world.chats.get(chat_id));
    const message = chat.messages.find(({ id }) => id === message_id);
    if (!message) throw bad('message to unpin not found');
    if (chat.mayPin === false) throw bad('not enough rights to manage pinned messages in the chat');
    message.isPinned = false;
    return true;
  },

  sendDocument: (context, params) => {
    const { chat_id, document, caption: text } = read(sendDocument, params);
    checkDocument(document);
    return post(context, chat_id, { text, buttons: [], file: { ...document, type: 'document' } });
  },

  sendPhoto: (context, params) => {
    const { chat_id, photo, caption: text } = read(sendPhoto, params);
    const size = checkPhoto(photo);
    return post(context, chat_id, { text, buttons: [], file: { ...photo, type: 'photo', size } });
  },
};

/** Puts a message of the bot into a chat, where it may write and the flood limits allow it. */
function post(
  { world, flood }: Pick<MethodContext, 'world' | 'flood'>,
  chatId: number,
  content: { text: string; buttons: SeenButton[][]; file?: SeenFile },
): object {
  const chat = reachable(world.chats.get(chatId));
  const seconds = flood.admit(chat.id, chat.type !== 'private');
  if (seconds !== undefined) throw tooMany(seconds);
  const message = world.post(chat, { ...content, fromBot: true, author: world.bot.first_name });
  return renderMessage(chat, message, world.bot);
}

function reachable(chat: Chat | undefined): Chat {
  if (!chat || chat.bot === 'stranger') throw bad('chat not found');
  if (chat.migratedTo !== undefined)
    throw bad('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.migratedTo });
  if (chat.bot === 'blocked') throw forbidden('bot was blocked by the user');
  if (chat.bot === 'kicked')
    throw forbidden(`bot was kicked from the ${chat.type === 'group' ? 'group' : 'supergroup'} chat`);
  return chat;
}

function read<T>(schema: z.ZodType<T>, params: unknown): T {
  const result = schema.safeParse(params);
  if (result.success) return result.data;
  throw bad(result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '));
}
