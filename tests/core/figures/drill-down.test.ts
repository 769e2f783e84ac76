import { describe, expect, test } from 'vitest';
import { findDirective } from '../../../core/directives/find.ts';
import {
  type DrillRequest,
  drillCommand,
  nameAsked,
  paginate,
  readDrillRequest,
  unitsOnPage,
} from '../../../core/figures/drill-down.ts';

const requests: Exclude<DrillRequest, { to: 'words' }>[] = [
  { to: 'summary' },
  { to: 'missing', page: 2 },
  { to: 'groups' },
  { to: 'group', place: 4, page: 1 },
  { to: 'indicators' },
  { to: 'indicator', place: 12, page: 999_999 },
  { to: 'unit', id: 200_000 },
  { to: 'deliveries', unit: 200_000 },
  { to: 'yesterday' },
];

describe('what a choice carries', () => {
  test.each(requests)('%j comes back as it was, in 64 bytes', (request) => {
    const command = drillCommand(123_456, request);
    expect(Buffer.byteLength(command)).toBeLessThanOrEqual(64);
    const directive = { id: 123_456, number: '101/UBND' };
    const { rest } = findDirective([directive], command.replace('/tonghop', ''));
    expect(findDirective([directive], command.replace('/tonghop', ''))).toEqual({ type: 'found', directive, rest });
    expect(readDrillRequest(rest)).toEqual(request);
  });
});

describe('what people type', () => {
  test.each<[string, DrillRequest]>([
    ['', { to: 'summary' }],
    ['tình hình', { to: 'summary' }],
    ['tình hình sao rồi', { to: 'summary' }],
    ['sao rồi em', { to: 'summary' }],
    ['thế nào rồi cháu', { to: 'summary' }],
    ['kết quả đến đâu rồi', { to: 'summary' }],
    ['cháu ơi tình hình tới mô rồi hè', { to: 'summary' }],
    ['nộp báo cáo đến đâu rồi hả em', { to: 'summary' }],
    ['răng rồi em', { to: 'summary' }],
    ['chưa báo cáo', { to: 'missing', page: 1 }],
    ['Chưa báo cáo (43)', { to: 'missing', page: 1 }],
    ['ai chưa nộp', { to: 'missing', page: 1 }],
    ['ai chưa nộp?', { to: 'missing', page: 1 }],
    ['còn ai chưa báo cáo', { to: 'missing', page: 1 }],
    ['Những đơn vị nào còn chưa gửi số liệu vậy em?', { to: 'missing', page: 1 }],
    ['con thieu ai', { to: 'missing', page: 1 }],
    ['thiếu 0', { to: 'missing', page: 1 }],
    ['Theo nhóm', { to: 'groups' }],
    ['nhóm 2', { to: 'group', place: 2, page: 1 }],
    ['chỉ tiêu', { to: 'indicators' }],
    ['so với hôm qua?', { to: 'yesterday' }],
    ['xã An Bình', { to: 'words', words: 'xã An Bình' }],
    ['xã An Bình nộp chưa', { to: 'words', words: 'xã An Bình nộp chưa' }],
    ['chưa', { to: 'words', words: 'chưa' }],
    ['TH-AN-BINH', { to: 'words', words: 'TH-AN-BINH' }],
    ['Bluezone 2', { to: 'words', words: 'Bluezone 2' }],
    ['nhóm 9999999999', { to: 'words', words: 'nhóm 9999999999' }],
  ])('%j', (said, request) => {
    expect(readDrillRequest(said)).toEqual(request);
  });

  test.each([
    ['tình hình xã An Bình thế nào rồi', 'xa an binh'],
    ['xã An Bình nộp chưa?', 'xa an binh'],
    ['bluezone đạt bao nhiêu rồi em', 'bluezone'],
    ['Trường', 'truong'],
    ['các xã làm đến đâu rồi cháu', 'cac xa'],
  ])('%j is about %j', (said, name) => {
    expect(nameAsked(said)).toBe(name);
  });
});

test('a list has at least one page, and a page that it has not is the first', () => {
  const rows = Array.from({ length: unitsOnPage + 1 }, (_, at) => at);
  expect(paginate([], 3)).toEqual({ rows: [], page: 1, pages: 1 });
  expect(paginate(rows, 2)).toEqual({ rows: [unitsOnPage], page: 2, pages: 2 });
  expect(paginate(rows, 3)).toEqual({ rows: rows.slice(0, unitsOnPage), page: 1, pages: 2 });
});
