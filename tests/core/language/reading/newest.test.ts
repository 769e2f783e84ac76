import { expect, test } from 'vitest';
import { remembering } from '../../../../core/language/reading/newest.ts';

function counted() {
  const asked: string[] = [];
  const read = remembering((text: string) => {
    asked.push(text);
    return text === '' ? undefined : text.length;
  });
  return { asked, read };
}

test('a text that was just read is not read again, whatever came of it', () => {
  const { asked, read } = counted();
  expect([read('45'), read(''), read('45'), read('')]).toEqual([2, undefined, 2, undefined]);
  expect(asked).toEqual(['45', '']);
});

test('no more than the newest texts are remembered, and no long one', () => {
  const { asked, read } = counted();
  for (let n = 0; n < 17; n += 1) read(String(n));
  read('16');
  read('0');
  expect(asked).toHaveLength(18);
  const long = 'a'.repeat(401);
  expect([read(long), read(long)]).toEqual([401, 401]);
  expect(asked).toHaveLength(20);
});
