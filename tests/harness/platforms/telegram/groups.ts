/** The groups of the fake. */
import type { Updates } from './updates.ts';
import { fromBot, type WaitOptions, type Wanted, waitInChat } from './waiting.ts';
import { type Account, type Chat, messageDate, renderChat, type SeenMessage, type World } from './world.ts';

export type Telegram = { world: World; updates: Updates; openTaps: Set<string> };

export type FakeGroup = {
  /** Changes when the group is upgraded. */
  readonly id: number;
  readonly title: string;
  inbox(): SeenMessage[];
  lastMessage(): SeenMessage | undefined;
  /** Default: looks at what came since the message that was waited for last. */
  waitFor(wanted: Wanted, options?: WaitOptions): Promise<SeenMessage>;
  kickBot(): void;
  /** Takes the right to pin from the bot. */
  forbidPins(): void;
  /** Takes the bot in again. */
  takeBackBot(): void;
  /** Upgrades the group to a supergroup, which has another id. */
  migrate(): void;
};

/** A group of people with the bot in it. */
export function createGroup(telegram: Telegram, title: string, admin: Account): FakeGroup {
  const { world, updates } = telegram;
  let chat = world.addChat('group', title, 'in');
  let seen = 0;
  pushMembership(telegram, chat, admin, ['left', 'member']);
  return {
    get id() {
      return chat.id;
    },
    title,
    inbox: () => fromBot(chat),
    lastMessage: () => fromBot(chat).at(-1),
    waitFor: async (wanted, options = {}) => {
      const found = await waitInChat(chat, title, wanted, { since: seen, ...options });
      seen = fromBot(chat).indexOf(found) + 1;
      return found;
    },
    forbidPins: () => {
      chat.mayPin = false;
    },
    kickBot: () => {
      chat.bot = 'kicked';
      pushMembership(telegram, chat, admin, ['member', 'kicked']);
    },
    takeBackBot: () => {
      chat.bot = 'in';
      pushMembership(telegram, chat, admin, ['kicked', 'member']);
    },
    migrate: () => {
      const old = chat;
      chat = world.addChat('supergroup', title, 'in');
      old.migratedTo = chat.id;
      const service = (place: Chat, more: object) => {
        const head = { message_id: world.nextId(), date: messageDate(), chat: renderChat(place), from: admin };
        updates.push('message', { ...head, ...more }, `chat:${place.id}`);
      };
      service(old, { migrate_to_chat_id: chat.id });
      service(chat, { migrate_from_chat_id: old.id });
      seen = 0;
    },
  };
}

/** Tells the bot what it is in a chat now, by whose doing. */
export function pushMembership(
  { world, updates }: Pick<Telegram, 'world' | 'updates'>,
  chat: Chat,
  by: Account,
  [before, after]: readonly [string, string],
): void {
  const change = {
    chat: renderChat(chat),
    from: by,
    date: messageDate(),
    old_chat_member: { user: world.bot, status: before },
    new_chat_member: { user: world.bot, status: after },
  };
  updates.push('my_chat_member', change, `chat:${chat.id}`);
}
