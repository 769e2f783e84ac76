import { describe, expect, test } from 'vitest';
import { readBehalf } from '../../../core/reports/behalf-words.ts';

const cases: [said: string, who: string, told: string, reason: string | undefined][] = [
  ['xã Quảng Nham', 'xã Quảng Nham', '', undefined],
  ['TH-AN-BINH lý do hiệu trưởng đi công tác', 'TH-AN-BINH', '', 'hiệu trưởng đi công tác'],
  [
    'xã Quảng Nham: mục 2 xong, mục 4 đang làm 60%, lý do: xã báo qua điện thoại',
    'xã Quảng Nham',
    'mục 2 xong, mục 4 đang làm 60%',
    'xã báo qua điện thoại',
  ],
  ['xã Quảng Nham, 50 cán bộ, bluezone 45, ly do mat dien', 'xã Quảng Nham', '50 cán bộ, bluezone 45', 'mat dien'],
  ['cho xã Quảng Nham mục 2 xong', 'xã Quảng Nham', 'mục 2 xong', undefined],
  ['tiến độ của xã Quảng Nham lý do xã mất mạng', 'xã Quảng Nham', '', 'xã mất mạng'],
  ['xã Quảng Nham vì xã mất mạng: mục 2 xong', 'xã Quảng Nham', 'mục 2 xong', 'xã mất mạng'],
  [
    'xã Quảng Nham\nmục 2 xong\nmục 4 vướng kinh phí\nlý do: xã gọi điện',
    'xã Quảng Nham',
    'mục 2 xong\nmục 4 vướng kinh phí',
    'xã gọi điện',
  ],
  ['trường TH số 1 lý do mất điện', 'trường TH số 1', '', 'mất điện'],
  ['xã an bình 50 45 40 38 lý do xã nhờ', 'xã an bình', '50 45 40 38', 'xã nhờ'],
  // What blocks a task is no reason to report for the unit, and the last reason is that.
  ['xã A: mục 5 vướng lý do thiếu vốn', 'xã A', 'mục 5 vướng lý do thiếu vốn', undefined],
  ['xã A: mục 5 vướng, lý do thiếu vốn, lý do: xã nhờ', 'xã A', 'mục 5 vướng, lý do thiếu vốn', 'xã nhờ'],
  ['xã A: lý do xã nhờ', 'xã A', '', 'xã nhờ'],
];

describe('what is told for a unit', () => {
  test.each(cases)('%j', (said, who, told, reason) => {
    expect(readBehalf(said)).toEqual({ who, told, reason });
  });
});
