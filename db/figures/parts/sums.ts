/** What the figures of a round come to, added up by part. */
import { and, eq, ne, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Exact } from '../../../core/reports/exact.ts';
import type { Db } from '../../database.ts';
import { notInArray } from '../../engine/lists.ts';
import { figureSums, indicators, obligations, reportValues, targets, units } from '../../schema/tables.ts';
import {
  type CountedRound,
  exactSum,
  isWholeIn,
  readSummed,
  type Summed,
  wholesOf,
  wholeValue,
} from '../recount/totals.ts';
import { isOfPart, obligationsIn, part } from './parts.ts';

const parentId = sql<number>`coalesce(${units.parentId}, 0)`;

/** Adds parts of a round up, from the reports in force and the targets: rows of `figure_sums` without the round. */
export function sumParts(db: Db, round: CountedRound, { number, of }: Summed, parts: readonly number[]) {
  const wholes = wholesOf(db, round.dutyId);
  const told = db
    .select({
      part: part.as('part'),
      parentId: parentId.as('parent_id'),
      kind: units.kind,
      indicatorId: reportValues.indicatorId,
      total: number.mapWith(figureSums.total).as('total'),
      of: of.mapWith(figureSums.of).as('of'),
      units: sql<number>`1`.as('units'),
      target: sql`null::numeric`.mapWith(figureSums.target).as('target'),
    })
    .from(obligationsIn(parts, round.id))
    .innerJoin(obligations, isOfPart(obligations.id))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .innerJoin(reportValues, eq(reportValues.reportId, obligations.currentReportId))
    .leftJoin(wholes, eq(wholes.indicatorId, reportValues.indicatorId))
    .leftJoin(wholeValue, isWholeIn(wholes));
  const assigned = db
    .select({
      part: part.as('part'),
      parentId: parentId.as('parent_id'),
      kind: units.kind,
      indicatorId: targets.indicatorId,
      total: sql`0::numeric`.mapWith(figureSums.total).as('total'),
      of: sql`0::numeric`.mapWith(figureSums.of).as('of'),
      units: sql<number>`0`.as('units'),
      target: sql`${targets.value}`.mapWith(figureSums.target).as('target'),
    })
    .from(obligationsIn(parts, round.id))
    .innerJoin(obligations, isOfPart(obligations.id))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .innerJoin(targets, eq(targets.unitId, obligations.unitId))
    .innerJoin(indicators, and(eq(indicators.id, targets.indicatorId), eq(indicators.dutyId, round.dutyId)))
    .where(ne(obligations.state, 'excused'));
  const each = unionAll(told, assigned).as('each');
  return db
    .select({
      part: each.part,
      parentId: each.parentId,
      kind: each.kind,
      indicatorId: each.indicatorId,
      total: exactSum(each.total).as('all_total'),
      of: exactSum(each.of).as('all_of'),
      units: sql<number>`sum(${each.units})::int`.as('all_units'),
      target: sql`sum(${each.target})`.mapWith(figureSums.target).as('all_target'),
    })
    .from(each)
    .groupBy(each.part, each.parentId, each.kind, each.indicatorId);
}

/** What one indicator comes to over the units that stand under one unit and are of one kind; 0 stands for no unit above. */
export type Sum = {
  parentId: number;
  kind: string;
  indicatorId: number;
  total: Exact;
  of: Exact;
  units: number;
  target: Exact | null;
};

/** What every indicator comes to over the revisions in force; `changed` as `findChangedParts` gives them. */
export async function readRoundSums(db: Db, round: CountedRound, changed: readonly number[]): Promise<Sum[]> {
  const kept = db
    .select({
      part: figureSums.part,
      parentId: figureSums.parentId,
      kind: figureSums.kind,
      indicatorId: figureSums.indicatorId,
      total: figureSums.total,
      of: figureSums.of,
      units: figureSums.units,
      target: figureSums.target,
    })
    .from(figureSums)
    .where(and(eq(figureSums.roundId, round.id), notInArray(figureSums.part, changed)));
  const all = unionAll(kept, sumParts(db, round, await readSummed(db, round.dutyId), changed)).as('all_parts');
  return db
    .select({
      parentId: all.parentId,
      kind: all.kind,
      indicatorId: all.indicatorId,
      total: exactSum(all.total),
      of: exactSum(all.of),
      units: sql<number>`sum(${all.units})::int`,
      target: sql`sum(${all.target})`.mapWith(figureSums.target),
    })
    .from(all)
    .groupBy(all.parentId, all.kind, all.indicatorId);
}
