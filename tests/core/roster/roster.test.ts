import { describe, expect, test } from 'vitest';
import { type KnownUnit, readRoster } from '../../../core/roster/roster.ts';
import { changesOf, type KeptUnit } from '../../../core/roster/roster-change.ts';
import type { RosterFault } from '../../../core/roster/roster-fault.ts';

const heading = ['code', 'name', 'kind', 'parent', 'aliases', 'staff', 'head_name', 'head_title', 'phone'];
const row = (code: string, parent = '', staff = '') => [code, `Đơn vị ${code}`, 'office', parent, '', staff];
const unit = (code: string, more: Partial<KnownUnit> = {}): KnownUnit => ({
  code,
  name: `Đơn vị ${code}`,
  kind: 'office',
  parentCode: null,
  aliases: [],
  ...more,
});
const reading = (rows: string[][], known: KnownUnit[] = [], more: { joinsLines?: boolean; allowTwins?: boolean } = {}) =>
  readRoster(
    { rows, firstRow: 1, joinsLines: more.joinsLines ?? false, merges: [] },
    known,
    { allowTwins: more.allowTwins ?? false },
  );
const faultsOf = (rows: string[][], known: KnownUnit[] = [], more = {}) =>
  reading(rows, known, more).errors.map(({ row: at, column, fault }) => [at, column, fault.type]);
const notesOf = (rows: string[][], known: KnownUnit[] = [], more = {}) =>
  reading(rows, known, more).notes.map(({ row: at, column, note }) => [at, column, note.type]);

describe('reading a roster', () => {
  test('takes every column, with several aliases in one cell', () => {
    const cells = ['a', ' Phòng  A ', 'office', '', 'PA; Phòng A|A', '12', 'Nguyễn Văn B', 'Trưởng phòng', '0912 345 678'];
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
    ['a code that became a date', [heading, row('01-Feb'), row('2026-02-01')], [
      [2, 'code', 'code-made-a-date'],
      [3, 'code', 'code-made-a-date'],
    ]],
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
    ['a cell below no heading', [[...heading, ''], [...row('a'), '', '', '', 'more']], [[2, 'phone', 'unnamed-column']]],
    ['a formula that failed', [heading, row('a', '#REF!')], [[2, 'parent', 'cell-error']]],
    ['letters that became question marks', [heading, ['a', 'Tr??ng Ti?u h?c', 'office']], [[2, 'name', 'lost-letters']]],
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

describe('the table around the units', () => {
  test.each([
    ['a title above the heading', [['DANH SÁCH ĐƠN VỊ NĂM 2026', '', ''], ['', '', ''], heading, row('a')], [[3, '', 'heading-found']]],
    ['empty columns behind', [[...heading, '', '', ''], [...row('a'), '', '', '', '', '', '']], []],
    ['a column of no use', [['STT', ...heading], ['1', ...row('a')]], [[1, '', 'ignored-column']]],
    ['a row of column numbers', [heading, heading.map((_, at) => `(${at + 1})`), row('a')], [[2, '', 'skipped-row']]],
    ['a sum at the end', [heading, row('a'), ['', 'Tổng cộng', '', '', '', '1']], [[3, '', 'skipped-row']]],
    ['a sum with its count', [heading, row('a'), ['Tổng số: 1 đơn vị']], [[3, '', 'skipped-row']]],
    [
      'a place for signatures at the end',
      [heading, row('a'), [''], ['', '', '', '', 'Hòa Bình, ngày 5 tháng 9 năm 2026'], ['', 'NGƯỜI LẬP BIỂU'], ['', 'Lê Văn C']],
      [
        [4, '', 'skipped-row'],
        [5, '', 'skipped-row'],
        [6, '', 'skipped-row'],
      ],
    ],
  ])('may hold %s: it is named and left out', (_, table, notes) => {
    const { units, errors } = reading(table);
    expect([units.map(({ code }) => code), errors, notesOf(table)]).toEqual([['a'], [], notes]);
  });

  test('a unit whose name begins like a sum is a unit', () => {
    const table = [heading, row('a'), ['', 'Tổng công ty Sông Mây', '', ''], ['b', 'Cộng', 'office']];
    expect(faultsOf(table)).toEqual([
      [3, 'code', 'empty'],
      [3, 'kind', 'empty'],
    ]);
  });

  test('a kind and a parent that were merged over several rows are those of each of them; staff is not', () => {
    const rows = [heading, ['p', 'Phòng', 'office'], ['a', 'A', 'school', 'p', '', '5'], ['b', 'B', '', ''], ['c', 'C', '', '']];
    const merges = [2, 3, 5].map((column) => ({ column, from: 2, to: 4 }));
    const { units, errors } = readRoster({ rows, firstRow: 1, joinsLines: true, merges }, [], { allowTwins: false });
    expect(errors).toEqual([]);
    expect(units.map(({ kind, parent, staff }) => [kind, parent, staff])).toEqual([
      ['office', null, null],
      ['school', 'p', 5],
      ['school', 'p', null],
      ['school', 'p', null],
    ]);
  });

  test('a line break that a person typed into a spreadsheet is a blank, and is named', () => {
    const table = [heading, ['a', 'Trường Tiểu học\nsố 1', 'school', '', 'TH1\nTH số 1', '', '', '', '0912345678\n0988123456']];
    const { units, errors } = reading(table, [], { joinsLines: true });
    expect(errors).toEqual([]);
    expect(units[0]).toMatchObject({ name: 'Trường Tiểu học số 1', aliases: ['TH1', 'TH số 1'], phone: '0912345678; 0988123456' });
    expect(notesOf(table, [], { joinsLines: true })).toEqual([[2, 'name', 'lines-joined']]);
  });
});

describe('a Vietnamese heading', () => {
  const english = ['code', 'name', 'kind', 'parent', 'aliases', 'staff', 'head_name', 'head_title', 'phone'];
  test.each([
    ['Mã đơn vị', 'Tên đơn vị', 'Loại', 'Trực thuộc', 'Tên khác', 'Số CBCCVC', 'Thủ trưởng', 'Chức vụ', 'Điện thoại'],
    ['MÃ ĐƠN VỊ', 'TÊN ĐƠN VỊ', 'LOẠI ĐƠN VỊ', 'TRỰC THUỘC', 'VIẾT TẮT', 'SỐ CBCCVC', 'HỌ VÀ TÊN', 'CHỨC VỤ', 'SỐ ĐIỆN THOẠI'],
    ['ma don vi', 'ten don vi', 'loai', 'truc thuoc', 'ten goi khac', 'so cbccvc', 'thu truong', 'chuc vu', 'dien thoai'],
    ['Mã', 'Tên cơ quan, đơn vị', 'Loại hình', 'Đơn vị cấp trên', 'Tên viết tắt', 'Tổng số CB, CC, VC', 'Họ tên thủ trưởng', 'Chức danh', 'SĐT'],
    ['Mã số', 'Đơn vị', 'Phân loại', 'Cơ quan chủ quản', 'Tên thường gọi', 'Số lượng cán bộ (người)', 'Người đứng đầu', 'Chức vụ thủ trưởng', 'Điện thoại liên hệ'],
    ['Mã đơn vị (*)', 'Tên\nđơn vị', 'Loại đơn vị:', 'Mã đơn vị cấp trên', 'Ten tat', 'Biên chế', 'Họ và tên thủ trưởng đơn vị', 'Chức vụ/Chức danh', 'Di động'],
  ])('%s, %s, %s, … names the columns', (...said) => {
    const cells = ['a', 'A', 'office', '', 'x', '5', 'Lê Văn C', 'Trưởng phòng', '0912345678'];
    expect(reading([said, cells])).toMatchObject({ errors: [], units: reading([english, cells]).units });
  });

  test('may stand in two rows', () => {
    const table = [
      ['STT', 'Mã đơn vị', 'Tên đơn vị', 'Loại', 'Thủ trưởng', '', ''],
      ['', '', '', '', 'Họ và tên', 'Chức vụ', 'Điện thoại'],
      ['1', 'a', 'A', 'office', 'Lê Văn C', 'Trưởng phòng', '0912345678'],
    ];
    expect(reading(table)).toMatchObject({
      errors: [],
      units: [{ code: 'a', headName: 'Lê Văn C', headTitle: 'Trưởng phòng', phone: '0912345678' }],
    });
  });

  test('two columns of telephone numbers are one', () => {
    const table = [
      ['Mã', 'Tên', 'Loại', 'Điện thoại cơ quan', 'Di động'],
      ['a', 'A', 'office', '02373852246', '912345678'],
    ];
    expect(reading(table)).toMatchObject({ errors: [], units: [{ phone: '02373852246; 0912345678' }] });
  });
});

describe('twins', () => {
  test('a kind in other letters or blanks is written as the roster writes it', () => {
    const table = [heading, ['b', 'B', 'School'], ['c', 'C', 'school '], ['d', 'D', 'SCHOOL']];
    const { units, errors } = reading(table, [unit('a', { kind: 'school' })]);
    expect([units.map(({ kind }) => kind), errors]).toEqual([['school', 'school', 'school'], []]);
    expect(notesOf(table, [unit('a', { kind: 'school' })])).toEqual([
      [2, 'kind', 'kind'],
      [4, 'kind', 'kind'],
    ]);
  });

  test('a plural or a slip of a kind is refused, and taken when told so', () => {
    const table = [heading, ['b', 'B', 'school'], ['c', 'C', 'School'], ['d', 'D', 'Schools'], ['e', 'E', 'schol']];
    expect(faultsOf(table)).toEqual([
      [4, 'kind', 'near-kind'],
      [5, 'kind', 'near-kind'],
    ]);
    expect(reading(table, [], { allowTwins: true }).units.map(({ kind }) => kind)).toEqual(['school', 'school', 'Schools', 'schol']);
    expect(notesOf(table, [], { allowTwins: true })).toEqual([
      [3, 'kind', 'kind'],
      [4, 'kind', 'twin-accepted'],
      [5, 'kind', 'twin-accepted'],
    ]);
  });

  test('a code in another spelling, and a name that another unit below the same parent has', () => {
    const known = [
      unit('XA', { name: 'Xã' }),
      unit('TH-09', { name: 'Trường Tiểu học số 9', kind: 'school', parentCode: 'XA' }),
      unit('TH-10', { name: 'Trường Tiểu học số 10', kind: 'school', parentCode: 'XA' }),
    ];
    const table = [
      heading,
      ['TH09', 'Trường Tiểu học số 9', 'school', 'XA'],
      ['th-10', 'Trường khác', 'school', 'XA'],
      ['TIEUHOC9', 'Trường tiểu học  số 9', 'school', 'xa'],
      ['TH-90', 'Trường Tiểu học số 9', 'school', ''],
    ];
    expect(faultsOf(table, known)).toEqual([
      [2, 'code', 'code-twin'],
      [3, 'code', 'code-twin'],
      [4, 'name', 'name-twin'],
    ]);
    expect(faultsOf(table, known, { allowTwins: true })).toEqual([]);
  });

  test('two units of the file are twins as well, and units that the roster has already are none', () => {
    expect(faultsOf([heading, ['x-1', 'A', 'office'], ['X1', 'B', 'office'], ['y', ' a', 'office']])).toEqual([
      [3, 'code', 'code-twin'],
      [4, 'name', 'name-twin'],
    ]);
    const twins = [unit('x-1', { name: 'A' }), unit('X1', { name: 'A' })];
    expect(faultsOf([heading, ['x-1', 'A', 'office'], ['X1', 'A', 'office']], twins)).toEqual([]);
  });

  test('a unit that is renamed to what another is called is one', () => {
    const known = [unit('a', { name: 'A' }), unit('b', { name: 'B' })];
    expect(faultsOf([heading, ['b', 'A', 'office']], known)).toEqual([[2, 'name', 'name-twin']]);
  });

  test('a parent is found in another spelling, by its name or by an alias, and refused where it may be two', () => {
    const known = [
      unit('UBND-XA', { name: 'UBND xã Hòa Bình', aliases: ['UBND xã'] }),
      unit('p1', { name: 'Phòng A', parentCode: 'UBND-XA' }),
      unit('p2', { name: 'Phòng A' }),
    ];
    const table = [heading, row('a', 'ubnd-xa'), row('b', 'UBND xã Hoà Bình'), row('c', 'ubnd xã'), row('d', 'Phòng A')];
    expect(faultsOf(table, known)).toEqual([[5, 'parent', 'ambiguous-parent']]);
    expect(reading(table, known).units.map(({ parent }) => parent)).toEqual(['UBND-XA', 'UBND-XA', 'UBND-XA', 'Phòng A']);
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
