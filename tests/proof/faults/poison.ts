/** Updates that no platform should deliver, and that one day one does. */

type Update = { type: string; payload: object };

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

/** Each is something else that is wrong; `id` is a person's who is known. */
export function poison(id: number): Update[] {
  const from = { id, is_bot: false, first_name: 'An' };
  const chat = { id, type: 'private', first_name: 'An' };
  let number = 9_000_000;
  const message = (more: object): Update => ({
    type: 'message',
    payload: { message_id: ++number, date: 1, chat, from, ...more },
  });
  return [
    message({ text: 'a\u0000b' }),
    message({ text: '\ud800' }),
    message({ text: '\udfff\ud800' }),
    message({ text: '' }),
    message({ text: ' '.repeat(4000) }),
    message({ text: 'x'.repeat(4096) }),
    message({ text: '1'.repeat(4096) }),
    message({ text: '.'.repeat(4000) }),
    message({ text: '\u202e\u2066\u200f'.repeat(300) }),
    message({ text: 5 }),
    message({ text: null }),
    message({ text: ['/start'] }),
    message({ from: undefined, text: 'không ai' }),
    message({ from: { ...from, first_name: null }, text: 'x' }),
    message({ from: { ...from, id: 2 ** 60 }, text: 'x' }),
    message({ chat: { id: 'a', type: 'private' }, text: 'x' }),
    message({ chat: { id, type: 'forum' }, text: 'x' }),
    message({ message_id: 'x', text: 'x' }),
    message({ entities: deep(2000), text: 'sâu' }),
    message({ document: { file_id: 5 } }),
    message({ document: {} }),
    message({ photo: 'x' }),
    message({ photo: [{ file_id: 'x', width: 'wide' }] }),
    message({ contact: { phone_number: 5 } }),
    message({ location: {} }),
    message({ text: '/start'.padEnd(4000, '_') }),
    message({ text: '/__proto__' }),
    message({ text: '/constructor' }),
    message({ text: '/baocao 99999999999999999999' }),
    message({ __proto__: { text: '/huy' } }),
    message({ migrate_to_chat_id: 'x', text: 'x' }),
    { type: 'message', payload: {} },
    { type: 'message', payload: [] },
    { type: 'edited_message', payload: { chat } },
    { type: 'callback_query', payload: { id: 5, from, data: '1:agree' } },
    { type: 'callback_query', payload: { id: '5', from, data: '\u0000' } },
    { type: 'my_chat_member', payload: { chat, from, new_chat_member: {} } },
    { type: 'message_reaction', payload: { chat } },
  ];
}
