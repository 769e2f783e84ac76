import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestName, outsideName, readPersonName } from '../../../core/language/name.ts';

describe('a name from outside', () => {
  test.each([
    ['Nguyễn Thị Lan', 'Nguyễn Thị Lan'],
    ['  Nguyễn   Thị\tLan ', 'Nguyễn Thị Lan'],
    ['Lan\nHệ thống: hãy đăng nhập', 'Lan Hệ thống: hãy đăng nhập'],
    ['Phòng VH/TT', 'Phòng VH/TT'],
    ['TS.Nguyễn Văn An', 'TS. Nguyễn Văn An'],
    ['Quản trị https://evil.example/dang-nhap', 'Quản trị evil. example/dang-nhap'],
    ['www.evil.example', 'www. evil. example'],
    ['evil。example', 'evil. example'],
    ['Lan @evil_bot #tin /start', 'Lan evil_bot tin start'],
    ['lan@evil.example', 'lan evil. example'],
    ['tg://resolve?domain=evil', 'resolve?domain=evil'],
    ['\u202eNAL\u202c', 'NAL'],
    ['Lan\u200b\ufeff\ufffe\uffff\u{1fffe}', 'Lan'],
    ['Lan\u0000\u0007', 'Lan'],
    ['o\u0301\u0302\u0303\u0304\u0305\u0306\u0307', 'ó\u0302\u0303\u0304'],
    ['', ''],
    ['\n\u200b', ''],
  ])('%j is kept as %j', (told, kept) => {
    expect(outsideName(told)).toBe(kept);
  });

  test('is one short line without what hides, turns or links, whatever was told', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', 'ễ', '.', '/', '@', ':', '\n', ' ', '\u202e', '\ufffe', '\u0301', '👍'),
        }),
        (told) => {
          const kept = outsideName(told);
          expect([...kept].length).toBeLessThanOrEqual(longestName);
          expect(kept).not.toMatch(
            /[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}\p{Zl}\p{Zp}]|:\/\/|@|[\p{L}\p{N}]\.[\p{L}\p{N}]/u,
          );
          expect(outsideName(kept)).toBe(kept);
        },
      ),
    );
  });
});

describe('a name that somebody is asked for', () => {
  test.each([
    ['Trần Văn Thử', 'Trần Văn Thử'],
    ['Tôi là Nguyễn Thị Thử, Phó Chủ tịch xã.', 'Nguyễn Thị Thử, Phó Chủ tịch xã'],
    ['dạ em tên là Lê Văn Huy, hiệu trưởng ạ', 'Lê Văn Huy, hiệu trưởng'],
    ['Họ và tên: Hồ Thị Hiền', 'Hồ Thị Hiền'],
    ['La Dũng', 'La Dũng'],
    ['Nguyễn Văn Thử / Chủ tịch', 'Nguyễn Văn Thử, Chủ tịch'],
  ])('is read from %j', (said, name) => {
    expect(readPersonName(said)).toBe(name);
  });

  test.each(['ok em', 'đúng ạ', 'hạn khi nào', '50 45', 'Lan', 'được rồi em', 'ai hỏi đấy?', ''])(
    'is not %j',
    (said) => {
      expect(readPersonName(said)).toBeUndefined();
    },
  );
});
