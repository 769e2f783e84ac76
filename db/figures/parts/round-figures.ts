/** The figures of a whole round, and of its groups, from its parts. */
import { asc, eq } from 'drizzle-orm';
import type { IndicatorTotal } from '../../../core/figures/summary.ts';
import { addExact, type Exact } from '../../../core/reports/exact.ts';
import { groupedBy } from '../../../core/roster/grouped.ts';
import type { Db } from '../../database.ts';
import { indicators } from '../../schema/tables.ts';
import { type CountedRound, totalOf } from '../recount/totals.ts';
import { type RoundStanding, readRoundStandings } from './counts.ts';
import { readRoundSums, type Sum } from './sums.ts';

export type RoundFigures = { standings: RoundStanding[]; sums: Sum[]; form: Awaited<ReturnType<typeof readForm>> };

/** Reads how units stand and what figures come to, by the unit above and by kind; `changed` as `findChangedParts` gives them. */
export async function readRoundFigures(db: Db, round: CountedRound, changed: readonly number[]): Promise<RoundFigures> {
  const [standings, sums, form] = await Promise.all([
    readRoundStandings(db, round.id, changed),
    readRoundSums(db, round, changed),
    readForm(db, round.dutyId),
  ]);
  return { standings, sums, form };
}

const readForm = (db: Db, dutyId: number) =>
  db
    .select({
      id: indicators.id,
      key: indicators.key,
      label: indicators.label,
      kind: indicators.kind,
      unit: indicators.unit,
      isDenominator: indicators.isDenominator,
    })
    .from(indicators)
    .where(eq(indicators.dutyId, dutyId))
    .orderBy(asc(indicators.position));

/** What each indicator but the denominators comes to over some sums, in the order of the form. */
export function totalSums(form: RoundFigures['form'], sums: readonly Sum[]): IndicatorTotal[] {
  const byIndicator = groupedBy(sums, ({ indicatorId }) => indicatorId);
  return form
    .filter(({ isDenominator }) => !isDenominator)
    .map((indicator) => {
      const own = byIndicator.get(indicator.id) ?? [];
      const assigned = own.flatMap(({ target }) => target ?? []);
      return totalOf({
        ...indicator,
        total: totalExact(own.map(({ total }) => total)),
        of: totalExact(own.map(({ of }) => of)),
        units: own.reduce((units, one) => units + one.units, 0),
        target: assigned.length === 0 ? null : totalExact(assigned),
      });
    });
}

export const totalExact = (figures: readonly Exact[]): Exact => figures.reduce<Exact>(addExact, 0);

/** How many units stand how. */
export function countStandings(standings: readonly RoundStanding[]) {
  const sum = (count: (standing: RoundStanding) => number): number =>
    standings.reduce((all, standing) => all + count(standing), 0);
  return {
    reporting: sum(({ reporting }) => reporting),
    reported: sum(({ reported }) => reported),
    onTime: sum(({ onTime }) => onTime),
    excused: sum(({ excused }) => excused),
  };
}

/** How many of some units owe. */
export const countOwing = ({ reporting, reported, excused }: Omit<RoundStanding, 'parentId' | 'kind'>): number =>
  reporting - reported - excused;
