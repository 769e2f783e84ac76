import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Beside, BesideReport, Indicator } from '../../../../core/reports/obligation.ts';
import { findDoubt, namesOfDoubt } from '../../../../core/reports/plausible/doubt.ts';
import { findUnlike } from '../../../../core/reports/plausible/plausible.ts';
import type { Answers } from '../../../../core/reports/report.ts';
import { indicator } from '../indicator.ts';

const homes = [indicator('homes', 'homes'), indicator('poor', 'poor')];
const numbers = (figures: Record<string, number>): Answers =>
  Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, { type: 'number', value }]));
const peer = (figures: BesideReport['figures'], before: BesideReport['before'] = {}): BesideReport => ({
  ...{ figures, before, staff: null, targets: {} },
});
/** Twenty communes that hardly change, and the one that is asked. */
const quarter = (before: Record<string, number>): Beside => ({
  before,
  peers: Array.from({ length: 20 }, (_, n) =>
    peer({ homes: 1210 + 61 * n, poor: 40 + 3 * n }, { homes: 1205 + 61 * n, poor: 41 + 3 * n }),
  ),
});
const asked = (
  form: Indicator[],
  beside: Beside | undefined,
  figures: Record<string, number>,
  staff: number | null = null,
) =>
  findUnlike({ indicators: form, unit: { staff }, ...(beside && { beside }) }, numbers(figures)).map(
    ({ indicator: { key }, isBefore }) => `${key}${isBefore ? ' before' : ''}`,
  );

describe('a whole report beside those of units like it', () => {
  const beside = quarter({ homes: 1500, poor: 60 });
  test.each([
    ['as ever', { homes: 1504, poor: 58 }, []],
    ['a digit lost', { homes: 154, poor: 58 }, ['homes before']],
    ['a digit doubled', { homes: 1504, poor: 588 }, ['poor before']],
    ['two digits swapped', { homes: 5104, poor: 58 }, ['homes before']],
    ['columns mixed up', { homes: 58, poor: 1504 }, ['homes before', 'poor before']],
    ['a little more', { homes: 1560, poor: 66 }, []],
  ])('%s', (_, figures, expected) => {
    expect(asked(homes, beside, figures)).toEqual(expected);
  });

  test('without others, the unit is compared with itself, and half or twice as much is believed', () => {
    const alone = { before: { homes: 1500 }, peers: [] };
    const told = (value: number) => asked(homes, alone, { homes: value, poor: 3 });
    expect([told(900), told(2500), told(150), told(15_000)]).toEqual([[], [], ['homes before'], ['homes before']]);
  });

  test('the number of staff says how large a unit is, where nothing was reported before', () => {
    const installed = [indicator('bluezone', 'bluezone')];
    const peers = Array.from({ length: 12 }, (_, n) => ({ ...peer({ bluezone: 18 + 5 * n }), staff: 20 + 5 * n }));
    const told = (value: number) => asked(installed, { before: {}, peers }, { bluezone: value }, 240);
    expect([told(231), told(24)]).toEqual([[], ['bluezone']]);
  });

  test('those that lean to one side are asked about on the other: many are done, and some are far behind', () => {
    const installed = [indicator('staff', 'staff', { isDenominator: true }), indicator('bluezone', 'bluezone')];
    const shares = [1, 1, 1, 1, 1, 1, 1, 0.97, 0.95, 0.9, 0.8, 0.6, 0.4, 0.2, 0.1, 1, 1, 1, 1, 1];
    const peers = shares.map((share) => peer({ staff: 50, bluezone: Math.round(50 * share) }));
    expect(asked(installed, { before: {}, peers }, { staff: 48, bluezone: 9 })).toEqual([]);
  });

  test('of few others a slip to ten times as much is asked about, and twice as much is believed', () => {
    const peers = Array.from({ length: 4 }, (_, n) => peer({ homes: 1210 + 261 * n, pupils: 960 + 240 * n }));
    const form = [indicator('homes', 'homes'), indicator('pupils', 'pupils')];
    const told = (homes: number) => asked(form, { before: {}, peers }, { homes, pupils: 1100 });
    expect([told(1400), told(2800)]).toEqual([[], []]);
    expect(told(14_400)).toContain('homes');
  });

  test('what leans far to one side is no slip there', () => {
    const poor = [4, 9, 15, 22, 30, 38, 45, 52, 60, 66, 74, 81, 88, 97, 104, 118, 131, 150, 177, 205];
    const peers = poor.map((one, n) => peer({ homes: 1500 + 40 * ((n * 7) % 20), poor: one }));
    const told = (one: number) => asked(homes, { before: {}, peers }, { homes: 1800, poor: one });
    expect([told(18), told(240), told(2440)]).toEqual([[], [], ['poor']]);
  });

  test('nothing is asked where there is nothing to compare with', () => {
    expect(asked(homes, undefined, { homes: 9, poor: 999_999 })).toEqual([]);
    expect(asked(homes, { before: {}, peers: [] }, { homes: 9, poor: 999_999 })).toEqual([]);
  });
});

test('numbers that fingers count are asked about beside no others', () => {
  const few = fc.nat(10);
  fc.assert(
    fc.property(fc.array(few, { minLength: 8, maxLength: 40 }), few, few, (others, before, value) => {
      const peers = others.map((n) => peer({ cases: n }, { cases: others[0] ?? 0 }));
      expect(asked([indicator('cases', 'cases')], { before: { cases: before }, peers }, { cases: value })).toEqual([]);
    }),
  );
});

test('an outbreak that many have is no odd figure', () => {
  const peers = [0, 0, 0, 1, 0, 3, 0, 14, 0, 0, 9, 2, 0, 0, 1, 0, 31, 0, 0, 4].map((cases) => peer({ cases }));
  expect(asked([indicator('cases', 'cases')], { before: {}, peers }, { cases: 17 })).toEqual([]);
});

describe('one question a report', () => {
  const form = {
    indicators: [
      indicator('homes', 'homes'),
      indicator('poor', 'poor'),
      indicator('shots', 'shots', { nature: 'cumulative' }),
    ],
    noteLabel: null,
    unit: { id: 1, code: 'A', name: 'UBND xã An Bình', staff: null },
    beside: quarter({ homes: 1500, poor: 60 }),
    previous: { shots: 120 },
  };
  const told = numbers({ homes: 154, poor: 588, shots: 100 });
  const doubted = (answers: Answers, sure: string[] = []) =>
    findDoubt(form, answers, sure)?.figures.map(({ indicator: { key }, why }) => `${key} ${why}`);

  test('has all that is odd, in the order of the form', () => {
    expect(doubted(told)).toEqual(['homes before', 'poor before', 'shots fallen']);
  });

  test('compares with others once the report is whole', () => {
    expect(doubted(numbers({ homes: 154, poor: 588 }))).toBeUndefined();
  });

  test('is answered for all of them, and a figure that is told anew is asked about anew', () => {
    const doubt = findDoubt(form, told);
    const sure = doubt ? namesOfDoubt(doubt, told) : [];
    expect(doubted(told, sure)).toBeUndefined();
    expect(doubted({ ...told, ...numbers({ homes: 15_004 }) }, sure)).toEqual(['homes before']);
  });
});
