import { expect, test } from 'vitest';
import { readAmendWords } from '../../../../core/directives/life/amend-words.ts';

const section = (number: string) => ({ of: 'section', number });
const task = (number: string) => ({ of: 'task', number });

test.each([
  ['sửa hạn mục 3 thành 17h00 ngày 15/9', { edit: 'deadline', target: section('3'), words: '17h00 ngày 15/9' }],
  ['sua lai han muc 3 thanh 17h ngay 15/9', { edit: 'deadline', target: section('3'), words: '17h ngay 15/9' }],
  [
    'sửa hạn báo cáo thành trước ngày 20 hằng tháng',
    { edit: 'deadline', target: { of: 'duty', number: null }, words: 'trước ngày 20 hằng tháng' },
  ],
  ['đổi hạn thành thứ sáu', { edit: 'deadline', target: { of: 'duty', number: null }, words: 'thứ sáu' }],
  [
    'sửa nội dung mục 2: Chuẩn bị phương án mới, vì dịch',
    { edit: 'text', target: section('2'), text: 'Chuẩn bị phương án mới, vì dịch' },
  ],
  [
    'sửa nhiệm vụ 2 thành Chuẩn bị phương án: hai ca',
    { edit: 'text', target: task('2'), text: 'Chuẩn bị phương án: hai ca' },
  ],
  [
    'bổ sung đơn vị Xã Quảng Nham vào nhiệm vụ 2',
    { edit: 'units', target: task('2'), units: ['Xã Quảng Nham'], is: 'added' },
  ],
  [
    'thêm xã An Bình, xã Bình Minh và TH An Bình vào mục 2',
    { edit: 'units', target: section('2'), units: ['xã An Bình', 'xã Bình Minh', 'TH An Bình'], is: 'added' },
  ],
  ['bỏ đơn vị xã An Bình khỏi mục 1', { edit: 'units', target: section('1'), units: ['xã An Bình'], is: 'removed' }],
  [
    'bo sung don vi VT song may vao bao cao',
    { edit: 'units', target: { of: 'duty', number: null }, units: ['VT song may'], is: 'added' },
  ],
])('"%s"', (said, edit) => {
  expect(readAmendWords(said)?.edit).toEqual(edit);
});

test('a reason and the directive may be said as well', () => {
  expect(readAmendWords('sửa hạn mục 3 công văn 45 thành 15/9, lý do bão')).toMatchObject({
    edit: { words: '15/9' },
    about: 'sửa hạn mục 3 công văn 45',
    reason: 'bão',
  });
  expect(readAmendWords('bổ sung xã An Bình vào nhiệm vụ 2 văn bản 45 vì bỏ sót')).toMatchObject({
    about: 'văn bản 45',
    reason: 'bỏ sót',
  });
});

test.each(['sửa', 'sửa hạn mục 3', 'sửa văn bản 45', 'bổ sung xã An Bình', 'sửa số thành 45', ''])(
  '"%s" says no change',
  (said) => {
    expect(readAmendWords(said)).toBeUndefined();
  },
);
