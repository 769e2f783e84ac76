import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advance, beginning, floorOf, readCursor, writeCursor } from '../../../bot/web/chat/cursor.ts';

const isNew = (cursor: readonly number[], id: number) => id > floorOf(cursor) && !cursor.includes(id);

test('ids that come up to fifteen places late are each shown once, whenever the page connects again', () => {
  const idsWithLateness = fc
    .uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 60 })
    .chain((ids) => {
      const rising = ids.toSorted((a, b) => a - b);
      return fc.array(fc.nat(15), { minLength: rising.length, maxLength: rising.length }).map((late) =>
        rising
          .map((id, place) => ({ id, at: place + (late[place] ?? 0) }))
          .toSorted((a, b) => a.at - b.at || a.id - b.id)
          .map(({ id }) => id),
      );
    });
  fc.assert(
    fc.property(idsWithLateness, (arrivals) => {
      let cursor = beginning;
      for (const id of arrivals) {
        expect(isNew(cursor, id)).toBe(true);
        cursor = readCursor(writeCursor(advance(cursor, [id]))) ?? beginning;
        expect(isNew(cursor, id)).toBe(false);
      }
    }),
  );
});

test('one bare id is a cursor: everything after it is new', () => {
  const cursor = readCursor('21') ?? beginning;
  expect([20, 21, 22].map((id) => isNew(cursor, id))).toEqual([false, false, true]);
});

test.each([undefined, '', 'x', '1,', '-1', '1;drop', '99999999999', Array.from({ length: 17 }, () => '1').join(',')])(
  '%s is no cursor',
  (text) => {
    expect(readCursor(text)).toBeUndefined();
  },
);
