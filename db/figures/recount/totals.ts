import { and, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { IndicatorTotal } from '../../../core/figures/summary.ts';
import type { Exact } from '../../../core/reports/exact.ts';
import { hasTotal, isAmount, unitOf } from '../../../core/reports/indicators.ts';
import type { Db } from '../../database.ts';
import { overdueOf } from '../../reports/deadlines.ts';
import { expressionSql } from '../../reports/expressions.ts';
import { indicators, obligations, reports, reportValues, targets, units } from '../../schema/tables.ts';

/** The round that is counted, and the duty whose indicators it asks for. */
export type CountedRound = { id: number; dutyId: number };

/** Counts the rows of a group that fit a condition. */
export const countWhere = (condition: ReturnType<typeof sql>) =>
  sql<number>`(count(*) filter (where ${condition}))::int`;

/** Counts of obligations by how they stand. The query joins `obligations` with `rounds`. */
export const progress = {
  reporting: sql<number>`count(*)::int`,
  reported: countWhere(sql`${obligations.state} = 'reported'`),
  onTime: countWhere(sql`${obligations.firstReportedAt} < ${overdueOf}`),
  excused: countWhere(sql`${obligations.state} = 'excused'`),
};

/** The indicator that each indicator of a duty is a share of: its own denominator, of a count else that of the duty. */
export function wholesOf(db: Db, dutyId: number) {
  const whole = alias(indicators, 'whole');
  return db
    .select({
      indicatorId: sql<number>`${indicators.id}`.as('part_id'),
      wholeId: sql<number>`${whole.id}`.as('whole_id'),
    })
    .from(indicators)
    .innerJoin(
      whole,
      and(
        eq(whole.dutyId, indicators.dutyId),
        sql`case when coalesce(${indicators.denominator}, ${indicators.partOf}) is not null
          then ${whole.key} = coalesce(${indicators.denominator}, ${indicators.partOf})
          else ${indicators.kind} = 'count' and ${whole.isDenominator} and not ${indicators.isDenominator} end`,
      ),
    )
    .where(eq(indicators.dutyId, dutyId))
    .as('wholes');
}

/** A sum as an exact figure; 0 of nothing. */
export const exactSum = (column: SQLWrapper) => sql`coalesce(sum(${column}), 0)`.mapWith(reportValues.number);

/** The value of the whole that a value is a share of, in the same report. The query joins `whole_value`. */
export const wholeValue = alias(reportValues, 'whole_value');

/** How it is joined: the same report, and the whole that `wholes` names for the value's indicator. */
export const isWholeIn = (wholes: ReturnType<typeof wholesOf>): SQL | undefined =>
  and(eq(wholeValue.reportId, reportValues.reportId), eq(wholeValue.indicatorId, wholes.wholeId));

/** What is added up over reports: figures and their wholes; of a computed percentage the two sums that it is a share of. */
export type Summed = { number: SQL; of: SQL };

/** Reads which percentages of a duty are computed, as what is to be added up for each value of a report. */
export async function readSummed(db: Db, dutyId: number): Promise<Summed> {
  const form = await db
    .select({ id: indicators.id, key: indicators.key, formula: indicators.formula })
    .from(indicators)
    .where(eq(indicators.dutyId, dutyId));
  const figure = (key: string): SQL =>
    sql`(select f.number from report_values f where f.report_id = ${reportValues.reportId}
      and f.indicator_id = ${form.find((one) => one.key === key)?.id ?? null})`;
  const shares = form.flatMap(({ id, formula }) => (formula?.type === 'share' ? [{ id, formula }] : []));
  const choose = (side: 'part' | 'whole', other: SQLWrapper): SQL =>
    shares.length === 0
      ? sql`${other}`
      : sql`case ${reportValues.indicatorId} ${sql.join(
          shares.map(({ id, formula }) => sql`when ${id} then ${expressionSql(formula[side], figure)}`),
          sql` `,
        )} else ${other} end`;
  return { number: choose('part', reportValues.number), of: choose('whole', wholeValue.number) };
}

/** The revision that was in force just before an instant. */
export const revisionBefore = (instant: Date) => sql`(
  select r.id from ${reports} r
  where r.obligation_id = ${obligations.id} and r.submitted_at < ${instant.toISOString()}::timestamptz
    and (r.returned_at is null or r.returned_at >= ${instant.toISOString()}::timestamptz)
  order by r.revision desc limit 1)`;

/** The revision of an obligation that is one of these reports. */
const revisionAmong = (ids: readonly number[]) => sql`(
  select max(r.id) from ${reports} r where r.obligation_id = ${obligations.id} and r.id = any(${`{${ids.join(',')}}`}::int[]))`;

type TotalsOf = {
  before?: Date;
  reports?: readonly number[];
  among?: SQL | undefined;
};

/**
 * Totals each indicator over the revisions in force, from the reports themselves. `before` takes the revisions that were in force just
 * before an instant, `reports` those with these ids. `among` is a condition on `units`.
 */
export async function totalIndicators(
  db: Db,
  round: CountedRound,
  { before, reports: only, among }: TotalsOf = {},
): Promise<IndicatorTotal[]> {
  const { number, of } = await readSummed(db, round.dutyId);
  const ofRound = and(eq(obligations.roundId, round.id), among);
  const current = before === undefined ? obligations.currentReportId : revisionBefore(before);
  const inForce = only === undefined ? current : revisionAmong(only);
  const wholes = wholesOf(db, round.dutyId);
  const counted = db
    .select({
      indicatorId: reportValues.indicatorId,
      total: exactSum(number).as('total'),
      of: exactSum(of).as('of'),
      units: sql<number>`count(*)::int`.as('units'),
    })
    .from(obligations)
    .innerJoin(units, eq(units.id, obligations.unitId))
    .innerJoin(reportValues, eq(reportValues.reportId, inForce))
    .leftJoin(wholes, eq(wholes.indicatorId, reportValues.indicatorId))
    .leftJoin(wholeValue, isWholeIn(wholes))
    .where(ofRound)
    .groupBy(reportValues.indicatorId)
    .as('counted');
  const targeted = db
    .select({ indicatorId: targets.indicatorId, target: exactSum(targets.value).as('target') })
    .from(targets)
    .innerJoin(obligations, eq(obligations.unitId, targets.unitId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .where(and(ofRound, sql`${obligations.state} <> 'excused'`))
    .groupBy(targets.indicatorId)
    .as('targeted');
  const rows = await db
    .select({
      key: indicators.key,
      label: indicators.label,
      kind: indicators.kind,
      unit: indicators.unit,
      total: counted.total,
      of: counted.of,
      units: counted.units,
      target: targeted.target,
    })
    .from(indicators)
    .leftJoin(targeted, eq(targeted.indicatorId, indicators.id))
    .leftJoin(counted, eq(counted.indicatorId, indicators.id))
    .where(and(eq(indicators.dutyId, round.dutyId), eq(indicators.isDenominator, false)))
    .orderBy(indicators.position);
  return rows.map(totalOf);
}

type Counted = Pick<IndicatorTotal, 'key' | 'label' | 'kind'> & {
  unit: string | null;
  total: Exact | null | undefined;
  of: Exact | null | undefined;
  units: number | null | undefined;
  target?: Exact | null;
};

/** What an indicator came to; nothing is added up that does not go together. The unit of a count is told on paper alone. */
export const totalOf = ({ key, label, kind, unit, total, of, units, target }: Counted): IndicatorTotal => ({
  ...{ key, label, kind },
  total: (hasTotal(kind) || of ? total : null) ?? 0,
  of: of ?? 0,
  units: units ?? 0,
  ...(target && { target }),
  ...(isAmount(kind) && { unit: unitOf({ kind, unit }) ?? '' }),
});
