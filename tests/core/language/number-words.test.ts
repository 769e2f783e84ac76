import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumberWords } from '../../../core/language/number-words.ts';
import { readNumber } from '../../../core/language/numbers.ts';
import { inWords } from './in-words.ts';

describe('numbers in words', () => {
  it('reads every number in its standard words', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 1, max: 1200 }), fc.integer({ min: 1, max: 999_999_999 })), (value) => {
        expect(readNumber(inWords(value))).toEqual({ type: 'count', value });
      }),
      { numRuns: 400 },
    );
  });

  it.each<[string, number]>([
    ['ba mươi sáu', 36],
    ['Ba Mươi Tư', 34],
    ['mười lăm', 15],
    ['muoi lam', 15],
    ['bay muoi sau', 76],
    ['sáu lăm', 65],
    ['sau lam', 65],
    ['ba tư', 34],
    ['bốn bảy', 47],
    ['hăm mốt', 21],
    ['ba chục', 30],
    ['một chục rưỡi', 15],
    ['trăm hai', 120],
    ['ba trăm tư', 340],
    ['hai trăm rưỡi', 250],
    ['một trăm lẻ năm', 105],
    ['ngàn rưỡi', 1500],
    ['ba nghìn tư', 3400],
    ['một nghìn không trăm linh năm', 1005],
    ['một nghìn linh năm', 1005],
    ['6 mươi 2', 62],
    ['3 trăm 50', 350],
    ['1 ngàn 5 trăm', 1500],
    ['12 nghìn', 12_000],
    ['bôn mươi', 40],
    ['chin', 9],
  ])('%j is %i', (text, value) => {
    expect(readNumber(text)).toEqual({ type: 'count', value });
  });

  it.each([
    ['two or three', 'hai ba'],
    ['four or five', 'bốn năm'],
    ['sixty years, or 65 put badly', 'sáu mươi năm'],
    ['ten years', 'mười năm'],
    ['a hundred years', 'trăm năm'],
    ['about ten', 'mươi người'],
    ['about a hundred', 'trăm người'],
    ['ten or muối', 'muoi'],
    ['eight or temporarily', 'tam'],
    ['six or after', 'sau'],
    ['five or south', 'nam'],
    ['about forty', 'tầm bốn mươi'],
    ['about ten, misspelt as eighty', 'tầm mười'],
    ['205 or 250', '2 trăm 5'],
    ['hundreds that exceed their place', '2 trăm 150'],
    ['a half of nothing', 'rưỡi'],
    ['too large', 'một nghìn triệu'],
    ['a word too many', 'bốn mươi lăm sáu'],
    ['scales in the wrong order', 'một nghìn hai triệu'],
    ['four as it is only said after tens', 'tư'],
  ])('is not sure of %s: %j', (_, text) => {
    expect(readNumber(text)).toEqual({ type: 'unclear' });
  });

  it('is undefined for no words and for other words', () => {
    expect(readNumberWords([])).toBeUndefined();
    expect(readNumberWords(['bốn', 'mùa'])).toBeUndefined();
  });
});
