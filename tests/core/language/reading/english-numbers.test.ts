import { expect, test } from 'vitest';
import { withFigures } from '../../../../core/language/reading/english-numbers.ts';

test.each([
  ['forty five', '45'],
  ['forty-four ạ', '44 ạ'],
  ['Fifty', '50'],
  ['fifteen', '15'],
  ['bluezone ninety nine', 'bluezone 99'],
])('"%s" is %s', (said, figures) => expect(withFigures(said)).toBe(figures));

test.each(['ten', 'six', 'one', 'no one', 'bốn lăm'])('"%s" stays: it may be Vietnamese without its marks', (said) =>
  expect(withFigures(said)).toBe(said),
);
