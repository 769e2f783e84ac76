import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balanced, balancedName, fill, widthOf } from '../../../messages/papers/word/lines.ts';

test('widths are near those of Times New Roman, and diacritics add nothing', () => {
  // Ems of the typeface's own metrics.
  for (const [text, ems] of [
    ['UBND HUYEN QUANG XUONG', 14.1],
    ['CBCCVC', 4.28],
    ['Ket qua thuc hien viec tang cuong', 13.9],
    ['Bluezone', 3.78],
  ] as const)
    expect(Math.abs(widthOf(text, 1) / ems - 1), text).toBeLessThan(0.08);
  expect(widthOf('ĐẶNG Ưỡng', 1)).toBe(widthOf('ĐANG Uong', 1));
});

test('a name that is too long for its line is broken in the middle, not before its last word', () => {
  expect(balanced('PHÒNG VĂN HÓA VÀ THÔNG TIN', 3700, 240)).toEqual(['PHÒNG VĂN HÓA', 'VÀ THÔNG TIN']);
  expect(balanced('UBND HUYỆN QUẢNG XƯƠNG', 3900, 240)).toEqual(['UBND HUYỆN QUẢNG XƯƠNG']);
});

test('a title is broken by sense where its lines stay alike', () => {
  const title = 'Kết quả thực hiện việc tăng cường sử dụng ứng dụng công nghệ trong phòng, chống dịch Covid-19';
  expect(balanced(title, 8880, 280)).toEqual([
    'Kết quả thực hiện việc tăng cường sử dụng ứng dụng công nghệ',
    'trong phòng, chống dịch Covid-19',
  ]);
  expect(
    balanced('Kết quả thực hiện việc tăng cường chuyển đổi số trong hoạt động của cơ quan nhà nước', 8880, 280),
  ).toEqual(['Kết quả thực hiện việc tăng cường chuyển đổi số', 'trong hoạt động của cơ quan nhà nước']);
});

test('no word is lost, and balancing takes no line more', () => {
  const words = fc.array(fc.stringMatching(/^[a-zđA-Z0-9ạỹ]{1,20}$/), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(words, fc.integer({ min: 5, max: 60 }), (list, most) => {
      const text = list.join(' ');
      expect(balanced(text, most, 1).join(' ')).toBe(text);
      expect(balanced(text, most, 1)).toHaveLength(fill(text, most, 1).length);
    }),
  );
});

test.each([
  ['Trường Mầm non Quảng Bình', ['Trường Mầm non', 'Quảng Bình']],
  ['Trường Tiểu học Số 5', ['Trường Tiểu học', 'Số 5']],
  ['Trường TH&THCS Quảng Yên', ['Trường', 'TH&THCS', 'Quảng Yên']],
  ['Phòng Văn hóa và Thông tin', ['Phòng Văn hóa', 'và Thông tin']],
  ['Phòng Lao động - Thương binh và Xã hội', ['Phòng Lao động -', 'Thương binh', 'và Xã hội']],
])('the name “%s” is broken before its place, and never within a word', (name, lines) => {
  expect(balancedName(name, 8, 1)).toEqual(lines);
});
