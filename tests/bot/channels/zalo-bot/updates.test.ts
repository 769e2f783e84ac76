import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBotUpdate, unwrapUpdate } from '../../../../bot/channels/zalo-bot/updates.ts';

const folder = new URL('./updates/', import.meta.url);
const fixture = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
const parse = (name: string) => parseBotUpdate(unwrapUpdate(fixture(name)));

const from = { address: '6ede9afa66b88fe6d6a9', name: 'Phạm Thị Lan' };
const externalId = '6ede9afa66b88fe6d6a9:5e27f0a1';
const media = { type: 'inbound', inbound: { kind: 'unreadable', what: 'media', from } };

const photo = { reference: 'https://f1.zdn.vn/a.jpg', name: null };
const expected: Record<string, object> = {
  'text-wrapped': { type: 'inbound', inbound: { kind: 'text', from, text: '50 45 40 38', externalId } },
  'text-bare': {
    type: 'inbound',
    inbound: { kind: 'text', from, text: '50 45 40 38', externalId, writtenAt: 1_690_000_000_000 },
  },
  'image-photo': { type: 'inbound', inbound: { kind: 'file', from, file: photo, text: 'minh chứng' } },
  'image-photo-url': { type: 'inbound', inbound: { kind: 'file', from, file: photo, text: '' } },
  sticker: media,
  voice: media,
  unsupported: media,
  'group-command': {
    type: 'inbound',
    inbound: { kind: 'text', from, text: '/start Qx7_kD-20aBcDeFg', group: { address: 'zgr-8c41f0', title: '' } },
  },
  'group-mention-without-command': { type: 'ignored' },
  'group-date-that-is-no-command': { type: 'ignored' },
  'from-a-bot': { type: 'ignored' },
  'unknown-event': { type: 'unknown', name: 'bot.something.new' },
};

describe('an update of the Bot Platform', () => {
  it.each(Object.entries(expected))('is read: %s', (name, update) => {
    expect(parse(name)).toMatchObject(update);
  });

  it('is in the list above for every recorded one', () => {
    expect(readdirSync(folder).sort()).toEqual(
      Object.keys(expected)
        .map((name) => `${name}.json`)
        .sort(),
    );
  });

  it('never makes the reader fail, whatever it holds', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const update = {
          event_name: 'message.text.received',
          message: { message_id: '1', chat: { id: '1' }, from: value },
        };
        return [parseBotUpdate(value), parseBotUpdate(update)].every(({ type }) => type !== undefined);
      }),
    );
  });
});
