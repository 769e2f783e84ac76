import { describe, expect, test } from 'vitest';
import { readRoster } from '../../../core/roster/roster.ts';
import { faultsOf, heading, notesOf, reading, row, unit } from './reading.ts';

describe('the table around the units', () => {
  test.each([
    [
      'a title above the heading',
      [['DANH SÁCH ĐƠN VỊ NĂM 2026', '', ''], ['', '', ''], heading, row('a')],
      [[3, '', 'heading-found']],
    ],
    [
      'empty columns behind',
      [
        [...heading, '', '', ''],
        [...row('a'), '', '', '', '', '', ''],
      ],
      [],
    ],
    [
      'a column of no use',
      [
        ['STT', ...heading],
        ['1', ...row('a')],
      ],
      [[1, '', 'ignored-column']],
    ],
    ['a row of column numbers', [heading, heading.map((_, at) => `(${at + 1})`), row('a')], [[2, '', 'skipped-row']]],
    ['a sum at the end', [heading, row('a'), ['', 'Tổng cộng', '', '', '', '1']], [[3, '', 'skipped-row']]],
    ['a sum of units alone', [heading, row('a'), ['', 'Cộng: 01 đơn vị', '', '', '', '1']], [[3, '', 'skipped-row']]],
    ['how many units it lists', [heading, row('a'), ['(Danh sách gồm 01 đơn vị)']], [[3, '', 'skipped-row']]],
    ['its heading again on a further page', [heading, row('a'), heading], [[3, '', 'skipped-row']]],
    ['a sum with its count', [heading, row('a'), ['Tổng số: 1 đơn vị']], [[3, '', 'skipped-row']]],
    [
      'a place for signatures at the end',
      [
        heading,
        row('a'),
        [''],
        ['', '', '', '', 'Hòa Bình, ngày 5 tháng 9 năm 2026'],
        ['', 'NGƯỜI LẬP BIỂU'],
        ['', 'Lê Văn C'],
      ],
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
    const rows = [
      heading,
      ['p', 'Phòng', 'office'],
      ['a', 'A', 'school', 'p', '', '5'],
      ['b', 'B', '', ''],
      ['c', 'C', '', ''],
    ];
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
    const table = [
      heading,
      ['a', 'Trường Tiểu học\nsố 1', 'school', '', 'TH1\nTH số 1', '', '', '', '0912345678\n0988123456'],
    ];
    const { units, errors } = reading(table, [], { joinsLines: true });
    expect(errors).toEqual([]);
    expect(units[0]).toMatchObject({
      name: 'Trường Tiểu học số 1',
      aliases: ['TH1', 'TH số 1'],
      phone: '0912345678; 0988123456',
    });
    expect(notesOf(table, [], { joinsLines: true })).toEqual([[2, 'name', 'lines-joined']]);
  });
});

describe('a Vietnamese heading', () => {
  const english = ['code', 'name', 'kind', 'parent', 'aliases', 'staff', 'head_name', 'head_title', 'phone'];
  test.each([
    ['Mã đơn vị', 'Tên đơn vị', 'Loại', 'Trực thuộc', 'Tên khác', 'Số CBCCVC', 'Thủ trưởng', 'Chức vụ', 'Điện thoại'],
    [
      'MÃ ĐƠN VỊ',
      'TÊN ĐƠN VỊ',
      'LOẠI ĐƠN VỊ',
      'TRỰC THUỘC',
      'VIẾT TẮT',
      'SỐ CBCCVC',
      'HỌ VÀ TÊN',
      'CHỨC VỤ',
      'SỐ ĐIỆN THOẠI',
    ],
    [
      'ma don vi',
      'ten don vi',
      'loai',
      'truc thuoc',
      'ten goi khac',
      'so cbccvc',
      'thu truong',
      'chuc vu',
      'dien thoai',
    ],
    [
      'Mã',
      'Tên cơ quan, đơn vị',
      'Loại hình',
      'Đơn vị cấp trên',
      'Tên viết tắt',
      'Tổng số CB, CC, VC',
      'Họ tên thủ trưởng',
      'Chức danh',
      'SĐT',
    ],
    [
      'Mã số',
      'Đơn vị',
      'Phân loại',
      'Cơ quan chủ quản',
      'Tên thường gọi',
      'Số lượng cán bộ (người)',
      'Người đứng đầu',
      'Chức vụ thủ trưởng',
      'Điện thoại liên hệ',
    ],
    [
      'Mã đơn vị (*)',
      'Tên\nđơn vị',
      'Loại đơn vị:',
      'Mã đơn vị cấp trên',
      'Ten tat',
      'Biên chế',
      'Họ và tên thủ trưởng đơn vị',
      'Chức vụ/Chức danh',
      'Di động',
    ],
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

  test('in two rows may name what is of no use, and numbers of two kinds', () => {
    const table = [
      ['STT', 'Mã đơn vị', 'Tên đơn vị', 'Loại', 'Biên chế', '', 'Thủ trưởng', '', 'Điện thoại', ''],
      ['', '', '', '', 'Được giao', 'Có mặt', 'Họ và tên', 'Chức vụ', 'Cơ quan', 'Di động'],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)', '(10)'],
      ['1', 'a', 'A', 'office', '8', '7', 'Lê Văn C', 'Trưởng phòng', '02373852246', '0912345678'],
    ];
    expect(reading(table)).toMatchObject({
      errors: [],
      units: [{ code: 'a', name: 'A', headName: 'Lê Văn C', phone: '02373852246; 0912345678' }],
    });
    expect(reading(table).units[0]).not.toHaveProperty('staff');
    expect(notesOf(table)).toEqual([
      [1, '', 'ignored-column'],
      [1, '', 'ignored-column'],
      [1, '', 'ignored-column'],
      [3, '', 'skipped-row'],
    ]);
  });

  test.each(['Số ĐTDĐ', 'ĐTDĐ', 'SĐT liên hệ', 'SĐTDĐ', 'Số ĐT di động', 'ĐT CQ', 'Số ĐT lãnh đạo'])(
    '"%s" is a telephone number',
    (said) => {
      const table = [
        ['Mã', 'Tên', 'Loại', said],
        ['a', 'A', 'office', '0912345678'],
      ];
      expect(reading(table)).toMatchObject({ errors: [], units: [{ phone: '0912345678' }] });
    },
  );

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
    expect(reading(table, [], { allowTwins: true }).units.map(({ kind }) => kind)).toEqual([
      'school',
      'school',
      'Schools',
      'schol',
    ]);
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
    // Names that cannot be read are no names that two units share.
    expect(faultsOf([heading, ['x', 'A\nB', 'office'], ['y', 'C\nD', 'office']])).toEqual([
      [2, 'name', 'line-break'],
      [3, 'name', 'line-break'],
    ]);
  });

  test('a parent is found in another spelling, by its name or by an alias, and refused where it may be two', () => {
    const known = [
      unit('UBND-XA', { name: 'UBND xã Hòa Bình', aliases: ['UBND xã'] }),
      unit('p1', { name: 'Phòng A', parentCode: 'UBND-XA' }),
      unit('p2', { name: 'Phòng A' }),
    ];
    const table = [
      heading,
      row('a', 'ubnd-xa'),
      row('b', 'UBND xã Hoà Bình'),
      row('c', 'ubnd xã'),
      row('d', 'Phòng A'),
    ];
    expect(faultsOf(table, known)).toEqual([[5, 'parent', 'ambiguous-parent']]);
    expect(reading(table, known).units.map(({ parent }) => parent)).toEqual([
      'UBND-XA',
      'UBND-XA',
      'UBND-XA',
      'Phòng A',
    ]);
  });
});
