import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromLegacy, lettersOf, vietnameseShare } from '../../../core/language/legacy-letters.ts';

describe('letters of before Unicode', () => {
  test.each([
    ['tcvn3', 'UBND x· Hoµ B×nh, NguyÔn V¨n A, Chñ tÞch', 'UBND xã Hoà Bình, Nguyễn Văn A, Chủ tịch'],
    ['tcvn3', 'Tr\u00adêng TiÓu häc Qu¶ng Ngäc, HiÖu tr\u00adëng', 'Trường Tiểu học Quảng Ngọc, Hiệu trưởng'],
    ['tcvn3', 'V¨n phßng H§ND vµ UBND, §oµn x·', 'Văn phòng HĐND và UBND, Đoàn xã'],
    ['vni', 'UBND xaõ Hoøa Bình, Nguyeãn Vaên A, Chuû tòch', 'UBND xã Hòa Bình, Nguyễn Văn A, Chủ tịch'],
    [
      'vni',
      'Tröôøng Tieåu hoïc Quaûng Ngoïc, Ñoaøn xaõ, Hieäu tröôûng',
      'Trường Tiểu học Quảng Ngọc, Đoàn xã, Hiệu trưởng',
    ],
    ['utf-8', 'UBND xÃ£ HÃ²a BÃ¬nh, VÄƒn phÃ²ng', 'UBND xã Hòa Bình, Văn phòng'],
  ] as const)('%s is recognised in "%s"', (encoding, text, wanted) => {
    expect(lettersOf(text)).toEqual({ type: 'legacy', encoding });
    expect(fromLegacy(text, encoding)).toBe(wanted);
    expect(vietnameseShare(fromLegacy(text, encoding))).toBe(1);
  });

  test.each([
    'UBND xã Hòa Bình, Nguyễn Văn A, Hiệu trưởng Trường Tiểu học Quảng Ngọc',
    'Krông Ana, Đắk Lắk, Ea H’leo, Cư M’gar, Ðà Nẵng',
    'Café Müller',
    'Phòng “Một cửa” – tầng 2 · 12 m²',
    'Van phong HDND va UBND',
    '',
  ])('"%s" stays as it is', (text) => expect(lettersOf(text)).toEqual({ type: 'unicode' }));

  test('old and new letters together are told, and nothing is guessed', () => {
    expect(lettersOf('Trường Tiểu học Quảng Ngọc, UBND x· Hoµ B×nh')).toEqual({
      type: 'mixed',
      words: ['x·', 'Hoµ', 'B×nh'],
    });
  });

  test('text of A to Z is the same in every way', () => {
    const ascii = fc.string({ unit: fc.constantFrom(...'abcXYZ 0129,.;-/'), maxLength: 40 });
    fc.assert(
      fc.property(ascii, fc.constantFrom('tcvn3', 'vni', 'utf-8'), (text, encoding) => {
        expect(fromLegacy(text, encoding)).toBe(text);
      }),
    );
  });
});
