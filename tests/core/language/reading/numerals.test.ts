import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDecimal } from '../../../../core/language/reading/decimal.ts';
import { numeralAt } from '../../../../core/language/reading/numerals.ts';
import { tokensIn, written } from '../../../../core/language/reading/tokens.ts';
import { hundredthsInWords, inWords } from '../in-words.ts';

/** "12.5", with how sure it is where it is not; "-" where the text is no number, or not as a whole. */
function read(text: string): string {
  const words = tokensIn(written(text));
  const numeral = numeralAt(words, 0);
  if (!numeral || numeral.end < words.length || numeral.sureness === 'unclear') return '-';
  return `${plainDecimal(numeral.value)}${numeral.sureness === 'sure' ? '' : ` ${numeral.sureness}`}`;
}

describe('a number', () => {
  it.each([
    ['7', '7'],
    ['07', '7'],
    ['1.250', '1250 thousand'],
    ['1.250.000', '1250000'],
    ['1.250,75', '1250.75'],
    ['6,5', '6.5'],
    ['6.5', '6.5 slip'],
    ['0.75', '0.75 zero'],
    ['0,125', '0.125'],
    ['1,250', '-'],
    ['6,1234', '-'],
    ['1 250 000', '1250000'],
    ['1 250', '1250 spaced'],
    ['６２', '62'],
    ['6️⃣2️⃣', '62'],
    ['1k2', '1200'],
    ['3tr5', '3500000'],
    ['3tr250', '3250000'],
    ['2 tỷ 150', '2150000000'],
    ['2 tỷ 15', '-'],
    ['2,5 triệu', '2500000'],
    ['sáu tỉ tư', '6400000000'],
    ['nửa triệu', '500000'],
    ['triệu mốt', '1100000'],
    ['sáu phẩy không năm', '6.05'],
    ['sáu phẩy hai lăm', '6.25'],
    ['6 phẩy 5', '6.5'],
    ['bar muwowi saus', '-'],
    ['ba muwowi saus', '36'],
    ['sa1u mu7o7i hai', '62'],
    ['sau muoi hai', '62'],
    ['sáu chăm linh tư', '604'],
    ['hai nghìn tỷ', '2000000000000'],
    ['một nghìn hai triệu', '-'],
    ['một triệu một tỷ', '-'],
    ['999999999999999', '999999999999999'],
    ['9999999999999999', '-'],
  ])('%s is %s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('words', () => {
  it('say every number below 2,000, as they are written and without their marks', () => {
    for (let value = 1; value < 2000; value += 1) expect(read(inWords(value))).toBe(String(value));
  });
  it('say every whole number below a million', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (value) => {
        expect(read(inWords(value))).toBe(String(value));
      }),
      { numRuns: 3000 },
    );
  });
  it('say every number with two places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (hundredths) => {
        expect(read(hundredthsInWords(hundredths))).toBe(String(hundredths / 100));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('figures', () => {
  it('say what they say with a comma, and are doubtful with a dot', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 999_999 }), fc.integer({ min: 1, max: 99 }), (whole, places) => {
        const behind = String(places).padStart(2, '0');
        expect(read(`${whole},${behind}`)).toBe(String(Number(`${whole}.${behind}`)));
        expect(read(`${whole}.${behind}`)).toBe(`${Number(`${whole}.${behind}`)} slip`);
      }),
    );
  });
});
