/** A small, strict Bot Platform with people, in this process. */
import { type Call, type FakeServer, startServer } from '../zalo/server.ts';
import { BotError } from './errors.ts';
import { botMethods } from './methods.ts';
import { createBotGroup, createBotUser, type FakeBotGroup, type FakeBotUser } from './people.ts';
import { createRooms } from './rooms.ts';
import { type BotUpdates, createBotUpdates } from './updates.ts';

export type FakeZaloBot = FakeServer &
  Pick<BotUpdates, 'connect' | 'waiting' | 'settled'> & {
    token: string;
    webhook(): { url: string; secret: string };
    setWebhook(url: string, secret: string): void;
    createUser(name?: string): FakeBotUser;
    createGroup(title?: string): FakeBotGroup;
  };

const token = '3459781206:secret-of-the-bot-0123456789';

export async function createFakeZaloBot(
  options: { monthly?: number; envelope?: 'wrapped' | 'bare' } = {},
): Promise<FakeZaloBot> {
  const { monthly = 3000, envelope = 'wrapped' } = options;
  const rooms = createRooms(monthly);
  const updates = createBotUpdates(envelope);
  const methods = botMethods(rooms, updates);

  const refuse = (code: number, description: string): object => ({ ok: false, error_code: code, description });
  const run = async (call: Call): Promise<unknown> => {
    const [, given, method = ''] = /^\/bot([^/]*)\/(\w+)$/.exec(call.path) ?? [];
    try {
      if (given !== token) throw new BotError(401, 'Unauthorized');
      const found = methods[method];
      if (!found) throw new BotError(404, 'Not Found');
      const result = await found(call.body.length > 0 ? JSON.parse(call.body.toString()) : {}, call);
      return result === undefined ? { ok: true } : { ok: true, result };
    } catch (error) {
      if (error instanceof BotError) return refuse(error.code, error.message);
      throw error;
    }
  };

  return {
    ...(await startServer({ run, refuse })),
    token,
    connect: updates.connect,
    waiting: updates.waiting,
    settled: updates.settled,
    webhook: updates.hook,
    setWebhook: (url, secret) => updates.setHook({ url, secret }),
    createGroup: (title = 'Nhóm') => createBotGroup(rooms, title),
    createUser: (name = 'Người dùng') => createBotUser(rooms, updates, name),
  };
}
