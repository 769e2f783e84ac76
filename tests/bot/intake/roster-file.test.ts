import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readRosterFile } from '../../../bot/intake/roster-file.ts';
import { readRoster } from '../../../core/roster/roster.ts';

const heading = 'code,name,kind,parent,aliases,staff,head_name,head_title,phone';
const read = async (file: string | Uint8Array, sheet?: string) => {
  const opened = await readRosterFile(file, sheet);
  if (!opened.ok) return { fault: opened.error, errors: [], units: [] };
  const { table, errors, ...how } = opened.value;
  const roster = readRoster(table, [], { allowTwins: false });
  const all = [...errors, ...roster.errors].map(({ row, column, fault }) => [row, column, fault.type]);
  return { ...how, errors: all, units: roster.units, headingRow: roster.headingRow };
};
const oneUnit = [{ code: 'a', name: 'Trường A', kind: 'school' }];

describe('a text file', () => {
  test.each([
    ['sep= and semicolons', 'sep=;\r\ncode;name;kind\r\na;Trường A;school\r\n'],
    ['"sep=" in quotes, followed by its sign', '"sep=;"\ncode;name;kind\na;Trường A;school'],
    ['sep= behind a byte order mark', '\uFEFFsep=\t\ncode\tname\tkind\na\tTrường A\tschool'],
    ['strokes', 'code|name|kind\na|Trường A|school'],
    ['semicolons below a title with commas', 'Danh sách, năm 2026, các đơn vị;;\ncode;name;kind\na;Trường A;school'],
    ['line ends of old machines', 'code,name,kind\ra,Trường A,school\r'],
    ['blank rows', 'code,name,kind\n\n,,\na,Trường A,school\n\n\n'],
  ])('may have %s', async (_, text) => {
    expect(await read(text)).toMatchObject({ errors: [], units: oneUnit });
  });

  test('rows count as a spreadsheet counts them, which shows no line of sep=', async () => {
    expect(await read('sep=;\ncode;name;kind\na;;school')).toMatchObject({ errors: [[2, 'name', 'empty']] });
  });

  test.each([
    [
      'at the end of the file',
      `${heading}\na,A,school\nb,B,school,,,,,,"0912000001\nc,C,school\n`,
      [3, 'phone', 'open-quote'],
    ],
    ['in the name', `${heading}\na,A,school\nb,"B,school\nc,C,school\n`, [3, 'name', 'open-quote']],
    ['and a well quoted cell below', `${heading}\nb,"B,school\nc,"C, D",school\n`, [2, 'name', 'stray-quote']],
    ['and words behind the closing one', `${heading}\na,"A" B,school\n`, [2, 'name', 'stray-quote']],
  ])('with a quote that does not close %s is refused, naming the row where it opens', async (_, text, fault) => {
    expect((await read(text)).errors[0]).toEqual(fault);
  });

  test('with two quotes that close each other over rows is refused: rows would be lost', async () => {
    const text = `${heading}\na,A,school,,,,,"Trưởng phòng\nb,B,school,,,,,Trưởng phòng",0912000001\n`;
    expect((await read(text)).errors).toEqual([[2, 'head_title', 'line-break']]);
  });
});

describe('bytes', () => {
  const text = 'Mã đơn vị;Tên đơn vị;Loại\na;Trường Tiểu học Quảng Ngọc;school\n';
  const utf16 = (mark: string) => Buffer.from(mark + text.replaceAll(';', '\t'), 'utf16le');
  // Windows-1258 writes some letters as a letter and the sign of its tone.
  const windows1258 = Buffer.from(
    'code,name,kind\na,Tr\xfd\xf5\xccng Ti\xea\xd2u ho\xf2c Qua\xd2ng Ngo\xf2c,school\n',
    'latin1',
  );
  const tcvn3 = Buffer.from('code,name,kind\na,Tr\xad\xeang Ti\xd3u h\xe4c Qu\xb6ng Ng\xe4c,school\n', 'latin1');
  const vni = Buffer.from('code,name,kind\na,Tr\xf6\xf4\xf8ng Tie\xe5u ho\xefc Qua\xfbng Ngo\xefc,school\n', 'latin1');

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, as "Unicode text" of Excel', utf16('\uFEFF')],
    ['UTF-16 without its mark', utf16('')],
    ['UTF-16, the other way round', utf16('\uFEFF').swap16()],
    ['Windows-1258', windows1258],
    ['TCVN3', tcvn3],
    ['VNI', vni],
    ['TCVN3 that was saved as UTF-8', Buffer.from(tcvn3.toString('latin1'))],
    ['VNI that was saved as UTF-8', Buffer.from(vni.toString('latin1'))],
    ['letters taken apart, as macOS writes them', Buffer.from(text.normalize('NFD'))],
  ])('of %s are read', async (_, bytes) => {
    expect(await read(bytes)).toMatchObject({
      errors: [],
      units: [{ code: 'a', name: 'Trường Tiểu học Quảng Ngọc', kind: 'school' }],
    });
  });

  test('a heading of an old font is found too, and which font it was is told', async () => {
    const old = 'M· ®¬n vÞ,Tªn ®¬n vÞ,Lo¹i\na,Tr\u00adêng TiÓu häc,school\n';
    expect(await read(old)).toMatchObject({ letters: 'tcvn3', errors: [], units: [{ name: 'Trường Tiểu học' }] });
  });

  test('old and new letters in one file are refused, cell by cell', async () => {
    const mixed = `${heading}\na,Trường Tiểu học Quảng Ngọc,school\nb,UBND x· Hoµ B×nh,commune,,,,NguyÔn V¨n A\n`;
    expect((await read(mixed)).errors).toEqual([
      [3, 'name', 'old-letters'],
      [3, 'head_name', 'old-letters'],
    ]);
  });

  test('letters of no known way are refused', async () => {
    const bytes = Buffer.from('code,name,kind\na,\xd0\xc0\xfe\xd1\xdd\xb5\xb5\xd8,school\n', 'latin1');
    expect(await read(bytes)).toMatchObject({ fault: { type: 'unknown-letters' } });
  });

  test.each([
    ['old-office', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['word', Buffer.from('PK\x03\x04\x14\0word/document.xml')],
    ['open-document', Buffer.from('PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet')],
    ['pdf', Buffer.from('%PDF-1.7')],
    ['page', Buffer.from('\uFEFF<html><table><tr><td>code</td></tr></table></html>')],
    ['other', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])],
  ])('of another kind (%s) are refused', async (file, bytes) => {
    expect(await read(bytes)).toMatchObject({ fault: { type: 'not-a-table', file } });
  });
});

describe('a workbook', () => {
  type Rows = (string | number | boolean | Date | null)[][];
  const sheet = (name: string, rows: Rows, more: object = {}) => ({ name, rows, ...more });
  const book = (...sheets: ReturnType<typeof sheet>[]) => writeXlsx({ sheets });
  const rows: Rows = [
    ['DANH SÁCH ĐƠN VỊ', null, null, null, null],
    ['Mã đơn vị', 'Tên đơn vị', 'Loại', 'Số CBCCVC', 'Điện thoại'],
    ['a', 'Trường A', 'school', 50, 912000002],
    [101, 'Trường\nB', 'school', null, '0912000003'],
  ];
  const units = [
    { code: 'a', name: 'Trường A', kind: 'school', staff: 50, phone: '0912000002' },
    { code: '101', name: 'Trường B', kind: 'school', staff: null, phone: '0912000003' },
  ];

  test('gives its typed cells as text, from the sheet with the heading', async () => {
    const bytes = await book(sheet('Ghi chú', [['Xem trang sau']]), sheet('ĐV 2026', rows));
    expect(await read(bytes)).toMatchObject({
      errors: [],
      units,
      headingRow: 2,
      sheet: { name: 'ĐV 2026', hiddenRows: [] },
    });
  });

  test('a formula is its stored value, and one that failed is refused', async () => {
    const cells = new Map([
      ['2,3', { formula: '25*2', formulaResult: 52, value: 52 }],
      ['3,3', { value: '#REF!', type: 'error' as const }],
    ]);
    const { units: found, errors } = await read(await book(sheet('S', rows, { cells })));
    expect([found[0]?.staff, errors]).toEqual([52, [[4, 'staff', 'cell-error']]]);
  });

  test('hidden rows are read and named; a hidden sheet is not, where another has the heading', async () => {
    const rowDefs = new Map([[3, { hidden: true }]]);
    const bytes = await book(
      sheet(
        'Cũ',
        [
          ['code', 'name', 'kind'],
          ['x', 'X', 'x'],
        ],
        { hidden: true },
      ),
      sheet('S', rows, { rowDefs }),
    );
    expect(await read(bytes)).toMatchObject({ units, sheet: { name: 'S', hiddenRows: [4] } });
  });

  test('several sheets with a heading are asked about, and one may be named', async () => {
    const bytes = await book(sheet('2025', rows.slice(0, 3)), sheet('2026', rows));
    expect(await read(bytes)).toMatchObject({ fault: { type: 'several-sheets', names: ['2025', '2026'] } });
    expect(await read(bytes, '2026')).toMatchObject({ units });
    expect(await read(bytes, '2027')).toMatchObject({ fault: { type: 'no-such-sheet', names: ['2025', '2026'] } });
  });

  test('a kind that is merged over rows is that of each', async () => {
    const merged = rows.map((cells, at) => (at === 3 ? [cells[0], cells[1], null, null, null] : cells)) as Rows;
    const merges = [{ startRow: 2, endRow: 3, startCol: 2, endCol: 2 }];
    const { units: found } = await read(await book(sheet('S', merged, { merges })));
    expect(found.map(({ kind }) => kind)).toEqual(['school', 'school']);
  });

  test.each([
    [
      'a code that became a date',
      [new Date('2026-02-01T00:00:00Z'), 'A', 'school', 1, ''],
      [3, 'code', 'code-made-a-date'],
    ],
    ['a fraction of staff', ['a', 'A', 'school', 1.234, ''], [3, 'staff', 'bad-staff']],
    ['a telephone number with digits lost', ['a', 'A', 'school', 1, 91200], [3, 'phone', 'bad-phone']],
  ])('%s is refused', async (_, cells, fault) => {
    expect((await read(await book(sheet('S', [...rows.slice(0, 2), cells as Rows[number]])))).errors).toEqual([fault]);
  });

  test('that is cut off, or would unpack to more than memory, is refused', async () => {
    const bytes = Buffer.from(await book(sheet('S', rows)));
    expect(await read(bytes.subarray(0, bytes.length - 40))).toMatchObject({ fault: { type: 'unreadable-workbook' } });
    const bomb = Buffer.from(bytes);
    const entry = bomb.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bomb.writeUInt32LE(0x7fffffff, entry + 24);
    expect(await read(bomb)).toMatchObject({ fault: { type: 'too-large' } });
  });
});
