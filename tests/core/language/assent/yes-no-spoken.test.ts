/** A yes or no, and one of several options, with what people say around them. */
import { describe, expect, it } from 'vitest';
import { readOption, readYesNo } from '../../../../core/language/assent/yes-no.ts';

describe('yes or no to “Đã họp”', () => {
  it.each(['r ạ', 'hum qua hop xog r', 'họp hôm thứ 2 rồi', 'họp rồi cháu', 'mới họp hồi sáng'])(
    '%s is yes',
    (said) => {
      expect(readYesNo(said, 'Đã họp')).toBe(true);
    },
  );
  it.each(['ch họp', 'chưa họp đâu mai mới họp', 'chưa, thứ 6 sẽ họp'])('%s is no', (said) => {
    expect(readYesNo(said, 'Đã họp')).toBe(false);
  });
  it.each(['thứ 6 họp', 'thứ 6 mới họp', 'đang họp', 'mai họp'])('%s is asked about', (said) => {
    expect(readYesNo(said, 'Đã họp')).toBeUndefined();
  });
});

describe('an option', () => {
  const options = ['Tốt', 'Khá', 'Trung bình'];
  it.each([
    ['tự chấm loại tốt', 'Tốt'],
    ['khá nờ', 'Khá'],
  ])('%s is %s', (said, option) => {
    expect(readOption(said, 'Xếp loại', options)).toBe(option);
  });
  it.each(['xuất sắc', 'chắc loại khá', 'khá hay tốt'])('%s is none', (said) => {
    expect(readOption(said, 'Xếp loại', options)).toBeUndefined();
  });
});
