import { describe, expect, test } from 'vitest';
import { findDirective } from '../../../core/directives/find.ts';

const directives = [
  { id: 1, number: '101/UBND-VHTT' },
  { id: 2, number: '07/UBND-VP' },
  { id: 3, number: '08/UBND-VH&TT' },
  { id: 4, number: '09/UBND-VP' },
  { id: 5, number: '9/UBND-NV' },
  { id: 6, number: '/UBND-X' },
  { id: 12, number: '45/UBND' },
];
const search = (said: string) => {
  const found = findDirective(directives, said);
  return [found.type === 'found' ? found.directive.id : found.type, found.rest];
};

describe('a directive is found by its number', () => {
  test.each([
    ['07/UBND-VP', 2, ''],
    ['7/ubnd-vp thieu 2', 2, 'thieu 2'],
    ['07 UBND VP', 2, ''],
    ['07-UBND-VP nhóm 3', 2, 'nhóm 3'],
    ['07ubndvp', 2, ''],
    ['07 / UBND - VP', 2, ''],
    ['08/ubnd vh tt', 3, ''],
    ['07', 2, ''],
    ['45', 12, ''],
    ['45 docx', 12, 'docx'],
    ['văn bản 45', 12, ''],
    ['Công văn số: 07/UBND-VP', 2, ''],
    ['cv 101', 1, ''],
    ['101/UBND-VHTT ngày 05/9/2021 thieu', 1, 'thieu'],
    ['09/UBND-VP', 4, ''],
  ])('%j', (said, id, rest) => {
    expect(search(said)).toEqual([id, rest]);
  });

  test('a button names it by its id, and a figure that is no number may be one', () => {
    expect(search('#2 thieu 1')).toEqual([2, 'thieu 1']);
    expect(search('12 nhom 3')).toEqual([12, 'nhom 3']);
    expect(search('#99')).toEqual(['unknown', '']);
  });

  test('one that several have is asked about, one that none has is told', () => {
    expect(search('9 thieu')).toEqual(['several', 'thieu']);
    expect(search('09/UBND')).toEqual(['several', '']);
    expect(findDirective(directives, '99/UBND-VP')).toEqual({ type: 'unknown', said: '99/UBND-VP', rest: '' });
    expect(findDirective(directives, 'văn bản 77 nhóm')).toMatchObject({ type: 'unknown', said: '77' });
  });

  test.each(['', 'xã An Bình', 'so với hôm qua', 'docx', 'thieu 2', 'văn bản'])('%j names none', (said) => {
    expect(search(said)).toEqual(['unnamed', said]);
  });
});
