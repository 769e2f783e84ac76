/** People and the group on the loopback Telegram, as chats. */
import type { FakeGroup, FakeTelegram, FakeUser } from '../harness/platforms/telegram.ts';
import { type Chat, createChat, type Door, type OpenChat } from './chat.ts';

export type TelegramChat = Chat & { user: FakeUser };

export type TelegramRoom = {
  /** A person who has not met the bot yet. */
  openChat(name: string): TelegramChat;
  /** A group; who writes there is its admin. */
  openGroup(title: string, admin: TelegramChat): Chat;
};

/** Puts down what the bot writes into each chat. */
export function createTelegramRoom(telegram: FakeTelegram, now: () => Date): TelegramRoom {
  const hearers = new Map<number, OpenChat['hear']>();
  telegram.onEvent((event) => {
    if (event.type !== 'message' || !event.message.fromBot) return;
    const labels = event.message.buttons.flat().map(({ text }) => text);
    hearers.get(event.chat.id)?.(event.message.text, labels);
  });

  const register = (id: number, { chat, hear }: OpenChat): Chat => {
    hearers.set(id, hear);
    return chat;
  };

  return {
    openChat(name) {
      const user = telegram.createUser({ name });
      const say = (text: string) => user.say(text);
      const choose = (label: string) => void user.tap(label);
      return {
        ...register(user.id, createChat({ name, door: doorOf(user.id), now, say, choose, leave: () => user.block() })),
        user,
      };
    },
    openGroup(title, { user }) {
      const group: FakeGroup = telegram.createGroup({ title, admin: user });
      const say = (text: string) => user.say(text, { in: group });
      const choose = (label: string) => void user.tap(label, { in: group });
      return register(
        group.id,
        createChat({ name: title, door: doorOf(group.id), now, say, choose, leave: group.kickBot }),
      );
    },
  };
}

const doorOf = (id: number) => (): Door => ({ type: 'telegram', address: String(id) });
