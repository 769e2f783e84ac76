import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCount } from '../../../../core/language/amounts/count.ts';

const totals = fc.option(fc.integer({ min: 1, max: 3000 }), { nil: undefined });

test('a figure alone says what it says with a courtesy behind it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999 }), totals, (figure, total) => {
      expect(readCount(String(figure), total)).toEqual(readCount(`${figure} ạ`, total));
    }),
  );
});

test('an official zero in front counts, more digits may be a telephone number', () => {
  expect(readCount('05')).toEqual({ type: 'count', value: 5 });
  expect(readCount('00')).toEqual({ type: 'none' });
  expect(readCount('007')).toEqual({ type: 'unclear' });
  expect(readCount('0912345678')).toMatchObject({ type: 'other', speech: { act: 'phone' } });
});
