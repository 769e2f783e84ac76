/** The people who write to the fake Official Account, and its groups. */

import { createInbox, type Inbox, type Wanted } from '../zalo/inbox.ts';
import type { Account } from './account.ts';
import type { Standing } from './limits.ts';
import type { SeenMessage } from './message.ts';
import type { Delivery } from './webhook.ts';

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

type PersonDetails = Pick<FakeFollower, 'id' | 'name' | 'phone' | 'isAdmin'>;

/** A person who does not know the account yet. */
export function createPerson(account: Account, details: PersonDetails): Person {
  const { id, name, phone } = details;
  const messages = createInbox<SeenMessage>(name);
  const standing: Standing = { isFollowing: false, isBlocking: false, interactedAt: undefined, freeUsed: 0 };
  const talk: Line[] = [];
  const tell = createTelling(account, { id, messages, standing, talk });
  return {
    ...details,
    standing,
    messages,
    talk,
    follow: () => {
      standing.isFollowing = true;
      standing.isBlocking = false;
      tell.interact();
      return tell.followed('follow');
    },
    unfollow: () => {
      standing.isFollowing = false;
      standing.interactedAt = undefined;
      return tell.followed('unfollow');
    },
    block: () => {
      standing.isBlocking = true;
    },
    say: (text, place) => tell.write(place ? 'user_send_group_text' : 'user_send_text', { text }, place?.in),
    tap: (title) => {
      const buttons = messages.all().flatMap((message) => message.buttons);
      const found = buttons.findLast((button) => button.title === title);
      if (!found) throw new Error(`${name} sees no button "${title}": ${buttons.map((b) => b.title).join(' | ')}`);
      return tell.write('user_send_text', { text: found.payload });
    },
    sendMedia: (kind = 'image') =>
      tell.write(`user_send_${kind}`, { attachments: [{ type: kind, payload: { url: 'https://f1.zdn.vn/x' } }] }),
    submitInfo: () => {
      if (!messages.all().some((message) => message.kind === 'request_user_info')) throw new Error('nobody asked');
      tell.interact();
      return tell.submitted({ name, phone: phone.replace(/^0/, '84'), address: '', city: '', district: '' });
    },
    inbox: messages.all,
    waitFor: messages.waitFor,
  };
}

/** The events by which the account hears of a person. */
function createTelling(
  { keys, now, newId, webhook }: Account,
  { id, messages, standing, talk }: Pick<Person, 'id' | 'messages' | 'standing' | 'talk'>,
) {
  const head = () => ({ app_id: keys.appId, timestamp: String(now()), user_id_by_app: `9${id}` });
  const interact = (): void => {
    messages.mark();
    standing.interactedAt = now();
    standing.freeUsed = 0;
  };
  const write = (event: string, message: object, group?: FakeOaGroup): Delivery => {
    if (!group) interact();
    const recipient = { id: group?.id ?? keys.oaId };
    const msgId = newId();
    const text = 'text' in message ? String(message.text) : '';
    const type = event.replace('user_send_', '');
    const line = { src: 1, time: String(now()), type, message: text, message_id: msgId } as const;
    if (!group) talk.unshift({ ...line, from_id: id, to_id: keys.oaId });
    return webhook.emit({
      ...head(),
      event_name: event,
      sender: { id },
      recipient,
      message: { msg_id: msgId, ...message },
    });
  };
  const followed = (event: 'follow' | 'unfollow'): Delivery =>
    webhook.emit({ ...head(), event_name: event, oa_id: keys.oaId, follower: { id }, source: 'oa_profile' });
  const submitted = (info: object): Delivery =>
    webhook.emit({
      ...head(),
      event_name: 'user_submit_info',
      sender: { id },
      recipient: { id: keys.oaId },
      info,
    });
  return { interact, write, followed, submitted };
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
