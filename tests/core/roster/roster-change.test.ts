import { describe, expect, test } from 'vitest';
import { changesOf, type KeptUnit } from '../../../core/roster/roster-change.ts';

describe('what a roster changes', () => {
  const kept = (code: string, position: number, more: Partial<KeptUnit> = {}): KeptUnit => ({
    code,
    name: code,
    kind: 'office',
    parent: null,
    aliases: [],
    staff: null,
    headName: null,
    headTitle: null,
    phone: null,
    position,
    ...more,
  });
  const given = (code: string, more = {}) => ({ code, name: code, kind: 'office', ...more });

  test('a first file adds its units in its order', () => {
    expect(changesOf([given('b'), given('a')], [])).toEqual([
      { type: 'add', unit: kept('b', 1), fields: [] },
      { type: 'add', unit: kept('a', 2), fields: [] },
    ]);
  });

  test('the same file again changes nothing', () => {
    expect(changesOf([given('a', { aliases: ['x'] })], [kept('a', 1, { aliases: ['x'] })])).toEqual([]);
  });

  test('a column that the file lacks keeps what is there; an empty cell empties it', () => {
    const old = kept('a', 1, { staff: 5, phone: '09' });
    expect(changesOf([given('a', { phone: null })], [old])).toEqual([
      { type: 'change', unit: { ...old, phone: null }, fields: [{ column: 'phone', from: '09', to: null }] },
    ]);
  });

  test('a file of some units leaves the order and puts new ones at the end', () => {
    const changes = changesOf([given('c'), given('b', { staff: 3 })], [kept('a', 1), kept('b', 2)]);
    expect(changes.map(({ type, unit }) => [type, unit.code, unit.position])).toEqual([
      ['add', 'c', 3],
      ['change', 'b', 2],
    ]);
  });

  test('a file of all units sets their order', () => {
    const changes = changesOf([given('b'), given('a')], [kept('a', 1), kept('b', 2)]);
    expect(changes.map(({ unit }) => [unit.code, unit.position])).toEqual([
      ['b', 1],
      ['a', 2],
    ]);
  });

  test('says of each field what it was and what it becomes', () => {
    const old = kept('a', 1, { staff: 5, aliases: ['x'] });
    const [change] = changesOf([given('a', { name: 'A mới', staff: 6, aliases: ['x', 'y'], parent: 'b' })], [old]);
    expect(change?.fields).toEqual([
      { column: 'name', from: 'a', to: 'A mới' },
      { column: 'parent', from: null, to: 'b' },
      { column: 'aliases', from: 'x', to: 'x; y' },
      { column: 'staff', from: '5', to: '6' },
    ]);
  });
});
