import { expect, test } from 'vitest';
import { dayFromToday, readDay } from '../../../core/language/day.ts';

// A Monday.
const now = new Date('2021-09-06T08:00:00+07:00');

test.each([
  ['đến 15/9', '2021-09-15', null],
  ['15/9/2021', '2021-09-15', null],
  ['15-9-21', '2021-09-15', null],
  ['hết ngày 15 tháng 9', '2021-09-15', null],
  ['ngày 15 tháng 9 năm 2022', '2022-09-15', null],
  ['ngày 15', '2021-09-15', null],
  ['ngày 3', '2021-10-03', null],
  ['đến hết ngày mai', '2021-09-07', null],
  ['mai', '2021-09-07', null],
  ['hôm nay', '2021-09-06', null],
  ['thứ sáu', '2021-09-10', null],
  ['thứ 6 tuần sau', '2021-09-17', null],
  ['thứ hai', '2021-09-13', null],
  ['chủ nhật', '2021-09-12', null],
  ['10h ngày 15/9', '2021-09-15', '10:00'],
  ['16h30 ngày 15 tháng 9', '2021-09-15', '16:30'],
  ['trước 16:30 15/9/2021', '2021-09-15', '16:30'],
  ['2 giờ rưỡi chiều mai', '2021-09-07', '14:30'],
  ['9h sáng thứ tư', '2021-09-08', '09:00'],
  ['05/01', '2022-01-05', null],
  ['01/7', '2021-07-01', null],
])('"%s" is %s %s', (said, date, time) => {
  expect(readDay(said, now)).toEqual({ date, time });
});

test.each(['31/2', '15/13', 'ngày 32', '25h ngày 15/9'])('"%s" is no day', (said) => {
  expect(readDay(said, now)).toBe('unreadable');
});

test.each(['mất điện', 'xã 15', '', 'còn 3 máy'])('"%s" says none', (said) => {
  expect(readDay(said, now)).toBeUndefined();
});

test.each([
  ['mai', '2021-09-07'],
  ['chiều mai xong', '2021-09-07'],
  ['ngày kia', '2021-09-08'],
  ['mốt', '2021-09-08'],
  ['hôm nay ạ', '2021-09-06'],
  ['bữa ni', '2021-09-06'],
  ['hôm qua xong rồi em', '2021-09-05'],
  ['hôm kia', '2021-09-04'],
  ['thứ 6 này', '2021-09-10'],
  ['thứ sáu', '2021-09-10'],
  ['thứ sáu tuần sau', '2021-09-17'],
  ['thứ 6 tuần trước', '2021-09-03'],
  ['chủ nhật vừa rồi', '2021-09-05'],
])('"%s" is %s from today', (said, date) => expect(dayFromToday(said, now)).toBe(date));

test.each(['mai mới có số', 'chưa xong, mai', 'thứ', 'hôm', '12/9', 'mai hoặc ngày kia', 'sáu'])(
  '"%s" names no such day',
  (said) => expect(dayFromToday(said, now)).toBeUndefined(),
);

test.each([
  ['3pm 12/9', '15:00'],
  ['3:30 pm ngày 12/9', '15:30'],
  ['15/8 âm', null],
])('the hour of "%s" is %s', (said, time) => expect(readDay(said, now)).toMatchObject({ time }));
