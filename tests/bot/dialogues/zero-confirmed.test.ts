import { describe, expect, it } from 'vitest';
import { play } from './talk.ts';

const rows = (text: string): string[] => text.split('|').map((row) => row.trim());

/** Bluezone is asked of fifty, and 0 was told. */
const zero = ['/baocao', '50', '0'];

describe('asked whether zero is right', () => {
  it.each(
    rows(`đúng | vâng | đúng rồi, không có ai | đúng rồi không có ai cả | vâng không có ai ạ | dạ đúng, chưa có ai cài | ừ, chưa ai cài |
      đúng em ạ. Không có ai | chuẩn rồi, nỏ có ai | đúng là không có ai | không có ai | 0 | ừ chưa ai thật | chưa có ai thật mà`),
  )('%s takes it', (said) => {
    expect(play([...zero, said]).figures, said).toBe('50 0');
  });

  it.each(
    rows(
      'không | không đúng | sai rồi | đúng không | đúng không nhỉ | chưa | để xem lại | đúng rồi, mai báo | không có gì',
    ),
  )('%s does not', (said) => {
    expect(play([...zero, said]).figures, said).toBe('50');
  });
});
