/** Whom a directive reached, added up by part. */
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { UnreachableReason } from '../../../core/figures/summary.ts';
import type { Db } from '../../database.ts';
import { reasonOfUnit } from '../../delivery/reachability.ts';
import { notInArray } from '../../engine/lists.ts';
import { assignments, figureReach, units } from '../../schema/tables.ts';
import { countWhere } from '../recount/totals.ts';
import { assignmentsIn, isOfPart, type PartAt, part } from './parts.ts';

/** Adds parts of a directive up, from assignments, people and requests: rows of `figure_reach` without the directive. */
export function reachParts(db: Db, directiveId: number, parts: readonly number[]) {
  const each = db
    .select({
      part: part.as('part'),
      reason: reasonOfUnit.as('reason'),
      deliveredAt: assignments.deliveredAt,
      acknowledgedAt: assignments.acknowledgedAt,
      position: units.position,
    })
    .from(assignmentsIn(parts, directiveId))
    .innerJoin(assignments, isOfPart(assignments.id))
    .innerJoin(units, eq(units.id, assignments.unitId))
    .as('each_assigned');
  return db
    .select({
      part: each.part,
      reason: each.reason,
      assigned: sql<number>`count(*)::int`.as('assigned'),
      delivered: countWhere(sql`${each.deliveredAt} is not null`).as('delivered'),
      acknowledged: countWhere(sql`${each.acknowledgedAt} is not null`).as('acknowledged'),
      firstAt: sql<number>`min(${each.position})`.as('first_at'),
    })
    .from(each)
    .groupBy(each.part, each.reason);
}

const allParts = (db: Db, directiveId: number, changed: readonly number[]) =>
  unionAll(
    db
      .select({
        part: figureReach.part,
        reason: sql<UnreachableReason | null>`${figureReach.reason}`.as('reason'),
        assigned: figureReach.assigned,
        delivered: figureReach.delivered,
        acknowledged: figureReach.acknowledged,
        firstAt: figureReach.firstAt,
      })
      .from(figureReach)
      .where(and(eq(figureReach.directiveId, directiveId), notInArray(figureReach.part, changed))),
    reachParts(db, directiveId, changed),
  ).as('reached');

/** How many units of a directive were assigned its tasks, got them and acknowledged, by why nobody of them can be told anything. */
export type Reached = {
  /** Null: somebody can be told. */
  reason: UnreachableReason | null;
  assigned: number;
  delivered: number;
  acknowledged: number;
};

/** Whom a directive reached; `changed` as `findChangedReach` gives them. */
export function readReach(db: Db, directiveId: number, changed: readonly number[]): Promise<Reached[]> {
  const reached = allParts(db, directiveId, changed);
  const sum = (column: (typeof reached)['assigned' | 'delivered' | 'acknowledged']) => sql<number>`sum(${column})::int`;
  return db
    .select({
      reason: reached.reason,
      assigned: sum(reached.assigned),
      delivered: sum(reached.delivered),
      acknowledged: sum(reached.acknowledged),
    })
    .from(reached)
    .groupBy(reached.reason);
}

/** The parts in which the first `most` units stand that cannot be reached, in administrative order (see `findOwingParts`). */
export async function findUnreachedParts(
  db: Db,
  directiveId: number,
  { changed, most }: { changed: readonly number[]; most: number },
): Promise<PartAt[]> {
  const reached = allParts(db, directiveId, changed);
  const firstAt = sql<number>`min(${reached.firstAt})`;
  return db
    .select({ part: reached.part, firstAt })
    .from(reached)
    .where(isNotNull(reached.reason))
    .groupBy(reached.part)
    .orderBy(firstAt)
    .limit(most);
}
