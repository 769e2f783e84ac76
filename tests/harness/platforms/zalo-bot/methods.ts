/** The methods of the fake Bot Platform. */
import type { Call } from '../zalo/server.ts';
import { BotError } from './errors.ts';
import type { Rooms } from './rooms.ts';
import type { BotUpdates } from './updates.ts';

const botId = '1459232241454765289';
export const botName = 'Bot Chỉ Đạo';

type Method = (body: Record<string, unknown>, call: Call) => unknown;

export const botMethods = (rooms: Rooms, updates: BotUpdates): Record<string, Method> => ({
  getMe: () => ({ id: botId, account_name: botName, account_type: 'BASIC', can_join_groups: true }),
  getUpdates: updates.poll,
  getWebhookInfo: () => ({ url: updates.hook().url, updated_at: 1 }),
  deleteWebhook: () => {
    updates.setHook({ url: '', secret: '' });
    return undefined;
  },
  setWebhook: ({ url, secret_token: secret }) => {
    if (typeof url !== 'string' || !url.startsWith('https://')) throw new BotError(400, 'Bad Request: url');
    if (typeof secret !== 'string' || secret.length < 8 || secret.length > 256)
      throw new BotError(400, 'Bad Request: secret_token');
    updates.setHook({ url, secret });
    return { url, updated_at: 1 };
  },
  sendMessage: ({ chat_id: chat, text }) => rooms.post(chat, { text: textOf(text) }),
  sendPhoto: ({ chat_id: chat, photo, caption }) => {
    if (typeof photo !== 'string' || !photo.startsWith('https://')) throw new BotError(400, 'Bad Request: photo');
    return rooms.post(chat, { text: caption === undefined ? '' : textOf(caption), photo });
  },
});

function textOf(value: unknown): string {
  if (typeof value !== 'string' || value === '' || value.length > 2000)
    throw new BotError(400, 'Bad Request: text must be 1-2000 characters');
  return value;
}
