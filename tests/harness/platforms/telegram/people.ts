/** The people of the fake: they write, tap and wait for what the bot says. */
import { type FakeGroup, pushMembership, type Telegram } from './groups.ts';
import { fromBot, type WaitOptions, type Wanted, waitInChat } from './waiting.ts';
import { type Account, type Chat, messageDate, renderChat, renderMessage, type SeenMessage } from './world.ts';

type Place = { in?: FakeGroup };

export type FakeUser = {
  readonly id: number;
  readonly name: string;
  /** Presses Start, or opens the bot's link with a payload; unblocks the bot where needed. */
  start(payload?: string): void;
  say(text: string, place?: Place): void;
  /** Sends something that is not text. */
  sendMedia(kind?: 'photo' | 'voice' | 'sticker' | 'contact' | 'document'): void;
  /** Changes the own message that was sent last. */
  edit(text: string): void;
  /** Taps the newest button with this label (or whose label contains it). Returns the tap's id. */
  tap(label: string, place?: Place & { message?: SeenMessage }): string;
  /** Sends any tap, as a forged client could. */
  forgeTap(data: string, message: SeenMessage): string;
  /** What the bot wrote to this person, oldest first. */
  inbox(): SeenMessage[];
  lastMessage(): SeenMessage | undefined;
  waitFor(wanted: Wanted, options?: WaitOptions): Promise<SeenMessage>;
  block(): void;
  unblock(): void;
};

/** A person; who has not met the bot yet can not be written to. */
export function createUser(telegram: Telegram, name: string, isKnown: boolean): FakeUser & { account: Account } {
  const { world, updates } = telegram;
  const [firstName = name, ...lastNames] = name.split(' ');
  const chat = world.addChat('private', name, isKnown ? 'in' : 'stranger');
  const account: Account = {
    id: chat.id,
    is_bot: false,
    first_name: firstName,
    ...(lastNames.length > 0 && { last_name: lastNames.join(' ') }),
  };
  let seen = 0;

  const write = (room: Chat, text: string) => {
    if (room.type === 'private' && room.bot === 'blocked') throw new Error(`${name} has blocked the bot`);
    if (room.type === 'private') {
      room.bot = 'in';
      seen = fromBot(room).length;
    }
    const message = world.post(room, { text, fromBot: false, author: name, buttons: [] });
    if (room.bot === 'in' && isHeard(room, text, world.bot.username))
      updates.push('message', { ...renderMessage(room, message, account), ...entitiesOf(text) }, `chat:${room.id}`);
  };

  const roomOf = (place: Place | undefined): Chat => {
    const room = place?.in ? world.chats.get(place.in.id) : chat;
    if (!room) throw new Error(`no group ${place?.in?.title}`);
    return room;
  };

  const pushTap = (room: Chat, message: SeenMessage, data: string): string => {
    if (room === chat) seen = fromBot(room).length;
    return tapAs(telegram, account, room, { message, data });
  };

  const setBlocked = (isBlocked: boolean) => {
    if ((chat.bot === 'blocked') === isBlocked) return;
    chat.bot = isBlocked ? 'blocked' : 'in';
    pushMembership(telegram, chat, account, isBlocked ? ['member', 'kicked'] : ['kicked', 'member']);
  };

  return {
    id: chat.id,
    name,
    account,
    start: (payload) => {
      setBlocked(false);
      write(chat, payload === undefined ? '/start' : `/start ${payload}`);
    },
    say: (text, place) => write(roomOf(place), text),
    sendMedia: (kind = 'photo') => {
      seen = fromBot(chat).length;
      const head = { message_id: world.nextId(), date: messageDate(), chat: renderChat(chat), from: account };
      updates.push('message', { ...head, [kind]: kind === 'photo' ? [] : {} }, `chat:${chat.id}`);
    },
    edit: (text) => {
      const message = chat.messages.findLast((one) => !one.fromBot);
      if (!message) throw new Error(`${name} has written nothing`);
      seen = fromBot(chat).length;
      message.text = text;
      const edited = { ...renderMessage(chat, message, account), edit_date: messageDate() };
      updates.push('edited_message', edited, `chat:${chat.id}`);
    },
    tap: (label, place) => {
      const room = roomOf(place);
      const { message, button } = findButton(room, name, label, place?.message);
      world.tell({ type: 'tap', chat: room, author: name, label: button.text });
      return pushTap(room, message, button.data);
    },
    forgeTap: (data, message) => pushTap(chat, message, data),
    inbox: () => fromBot(chat),
    lastMessage: () => fromBot(chat).at(-1),
    waitFor: (wanted, options = {}) => waitInChat(chat, name, wanted, { since: seen, ...options }),
    block: () => setBlocked(true),
    unblock: () => setBlocked(false),
  };
}

/** Tells the bot of a tap; returns the tap's id. */
function tapAs(
  { world, updates, openTaps }: Telegram,
  from: Account,
  room: Chat,
  { message, data }: { message: SeenMessage; data: string },
): string {
  const id = String(4_000_000_000_000_000_000n + BigInt(world.nextId()));
  openTaps.add(id);
  const shown = renderMessage(room, message, world.bot);
  updates.push('callback_query', { id, from, message: shown, chat_instance: String(room.id), data }, `tap:${from.id}`);
  return id;
}

function findButton(room: Chat, name: string, label: string, only: SeenMessage | undefined) {
  const messages = only ? [only] : fromBot(room).reverse();
  const buttons = messages.flatMap((message) => message.buttons.flat().map((button) => ({ message, button })));
  const found =
    buttons.find(({ button }) => button.text === label) ?? buttons.find(({ button }) => button.text.includes(label));
  if (found) return found;
  throw new Error(`${name} sees no button "${label}", only: ${buttons.map(({ button }) => button.text).join(' | ')}`);
}

/** Bots in privacy mode hear, in a group, only commands and mentions of themselves. */
function isHeard(room: Chat, text: string, botName: string): boolean {
  if (room.type === 'private') return true;
  const command = /^\/\w+(?:@(\w+))?/.exec(text);
  if (command) return command[1] === undefined || command[1].toLowerCase() === botName.toLowerCase();
  return text.toLowerCase().includes(`@${botName.toLowerCase()}`);
}

function entitiesOf(text: string): object {
  const command = /^\/[\w@]+/.exec(text);
  return command ? { entities: [{ type: 'bot_command', offset: 0, length: command[0].length }] } : {};
}
