import { asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Outcomes } from '../../../core/figures/forecast/forecast.ts';
import { readForecastFacts } from '../../../db/figures/forecast.ts';
import { readRound } from '../../../db/figures/papers.ts';
import { assignments, obligations, rounds, units } from '../../../db/schema/tables.ts';
import { describeDatabases } from '../../harness/database.ts';
import { asking } from '../../harness/world/kinds.ts';
import { createWorld } from '../../harness/world.ts';

const daily = {
  deadline: {
    ...{ rule: 'each-day', time: '16:00', from: '2021-09-06', until: '2021-09-09' },
    quote: 'trước ngày 10/9/2021',
  },
};
const hourMs = 3_600_000;

/** Hours before the deadline at which a unit reported (null: it did not), or that it was excused. */
const course = fc.oneof(fc.constant('excused' as const), fc.constant(null), fc.integer({ min: -3, max: 9 }));

describeDatabases('what a forecast is made from', (db) => {
  test('is what the earlier rounds were at the same time before their deadlines, counted by hand', async () => {
    const world = await createWorld(db(), { directive: asking([{ key: 'ho', label: 'Số hộ', kind: 'count' }], daily) });
    await world.issue();
    const all = await db().select().from(rounds).orderBy(asc(rounds.opensAt));
    const debts = await db()
      .select({ id: obligations.id, round: obligations.roundId, unit: obligations.unitId })
      .from(obligations)
      .innerJoin(units, eq(units.id, obligations.unitId))
      .orderBy(asc(units.position));
    const [current, ...others] = all.toReversed();
    if (!current) throw new Error('no round');
    const isEarlier = new Set(others.map(({ id }) => id));
    const acknowledgedAt = new Date('2021-09-07T12:00:00+07:00');
    await fc.assert(
      fc.asyncProperty(
        fc.array(course, { minLength: debts.length, maxLength: debts.length }),
        fc.array(fc.boolean(), { minLength: debts.length, maxLength: debts.length }),
        fc.integer({ min: 1, max: 7 }),
        async (courses, acks, left) => {
          const acknowledged = new Map(debts.map(({ unit }, at) => [unit, acks[at] === true]));
          for (const [unit, is] of acknowledged)
            await db()
              .update(assignments)
              .set({ acknowledgedAt: is ? acknowledgedAt : null })
              .where(eq(assignments.unitId, unit));
          const played = debts.map((debt, at) => {
            const { due } = all.find(({ id }) => id === debt.round) ?? current;
            // The round under way is seen so long before its deadline.
            const hours = debt.round === current.id && typeof courses[at] === 'number' ? 9 : (courses[at] ?? null);
            return { ...debt, due, hours };
          });
          for (const { id, due, hours } of played)
            await db()
              .update(obligations)
              .set({
                state: hours === 'excused' ? 'excused' : hours === null ? 'owed' : 'reported',
                firstReportedAt: typeof hours === 'number' ? new Date(due.getTime() - hours * hourMs) : null,
              })
              .where(eq(obligations.id, id));
          const now = new Date(current.due.getTime() - left * hourMs);
          const known = await readRound(db(), current.id);
          const facts = await readForecastFacts(
            db(),
            { ...known, id: current.id, due: current.due },
            { asked: 6, reported: 0, now },
          );

          const earlier = played.filter(({ round, hours }) => isEarlier.has(round) && hours !== 'excused');
          const owed = earlier.filter(({ hours }) => hours === null || Number(hours) < left);
          const outcomes = (of: typeof owed): Outcomes => ({
            owed: of.length,
            met: of.filter(({ hours }) => hours !== null && Number(hours) >= 0).length,
          });
          const hadAcknowledged = ({ unit, due }: (typeof owed)[number]): boolean =>
            acknowledged.get(unit) === true && acknowledgedAt.getTime() <= due.getTime() - left * hourMs;
          const sum = (of: 'acknowledged' | 'silent'): Outcomes =>
            facts.past.reduce((a, past) => ({ owed: a.owed + past[of].owed, met: a.met + past[of].met }), {
              owed: 0,
              met: 0,
            });
          expect(sum('acknowledged')).toEqual(outcomes(owed.filter(hadAcknowledged)));
          expect(sum('silent')).toEqual(outcomes(owed.filter((one) => !hadAcknowledged(one))));
          expect(facts.past.reduce((a, { asked }) => a + asked, 0)).toBe(earlier.length);
          expect(facts.past.reduce((a, { reported }) => a + reported, 0)).toBe(earlier.length - owed.length);

          const owing = played.filter(({ round, hours }) => round === current.id && hours === null);
          const cells = facts.cells.flatMap(({ first, past, isAcknowledged }) =>
            first.map(({ id }) => ({ id, past, isAcknowledged })),
          );
          expect(facts.cells.reduce((a, cell) => a + cell.units, 0)).toBe(owing.length);
          expect(cells.toSorted((a, b) => a.id - b.id)).toEqual(
            owing
              .map(({ unit }) => ({
                id: unit,
                past: outcomes(owed.filter((one) => one.unit === unit)),
                isAcknowledged: acknowledged.get(unit),
              }))
              .toSorted((a, b) => a.id - b.id),
          );
        },
      ),
      { numRuns: 8 },
    );
  });
});
