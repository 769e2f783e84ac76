import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addScores, scoreSeed } from '../../../../bench/forecast/score.ts';
import { countReports } from '../../../../core/figures/forecast/counts.ts';
import { type ForecastFacts, forecastReports, mostAtRisk } from '../../../../core/figures/forecast/forecast.ts';
import type { UnitRef } from '../../../../core/roster/person.ts';

const due = new Date('2021-09-09T17:00:00+07:00');
const hoursBefore = (hours: number): Date => new Date(due.getTime() - hours * 3_600_000);
const unit = (id: number) => ({ id, code: `X-${id}`, name: `Xã ${id}` });
const round = { asked: 20, reported: 8, acknowledged: { owed: 8, met: 6 }, silent: { owed: 4, met: 1 } };
const facts = (some: Partial<ForecastFacts> = {}): ForecastFacts => ({
  ...{ now: hoursBefore(24), opensAt: hoursBefore(96), due, asked: 20, reported: 8 },
  cells: [
    { past: { owed: 3, met: 3 }, isAcknowledged: true, units: 9, first: [unit(1), unit(2)] },
    { past: { owed: 3, met: 0 }, isAcknowledged: false, units: 3, first: [unit(3), unit(4), unit(5)] },
  ],
  past: [round, round, round],
  ...some,
});

describe('what may be expected until the deadline', () => {
  test('counts who reported, and of those who owe as many as did so before', () => {
    const told = forecastReports(facts());
    expect(told).toMatchObject({ asked: 20, due, atRisk: { count: 3, units: [unit(3), unit(4), unit(5)] } });
    // Nine who always did, and three who never did.
    expect(told?.expected).toBeGreaterThanOrEqual(15);
    expect(told?.expected).toBeLessThanOrEqual(17);
  });

  test('a unit that was late once is not at risk: its past counts against that of all', () => {
    const once = { past: { owed: 1, met: 0 }, isAcknowledged: true, units: 1, first: [unit(9)] };
    const past = Array.from({ length: 6 }, () => ({ ...round, acknowledged: { owed: 8, met: 8 } }));
    expect(forecastReports(facts({ cells: [once], past }))?.atRisk.count).toBe(0);
    const thrice = { ...once, past: { owed: 3, met: 0 } };
    expect(forecastReports(facts({ cells: [thrice], past }))?.atRisk.count).toBe(1);
  });

  test('who acknowledged is expected rather than who was silent, where nothing else is known', () => {
    const none = { owed: 0, met: 0 };
    const of = (isAcknowledged: boolean) =>
      forecastReports(facts({ cells: [{ past: none, isAcknowledged, units: 12, first: [] }], past: [], reported: 10 }));
    expect(of(true)?.expected ?? 0).toBeGreaterThan(of(false)?.expected ?? 0);
  });

  test('a quicker round raises it', () => {
    const slow = forecastReports(facts({ reported: 2, asked: 14 }))?.expected ?? 0;
    const quick = forecastReports(facts({ reported: 12, asked: 24 }))?.expected ?? 0;
    expect(quick - 12).toBeGreaterThan(slow - 2);
  });

  test.each([
    ['the deadline is over', { now: hoursBefore(0) }],
    ['nobody owes', { cells: [] }],
    ['it opened less than an hour ago', { opensAt: hoursBefore(24.9) }],
    ['there was no round before, and few have reported', { past: [], reported: 9 }],
  ])('nothing is told where %s', (_, some) => {
    expect(forecastReports(facts(some))).toBeNull();
  });

  test('names six at most, and never more reports than units', () => {
    const cells = fc.record({
      past: fc.tuple(fc.nat(12), fc.nat(12)).map(([a, b]) => ({ owed: Math.max(a, b), met: Math.min(a, b) })),
      isAcknowledged: fc.boolean(),
      units: fc.integer({ min: 1, max: 300 }),
    });
    const cell = cells.map((one) => {
      const first: UnitRef[] = [unit(1), unit(2), unit(3)].slice(0, one.units);
      return { ...one, first };
    });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), fc.nat(50), (cells, reported) => {
        const owed = cells.reduce((sum, { units }) => sum + units, 0);
        const told = forecastReports(facts({ cells, reported, asked: owed + reported }));
        if (!told) return false;
        const { low, expected, high, atRisk } = told;
        return (
          [reported <= low, low <= expected, expected <= high, high <= owed + reported].every(Boolean) &&
          atRisk.units.length <= Math.min(mostAtRisk, atRisk.count)
        );
      }),
    );
  });
});

describe('the count of units that report', () => {
  /** Every combination of who reports, one by one. */
  const byHand = (chances: readonly number[], most: number): number =>
    Array.from({ length: 2 ** chances.length }, (_, set) => {
      const reported = chances.map((__, at) => ((set >> at) & 1) === 1);
      const probability = chances.reduce((all, chance, at) => all * (reported[at] ? chance : 1 - chance), 1);
      return reported.filter(Boolean).length <= most ? probability : 0;
    }).reduce((sum, probability) => sum + probability, 0);

  test('lies between its bounds with the probability that all combinations together have', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.05, max: 0.95, noNaN: true }), { minLength: 1, maxLength: 8 }),
        (chances) => {
          const { mean, low, high } = countReports(
            chances.map((chance) => ({ units: 1, chance })),
            0,
            0.9,
          );
          expect(mean).toBeCloseTo(chances.reduce((sum, chance) => sum + chance, 0));
          expect(byHand(chances, low)).toBeGreaterThanOrEqual(0.05 - 1e-9);
          expect(byHand(chances, low - 1)).toBeLessThan(0.05 + 1e-9);
          expect(byHand(chances, high)).toBeGreaterThanOrEqual(0.95 - 1e-9);
          expect(byHand(chances, high - 1)).toBeLessThan(0.95 + 1e-9);
        },
      ),
    );
  });

  test('is much the same where it is taken for normal, as it is for many units', () => {
    const of = (units: number) => countReports([{ units, chance: 0.7 }], 0.3, 0.9);
    const [exact, normal] = [of(400), of(401)];
    for (const bound of ['mean', 'low', 'high'] as const)
      expect(Math.abs(exact[bound] - normal[bound])).toBeLessThan(2);
  });
});

describe('over simulated districts', () => {
  const score = addScores([...scoreSeed(7).values(), ...scoreSeed(8).values()]);

  test('chances are nearer to what comes than those of naive forecasts', () => {
    expect(score.forecasts).toBeGreaterThan(500);
    expect(score.brier / score.units).toBeLessThan(0.95 * (score.brierShare / score.units));
    expect(score.brier / score.units).toBeLessThan(0.85 * (score.brierAverage / score.units));
    expect(score.missed).toBeLessThan(0.75 * score.missedAverage);
  });

  test('what comes lies within the bounds about as often as they say, and they are not wide for it', () => {
    expect(score.covered / score.forecasts).toBeGreaterThanOrEqual(0.85);
    expect(score.covered / score.forecasts).toBeLessThan(0.98);
    expect(score.width / score.forecasts).toBeLessThan(12);
  });
});
