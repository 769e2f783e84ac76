import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeCell } from '../../../messages/papers/cells.ts';

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
