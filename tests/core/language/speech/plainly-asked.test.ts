/** Where a sentence of one's own may stand as well, only what plainly asks is a question. */
import { describe, expect, test } from 'vitest';
import { asksPlainly } from '../../../../core/language/speech/plainly-asked.ts';

describe('what plainly asks', () => {
  test.each([
    'xã nào chưa nộp',
    'cho hỏi còn thiếu mấy trường',
    'chị muốn biết quảng định ai nộp',
    'mấy ông xã nộp đủ chưa',
    'thế trường nào nộp rồi',
    'hạn cũ là hôm nào',
    'sao phải nêu lý do',
    'đã báo cho họ chưa',
    'có phải nộp bản giấy nữa ko',
    'phát hành rồi sửa được không',
    'bao giờ thì có kết quả',
    'gửi chưa?',
  ])('%s', (said) => expect(asksPlainly(said)).toBe(true));
});

describe('what does not', () => {
  test.each([
    'ai chưa nộp thì nộp ngay trước 16h',
    'đơn vị nào còn vướng đề nghị báo lại',
    'mất điện, chưa rõ khi nào có lại',
    'xã đang chống dịch, ai cũng bận',
    'các xã chưa nộp',
    'mấy xã chưa nộp',
    'không ai nộp',
    'nhắc đi nào',
    'không ạ',
    'vì mất điện',
    'sáp nhập',
  ])('%s', (said) => expect(asksPlainly(said)).toBe(false));
});
