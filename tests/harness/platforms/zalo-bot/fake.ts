/** A small, strict Bot Platform with people, in this process: one update a poll, or a webhook, never both. */
import { createInbox, type Wanted } from '../zalo-oa/inbox.ts';
import { type Call, type FakeServer, startServer } from '../zalo-oa/server.ts';

export type SeenMessage = { id: string; text: string; photo?: string };
type Deliver = (headers: Record<string, string>, rawBody: Buffer) => Promise<number>;

export type FakeBotGroup = {
  readonly id: string;
  inbox(): SeenMessage[];
  waitFor(wanted: Wanted<SeenMessage>): Promise<SeenMessage>;
};

export type FakeBotUser = {
  readonly id: string;
  readonly name: string;
  say(text: string, place?: { in: FakeBotGroup }): void;
  sendMedia(kind?: 'image' | 'sticker' | 'voice' | 'unsupported'): void;
  block(): void;
  /** Types the number that stands before a choice of the newest menu. */
  tap(label: string): void;
  inbox(): SeenMessage[];
  waitFor(wanted: Wanted<SeenMessage>, timeoutMs?: number): Promise<SeenMessage>;
};

export type FakeZaloBot = FakeServer & {
  token: string;
  /** Where the webhook is reached, whatever address the service registered. */
  connect(deliver: Deliver): void;
  webhook(): { url: string; secret: string };
  setWebhook(url: string, secret: string): void;
  createUser(name?: string): FakeBotUser;
  createGroup(title?: string): FakeBotGroup;
  /** Updates that nobody has taken yet. */
  waiting(): number;
  /** Resolves when every webhook delivery so far was answered. */
  settled(): Promise<void>;
};

class BotError extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

const token = '3459781206:secret-of-the-bot-0123456789';
const botId = '1459232241454765289';
export const botName = 'Bot Chỉ Đạo';

export async function createFakeZaloBot(
  options: { monthly?: number; envelope?: 'wrapped' | 'bare' } = {},
): Promise<FakeZaloBot> {
  const { monthly = 3000, envelope = 'wrapped' } = options;
  type Room = { isOpen: boolean; messages: ReturnType<typeof createInbox<SeenMessage>> };
  const rooms = new Map<string, Room>();
  const queue: object[] = [];
  const polls: ((update: object | undefined) => void)[] = [];
  let hook = { url: '', secret: '' };
  let deliver: Deliver | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let serial = 0;
  let sent = 0;
  const newId = (): string => (++serial).toString(16).padStart(20, '0');

  const push = (update: object) => {
    if (hook.url === '') {
      queue.push(update);
      polls.shift()?.(queue.shift());
      return;
    }
    const body = Buffer.from(JSON.stringify(envelope === 'wrapped' ? { ok: true, result: update } : update));
    const headers = { 'x-bot-api-secret-token': hook.secret };
    last = last.then(() => deliver?.(headers, body)).catch(() => {});
  };

  const post = (chat: unknown, content: Omit<SeenMessage, 'id'>): object => {
    const room = typeof chat === 'string' ? rooms.get(chat) : undefined;
    if (!room) throw new BotError(400, 'Bad Request: chat not found');
    if (!room.isOpen) throw new BotError(403, "Forbidden: bot can't send messages to this chat");
    if (sent >= monthly) throw new BotError(429, 'Quota exceeded');
    sent += 1;
    const message = { id: newId(), ...content };
    room.messages.add(message);
    return { message_id: message.id, date: 1_690_000_000_000 };
  };

  const textOf = (value: unknown): string => {
    if (typeof value !== 'string' || value === '' || value.length > 2000)
      throw new BotError(400, 'Bad Request: text must be 1-2000 characters');
    return value;
  };

  const poll = (body: Record<string, unknown>, call: Call): Promise<object> => {
    if (hook.url !== '') throw new BotError(409, 'Conflict: a webhook is active');
    if (typeof body.timeout !== 'string') throw new BotError(400, 'Bad Request: timeout must be a string');
    if (polls.length > 0) throw new BotError(409, 'Conflict: another poll is waiting');
    const next = queue.shift();
    if (next) return Promise.resolve(next);
    // The first poll is short and ends idle at once; a longer one waits for whatever comes.
    if (Number(body.timeout) <= 1) throw new BotError(408, 'Request timeout');
    return new Promise((resolve, reject) => {
      const take = (update: object | undefined) =>
        update ? resolve(update) : reject(new BotError(408, 'Request timeout'));
      polls.push(take);
      call.onHangUp(() => {
        if (polls.includes(take)) polls.splice(polls.indexOf(take), 1);
        reject(new BotError(408, 'Request timeout'));
      });
    });
  };

  const methods: Record<string, (body: Record<string, unknown>, call: Call) => unknown> = {
    getMe: () => ({ id: botId, account_name: botName, account_type: 'BASIC', can_join_groups: true }),
    getUpdates: poll,
    getWebhookInfo: () => ({ url: hook.url, updated_at: 1 }),
    deleteWebhook: () => {
      hook = { url: '', secret: '' };
      return undefined;
    },
    setWebhook: ({ url, secret_token: secret }) => {
      if (typeof url !== 'string' || !url.startsWith('https://')) throw new BotError(400, 'Bad Request: url');
      if (typeof secret !== 'string' || secret.length < 8 || secret.length > 256)
        throw new BotError(400, 'Bad Request: secret_token');
      hook = { url, secret };
      return { url, updated_at: 1 };
    },
    sendMessage: ({ chat_id: chat, text }) => post(chat, { text: textOf(text) }),
    sendPhoto: ({ chat_id: chat, photo, caption }) => {
      if (typeof photo !== 'string' || !photo.startsWith('https://')) throw new BotError(400, 'Bad Request: photo');
      return post(chat, { text: caption === undefined ? '' : textOf(caption), photo });
    },
  };

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

  const server = await startServer({ run, refuse });
  const addRoom = (id: string, name: string, isOpen: boolean): Room => {
    const room = { isOpen, messages: createInbox<SeenMessage>(name) };
    rooms.set(id, room);
    return room;
  };

  return {
    ...server,
    token,
    connect: (to) => {
      deliver = to;
    },
    webhook: () => hook,
    setWebhook: (url, secret) => {
      hook = { url, secret };
    },
    waiting: () => queue.length,
    settled: async () => {
      await last;
    },
    createGroup: (title = 'Nhóm') => {
      const id = `zgr-${newId()}`;
      const { messages } = addRoom(id, title, true);
      return { id, inbox: messages.all, waitFor: messages.waitFor };
    },
    createUser: (name = 'Người dùng') => {
      const id = newId();
      const room = addRoom(id, name, false);
      const { messages } = room;
      const tell = (kind: string, fields: object, group?: FakeBotGroup) => {
        if (!group) room.isOpen = true;
        const chat = { id: group?.id ?? id, chat_type: group ? 'GROUP' : 'PRIVATE' };
        const from = { id, display_name: name, is_bot: false };
        push({
          event_name: `message.${kind}.received`,
          message: { from, chat, ...fields, message_id: newId(), date: 1_690_000_000_000 },
        });
      };
      const say: FakeBotUser['say'] = (text, place) => {
        if (place && !text.includes(`@${botName}`)) return;
        if (!place) messages.mark();
        tell('text', { text }, place?.in);
      };
      return {
        id,
        name,
        say,
        sendMedia: (kind = 'image') => tell(kind, kind === 'image' ? { photo: 'https://f1.zdn.vn/x.jpg' } : {}),
        block: () => {
          room.isOpen = false;
        },
        tap: (label) => {
          const lines = messages.all().flatMap((message) => message.text.split('\n'));
          const key = lines.flatMap((line) => /^(\d+)\. (.+)$/.exec(line)?.slice(1) ?? []);
          const at = key.lastIndexOf(label);
          const number = key[at - 1];
          if (at < 1 || number === undefined) throw new Error(`${name} sees no choice "${label}"`);
          say(number);
        },
        inbox: messages.all,
        waitFor: messages.waitFor,
      };
    },
  };
}
