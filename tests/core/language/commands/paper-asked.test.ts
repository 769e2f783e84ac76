import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPaperAsked } from '../../../../core/language/commands/paper-asked.ts';
import { fold } from '../../../../core/language/text.ts';

const asked = {
  xlsx: [
    'gửi tôi file excel',
    'cho anh cái excel',
    'gửi anh bảng tổng hợp',
    'tải số liệu',
    'xuất giúp anh file exel nhé',
    'excel',
    'file excel em ơi',
  ],
  docx: [
    'in cho tôi bản báo cáo',
    'gửi báo cáo word',
    'cho chủ tịch xin bản báo cáo giấy',
    'lấy file word giúp em với',
  ],
  png: ['vẽ biểu đồ đi em', 'cho xin cái biểu đồ', 'gửi biểu đồ cho sếp', 'làm cái đồ thị xem nào'],
} as const;

describe('a paper that is asked for in a sentence', () => {
  test.each(Object.entries(asked).flatMap(([paper, said]) => said.map((text) => [text, paper] as const)))(
    '%s: %s',
    (text, paper) => {
      expect(readPaperAsked(text)).toBe(paper);
      expect(readPaperAsked(fold(text))).toBe(paper);
    },
  );

  test.each([
    'báo cáo',
    'cho tôi báo cáo',
    'gửi báo cáo',
    'xin gửi số liệu sau',
    'số liệu',
    'biểu đồ excel word',
    'gửi excel và word',
    'em gửi file excel rồi ạ',
    'file excel lỗi',
    'cho em hỏi file excel ở đâu',
    'gửi',
    '',
  ])('not in %j', (text) => {
    expect(readPaperAsked(text)).toBeUndefined();
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => void readPaperAsked(text)));
  });
});
