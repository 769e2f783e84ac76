import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyedHash } from '../../../bot/audit/keyed-hash.ts';

const key = Buffer.alloc(32, 7);
const known = (text: string) => createHmac('sha256', key).update(`text:${text}`).digest('hex');

test('a keyed hash is HMAC-SHA-256, whatever was hashed before', () => {
  const hash = keyedHash(key, 'text');
  const texts = [fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom('ờ'.repeat(5000), '\ud800', '')];
  fc.assert(
    fc.property(fc.oneof(...texts), (text) => {
      expect(hash(text)).toBe(known(text));
    }),
  );
});

test('a key that is longer than a block is refused', () => {
  expect(() => keyedHash(Buffer.alloc(65), 'text')).toThrow('block');
});
