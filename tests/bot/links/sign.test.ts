import { describe, expect, it } from 'vitest';
import { readLink, signContent, signLink } from '../../../bot/links/sign.ts';
import type { LinkTarget } from '../../../core/delivery/link.ts';
import type { Recipient } from '../../../core/delivery/message.ts';

const key = Buffer.alloc(32, 7);
const at = (iso: string) => new Date(iso);
const target = { what: 'tasks', assignment: 12 } as const;
const holder = { type: 'person', id: 7 } as const;
const life = (from: string, days = 60) => ({ madeAt: at(from), days });

describe('a signed link', () => {
  const token = signLink(key, { target, holder }, life('2026-01-09T00:00:00Z'));

  it('opens what it was made for until it expires', () => {
    expect(readLink(key, token, at('2026-03-09T23:59:59Z'))).toMatchObject({
      target,
      holder,
      madeAt: at('2026-01-09T00:00:00Z'),
    });
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

  it.each<[LinkTarget, Recipient]>([
    [
      { what: 'tasks', assignment: 1 },
      { type: 'person', id: 999_999_999 },
    ],
    [
      { what: 'scan', attachment: 2 },
      { type: 'account', id: 3 },
    ],
    [
      { what: 'paper', directive: 4, format: 'png' },
      { type: 'group', id: 5 },
    ],
    [{ what: 'paper', directive: 4, format: 'unit', unit: 'XA-ĐÔNG' }, holder],
  ])('of %j is for %j', (opened, whom) => {
    const made = signLink(key, { target: opened, holder: whom }, life('2026-03-01T00:00:00Z'));
    expect(readLink(key, made, at('2026-03-02T00:00:00Z'))).toMatchObject({ target: opened, holder: whom });
  });

  it.each([
    [['t', 12, 492_000], { what: 'tasks', assignment: 12 }],
    [['s', 3, 492_000], { what: 'scan', attachment: 3 }],
    [['p', 1, 'csv', '', 492_000], { what: 'paper', directive: 1, format: 'csv' }],
  ])('of a version before, %j, opens for whoever has it until its hour', (content, opened) => {
    const made = signContent(key, content);
    const now = new Date(492_000 * 3_600_000 - 1);
    expect(readLink(key, made, now)).toMatchObject({ target: opened, holder: null, madeAt: null });
    expect(readLink(key, made, new Date(now.getTime() + 1))).toBeUndefined();
  });

  it('is known by what it opens, for whom and since when, not by its letters', () => {
    const now = at('2026-03-01T00:00:00Z');
    const idOf = (made: string) => readLink(key, made, now)?.id;
    expect(idOf(token)).toMatch(/^[0-9a-f]{64}$/);
    expect(idOf(signLink(key, { target, holder }, life('2026-01-09T00:00:00.999Z')))).toBe(idOf(token));
    expect(idOf(signLink(key, { target, holder }, life('2026-01-09T00:00:01Z')))).not.toBe(idOf(token));
    expect(idOf(signLink(key, { target, holder: { type: 'group', id: 7 } }, life('2026-01-09T00:00:00Z')))).not.toBe(
      idOf(token),
    );
    const other = { what: 'tasks', assignment: 13 } as const;
    expect(idOf(signLink(key, { target: other, holder }, life('2026-01-09T00:00:00Z')))).not.toBe(idOf(token));
  });

  it.each(['', '.', 'a.b', '....', 'x'.repeat(5000)])('opens nothing for %j', (damaged) => {
    expect(readLink(key, damaged, at('2026-03-01T00:00:00Z'))).toBeUndefined();
  });
});
