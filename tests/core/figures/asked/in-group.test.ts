import { describe, expect, test } from 'vitest';
import { asksInGroup, saidBehindName, saidToService } from '../../../../core/figures/asked/in-group.ts';

describe('what is said to the service in a group', () => {
  test.each([
    '@UBND huyện Sông Mây còn mấy đơn vị nữa',
    '@Chỉ Đạo tình hình thế nào rồi em',
    '@bot ai chưa nộp vậy',
    '@Chỉ Đạo hạn đến bao giờ',
  ])('behind a name that may have any words is a question: %s', (text) => {
    expect(saidBehindName(text)).toMatch(/^\/hoi .*(?:nữa|em|vậy|giờ)$/);
  });

  test.each(['@Chị Lan gọi lại em nhé', '@Chỉ Đạo chào cả nhà', '@Chỉ Đạo', '@anh Hùng mai họp lúc 8h', '@bot'])(
    'behind a name is none: %s',
    (text) => {
      expect(saidBehindName(text)).toBeUndefined();
    },
  );

  test('is a command or figures as they are, all else a question', () => {
    expect(saidToService('/summary')).toBe('/summary');
    expect(saidToService(' 50 45 40 38')).toBe('50 45 40 38');
    expect(saidToService('còn ai nữa ')).toBe('/hoi còn ai nữa');
    expect(saidToService(' ')).toBe('');
  });

  test('asks how a directive stands, or nothing that a group is told', () => {
    for (const text of ['đủ chưa', 'bao nhiêu xã xong rồi', 'tổng Bluezone', 'hạn hôm nào'])
      expect(asksInGroup(text), text).toBe(true);
    for (const text of ['', 'chào em', '45', 'để mai báo', 'xã An Bình']) expect(asksInGroup(text), text).toBe(false);
  });
});
