import { describe, expect, it } from 'vitest';
import { isRemark, readRemark } from '../../../../core/language/assent/remark.ts';

const rows = (text: string): string[] => text.split('|').map((row) => row.trim());

describe('the answer to "anything to add?"', () => {
  it.each(
    rows(`không | Không ạ | dạ không | ko | ko có gì | k có gì ạ | không có gì thêm | không có khó khăn gì | không có ý kiến | chưa có |
      không khó khăn, kiến nghị gì ạ | khong co | không em ơi | dạ không có ạ | - | 0 | chưa có gì | dạ hiện không có vướng mắc gì ạ`),
  )('%s says that there is none', (text) => expect(readRemark(text)).toEqual({ type: 'none' }));

  it.each(
    rows(
      `ok | ok em | gửi đi | gửi luôn em | vâng | đúng rồi | cảm ơn em | ạ | 👍 | 🙏 | thôi | thôi em | hết rồi | thế thôi | bình thường ạ`,
    ),
  )('%s is no remark', (text) => expect(readRemark(text)).toEqual({ type: 'passed' }));

  it.each(rows('? | . | ... | có | có ạ | 46 | không? | gì cơ?'))('%s is asked again', (text) => {
    expect(['unclear', 'remark']).toContain(readRemark(text).type);
    if (text !== 'gì cơ?') expect(readRemark(text).type).toBe('unclear');
  });

  it.each(rows('sai rồi | khoan | để xem lại | hủy bỏ | đừng gửi'))('%s answers something else', (text) => {
    expect(readRemark(text).type).toBe('other');
  });

  it.each(
    rows(`mạng yếu | không có mạng | không có điện thoại thông minh | đang chờ kinh phí | 3 máy cũ không cài được | đề nghị cấp thêm máy |
      ok nhưng mạng yếu | thiếu máy | chưa có kinh phí | một số đồng chí lớn tuổi khó cài | Smart hay bị lỗi`),
  )('%s is a remark', (text) => expect(readRemark(text)).toEqual({ type: 'remark' }));
});

describe('a note that is kept', () => {
  it.each([
    ...['dạ không ạ', 'Không', 'không ạ', 'ko', 'k có gì', 'Dạ không có khó khăn, vướng mắc gì ạ', 'chưa có kiến nghị'],
    ...[
      'Không có.',
      'ok',
      'gửi đi',
      'đúng ạ',
      '?',
      '-',
      '...',
      '0',
      '',
      'không có đề xuất, kiến nghị gì thêm',
      'hết ạ',
    ],
  ])('“%s” is not printed', (text) => expect(isRemark(text)).toBe(false));

  it.each([
    ...['mạng yếu', 'Không có mạng ở thôn 3', 'khó khăn: mạng yếu', 'chưa có máy', '2 đồng chí nghỉ thai sản'],
    ...['bluezone 46', 'đề nghị cấp thêm kinh phí', 'có 3 người dùng điện thoại cũ', 'không có điện'],
  ])('“%s” is printed', (text) => expect(isRemark(text)).toBe(true));
});
