/** How the units of a round stand, added up by part. */
import { and, eq, gt, isNotNull, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { GroupKey } from '../../../core/figures/papers.ts';
import type { Db } from '../../database.ts';
import { inArray, notInArray } from '../../engine/lists.ts';
import { figureCounts, obligations, rounds, units } from '../../schema/tables.ts';
import { progress } from '../recount/totals.ts';
import { isOfPart, obligationsIn, type PartAt, part } from './parts.ts';

const own = {
  part: figureCounts.part,
  parentId: figureCounts.parentId,
  kind: figureCounts.kind,
  due: figureCounts.due,
  isExtended: figureCounts.isExtended,
  reporting: figureCounts.reporting,
  reported: figureCounts.reported,
  onTime: figureCounts.onTime,
  excused: figureCounts.excused,
  firstAt: figureCounts.firstAt,
  firstOwedAt: figureCounts.firstOwedAt,
  lastReportedAt: figureCounts.lastReportedAt,
};

/** Adds parts of a round up, from the obligations themselves: rows of `figure_counts` without the round. */
export const countParts = (db: Db, roundId: number, parts: readonly number[]) =>
  db
    .select({
      part: part.as('part'),
      parentId: sql<number>`coalesce(${units.parentId}, 0)`.as('parent_id'),
      kind: units.kind,
      due: obligations.due,
      isExtended: sql<boolean>`${obligations.extendedAt} is not null`.as('is_extended'),
      reporting: progress.reporting.as('reporting'),
      reported: progress.reported.as('reported'),
      onTime: progress.onTime.as('on_time'),
      excused: progress.excused.as('excused'),
      firstAt: sql<number>`min(${units.position})`.as('first_at'),
      firstOwedAt: sql<number | null>`min(${units.position}) filter (where ${obligations.state} = 'owed')`.as(
        'first_owed_at',
      ),
      lastReportedAt: sql`max(${obligations.firstReportedAt})`
        .mapWith(obligations.firstReportedAt)
        .as('last_reported_at'),
    })
    .from(obligationsIn(parts, roundId))
    .innerJoin(obligations, isOfPart(obligations.id))
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .groupBy(sql`1`, sql`2`, units.kind, obligations.due, sql`5`);

/** Units that stand under one unit, are of one kind, and have one deadline. `firstAt` is where the first of them stands. */
export type RoundStanding = {
  parentId: number;
  kind: string;
  /** Their own deadline; null: that of the round. */
  due: Date | null;
  isExtended: boolean;
  reporting: number;
  reported: number;
  onTime: number;
  excused: number;
  firstAt: number;
  lastReportedAt: Date | null;
};

const allParts = (db: Db, roundId: number, changed: readonly number[]) =>
  unionAll(
    db
      .select(own)
      .from(figureCounts)
      .where(and(eq(figureCounts.roundId, roundId), notInArray(figureCounts.part, changed))),
    countParts(db, roundId, changed),
  ).as('counted');

/** How all units of a round stand, apart by what figures are told apart by; `changed` as `findChangedParts` gives them. */
export function readRoundStandings(db: Db, roundId: number, changed: readonly number[]): Promise<RoundStanding[]> {
  const counted = allParts(db, roundId, changed);
  const sum = (column: (typeof counted)['reporting' | 'reported' | 'onTime' | 'excused']) =>
    sql<number>`sum(${column})::int`;
  return db
    .select({
      parentId: counted.parentId,
      kind: counted.kind,
      due: counted.due,
      isExtended: counted.isExtended,
      reporting: sum(counted.reporting),
      reported: sum(counted.reported),
      onTime: sum(counted.onTime),
      excused: sum(counted.excused),
      firstAt: sql<number>`min(${counted.firstAt})`,
      lastReportedAt: sql`max(${counted.lastReportedAt})`.mapWith(figureCounts.lastReportedAt),
    })
    .from(counted)
    .groupBy(counted.parentId, counted.kind, counted.due, counted.isExtended);
}

/** The same of the first units of a group, whether they owe or not. */
export function findGroupParts(
  db: Db,
  roundId: number,
  { key, issuerId }: { key: GroupKey; issuerId: number },
  { changed, most }: { changed: readonly number[]; most: number },
): Promise<PartAt[]> {
  const counted = allParts(db, roundId, changed);
  const firstAt = sql<number>`min(${counted.firstAt})`;
  const isOfGroup =
    key.type === 'below'
      ? eq(counted.parentId, key.unit.id)
      : and(eq(counted.kind, key.kind), inArray(counted.parentId, [0, issuerId]));
  return db
    .select({ part: counted.part, firstAt })
    .from(counted)
    .where(isOfGroup)
    .groupBy(counted.part)
    .orderBy(firstAt)
    .limit(most);
}

/**
 * The parts in which the first `most` units stand that owe, in administrative order; `after` looks among those that have more time than until
 * then. As many parts as units are enough: each holds one that stands before all units of any other part.
 */
export async function findOwingParts(
  db: Db,
  roundId: number,
  { changed, most, after }: { changed: readonly number[]; most: number; after: Date | undefined },
): Promise<PartAt[]> {
  const counted = allParts(db, roundId, changed);
  const firstAt = sql<number>`min(${counted.firstOwedAt})`;
  return db
    .select({ part: counted.part, firstAt })
    .from(counted)
    .where(and(isNotNull(counted.firstOwedAt), after && and(counted.isExtended, gt(counted.due, after))))
    .groupBy(counted.part)
    .orderBy(firstAt)
    .limit(most);
}
