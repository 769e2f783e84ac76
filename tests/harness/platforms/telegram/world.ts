/** The chats of the fake Telegram and what stands in them. */
import type { SentFile } from './files.ts';

export type SeenButton = { text: string; data: string };
/** A message as a person sees it. */
export type SeenMessage = {
  id: number;
  chatId: number;
  text: string;
  fromBot: boolean;
  /** Who wrote it; the bot's name for the bot. */
  author: string;
  buttons: SeenButton[][];
  isPinned?: boolean;
  /** A file or a picture; `text` is its caption. */
  file?: SeenFile;
};

export type SeenFile = SentFile & { type: 'document' | 'photo'; size?: { width: number; height: number } };

export type Account = {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
};

export type Chat = {
  id: number;
  type: 'private' | 'group' | 'supergroup';
  title: string;
  /** Whether the bot may write here: it may not to strangers, to those who blocked it, in groups without it. */
  bot: 'stranger' | 'in' | 'blocked' | 'kicked';
  migratedTo?: number;
  /** Whether the bot may pin messages; absent: it may. */
  mayPin?: boolean;
  messages: SeenMessage[];
  watchers: Set<() => void>;
};

/** What happened, for a live timeline. */
export type WorldEvent =
  | { type: 'message'; chat: Chat; message: SeenMessage }
  | { type: 'tap'; chat: Chat; author: string; label: string };

export type World = {
  bot: Account & { username: string };
  chats: Map<number, Chat>;
  addChat(type: Chat['type'], title: string, bot: Chat['bot'], id?: number): Chat;
  nextId(): number;
  post(chat: Chat, message: Omit<SeenMessage, 'id' | 'chatId'>): SeenMessage;
  tell(event: WorldEvent): void;
  listeners: Set<(event: WorldEvent) => void>;
};

const firstPerson = 5_000_000_001;
const firstGroup = -4_000_000_001;
const firstSupergroup = -1_001_000_000_001;

export function createWorld(bot: World['bot']): World {
  const chats = new Map<number, Chat>();
  const listeners = new Set<(event: WorldEvent) => void>();
  let lastId = 0;
  const tell = (event: WorldEvent) => {
    for (const listener of listeners) listener(event);
  };
  const freeId = (type: Chat['type']): number => {
    const ofType = [...chats.values()].filter((chat) => chat.type === type).length;
    if (type === 'private') return firstPerson + ofType;
    return (type === 'group' ? firstGroup : firstSupergroup) - ofType;
  };
  return {
    bot,
    chats,
    listeners,
    tell,
    nextId: () => ++lastId,
    addChat: (type, title, botState, id = freeId(type)) => {
      const chat: Chat = { id, type, title, bot: botState, messages: [], watchers: new Set() };
      chats.set(id, chat);
      return chat;
    },
    post: (chat, content) => {
      const message = { id: ++lastId, chatId: chat.id, ...content };
      chat.messages.push(message);
      for (const check of [...chat.watchers]) check();
      tell({ type: 'message', chat, message });
      return message;
    },
  };
}

/** A chat as the Bot API shows it. */
export function renderChat(chat: Chat): object {
  return chat.type === 'private'
    ? { id: chat.id, type: chat.type, first_name: chat.title }
    : { id: chat.id, type: chat.type, title: chat.title };
}

/** The seconds since 1970 that stand in every message; nothing may depend on them. */
export const messageDate = (): number => Math.floor((performance.timeOrigin + performance.now()) / 1000);

function contentOf({ id, text, file }: SeenMessage): object {
  if (!file) return { text };
  const head = { file_id: `file-${id}`, file_unique_id: `unique-${id}`, file_size: file.bytes.length };
  const content =
    file.type === 'photo' ? { photo: [{ ...head, ...file.size }] } : { document: { ...head, file_name: file.name } };
  return { ...content, ...(text !== '' && { caption: text }) };
}

/** A message as the Bot API shows it. */
export function renderMessage(chat: Chat, message: SeenMessage, from: Account): object {
  return {
    message_id: message.id,
    date: messageDate(),
    chat: renderChat(chat),
    from,
    ...contentOf(message),
    ...(message.buttons.length > 0 && {
      reply_markup: {
        inline_keyboard: message.buttons.map((row) => row.map(({ text, data }) => ({ text, callback_data: data }))),
      },
    }),
  };
}
