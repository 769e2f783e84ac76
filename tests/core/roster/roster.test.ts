import { describe, expect, test } from 'vitest';
import { type RosterFault, readRoster } from '../../../core/roster/roster.ts';
import { changesOf, type KeptUnit } from '../../../core/roster/roster-change.ts';

const heading = ['code', 'name', 'kind', 'parent', 'aliases', 'staff', 'head_name', 'head_title', 'phone'];
const row = (code: string, parent = '', staff = '') => [code, `Đơn vị ${code}`, 'office', parent, '', staff];
const faultsOf = (table: string[][], known: { code: string; parentCode: string | null }[] = []) =>
  readRoster(table, known).errors.map(({ row: at, column, fault }) => [at, column, fault.type]);

describe('reading a roster', () => {
  test('takes every column, with several aliases in one cell', () => {
    const cells = ['a', ' Phòng  A ', 'office', '', 'PA; Phòng A|A', '12', 'Nguyễn Văn B', 'Trưởng phòng', '0900'];
    expect(readRoster([heading, cells], [])).toEqual({
      units: [
        {
          code: 'a',
          name: 'Phòng A',
          kind: 'office',
          parent: null,
          aliases: ['PA', 'Phòng A', 'A'],
          staff: 12,
          headName: 'Nguyễn Văn B',
          headTitle: 'Trưởng phòng',
          phone: '0900',
        },
      ],
      errors: [],
    });
  });

  test('an unknown number of staff is not zero', () => {
    const { units } = readRoster([heading, row('a'), row('b', '', '0')], []);
    expect(units.map((unit) => unit.staff)).toEqual([null, 0]);
  });

  test('columns may come in any order, and those that are not required may be missing', () => {
    const { units, errors } = readRoster(
      [
        ['Kind', 'code', 'name'],
        ['office', 'a', 'A'],
      ],
      [],
    );
    expect([units, errors]).toEqual([[{ code: 'a', name: 'A', kind: 'office' }], []]);
  });

  test('empty lines count as rows and are passed over', () => {
    expect(faultsOf([heading, [''], row('a'), ['', '', ''], row('a')])).toEqual([[5, 'code', 'repeated-code']]);
  });

  test('a parent may stand in the file, before or after, or be in the roster already', () => {
    expect(faultsOf([heading, row('a', 'b'), row('b', 'old')], [{ code: 'old', parentCode: null }])).toEqual([]);
  });

  test.each<[string, string[][], [number, string, RosterFault['type']][]]>([
    ['a missing column', [['code', 'kind']], [[1, 'name', 'missing-column']]],
    ['an unknown column', [[...heading, 'colour']], [[1, 'colour', 'unknown-column']]],
    ['a repeated column', [[...heading, 'code']], [[1, 'code', 'repeated-column']]],
    [
      'a file without a heading',
      [],
      [
        [1, 'code', 'missing-column'],
        [1, 'name', 'missing-column'],
        [1, 'kind', 'missing-column'],
      ],
    ],
    ['a file without units', [heading, ['']], [[2, 'code', 'no-rows']]],
    [
      'missing cells',
      [heading, ['', '', '', '', 'alias']],
      [
        [2, 'code', 'empty'],
        [2, 'name', 'empty'],
        [2, 'kind', 'empty'],
      ],
    ],
    ['a code with a space', [heading, row('a b')], [[2, 'code', 'bad-code']]],
    ['a number of staff with a fraction', [heading, row('a', '', '1.5')], [[2, 'staff', 'bad-staff']]],
    ['a negative number of staff', [heading, row('a', '', '-3')], [[2, 'staff', 'bad-staff']]],
    ['staff in words', [heading, row('a', '', 'mười')], [[2, 'staff', 'bad-staff']]],
    ['an unknown parent', [heading, row('a', 'zz')], [[2, 'parent', 'unknown-parent']]],
    ['a unit above itself', [heading, row('a', 'a')], [[2, 'parent', 'cycle']]],
    ['too many cells', [heading, [...row('a'), '', '', '', 'more']], [[2, 'phone', 'too-many-cells']]],
  ])('refuses %s', (_, table, faults) => {
    expect(faultsOf(table)).toEqual(faults);
  });

  test('names every unit of a circle, and none of those that merely lead to it', () => {
    const table = [heading, row('a', 'b'), row('b', 'c'), row('c', 'b')];
    expect(faultsOf(table)).toEqual([
      [3, 'parent', 'cycle'],
      [4, 'parent', 'cycle'],
    ]);
  });

  test('looks at each unit of a long chain once', () => {
    const chain = Array.from({ length: 20_000 }, (_, at) => row(`u${at}`, at > 0 ? `u${at - 1}` : ''));
    expect(faultsOf([heading, ...chain])).toEqual([]);
    const circle = Array.from({ length: 20_000 }, (_, at) => row(`u${at}`, `u${(at + 1) % 20_000}`));
    expect(faultsOf([heading, ...circle])).toHaveLength(20_000);
  });

  test('finds a circle that only the roster and the file together make', () => {
    expect(faultsOf([heading, row('a', 'b')], [{ code: 'b', parentCode: 'a' }])).toEqual([[2, 'parent', 'cycle']]);
  });

  test('names every bad row of a file, in their order', () => {
    const table = [heading, row('a', 'zz'), row('b', '', 'x'), row('a'), row('c')];
    expect(faultsOf(table)).toEqual([
      [2, 'parent', 'unknown-parent'],
      [3, 'staff', 'bad-staff'],
      [4, 'code', 'repeated-code'],
    ]);
  });
});

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
      { type: 'add', unit: kept('b', 1) },
      { type: 'add', unit: kept('a', 2) },
    ]);
  });

  test('the same file again changes nothing', () => {
    expect(changesOf([given('a', { aliases: ['x'] })], [kept('a', 1, { aliases: ['x'] })])).toEqual([]);
  });

  test('a column that the file lacks keeps what is there; an empty cell empties it', () => {
    const old = kept('a', 1, { staff: 5, phone: '09' });
    expect(changesOf([given('a', { phone: null })], [old])).toEqual([
      { type: 'change', unit: { ...old, phone: null } },
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
});
