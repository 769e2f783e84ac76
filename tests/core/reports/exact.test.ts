import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { percentOf } from '../../../core/figures/summary.ts';
import { addExact, compareExact, type Exact, exactOf, negated, ratioOf } from '../../../core/reports/exact.ts';
import { count } from '../../../messages/words/format.ts';

/** A figure as millionths, and the same figure. */
const figure = fc
  .tuple(fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }), fc.nat(3))
  .map(([units, places]) => ({ millionths: units * 10n ** BigInt(6 - places), exact: of(units, places) }));

const of = (units: bigint, places: number): Exact => {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const at = digits.length - places;
  return exactOf(`${units < 0n ? '-' : ''}${digits.slice(0, at)}${places > 0 ? `.${digits.slice(at)}` : ''}`);
};

describe('exact figures', () => {
  test.each([
    ['45', 45],
    ['45.000', 45],
    ['12.50', '12.5'],
    ['-0.5', '-0.5'],
    ['0.0', 0],
    ['1250000000', 1_250_000_000],
    ['9007199254740993', '9007199254740993'],
    ['1250000000000000000.125', '1250000000000000000.125'],
  ] as [string, Exact][])('%s has one form', (text, exact) => {
    expect(exactOf(text)).toBe(exact);
  });

  test('add up and compare without a rounding, however many digits they have', () => {
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        const sum = addExact(a.exact, b.exact);
        expect(sum).toBe(of(a.millionths + b.millionths, 6));
        expect(addExact(sum, negated(b.exact))).toBe(a.exact);
        expect(Math.sign(compareExact(a.exact, b.exact))).toBe(Math.sign(Number(a.millionths - b.millionths)));
      }),
    );
  });

  test('0.1 + 0.2 is 0.3', () => {
    expect(addExact('0.1', '0.2')).toBe('0.3');
    expect(addExact('0.5', '0.5')).toBe(1);
  });

  test('make shares of sums, halves rounded up', () => {
    expect(ratioOf('0.5', '4', 1000n)).toBe(125n);
    expect(percentOf('2.5', '3')).toBe(83.3);
    expect(percentOf(1, 8)).toBe(12.5);
    expect(percentOf(1, 2000)).toBe(0.1);
    expect(percentOf(5, 0)).toBeNull();
  });

  test('are written as Vietnamese offices write them, with all their digits', () => {
    expect(count('1250.75')).toBe('1.250,75');
    expect(count('9007199254740993')).toBe('9.007.199.254.740.993');
    expect(count('-0.125')).toBe('-0,125');
  });
});
