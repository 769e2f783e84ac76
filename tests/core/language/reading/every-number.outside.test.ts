import { expect, it } from 'vitest';
import { plainDecimal } from '../../../../core/language/reading/decimal.ts';
import { numeralAt } from '../../../../core/language/reading/numerals.ts';
import { tokensIn, type Word } from '../../../../core/language/reading/tokens.ts';
import { inWords } from '../in-words.ts';

/** All of them take a minute: above 100,000 every seventh, which changes every word of a number in turn. */
const step = (value: number): number => (value < 100_000 ? 1 : 7);

it('numbers from 1 to 999,999 in words are read as what they are', () => {
  const known = new Map<string, Word>();
  const wordOf = (text: string): Word[] => {
    const word = known.get(text) ?? tokensIn(text)[0];
    if (word) known.set(text, word);
    return word ? [word] : [];
  };
  const wrong: number[] = [];
  for (let value = 1; value < 1_000_000; value += step(value)) {
    const numeral = numeralAt(inWords(value).split(' ').flatMap(wordOf), 0);
    if (numeral?.sureness !== 'sure' || plainDecimal(numeral.value) !== String(value)) wrong.push(value);
  }
  expect(wrong).toEqual([]);
});
