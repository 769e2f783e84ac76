import { describe, expect, it } from 'vitest';
import { readPeopleLeft } from '../../../../core/language/amounts/people-left.ts';

const rows = (text: string): string[] => text.split('|').map((row) => row.trim());

describe('how many are left', () => {
  it.each(
    rows(`còn 5 người chưa cài | con 5 nguoi chua cai | còn 05 đ/c chưa cài được | dạ còn 5 đồng chí chưa cài ạ | thiếu 5 | còn thiếu 5 đ/c nữa
      | chỉ còn 5 người là chưa cài thôi | 5 người chưa cài | 5 đồng chí vẫn chưa cài | còn năm người | trừ 5 đồng chí chưa cài | còn 5 người nữa là đủ
      | chưa cài 5 người | chỉ thiếu 5 người nữa thôi anh ạ`),
  )('%s', (said) => expect(readPeopleLeft(said)).toBe(5));

  it.each(rows('còn đồng chí Lan chưa cài | thiếu mỗi ông Ba | trừ anh Tư bảo vệ còn lại cài hết rồi'))(
    '%s: one who is named',
    (said) => expect(readPeopleLeft(said)).toBe(1),
  );

  it.each(
    rows(`5 | 5 người | 45, còn 5 người chưa cài | còn 5 hoặc 6 người | còn khoảng 5 người | còn anh Tư, chị Lan chưa cài | chưa cài | còn vài người |
      còn 5 máy | còn 5 ngày | thiếu 5 triệu | mục 5 chưa xong | còn lại | còn 5% | 5 người đã cài, 2 người chưa | thêm 5 người | chưa có ai`),
  )('%s says nothing of it', (said) => expect(readPeopleLeft(said)).toBeUndefined());
});
