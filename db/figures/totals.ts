import { and, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Consolidation, IndicatorTotal } from '../../core/figures/summary.ts';
import type { Db } from '../database.ts';
import { overdueOf } from '../reports/deadlines.ts';
import { indicators, obligations, reports, reportValues, units } from '../schema/tables.ts';

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

/** The denominator that each report of a duty gives. */
export const denominatorsOf = (db: Db, dutyId: number) =>
  db
    .select({ reportId: reportValues.reportId, of: reportValues.number })
    .from(reportValues)
    .innerJoin(indicators, and(eq(indicators.id, reportValues.indicatorId), eq(indicators.isDenominator, true)))
    .where(eq(indicators.dutyId, dutyId))
    .as('denominators');

/** The revision that was in force just before an instant. */
const revisionBefore = (instant: Date) => sql`(
  select r.id from ${reports} r
  where r.obligation_id = ${obligations.id} and r.submitted_at < ${instant.toISOString()}::timestamptz
  order by r.revision desc limit 1)`;

/**
 * Totals each indicator over the revisions in force. `parentId` limits them to the units below a unit. `before` takes
 * the revisions that were in force just before an instant.
 */
export async function totalIndicators(
  db: Db,
  round: CountedRound,
  { parentId, before }: { parentId?: number; before?: Date } = {},
): Promise<IndicatorTotal[]> {
  const ofRound = and(
    eq(obligations.roundId, round.id),
    parentId === undefined ? undefined : eq(units.parentId, parentId),
  );
  const inForce = before === undefined ? obligations.currentReportId : revisionBefore(before);
  const denominators = denominatorsOf(db, round.dutyId);
  const counted = db
    .select({
      indicatorId: reportValues.indicatorId,
      total: sql<number>`coalesce(sum(${reportValues.number}), 0)::float8`.as('total'),
      of: sql<number>`coalesce(sum(${denominators.of}), 0)::float8`.as('of'),
      units: sql<number>`count(*)::int`.as('units'),
    })
    .from(obligations)
    .innerJoin(units, eq(units.id, obligations.unitId))
    .innerJoin(reportValues, eq(reportValues.reportId, inForce))
    .leftJoin(denominators, eq(denominators.reportId, reportValues.reportId))
    .where(ofRound)
    .groupBy(reportValues.indicatorId)
    .as('counted');
  const rows = await db
    .select({
      key: indicators.key,
      label: indicators.label,
      kind: indicators.kind,
      total: counted.total,
      of: counted.of,
      units: counted.units,
    })
    .from(indicators)
    .leftJoin(counted, eq(counted.indicatorId, indicators.id))
    .where(and(eq(indicators.dutyId, round.dutyId), eq(indicators.isDenominator, false)))
    .orderBy(indicators.position);
  return rows.map((row) => ({
    ...row,
    total: row.total ?? 0,
    of: row.kind === 'count' ? (row.of ?? 0) : 0,
    units: row.units ?? 0,
  }));
}

/** Reads the progress and totals of each unit that has reporting units below it. The issuer is left out. */
export async function readConsolidations(db: Db, round: CountedRound, issuerId: number): Promise<Consolidation[]> {
  const parent = alias(units, 'parent');
  const rows = await db
    .select({
      id: parent.id,
      code: parent.code,
      name: parent.name,
      reporting: sql<number>`count(*)::int`,
      reported: countWhere(sql`${obligations.state} = 'reported'`),
    })
    .from(obligations)
    .innerJoin(units, eq(units.id, obligations.unitId))
    .innerJoin(parent, eq(parent.id, units.parentId))
    .where(and(eq(obligations.roundId, round.id), sql`${parent.id} <> ${issuerId}`))
    .groupBy(parent.id)
    .orderBy(parent.position);
  const consolidations: Consolidation[] = [];
  for (const { reporting, reported, ...unit } of rows)
    consolidations.push({
      unit,
      reporting,
      reported,
      indicators: await totalIndicators(db, round, { parentId: unit.id }),
    });
  return consolidations;
}
