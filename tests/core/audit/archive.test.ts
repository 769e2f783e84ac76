import { expect, test } from 'vitest';
import { createSeal } from '../../../bot/audit/seal.ts';
import { type ArchivedEvent, endOf, readArchived } from '../../../core/audit/archive.ts';
import { entryOf, genesis } from '../../../core/audit/fact.ts';

const seal = createSeal(Buffer.alloc(32, 7));
const part = (from: number, to: number) => ({ from, to, hash: 'a'.repeat(64), sha256: 'b', digest: 'c' });
const event: ArchivedEvent = {
  kind: 'archived',
  begun: new Date('2021-09-06T01:00:00Z'),
  parts: [part(1, 5), part(6, 9)],
};
const { payload } = entryOf(event, seal.digest);

test('a record says what was moved before it', () => {
  expect(readArchived({ seq: 10, payload })).toEqual(event);
  expect(endOf(event.parts)).toEqual({ seq: 9, hash: 'a'.repeat(64) });
  expect(endOf([])).toEqual({ seq: 0, hash: genesis });
});

test('what is moved cannot stand behind the record that says so, or be said otherwise', () => {
  expect(readArchived({ seq: 9, payload })).toBeUndefined();
  for (const other of ['', '{}', payload.replace('archived', 'moved'), payload.replace('"from":1', '"from":"1"')])
    expect(readArchived({ seq: 10, payload: other })).toBeUndefined();
});
