/** The chats of the fake Bot Platform, and the month's messages that are left. */
import { createInbox } from '../zalo/inbox.ts';
import { BotError } from './errors.ts';

export type SeenMessage = { id: string; text: string; photo?: string };

/** A chat; of a person it opens with their first word. */
export type Room = { isOpen: boolean; messages: ReturnType<typeof createInbox<SeenMessage>> };

export type Rooms = {
  newId(): string;
  add(id: string, name: string, isOpen: boolean): Room;
  /** What the bot writes in a chat. */
  post(chat: unknown, content: Omit<SeenMessage, 'id'>): object;
};

export function createRooms(monthly: number): Rooms {
  const rooms = new Map<string, Room>();
  let serial = 0;
  let sent = 0;
  const newId = (): string => (++serial).toString(16).padStart(20, '0');
  return {
    newId,
    add: (id, name, isOpen) => {
      const room = { isOpen, messages: createInbox<SeenMessage>(name) };
      rooms.set(id, room);
      return room;
    },
    post: (chat, content) => {
      const room = typeof chat === 'string' ? rooms.get(chat) : undefined;
      if (!room) throw new BotError(400, 'Bad Request: chat not found');
      if (!room.isOpen) throw new BotError(403, "Forbidden: bot can't send messages to this chat");
      if (sent >= monthly) throw new BotError(429, 'Quota exceeded');
      sent += 1;
      const message = { id: newId(), ...content };
      room.messages.add(message);
      return { message_id: message.id, date: 1_690_000_000_000 };
    },
  };
}
