import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../../bot/channels/zalo/json.ts';
import { parseOaEvent } from '../../../../bot/channels/zalo-oa/events.ts';

const folder = new URL('./events/', import.meta.url);
const raw = (name: string): Buffer => readFileSync(new URL(`${name}.json`, folder));
const parse = (name: string) => parseOaEvent(JSON.parse(raw(name).toString()), raw(name), '388600000000000001');

const from = { address: '4572947693969771000', name: '' };
const group = { address: 'f414c8f76fa586fbdfb4', title: '' };
const contact = { kind: 'contact', from, name: 'Nguyễn Văn An' };
const command = { kind: 'text', from, text: '/start Qx7_kD-20aBcDeFg', group };
const inbound = (event: object) => ({ type: 'inbound', event });

const expected: Record<string, object> = {
  text: {
    ...inbound({ kind: 'text', from, text: '50 45 40 38' }),
    externalId: '2d3eb9e18ca4a7fffeb0',
    writtenAt: 1_690_000_000_000,
  },
  'text-quoting': inbound({ kind: 'text', from, text: 'Đã nhận' }),
  tap: inbound({ kind: 'tap', from, tap: '17:yes' }),
  'command-from-button': inbound({ kind: 'text', from, text: '/baocao 12' }),
  'hour-that-is-no-tap': inbound({ kind: 'text', from, text: '16:00' }),
  image: inbound({ kind: 'file', from, file: { reference: 'https://f1.zdn.vn/a.jpg', name: null }, text: '' }),
  file: inbound({
    kind: 'file',
    from,
    file: { reference: 'https://f1.zdn.vn/a.xlsx', name: 'bao-cao.xlsx' },
    text: '',
  }),
  location: inbound({ kind: 'unreadable', from, what: 'media' }),
  sticker: inbound({ kind: 'unreadable', from, what: 'media' }),
  follow: inbound({ kind: 'unblocked', from }),
  unfollow: inbound({ kind: 'blocked', from }),
  'submit-info-old': inbound({ ...contact, phone: expect.stringMatching(/912345678$/) }),
  'submit-info-new': inbound({ ...contact, phone: expect.stringMatching(/912345678$/) }),
  'group-command-recipient-id': inbound(command),
  'group-command-recipient-group-id': inbound(command),
  'group-command-conversation-id': inbound(command),
  'group-question': inbound({ ...command, text: expect.stringMatching(/^\/hoi .*trường nào chưa nộp$/) }),
  'group-talk': { type: 'ignored' },
  'group-image': { type: 'ignored' },
  'group-deleted': inbound({ kind: 'group-left', group }),
  echo: { type: 'ignored' },
  received: { type: 'ignored' },
  seen: { type: 'ignored' },
  'other-account': { type: 'ignored' },
  'unknown-event': { type: 'unknown', name: 'user_does_something_new' },
};

describe('an event of the Official Account', () => {
  it.each(Object.entries(expected))('is read: %s', (name, event) => {
    expect(parse(name)).toMatchObject(event);
  });

  it('is in the list above for every recorded one', () => {
    expect(readdirSync(folder).sort()).toEqual(
      Object.keys(expected)
        .map((name) => `${name}.json`)
        .sort(),
    );
  });

  it('without an id of its own is known by its bytes', () => {
    const ids = [parse('follow'), parse('follow'), parse('unfollow')].map(
      (one) => 'externalId' in one && one.externalId,
    );
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
  });

  it('never makes the reader fail, whatever it holds', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...Object.keys(expected)), (value, name) => {
        const body = JSON.parse(raw(name).toString());
        for (const key of Object.keys(body)) parseOaEvent({ ...body, [key]: value }, raw(name));
        return parseOaEvent(value, Buffer.from('')).type === 'unknown';
      }),
    );
  });
});

describe('an id', () => {
  it('that comes as a number keeps all its digits', () => {
    expect(
      readJson('{"id":4572947693969771003, "a":[1, 4572947693969771005], "text":"so 4572947693969771003, x"}'),
    ).toEqual({
      ok: true,
      value: { id: '4572947693969771003', a: [1, '4572947693969771005'], text: 'so 4572947693969771003, x' },
    });
  });

  it('apart, JSON is read as ever', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const read = readJson(text);
        return read.ok && (/\d{16}/.test(text) || JSON.stringify(read.value) === JSON.stringify(JSON.parse(text)));
      }),
    );
  });
});
