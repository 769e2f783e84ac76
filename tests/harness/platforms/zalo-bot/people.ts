/** The people and groups of the fake Bot Platform. */
import type { Wanted } from '../zalo/inbox.ts';
import { botName } from './methods.ts';
import type { Rooms, SeenMessage } from './rooms.ts';
import type { BotUpdates } from './updates.ts';

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

export function createBotGroup(rooms: Rooms, title: string): FakeBotGroup {
  const id = `zgr-${rooms.newId()}`;
  const { messages } = rooms.add(id, title, true);
  return { id, inbox: messages.all, waitFor: messages.waitFor };
}

export function createBotUser(rooms: Rooms, updates: BotUpdates, name: string): FakeBotUser {
  const id = rooms.newId();
  const room = rooms.add(id, name, false);
  const { messages } = room;
  const tell = (kind: string, fields: object, group?: FakeBotGroup) => {
    if (!group) room.isOpen = true;
    const chat = { id: group?.id ?? id, chat_type: group ? 'GROUP' : 'PRIVATE' };
    const from = { id, display_name: name, is_bot: false };
    updates.push({
      event_name: `message.${kind}.received`,
      message: { from, chat, ...fields, message_id: rooms.newId(), date: 1_690_000_000_000 },
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
}
