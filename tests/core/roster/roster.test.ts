import { describe, expect, test } from 'vitest';
import type { RosterFault } from '../../../core/roster/roster-fault.ts';
import { faultsOf, heading, notesOf, reading, row, unit } from './reading.ts';

describe('reading a roster', () => {
  test('takes every column, with several aliases in one cell', () => {
    const cells = [
      'a',
      ' Phòng  A ',
      'office',
      '',
      'PA; Phòng A|A',
      '12',
      'Nguyễn Văn B',
      'Trưởng phòng',
      '0912 345 678',
    ];
    const { units, errors, notes } = reading([heading, cells]);
    expect([errors, notes]).toEqual([[], []]);
    expect(units).toEqual([
      {
        code: 'a',
        name: 'Phòng A',
        kind: 'office',
        parent: null,
        aliases: ['PA', 'Phòng A', 'A'],
        staff: 12,
        headName: 'Nguyễn Văn B',
        headTitle: 'Trưởng phòng',
        phone: '0912345678',
      },
    ]);
  });

  test('an unknown number of staff is not zero', () => {
    const { units } = reading([heading, row('a'), row('b', '', '0')]);
    expect(units.map(({ staff }) => staff)).toEqual([null, 0]);
  });

  test('columns may come in any order, and those that are not required may be missing', () => {
    const { units, errors } = reading([
      ['Kind', 'code', 'name'],
      ['office', 'a', 'A'],
    ]);
    expect([units, errors]).toEqual([[{ code: 'a', name: 'A', kind: 'office' }], []]);
  });

  test('empty lines count as rows and are passed over', () => {
    expect(faultsOf([heading, [''], row('a'), ['', '', ''], row('a')])).toEqual([[5, 'code', 'repeated-code']]);
  });

  test('a parent may stand in the file, before or after, or be in the roster already', () => {
    expect(faultsOf([heading, row('a', 'b'), row('b', 'old')], [unit('old')])).toEqual([]);
  });

  test.each<[string, string[][], [number, string, RosterFault['type']][]]>([
    ['a missing column', [['code', 'kind']], [[1, 'name', 'missing-column']]],
    ['a repeated column', [[...heading, 'code']], [[1, 'code', 'repeated-column']]],
    ['a column twice under two names', [[...heading, 'Số CBCCVC']], [[1, 'staff', 'repeated-column']]],
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
    [
      'a code that became a date',
      [heading, row('01-Feb'), row('2026-02-01')],
      [
        [2, 'code', 'code-made-a-date'],
        [3, 'code', 'code-made-a-date'],
      ],
    ],
    ['a number of staff with a fraction', [heading, row('a', '', '1.5')], [[2, 'staff', 'bad-staff']]],
    ['a negative number of staff', [heading, row('a', '', '-3')], [[2, 'staff', 'bad-staff']]],
    ['staff in words', [heading, row('a', '', 'mười')], [[2, 'staff', 'bad-staff']]],
    ['staff that is a guess', [heading, row('a', '', 'khoảng 50')], [[2, 'staff', 'bad-staff']]],
    ['staff between two figures', [heading, row('a', '', '50-60')], [[2, 'staff', 'bad-staff']]],
    ['a telephone number as staff', [heading, row('a', '', '0912000001')], [[2, 'staff', 'bad-staff']]],
    ['staff with an English thousands comma', [heading, row('a', '', '1,234')], [[2, 'staff', 'bad-staff']]],
    ['an unknown parent', [heading, row('a', 'zz')], [[2, 'parent', 'unknown-parent']]],
    ['a unit above itself', [heading, row('a', 'a')], [[2, 'parent', 'cycle']]],
    ['too many cells', [heading, [...row('a'), '', '', '', 'more']], [[2, 'phone', 'too-many-cells']]],
    [
      'a cell below no heading',
      [
        [...heading, ''],
        [...row('a'), '', '', '', 'more'],
      ],
      [[2, 'phone', 'unnamed-column']],
    ],
    [
      'a mark for what the row above has',
      [heading, row('a'), ['b', 'B', '-nt-', '"', '', '', '- nt -', 'như trên']],
      [
        [3, 'kind', 'ditto'],
        [3, 'parent', 'ditto'],
        [3, 'head_name', 'ditto'],
        [3, 'head_title', 'ditto'],
      ],
    ],
    ['a formula that failed', [heading, row('a', '#REF!')], [[2, 'parent', 'cell-error']]],
    [
      'letters that became question marks',
      [heading, ['a', 'Tr??ng Ti?u h?c', 'office']],
      [[2, 'name', 'lost-letters']],
    ],
    ['a name of 45,000 characters', [heading, ['a', 'Trường '.repeat(6_500), 'office']], [[2, 'name', 'too-long']]],
    ['a line break in a text file', [heading, ['a', 'Trường\nsố 1', 'office']], [[2, 'name', 'line-break']]],
    ['a code of 41 letters', [heading, ['a'.repeat(41), 'A', 'office']], [[2, 'code', 'too-long']]],
    ['21 aliases', [heading, ['a', 'A', 'office', '', 'x;'.repeat(21)]], [[2, 'aliases', 'too-many-aliases']]],
  ])('refuses %s', (_, table, faults) => {
    expect(faultsOf(table)).toEqual(faults);
  });

  test.each([
    ['50', 50, []],
    ['050', 50, []],
    ['50.0', 50, [[2, 'staff', 'staff']]],
    ['50,0', 50, [[2, 'staff', 'staff']]],
    ['1.234', 1234, [[2, 'staff', 'staff']]],
    ['50 người', 50, [[2, 'staff', 'staff']]],
    ['1.234 CBCCVC', 1234, [[2, 'staff', 'staff']]],
  ])('reads a number of staff "%s" as %d, and says so where it was not plain', (cell, staff, notes) => {
    const table = [heading, row('a', '', cell)];
    expect([reading(table).units[0]?.staff, notesOf(table)]).toEqual([staff, notes]);
  });

  test.each([
    ['Đ/c Nguyễn Văn A', 'Nguyễn Văn A'],
    ['Đồng chí: Trần B', 'Trần B'],
    ['Bà Lê Thị C', 'Lê Thị C'],
    ['ông Nguyễn Văn D', 'Nguyễn Văn D'],
    ['đ/c', null],
  ])('a courtesy before a name is none of it: "%s", and that is said', (cell, headName) => {
    const table = [heading, [...row('a'), cell]];
    expect([reading(table).units[0]?.headName, notesOf(table)]).toEqual([headName, [[2, 'head_name', 'head-name']]]);
  });

  test.each(['Ông Ích Khiêm', 'Đồng Chí Thanh', 'Đặng Cao Bà'])('"%s" is a name', (cell) => {
    const table = [heading, [...row('a'), cell]];
    expect([reading(table).units[0]?.headName, notesOf(table)]).toEqual([cell, []]);
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
    expect(faultsOf([heading, row('a', 'b')], [unit('b', { parentCode: 'a' })])).toEqual([[2, 'parent', 'cycle']]);
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
