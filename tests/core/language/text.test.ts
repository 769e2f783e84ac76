import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVietnamese, fold, isWordWritten, normalise } from '../../../core/language/text.ts';

describe('normalise', () => {
  it.each([
    ['composes what iPhones and Macs send decomposed', 'ba\u0301o ca\u0301o', 'báo cáo'],
    ['turns odd spaces and tabs into one space', 'Quảng\u00a0\u2003\tXương', 'Quảng Xương'],
    ['removes zero-width characters', '\ufeffbáo\u200b cáo\u200d', 'báo cáo'],
    ['composes across a zero-width character', 'a\u200b\u0301', 'á'],
    ['removes control characters, which the database refuses', 'a\u0000b\u0007', 'ab'],
    ['replaces half a surrogate pair', 'a\ud800b', 'a\ufffdb'],
    [
      'keeps newlines, blank lines included, and trims each line',
      ' một \r\n\r\n  hai \r ba\u2028bốn ',
      'một\n\nhai\nba\nbốn',
    ],
    ['keeps an emoji made of several', '👩\u200d🏫 👍🏽', '👩\u200d🏫 👍🏽'],
    ['makes nothing of nothing', ' \n\u00a0\n ', ''],
  ])('%s', (_, text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  it('changes nothing the second time, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
        expect(once.normalize('NFC')).toBe(once);
      }),
    );
  });
});

describe('fold', () => {
  it.each([
    ['Đúng, gửi', 'dung, gui'],
    ['  ĐÃ   NHẬN.', 'da nhan'],
    ['Huỷ!', 'huy'],
    ['Hủy', 'huy'],
    ['\u00d0ức', 'duc'],
    ['\u00f0', 'd'],
    ['\u0189ình', 'dinh'],
    ['không\ncó ạ ...', 'khong co a'],
    ['Sửa ?', 'sua ?'],
    ['...', ''],
  ])('reads %j as %j', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  it('gives the same for composed and decomposed text, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text));
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('isWordWritten', () => {
  it.each(['người', 'nguoi', 'nguời', 'ngưòi'])('takes %s for người', (written) => {
    expect(isWordWritten('người', written)).toBe(true);
  });

  it.each([
    ['tám', 'tầm'],
    ['tám', 'tạm'],
    ['đã', 'dạ'],
    ['da', 'đa'],
    ['ba', 'bà'],
    ['mươi', 'mười'],
    ['có', 'cò'],
    ['có', 'con'],
    ['thuở', 'thưở'],
  ])('does not take for %s the word %s', (word, written) => {
    expect(isWordWritten(word, written)).toBe(false);
  });
});

describe('compareVietnamese', () => {
  it('puts đ after d and numbers in names by value', () => {
    const names = ['Trường TH số 10', 'Đức', 'Dũng', 'Ân', 'Trường TH số 9', 'An', 'Ăn', 'Em'];
    expect([...names].sort(compareVietnamese)).toEqual([
      'An',
      'Ăn',
      'Ân',
      'Dũng',
      'Đức',
      'Em',
      'Trường TH số 9',
      'Trường TH số 10',
    ]);
  });
});

it('what Unicode calls no character is left out', () => {
  for (const odd of ['\ufffe', '\uffff', '\ufdd0', '\u{1ffff}', '\0']) expect(normalise(`a${odd}b`)).toBe('ab');
});

it('a text of dots costs no more for its letter at the end', () => {
  // 200,000 dots took minutes while a pattern looked for the end from each of them.
  expect(fold(`${'.'.repeat(200_000)}x`)).toHaveLength(200_001);
  expect(fold(`Đồng ý${'.'.repeat(200_000)}`)).toBe('dong y');
});
