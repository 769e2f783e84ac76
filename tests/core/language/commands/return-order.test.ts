import { expect, test } from 'vitest';
import { readReturnOrder } from '../../../../core/language/commands/return-order.ts';

test.each([
  ['xã bình minh báo sai, trả lại cho sửa', 'xã bình minh báo sai'],
  ['xa binh minh bao sai tra lai cho sua', 'xa binh minh bao sai'],
  ['số xã bình minh sai rồi trả về cho họ làm lại', 'số xã bình minh sai rồi'],
  ['số liệu bình minh không khớp, yêu cầu họ báo cáo lại', 'số liệu bình minh không khớp'],
  ['xã bình minh trả lại cho sửa, số bluezone cao quá', 'xã bình minh, số bluezone cao quá'],
])('"%s" sends a report back: %s', (said, argument) => {
  expect(readReturnOrder(said)).toBe(argument);
});

test.each([
  'xã bình minh bị trả lại chưa',
  'báo cáo xã bình minh đã trả lại rồi',
  'xã bình minh đừng trả lại',
  'ai trả lại báo cáo',
  'xã bình minh báo sai',
  'xã nào bị trả lại?',
])('"%s" sends none', (said) => {
  expect(readReturnOrder(said)).toBeUndefined();
});
