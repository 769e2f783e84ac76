import { describe, expect, test } from 'vitest';
import {
  type DrillRequest,
  drillCommand,
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
    expect(readDrillRequest(command.replace('/tonghop', ''))).toEqual({ directive: 123_456, request });
  });
});

describe('what people type', () => {
  test.each<[string, number | undefined, DrillRequest]>([
    ['', undefined, { to: 'summary' }],
    ['12', 12, { to: 'summary' }],
    ['chưa báo cáo', undefined, { to: 'missing', page: 1 }],
    ['thiếu 0', undefined, { to: 'missing', page: 1 }],
    ['Theo nhóm', undefined, { to: 'groups' }],
    ['nhóm 2', undefined, { to: 'group', place: 2, page: 1 }],
    ['12 chỉ tiêu', 12, { to: 'indicators' }],
    ['so với hôm qua', undefined, { to: 'yesterday' }],
    ['xã An Bình', undefined, { to: 'words', words: 'xã An Bình' }],
    ['12 TH-AN-BINH', 12, { to: 'words', words: 'TH-AN-BINH' }],
    ['Bluezone 2', undefined, { to: 'words', words: 'Bluezone 2' }],
    ['99999999999999', undefined, { to: 'words', words: '99999999999999' }],
    ['nhóm 9999999999', undefined, { to: 'words', words: 'nhóm 9999999999' }],
  ])('%j', (said, directive, request) => {
    expect(readDrillRequest(said)).toEqual({ directive, request });
  });
});

test('a list has at least one page, and a page that it has not is the first', () => {
  const rows = Array.from({ length: unitsOnPage + 1 }, (_, at) => at);
  expect(paginate([], 3)).toEqual({ rows: [], page: 1, pages: 1 });
  expect(paginate(rows, 2)).toEqual({ rows: [unitsOnPage], page: 2, pages: 2 });
  expect(paginate(rows, 3)).toEqual({ rows: rows.slice(0, unitsOnPage), page: 1, pages: 2 });
});
