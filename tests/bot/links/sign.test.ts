import { describe, expect, it } from 'vitest';
import { readLink, signLink } from '../../../bot/links/sign.ts';

const key = Buffer.alloc(32, 7);
const at = (iso: string) => new Date(iso);
const target = { what: 'tasks', assignment: 12 } as const;

describe('a signed link', () => {
  const token = signLink(key, target, at('2026-03-10T00:00:00Z'));

  it('opens what it was made for until it expires', () => {
    expect(readLink(key, token, at('2026-03-09T23:59:59Z'))).toMatchObject({ target });
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

  it('has one spelling: no other text opens the same', () => {
    const [content = '', seal = ''] = token.split('.');
    const standard = (text: string) => text.replaceAll('-', '+').replaceAll('_', '/');
    const others = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
      .map((letter) => `${token.slice(0, -1)}${letter}`)
      .concat([`${token}.x`, `${token}.`, `${token}=`, `${token}==`, `${token} `, ` ${token}`, `${token}\n`])
      .concat([`${content}=.${seal}`, `${content}\n.${seal}`, `${content}.${seal.slice(0, 5)}\n${seal.slice(5)}`])
      .concat([`${content}.${seal}%20`, `${content}.*${seal}`, `${standard(content)}.${standard(seal)}`])
      .filter((other) => other !== token);
    for (const other of others) expect(readLink(key, other, at('2026-03-01T00:00:00Z')), other).toBeUndefined();
  });

  it('is known by what it opens and until when, not by its letters', () => {
    const now = at('2026-03-01T00:00:00Z');
    const idOf = (made: string) => readLink(key, made, now)?.id;
    expect(idOf(token)).toMatch(/^[0-9a-f]{64}$/);
    expect(idOf(signLink(key, target, at('2026-03-10T00:00:00Z')))).toBe(idOf(token));
    expect(idOf(signLink(key, target, at('2026-03-11T00:00:00Z')))).not.toBe(idOf(token));
    expect(idOf(signLink(key, { what: 'tasks', assignment: 13 }, at('2026-03-10T00:00:00Z')))).not.toBe(idOf(token));
  });

  it.each(['', '.', 'a.b', '....', 'x'.repeat(5000)])('opens nothing for %j', (damaged) => {
    expect(readLink(key, damaged, at('2026-03-01T00:00:00Z'))).toBeUndefined();
  });
});
