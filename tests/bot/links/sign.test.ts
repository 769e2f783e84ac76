import { describe, expect, it } from 'vitest';
import { readLink, signLink } from '../../../bot/links/sign.ts';

const key = Buffer.alloc(32, 7);
const at = (iso: string) => new Date(iso);
const target = { what: 'tasks', assignment: 12 } as const;

describe('a signed link', () => {
  const token = signLink(key, target, at('2026-03-10T00:00:00Z'));

  it('opens what it was made for until it expires', () => {
    expect(readLink(key, token, at('2026-03-09T23:59:59Z'))).toEqual(target);
    expect(readLink(key, token, at('2026-03-10T00:00:00Z'))).toBeUndefined();
  });

  it('opens nothing under another key', () => {
    expect(readLink(Buffer.alloc(32, 8), token, at('2026-03-01T00:00:00Z'))).toBeUndefined();
  });

  it('opens nothing when a character is changed', () => {
    for (let i = 0; i < token.length - 1; i++) {
      const changed = `${token.slice(0, i)}${token[i] === 'A' ? 'B' : 'A'}${token.slice(i + 1)}`;
      expect(readLink(key, changed, at('2026-03-01T00:00:00Z'))).toBeUndefined();
    }
  });

  it.each(['', '.', 'a.b', '....', 'x'.repeat(5000)])('opens nothing for %j', (damaged) => {
    expect(readLink(key, damaged, at('2026-03-01T00:00:00Z'))).toBeUndefined();
  });
});
