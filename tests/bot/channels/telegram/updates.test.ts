import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUpdate, tapToAnswer, updateIdOf } from '../../../../bot/channels/telegram/updates.ts';

const folder = new URL('./updates/', import.meta.url);
const fixture = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
const ours = 'chi_dao_thu_bot';

const lan = { address: '6123456789', name: 'Lan Phạm Thị' };
const group = { address: '-1002233445566', title: 'Tổ công nghệ số huyện' };
const basicGroup = { address: '-4455667788', title: 'Tổ công nghệ số huyện' };

const understood: Record<string, object> = {
  'private-text': {
    externalId: '318450001',
    contentKey: 'm:6123456789:41',
    writtenAt: 1_630_900_041_000,
    kind: 'text',
    from: lan,
    text: '45 người',
  },
  'start-with-payload': { kind: 'text', from: lan, text: '/start Qx7_kD-20aBcDeFg' },
  'command-naming-us': { kind: 'text', from: lan, text: '/NhiemVu' },
  'forwarded-private-text': { kind: 'text', from: lan, text: '50 45 40 38' },
  'no-last-name': { kind: 'text', from: { address: '6999', name: 'Hùng' }, text: 'đồng ý' },
  voice: { kind: 'unreadable', from: lan, what: 'media' },
  sticker: { kind: 'unreadable', from: lan, what: 'media' },
  contact: { kind: 'contact', from: lan, name: lan.name, phone: '+84000000000', isProven: true },
  'contact-of-another': { kind: 'unreadable', from: lan, what: 'media' },
  'contact-of-nobody-known': { kind: 'unreadable', from: lan, what: 'media' },
  'photo-with-caption': { kind: 'file', from: lan, file: { reference: 'AgACAgUAAxk', name: null }, text: '45' },
  'edited-text': {
    kind: 'unreadable',
    from: lan,
    what: 'edit',
    edited: { contentKey: 'm:6123456789:41', text: '46 người' },
  },
  tap: { externalId: '318450013', kind: 'tap', from: lan, tap: '17:yes' },
  'tap-on-inaccessible-message-in-group': { kind: 'tap', from: lan, tap: '3:list', group },
  'group-command': {
    contentKey: 'm:-1002233445566:13',
    kind: 'text',
    from: lan,
    text: '/start Qx7_kD-20aBcDeFg',
    group,
  },
  'group-mention-then-command': { kind: 'text', from: lan, text: '/summary', group },
  'group-question-to-us': { kind: 'text', from: lan, text: '/hoi tình hình thế nào rồi', group },
  'anonymous-admin': { kind: 'text', from: { address: group.address, name: group.title }, text: '/summary', group },
  blocked: { kind: 'blocked', from: lan },
  unblocked: { kind: 'unblocked', from: lan },
  'group-joined': { kind: 'group-joined', group: basicGroup, by: lan },
  'group-kicked': { kind: 'group-left', group },
  'group-upgraded': {
    kind: 'group-moved',
    group: basicGroup,
    to: '-1002233445566',
  },
};

const nothing = [
  'command-naming-another-bot',
  'pinned-message',
  'edited-live-location',
  'tap-without-data',
  'group-talk',
  'group-forwarded-command',
  'linked-channel-in-group',
  'via-another-bot',
  'from-a-bot',
  'channel-post',
  'supergroup-created',
  'unknown-kind',
];

describe('what Telegram delivers', () => {
  it.each(Object.entries(understood))('%s is understood', (name, expected) => {
    expect(parseUpdate(fixture(name), ours)).toEqual([expect.objectContaining({ channel: 'telegram', ...expected })]);
  });

  it.each(nothing)('%s concerns nobody', (name) => {
    expect(parseUpdate(fixture(name), ours)).toEqual([]);
  });

  it('is covered by a fixture for every kind that the tables name', () => {
    const files = readdirSync(folder).map((file) => file.replace('.json', ''));
    expect(files.sort()).toEqual([...Object.keys(understood), ...nothing].sort());
  });

  it('carries no second identity for an edit, which is not the message that it changes', () => {
    expect(parseUpdate(fixture('edited-text'), ours)[0]?.contentKey).toBeUndefined();
  });

  it.each([
    [{ status: 'administrator' }, 'group-joined'],
    [{ status: 'restricted', is_member: true, can_send_messages: true }, 'group-joined'],
    [{ status: 'restricted', is_member: true, can_send_messages: false }, 'group-muted'],
    [{ status: 'restricted', is_member: false, can_send_messages: true }, 'group-left'],
  ])('tells what the bot may do in a group: %j', (member, kind) => {
    const update = structuredClone(fixture('group-joined')) as { my_chat_member: object };
    Object.assign(update.my_chat_member, { new_chat_member: member });
    expect(parseUpdate(update, ours)).toMatchObject([{ kind }]);
  });

  it('tells the topic of a forum from a chain of replies', () => {
    const inTopic = (extra: object) => {
      const update = structuredClone(fixture('group-command')) as { message: object };
      Object.assign(update.message, { message_thread_id: 42, ...extra });
      return parseUpdate(update, ours)[0];
    };
    expect(inTopic({ is_topic_message: true })).toMatchObject({ group: { ...group, topic: '42' } });
    expect(inTopic({})).toMatchObject({ group });
    expect(JSON.stringify(inTopic({}))).not.toContain('topic');
  });

  it('reads figures in a group, and no other talk', () => {
    const said = (text: string) => {
      const update = structuredClone(fixture('group-talk')) as { message: object };
      return parseUpdate(Object.assign(update, { message: { ...update.message, text } }), ours);
    };
    expect(said('50 45 40 38')).toMatchObject([{ kind: 'text', text: '50 45 40 38', group }]);
    expect(said('Hạn là 10/9, 17 giờ')).toEqual([]);
  });

  it('is one tap when it comes under two update ids', () => {
    const again = Object.assign({}, fixture('tap'), { update_id: 318459999 });
    const [first, second] = [fixture('tap'), again].map((update) => parseUpdate(update, ours)[0]);
    expect(first?.externalId).not.toBe(second?.externalId);
    expect(second?.contentKey).toBe('t:4611686018427387904');
    expect(first?.contentKey).toBe(second?.contentKey);
  });

  it('takes a command that names a bot as ours while our own name is not known', () => {
    expect(parseUpdate(fixture('group-command'))).toEqual([
      expect.objectContaining({ text: '/start Qx7_kD-20aBcDeFg' }),
    ]);
  });

  it('tells which tap to answer, also one without data', () => {
    expect([
      tapToAnswer(fixture('tap')),
      tapToAnswer(fixture('tap-without-data')),
      tapToAnswer(fixture('voice')),
    ]).toEqual(['4611686018427387904', '4611686018427387906', undefined]);
  });

  it('never throws, whatever comes', () => {
    const any = fc.oneof(
      fc.jsonValue(),
      fc.record({ update_id: fc.integer(), message: fc.jsonValue(), callback_query: fc.jsonValue() }),
    );
    fc.assert(
      fc.property(any, (update) => {
        expect(Array.isArray(parseUpdate(update, ours))).toBe(true);
        updateIdOf(update);
        tapToAnswer(update);
      }),
    );
  });
});
