/** The smallest shares of each part: where a list in the order of shares begins. */
import { and, asc, eq, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Db } from '../../database.ts';
import { notInArray } from '../../engine/lists.ts';
import { figureShares, obligations, reportValues, units } from '../../schema/tables.ts';
import { type CountedRound, isWholeIn, wholesOf, wholeValue } from '../recount/totals.ts';
import { isOfPart, obligationsIn, part } from './parts.ts';

/** What a value is of its whole; infinite where it is a share of nothing, so that it stands behind all others. */
export const shareSql = sql`coalesce(${reportValues.number} / nullif(${wholeValue.number}, 0), 'Infinity'::numeric)`;

/** Finds the smallest shares of parts, from the reports in force: rows of `figure_shares` without the round. */
export function shareParts(db: Db, round: CountedRound, parts: readonly number[]) {
  const wholes = wholesOf(db, round.dutyId);
  const least = db
    .select({
      part: part.as('part'),
      indicatorId: reportValues.indicatorId,
      least: sql`min(array[${shareSql}, ${units.position}::numeric])`.as('least'),
    })
    .from(obligationsIn(parts, round.id))
    .innerJoin(obligations, isOfPart(obligations.id))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .innerJoin(reportValues, eq(reportValues.reportId, obligations.currentReportId))
    .leftJoin(wholes, eq(wholes.indicatorId, reportValues.indicatorId))
    .leftJoin(wholeValue, isWholeIn(wholes))
    .groupBy(sql`1`, reportValues.indicatorId)
    .as('least_of_part');
  return db
    .select({
      part: least.part,
      indicatorId: least.indicatorId,
      share: sql<string>`${least.least}[1]`.as('share'),
      firstAt: sql<number>`${least.least}[2]::int`.as('first_at'),
    })
    .from(least);
}

/** A part, the smallest share in it, and where the first unit with that share stands. */
export type LeastShare = { part: number; share: string; firstAt: number };

/**
 * The parts in which the `most` smallest shares of an indicator are, in that order; `changed` as `findChangedParts` gives them. As many
 * parts as units are enough: each holds one that stands before all units of any later part.
 */
export function findLeastShares(
  db: Db,
  round: CountedRound,
  indicatorId: number,
  { changed, most }: { changed: readonly number[]; most: number },
): Promise<LeastShare[]> {
  const kept = db
    .select({
      part: figureShares.part,
      indicatorId: figureShares.indicatorId,
      share: figureShares.share,
      firstAt: figureShares.firstAt,
    })
    .from(figureShares)
    .where(and(eq(figureShares.roundId, round.id), notInArray(figureShares.part, changed)));
  const all = unionAll(kept, shareParts(db, round, changed)).as('all_parts');
  return db
    .select({ part: all.part, share: all.share, firstAt: all.firstAt })
    .from(all)
    .where(eq(all.indicatorId, indicatorId))
    .orderBy(asc(all.share), asc(all.firstAt))
    .limit(most);
}
