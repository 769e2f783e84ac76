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
  ['trước ngày 20 hằng tháng, từ ngày 01 tháng 10 năm 2026', { every: 'month', day: 20, before: true }],
  ['trước ngày 20 hằng tháng, bắt đầu từ 01/10', { every: 'month', day: 20, before: true }],
  ['trước ngày 20 của tháng thứ hai trong quý, hằng quý', { every: 'quarter', day: 20, month: 2, before: true }],
  ['trước ngày 20/3, 20/6, 20/9 và 20/12, định kỳ hằng quý', { every: 'quarter', day: 20, month: 3, before: true }],
  [
    'định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 15/12)',
    { every: 'half-year', day: 15, month: 6, before: true },
  ],
  ['chậm nhất 02 ngày làm việc sau ngày 14 hằng tháng', { every: 'month' }],
  ['các tháng cuối quý, trước ngày 15', { every: 'quarter', day: 15, month: 3, before: true }],
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

test.each([
  ['vào ngày 14 và ngày 28 hằng tháng', { every: 'month', several: ['day'] }],
  ['định kỳ ngày 10, 20, 30 hằng tháng', { every: 'month', several: ['day'] }],
  ['ngày 15 và ngày cuối tháng hằng tháng', { every: 'month', several: ['day'] }],
  ['từ ngày 20 đến ngày 25 hằng tháng', { every: 'month', several: ['day'] }],
  ['hằng tháng vào ngày 25, riêng tháng 12 trước ngày 20', { every: 'month', several: ['day'] }],
  ['trước ngày 15/6 và 15/12 hằng năm', { every: 'year', before: true, several: ['day'] }],
  ['trước 15 giờ thứ Ba và thứ Sáu hằng tuần', { every: 'week', time: '15:00', several: ['weekday'] }],
  ['trước 16h thứ 2, 4, 6 hằng tuần', { every: 'week', time: '16:00', several: ['weekday'] }],
  ['thứ Năm hằng tuần, bản mềm trước 10h00, bản giấy trước 16h00', { every: 'week', weekday: 4, several: ['time'] }],
  ['hằng tháng trước ngày 20, hằng quý trước ngày 25 của tháng cuối quý', { several: ['every'] }],
  ['báo cáo 6 tháng trước ngày 15/6, báo cáo hằng năm trước ngày 15/12', { several: ['every'] }],
  ['trước 16h hằng ngày, trước 15h thứ Sáu hằng tuần', { several: ['every'] }],
])('of what "%s" names more than once none is taken', (said, read) => {
  expect(readRecurrence(said)).toEqual(read);
});
