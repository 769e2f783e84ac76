import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { safeCell, safeCsvCell } from '../../../messages/papers/cells.ts';

const dangerous = ['=', '+', '-', '@', '|', '%', '\uff1d', '\uff0b', '\uff0d', '\uff20'];

test('no line of a cell begins like a formula, whatever a person wrote', () => {
  const spaces = fc.constantFrom('', ' ', '\t', '\r', '\n', '\u00a0', '\u3000', '\0', '\u200b');
  const nasty = fc.tuple(spaces, fc.constantFrom(...dangerous), fc.string()).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(fc.oneof(nasty, fc.string({ unit: 'binary' }))), (lines) => {
      for (const line of safeCell(lines.join('\n')).split('\n')) {
        expect(dangerous).not.toContain(line.trimStart().charAt(0));
        expect(line).not.toMatch(/[\t\r\0]/);
      }
    }),
    { numRuns: 2000 },
  );
});

test('what is told apart quickly comes out as it would slowly', () => {
  // A letter that is not seen makes a text take the slow way, and is gone after it.
  const letters = fc.constantFrom(...'aĐệ9 .,-/=+\u00a0\n%\u0301'.split(''));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: letters }), fc.string({ unit: 'grapheme' })), (text) => {
      expect(safeCell(text)).toBe(safeCell(`${text}\u200b`));
    }),
    { numRuns: 3000 },
  );
});

test('ordinary text stays as it is', () => {
  for (const text of ['Không có', 'Xã Đông Hưng 1', '5 + 3', 'a@b.vn', 'Nguyễn Thị A - Phó phòng'])
    expect(safeCell(text)).toBe(text);
  expect(safeCell('-5')).toBe("'-5");
  expect(safeCell('dòng một\n=1+1')).toBe("dòng một\n'=1+1");
});

const separators = [',', ';', '\t', '|'];

test.each(separators)('no cell of a CSV file is a formula where %j parts the cells', (separator) => {
  const piece = fc.oneof(
    fc.constantFrom(...separators, ...dangerous, '"', "'", ' ', '\n', '\r\n', '1+1', 'x'),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (cells) => {
      const file = Papa.unparse([cells.map(safeCsvCell)]);
      // The most careless reader: it knows no quotation marks but at the ends of a cell.
      for (const cell of file.split(/[\r\n]+/).flatMap((line) => line.split(separator)))
        expect(dangerous).not.toContain(cell.replace(/^[\s"]+/, '').charAt(0));
    }),
    { numRuns: 3000 },
  );
});

test('the pieces that were tried as attacks are inert', () => {
  expect([';=1+1', 'x;=1+1', 'a; "=1+1"', 'a|=1+1', 'Lan, Nam; Hoa'].map(safeCsvCell)).toEqual([
    ";'=1+1",
    "x;'=1+1",
    'a;\' "=1+1"',
    "a|'=1+1",
    'Lan, Nam; Hoa',
  ]);
});
