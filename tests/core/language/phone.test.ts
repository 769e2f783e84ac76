import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { hasPhone, normalisePhone, phoneAlone, phoneGiven, readPhones } from '../../../core/language/phone.ts';

describe('a phone number', () => {
  it.each([
    ['84912345678', '0912345678'],
    ['+84 912 345 678', '0912345678'],
    ['+84 (0)912 345 678', '0912345678'],
    ['840912345678', '0912345678'],
    ['0084912345678', '0912345678'],
    ['0912.345.678', '0912345678'],
    ['912345678', '0912345678'],
    ['844666531', '0844666531'],
    ['02373852246', '02373852246'],
    ['+84 237 3852 246', '02373852246'],
    ['01678123456', '0378123456'],
    ['không có', undefined],
    ['12', undefined],
    [undefined, undefined],
  ])('%s is %s', (given, wanted) => {
    expect(normalisePhone(given)).toBe(wanted);
  });

  it('stands alone with the 0 in brackets too', () => {
    expect(phoneAlone('+84 (0)912 345 678')).toBe('+84 (0)912 345 678');
  });
});

describe('a number that somebody tells of themselves', () => {
  it.each([
    ['0912345678', '0912345678'],
    ['844666531', '0844666531'],
    ['0912-345-678 - Zalo 2', '0912345678'],
    ['Dạ số điện thoại của em là 0912 345 678 ạ', '0912345678'],
    ['ĐT: (+84) 912345678', '0912345678'],
    ['gọi chị Lan 0912345678', undefined],
    ['0912345678 hoặc 0987654321', undefined],
    ['45 40 38', undefined],
  ])('%s is %s', (said, wanted) => {
    expect(phoneGiven(said)).toBe(wanted);
  });
});

describe('the telephone cell of a roster', () => {
  test.each([
    ['0912345678', ['0912345678']],
    ['912000002', ['0912000002']],
    ['844666531', ['0844666531']],
    ['2373852246', ['02373852246']],
    ['912000002.0', ['0912000002']],
    ['+84 (0)912 345 678', ['0912345678']],
    ['+84.912.345.678', ['0912345678']],
    ['0912345678/0988123456', ['0912345678', '0988123456']],
    ['0912 345 678 - 0988 123 456', ['0912345678', '0988123456']],
    ['0912 - 345 - 678', ['0912345678']],
    ['0912345678 0988123456', ['0912345678', '0988123456']],
    ['0912345678\n0988123456', ['0912345678', '0988123456']],
    ['0912345678; 912345678', ['0912345678']],
    ['0912345678 và 0988123456', ['0912345678', '0988123456']],
    ['ĐT: 0912.345.678', ['0912345678']],
    ['SĐT 0912345678', ['0912345678']],
    ['0912345678 (Zalo)', ['0912345678']],
    ['CQ: 0237.3852246, DĐ: 0912345678', ['02373852246', '0912345678']],
    ['0168 812 3456', ['0388123456']],
    ['1688123456', ['0388123456']],
    ['0123.456.7890', ['0834567890']],
    ['1900 1234', ['19001234']],
    ['', []],
  ])('%j holds %j', (cell, numbers) => {
    expect(readPhones(cell)).toEqual({ numbers, faults: [] });
  });

  test.each([
    ['9.12E+08', 'shortened'],
    ['9,12E+08', 'shortened'],
    ['9.12e8', 'shortened'],
    ['091200000', 'no-number'],
    ['09120000012', 'no-number'],
    ['0912345678/679', 'no-number'],
    ['113', 'no-number'],
    ['0012345678', 'no-number'],
    ['0912-345-678 - Zalo 2', 'words'],
    ['không có', 'words'],
    ['gặp anh Ba 0912345678', 'words'],
    ['02373852246 máy lẻ 12', 'words'],
    ['#REF!', 'words'],
  ])('%j is refused: %s', (cell, type) => {
    expect(readPhones(cell).faults.map((fault) => fault.type)).toEqual([type]);
  });

  test('keeps the numbers that can be read beside one that cannot', () => {
    expect(readPhones('0912345678, hỏi văn thư')).toEqual({
      numbers: ['0912345678'],
      faults: [{ type: 'words', part: 'hỏi văn thư' }],
    });
  });

  test('a head is recognised by any of the numbers, also in a cell that was kept as it was written', () => {
    expect(hasPhone('02373852246; 0912345678', '0912345678')).toBe(true);
    expect(hasPhone('0912-345-678 - Zalo 2, 912000002', '0912000002')).toBe(true);
    expect(hasPhone('9.12E+08', '0912000000')).toBe(false);
    expect(hasPhone(null, '0912345678')).toBe(false);
  });

  test('what was read is read the same again, whatever the cell held', () => {
    const cells = fc.array(
      fc.constantFrom('0912345678', '84912345678', '/', ' - ', '912000002', 'x', '+84', '(0)', '01678123456'),
    );
    fc.assert(
      fc.property(cells, (parts) => {
        const { numbers } = readPhones(parts.join(''));
        expect(readPhones(numbers.join('; '))).toEqual({ numbers, faults: [] });
      }),
    );
  });
});
