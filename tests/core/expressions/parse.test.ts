import { describe, expect, test } from 'vitest';
import { compute, holds } from '../../../core/expressions/evaluate.ts';
import { figuresOfFormula } from '../../../core/expressions/expression.ts';
import { parseComparison, parseFormula } from '../../../core/expressions/parse.ts';
import { decimalOf, plainDecimal } from '../../../core/language/reading/decimal.ts';

const keys = ['a', 'b', 'c', 'da-cai', '2025'];
const figures = (key: string) => {
  const known: Record<string, string> = { a: '12.5', b: '4', c: '0', 'da-cai': '45', '2025': '1000' };
  return known[key] === undefined ? undefined : decimalOf(known[key]);
};

const valueGiven = (text: string, places = 3, factor = 1n): string | undefined => {
  const formula = parseFormula(text, keys);
  if (!formula.ok) throw new Error(JSON.stringify(formula.error));
  const value = compute(formula.value, figures, { places, factor });
  return value && plainDecimal(value);
};

describe('a formula', () => {
  test.each([
    ['a + b', '16.5'],
    ['a - b - b', '4.5'],
    ['a - (b - b)', '12.5'],
    ['2 * a + 0.25', '25.25'],
    ['b / a', '0.32'],
    ['(b - a) / a', '-0.68'],
    ['da-cai+b', '49'],
    ['2025 – b', '996'],
  ])('%s is %s', (text, value) => {
    expect(valueGiven(text)).toBe(value);
  });

  test('rounds halves up, and gives nothing of a whole that is 0', () => {
    expect(valueGiven('a', 0)).toBe('13');
    expect(valueGiven('c - a', 0)).toBe('-12');
    expect(valueGiven('b / a', 1, 100n)).toBe('32');
    expect(valueGiven('a / c')).toBeUndefined();
  });

  test('knows its figures', () => {
    const formula = parseFormula('(a + b) / (b + da-cai)', keys);
    expect(formula.ok && figuresOfFormula(formula.value)).toEqual(['a', 'b', 'da-cai']);
  });

  test.each([
    ['a + x', { type: 'unknown-figure', name: 'x', parts: [] }],
    ['a-b', { type: 'unknown-figure', name: 'a-b', parts: ['a', 'b'] }],
    ['a +', { type: 'ends-early' }],
    ['', { type: 'ends-early' }],
    ['(a + b', { type: 'ends-early' }],
    ['a b', { type: 'unexpected', found: 'b' }],
    ['a + 1,5', { type: 'unexpected', found: ',5' }],
    ['a + b / c / a', { type: 'share-within' }],
    ['(a / b) + c', { type: 'share-within' }],
    ['a <= b', { type: 'unexpected', found: '<=' }],
    [`${'('.repeat(30)}a`, { type: 'ends-early' }],
  ])('%s is refused', (text, error) => {
    expect(parseFormula(text, keys)).toEqual({ ok: false, error });
  });
});

describe('a rule', () => {
  test.each([
    ['a <= b', false],
    ['a ≥ b + 8.5', true],
    ['a = b', false],
    ['a != b', true],
    ['c < 0.001', true],
    ['a > 12.5', false],
  ])('%s: %s', (text, expected) => {
    const rule = parseComparison(text, keys);
    expect(rule.ok && holds(rule.value, figures)).toBe(expected);
  });

  test('says nothing while a figure is missing', () => {
    const rule = parseComparison('a <= z', [...keys, 'z']);
    expect(rule.ok && holds(rule.value, figures)).toBeUndefined();
  });

  test('needs a comparison', () => {
    expect(parseComparison('a + b', keys)).toEqual({ ok: false, error: { type: 'no-comparison' } });
  });
});
