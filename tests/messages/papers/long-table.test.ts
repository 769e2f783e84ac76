import { describe, expect, test } from 'vitest';
import { packPaper } from '../../../messages/papers/word/paper.ts';
import { paragraph } from '../../../messages/papers/word/parts.ts';
import { type Column, type Line, table } from '../../../messages/papers/word/table.ts';
import { unzip } from './unzip.ts';

const about = { title: 'Bảng', creator: 'Văn phòng' };
const columns: Column[] = [
  { title: 'TT', width: 1, align: 'center' },
  { title: 'Đơn vị', width: 4 },
  { title: 'Số', width: 2, align: 'right' },
];
const odd = ['UBND xã <An> & "Bình" \'Minh\'', '', 'hai\ndòng\u0000', 'Quảng Bình', '90%', '$& $1 \ue000', '\ud800'];
const linesOf = (count: number): Line[] =>
  Array.from({ length: count }, (_, n) => ({
    cells: [String(n + 1), odd[n % odd.length] ?? '', n % 3 === 0 ? '' : '1.234'],
    ...((n % 5 === 0 || n === count - 1) && { isTotal: true as const }),
  }));
const packed = async (counts: number[], held?: number): Promise<Map<string, string>> =>
  unzip(
    await packPaper(
      about,
      counts.map((count) => ({
        blocks: [table(columns, linesOf(count), 9_000, held === undefined ? {} : { held }), paragraph('Hết bảng.')],
      })),
    ),
  );

describe('a long table', () => {
  test.each([[[1]], [[7]], [[40]], [[3, 40, 2, 9]], [[5, 5]]])(
    'of %j rows is in the file what the library would have made of it',
    async (counts) => {
      const byLibrary = await packed(counts, Number.POSITIVE_INFINITY);
      const asText = await packed(counts, 0);
      expect(asText.get('word/document.xml')).toBe(byLibrary.get('word/document.xml'));
      expect([...asText.keys()]).toEqual([...byLibrary.keys()]);
    },
  );

  test('stands beside short ones', async () => {
    const mixed = await packed([3, 40, 2, 60], 10);
    expect(mixed.get('word/document.xml')).toBe(
      (await packed([3, 40, 2, 60], Number.POSITIVE_INFINITY)).get('word/document.xml'),
    );
  });
});
