import { asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { periodAnswers, periodForm, rollUp } from '../../../core/figures/period.ts';
import { totalsOf } from '../../../core/figures/results.ts';
import { type Exact, exactOf } from '../../../core/reports/exact.ts';
import type { Answers } from '../../../core/reports/report.ts';
import { readRound } from '../../../db/figures/papers.ts';
import { readPeriod } from '../../../db/figures/period.ts';
import { listLines } from '../../../db/figures/unit-lines.ts';
import { findIndicators } from '../../../db/reports/obligations.ts';
import { insertReport } from '../../../db/reports/reports.ts';
import { obligations, people, rounds } from '../../../db/schema/tables.ts';
import { describeDatabases } from '../../harness/database.ts';
import { asking } from '../../harness/world/kinds.ts';
import { createWorld } from '../../harness/world.ts';

const daily = {
  deadline: {
    ...{ rule: 'each-day', time: '16:00', from: '2021-09-06', until: '2021-09-09' },
    quote: 'trước ngày 10/9/2021',
  },
};
const asked = [
  { key: 'dan', label: 'Đàn lợn', kind: 'count', unit: 'con', nature: 'stock' },
  {
    ...{ key: 'chet', label: 'Lợn chết', kind: 'count', unit: 'con', nature: 'flow', denominator: 'dan' },
    breakdown: [
      { key: 'nai', label: 'Lợn nái' },
      { key: 'thit', label: 'Lợn thịt' },
    ],
  },
  { key: 'ruong', label: 'Đã gieo', kind: 'measure', unit: 'ha', nature: 'cumulative' },
  { key: 'tien', label: 'Đã chi', kind: 'money', unit: 'triệu đồng', decimals: 3, nature: 'flow' },
  { key: 'con', label: 'Còn sống', kind: 'count', unit: 'con', formula: 'dan - chet' },
  { key: 'ty-le', label: 'Tỷ lệ chết', kind: 'percent', formula: 'chet / dan' },
  { key: 'khac', label: 'Không rõ', kind: 'count', unit: 'con' },
  { key: 'hop', label: 'Đã họp', kind: 'yes-no' },
];

const whole = fc.nat(100_000);
const places = fc.tuple(fc.nat(10 ** 9), fc.nat(999)).map(([a, b]) => exactOf(`${a}.${String(b).padStart(3, '0')}`));
const told = fc.record(
  { dan: whole, chet: whole, nai: whole, thit: whole, ruong: places, tien: places, khac: whole, hop: fc.nat(1) },
  { requiredKeys: [] },
);

describeDatabases('rounds together', (db) => {
  test('come in the database to what they come to counted by hand, and what is missing is said', async () => {
    const world = await createWorld(db(), { directive: asking(asked, daily) });
    await world.issue();
    const [person] = await db().insert(people).values({ name: 'Lan', createdAt: world.clock.civil() }).returning();
    const debts = await db()
      .select({ id: obligations.id, unit: obligations.unitId, round: rounds.id, opensAt: rounds.opensAt })
      .from(obligations)
      .innerJoin(rounds, eq(rounds.id, obligations.roundId))
      .orderBy(asc(rounds.opensAt), asc(obligations.id));
    const last = [...new Set(debts.map(({ round }) => round))][2] ?? 0;
    const until = debts.filter(({ opensAt }) => debts.some((debt) => debt.round === last && debt.opensAt >= opensAt));
    const round = { ...(await readRound(db(), last)), id: last };
    const form = (await findIndicators(db(), [round.dutyId])).get(round.dutyId) ?? [];
    const inForce = new Map<number, { base: number; answers: Answers }>();
    const numbers = (figures: Record<string, Exact | undefined>): Answers =>
      Object.fromEntries(
        Object.entries(figures).map(([key, value]) => [key, { type: 'number', value: value ?? 0 }] as const),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(debts.length - 1), told), { maxLength: 6 }), async (reports) => {
        for (const [at, figures] of reports) {
          const id = debts[at]?.id ?? 0;
          if (Object.keys(figures).length === 0) continue;
          const base = inForce.get(id)?.base ?? 0;
          const answers = numbers(figures);
          const report = {
            ...{ obligationId: id, base, personId: person?.id ?? 0, isOnBehalf: false, note: null },
            ...{ saidNoNote: false, indicators: form, answers, inboxId: null },
          };
          await db().transaction((tx) => insertReport(tx, report, world.clock.civil()));
          inForce.set(id, { base: base + 1, answers });
        }
        const units = [...new Set(debts.map(({ unit }) => unit))].map((unit) => {
          const own = until.filter((debt) => debt.unit === unit);
          const given = own.map(({ id }) => inForce.get(id)?.answers).filter((answers) => answers !== undefined);
          return { unit, figures: rollUp(form, given), reported: given.length, owed: own.length - given.length };
        });
        const expected = totalsOf(
          units.map(({ figures }) => ({ values: periodAnswers(form, figures) })),
          periodForm(form),
        );
        const period = await readPeriod(db(), round);
        const owing = units.filter(({ owed }) => owed > 0);
        expect(period).toMatchObject({
          rounds: 3,
          missing: { reports: owing.reduce((all, { owed }) => all + owed, 0), units: owing.length },
        });
        const shown = ({ key, total, of, units: n }: { key: string; total: Exact; of: Exact; units: number }) => ({
          ...{ key, total, of, n },
        });
        expect(period?.indicators.map(shown)).toEqual(expected.map(shown));
        const { units: lines } = await listLines(db(), round);
        expect(lines.map(({ unit, period: own }) => ({ unit: unit.id, ...own }))).toEqual(
          lines.map(({ unit: { id } }) => units.find(({ unit }) => unit === id)),
        );
      }),
      { numRuns: 25 },
    );
  });

  test('are none where there is but one, or where nobody says how figures go together', async () => {
    const world = await createWorld(db(), { directive: asking(asked) });
    await world.issue();
    const [only] = await db().select().from(rounds);
    expect(only && (await readPeriod(db(), { ...(await readRound(db(), only.id)), id: only.id }))).toBeUndefined();
  });
});
