import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createChance } from '../../../../bench/plausible/chance.ts';
import { slip, slipKinds } from '../../../../bench/plausible/slips.ts';
import type { Indicator } from '../../../../core/reports/obligation.ts';
import { meantBy } from '../../../../core/reports/plausible/slip.ts';

const meant = (figure: number): number[] => meantBy(figure).map((one) => one.figure);

test.each([
  ['a digit left out', 154, 1504],
  ['a digit typed twice', 588, 58],
  ['two digits in each other’s place', 5104, 1504],
  ['a digit left out of a decimal', 12.5, 132.5],
  ['a digit typed twice in a decimal', 122.5, 12.5],
  ['two digits about the point', 52.1, 51.2],
])('%s: %d may have been %d', (_, typed, figure) => {
  // What differs by less than a quarter is not worth a question.
  const isWorth = Math.abs(Math.log(typed / figure)) >= Math.log(1.25);
  expect(meant(typed).includes(figure)).toBe(isWorth);
});

test('a figure is never its own slip, nor one of what is nearly the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (figure) => {
      for (const one of meant(figure)) expect(Math.abs(Math.log(one / figure))).toBeGreaterThanOrEqual(Math.log(1.25));
    }),
  );
});

test('whatever hand slips, what was meant is among it', () => {
  const form: Indicator[] = [
    { ...{ id: 1, key: 'n', label: 'n', kind: 'count', options: [] }, isDenominator: false, fromRoster: false },
  ];
  const hands = slipKinds.filter((kind) => kind !== 'columns mixed up');
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 10_000_000 }), fc.constantFrom(...hands), fc.nat(), (n, kind, seed) => {
      const typed = slip(createChance(seed), kind, form, { n })?.figures.n;
      if (typed === undefined || typed <= 0 || Math.abs(Math.log(typed / n)) < Math.log(1.25)) return;
      // Where a digit before zeros was lost, nobody knows how many they were: 7000001 is 1 then.
      if (String(typed).length < String(n).length - 1) return;
      expect(meant(typed)).toContain(n);
    }),
  );
});
