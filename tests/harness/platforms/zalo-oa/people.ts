/** The people who write to the fake Official Account, and its groups. */
import { createInbox, type Inbox, type Wanted } from './inbox.ts';
import type { Standing } from './limits.ts';
import type { SeenMessage } from './message.ts';
import type { Delivery, Webhook } from './webhook.ts';

export type FakeOaGroup = {
  readonly id: string;
  readonly title: string;
  /** The ids of the people in it. */
  readonly members: Set<string>;
  inbox(): SeenMessage[];
  waitFor(wanted: Wanted<SeenMessage>, timeoutMs?: number): Promise<SeenMessage>;
  /** The package lapsed, or the account was removed. */
  close(why: 'disabled' | 'removed'): void;
};

export type FakeFollower = {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly isAdmin: boolean;
  follow(): Delivery;
  unfollow(): Delivery;
  block(): void;
  say(text: string, place?: { in: FakeOaGroup }): Delivery;
  /** Taps the newest button with this title; what it carries comes back as the person's text. */
  tap(title: string): Delivery;
  sendMedia(kind?: 'image' | 'file' | 'sticker' | 'audio'): Delivery;
  /** Fills in the form that was asked for. */
  submitInfo(): Delivery;
  inbox(): SeenMessage[];
  waitFor(wanted: Wanted<SeenMessage>, timeoutMs?: number): Promise<SeenMessage>;
};

/** A line as /conversation shows it. */
type Line = {
  src: 0 | 1;
  time: string;
  type: string;
  message: string;
  message_id: string;
  from_id: string;
  to_id: string;
};
export type Person = FakeFollower & { standing: Standing; messages: Inbox<SeenMessage>; talk: Line[] };
export type Group = FakeOaGroup & { closed: 'disabled' | 'removed' | undefined; messages: Inbox<SeenMessage> };

type World = { appId: string; oaId: string; now: () => number; webhook: Webhook; newId: () => string };

export function createPerson(
  world: World,
  details: { id: string; name: string; phone: string; isAdmin: boolean },
): Person {
  const { id, name, phone, isAdmin } = details;
  const messages = createInbox<SeenMessage>(name);
  const standing: Standing = { isFollowing: false, isBlocking: false, interactedAt: undefined, freeUsed: 0 };
  const talk: Line[] = [];
  const head = () => ({ app_id: world.appId, timestamp: String(world.now()), user_id_by_app: `9${id}` });

  const interact = () => {
    messages.mark();
    standing.interactedAt = world.now();
    standing.freeUsed = 0;
  };
  const write = (event: string, message: object, group?: FakeOaGroup): Delivery => {
    if (!group) interact();
    const recipient = { id: group?.id ?? world.oaId };
    const msgId = world.newId();
    const text = 'text' in message ? String(message.text) : '';
    const type = event.replace('user_send_', '');
    const line = { src: 1, time: String(world.now()), type, message: text, message_id: msgId } as const;
    if (!group) talk.unshift({ ...line, from_id: id, to_id: world.oaId });
    return world.webhook.emit({
      ...head(),
      event_name: event,
      sender: { id },
      recipient,
      message: { msg_id: msgId, ...message },
    });
  };
  const followed = (event: 'follow' | 'unfollow') =>
    world.webhook.emit({ ...head(), event_name: event, oa_id: world.oaId, follower: { id }, source: 'oa_profile' });

  return {
    id,
    name,
    phone,
    isAdmin,
    standing,
    messages,
    talk,
    follow: () => {
      standing.isFollowing = true;
      standing.isBlocking = false;
      interact();
      return followed('follow');
    },
    unfollow: () => {
      standing.isFollowing = false;
      standing.interactedAt = undefined;
      return followed('unfollow');
    },
    block: () => {
      standing.isBlocking = true;
    },
    say: (text, place) => write(place ? 'user_send_group_text' : 'user_send_text', { text }, place?.in),
    tap: (title) => {
      const buttons = messages.all().flatMap((message) => message.buttons);
      const found = buttons.findLast((button) => button.title === title);
      if (!found) throw new Error(`${name} sees no button "${title}": ${buttons.map((b) => b.title).join(' | ')}`);
      return write('user_send_text', { text: found.payload });
    },
    sendMedia: (kind = 'image') =>
      write(`user_send_${kind}`, { attachments: [{ type: kind, payload: { url: 'https://f1.zdn.vn/x' } }] }),
    submitInfo: () => {
      if (!messages.all().some((message) => message.kind === 'request_user_info')) throw new Error('nobody asked');
      interact();
      const info = { name, phone: phone.replace(/^0/, '84'), address: '', city: '', district: '' };
      return world.webhook.emit({
        ...head(),
        event_name: 'user_submit_info',
        sender: { id },
        recipient: { id: world.oaId },
        info,
      });
    },
    inbox: messages.all,
    waitFor: messages.waitFor,
  };
}

export function createGroup(id: string, title: string): Group {
  const messages = createInbox<SeenMessage>(title);
  const group: Group = {
    id,
    title,
    members: new Set(),
    messages,
    closed: undefined,
    inbox: messages.all,
    waitFor: messages.waitFor,
    close: (why) => {
      group.closed = why;
    },
  };
  return group;
}
