import { expect, test } from 'vitest';
import { readRecurrence } from '../../../core/language/recurrence.ts';

test.each([
  ['hằng tuần trước 16h00 thứ Năm', { every: 'week', weekday: 4, time: '16:00' }],
  ['trước 16h00 thứ Năm hàng tuần', { every: 'week', weekday: 4, time: '16:00' }],
  ['trước 16 giờ thứ 5 hằng tuần', { every: 'week', weekday: 4, time: '16:00' }],
  ['báo cáo định kỳ hằng tuần vào thứ Sáu', { every: 'week', weekday: 5 }],
  ['trước thứ Sáu mỗi tuần', { every: 'week', weekday: 5, before: true }],
  ['chủ nhật hàng tuần', { every: 'week', weekday: 7 }],
  ['moi tuan, truoc 10h thu hai', { every: 'week', weekday: 1, time: '10:00' }],
  ['trước ngày 20 hằng tháng', { every: 'month', day: 20, before: true }],
  ['chậm nhất ngày 25 hàng tháng', { every: 'month', day: 25 }],
  ['trước 10h00 ngày 05 hằng tháng', { every: 'month', day: 5, time: '10:00' }],
  ['mùng 5 hằng tháng', { every: 'month', day: 5 }],
  ['ngày cuối cùng hằng tháng', { every: 'month', day: 31 }],
  ['hằng quý, trước ngày 20 của tháng cuối quý', { every: 'quarter', day: 20, month: 3, before: true }],
  ['chậm nhất ngày 05 tháng đầu quý sau, báo cáo hằng quý', { every: 'quarter', day: 5, month: 1 }],
  ['ngày cuối quý', { every: 'quarter', day: 31, month: 3 }],
  ['định kỳ sáu tháng, trước ngày 20 tháng 6', { every: 'half-year', day: 20, month: 6, before: true }],
  ['trước ngày 20/12 hằng năm', { every: 'year', day: 20, month: 12, before: true }],
  ['ngày 06 tháng 6 hằng năm', { every: 'year', day: 6, month: 6 }],
  ['hằng năm, chậm nhất ngày 15 tháng 12', { every: 'year', day: 15, month: 12 }],
  ['hằng quý', { every: 'quarter' }],
])('"%s"', (said, read) => {
  expect(readRecurrence(said)).toEqual(read);
});

test.each([
  'trước ngày 10/9/2021',
  'trước 16h00 hằng ngày',
  'chậm nhất ngày 20 tháng 6',
  'ngày 45 hằng tháng',
  'trước 27h thứ Năm hằng tuần',
  'thứ năm tới',
  'trong 6 tháng đầu năm',
  '',
])('"%s" recurs not', (said) => {
  expect(readRecurrence(said)).toBeUndefined();
});
