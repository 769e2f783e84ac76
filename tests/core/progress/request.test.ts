import { describe, expect, test } from 'vitest';
import { readDrillRequest } from '../../../core/figures/drill-down.ts';
import { readSectionRequest, type SectionRequest, sectionArgument } from '../../../core/progress/request.ts';

const asked = (said: string): string => {
  const request = readDrillRequest(said);
  if (request.to === 'section') return `${request.section} ${request.only}${request.kind && ` ${request.kind}`}`;
  return request.to;
};

describe('what is asked of tasks', () => {
  test.each([
    ['tiến độ mục 3', '3 all'],
    ['tien do muc 3 the nao roi', '3 all'],
    ['xã nào chưa xong mục 3?', '3 open xa'],
    ['trường nào chưa làm mục 1', '1 open truong'],
    ['còn đơn vị nào chưa xong mục 3 ạ', '3 open'],
    ['ai chưa hoàn thành nội dung 2', '2 open'],
    ['mục 3 còn xã nào chưa xong', '3 open xa'],
    ['mục 4 ai chưa thực hiện', '4 open'],
    ['đơn vị nào vướng mục 2', '2 blocked'],
    ['mục 2 vướng gì', '2 blocked'],
    ['vướng mắc', 'blocked'],
    ['xã nào đang vướng', 'blocked'],
    ['các vướng mắc', 'blocked'],
    ['tiến độ nhiệm vụ', 'sections'],
    ['tiến độ các mục', 'sections'],
    // Words that open something else stay what they were.
    ['tiến độ', 'summary'],
    ['tiến độ báo cáo', 'summary'],
    ['ai chưa nộp', 'missing'],
    ['xã Quảng Bình chưa báo cáo à', 'words'],
    ['xã An Bình', 'words'],
    ['nhóm 3 2', 'group'],
  ])('%s', (said, request) => {
    expect(asked(said)).toBe(request);
  });

  test('is carried by a choice as it was asked', () => {
    const requests: SectionRequest[] = [
      { to: 'sections' },
      { to: 'blocked', page: 2 },
      { to: 'section', section: '3', only: 'open', kind: '', page: 4 },
      { to: 'section', section: '3', only: 'blocked', kind: 'thi tran', page: 1 },
    ];
    for (const request of requests) expect(readSectionRequest(sectionArgument(request))).toEqual(request);
  });

  test('takes no time over words that never end', () => {
    const long = `muc ${'con vuong '.repeat(20_000)}`;
    const before = performance.now();
    readSectionRequest(long);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
