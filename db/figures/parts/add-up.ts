/** Keeps what parts come to, so that whoever reads need not add them up. */
import { and, eq, sql } from 'drizzle-orm';
import { groupedBy } from '../../../core/roster/grouped.ts';
import type { Db } from '../../database.ts';
import { inArray } from '../../engine/lists.ts';
import { rowsOf } from '../../engine/rows.ts';
import {
  directives,
  figureChanges,
  figureCounts,
  figureReach,
  figureShares,
  figureSums,
  rounds,
} from '../../schema/tables.ts';
import { readSummed } from '../recount/totals.ts';
import { countParts } from './counts.ts';
import { reachParts } from './reach.ts';
import { shareParts } from './shares.ts';
import { sumParts } from './sums.ts';

/** So many parts are added up in one transaction. */
const mostParts = 64;

/** Adds up all parts that have changed, some in a transaction, so that nobody waits long. Returns 0: nothing is queued. */
export async function addUpFigures(db: Db): Promise<number> {
  if (await haveChanged(db)) while ((await db.transaction(addUpChangedParts)) > 0);
  return 0;
}

/** Whether something has changed since parts were added up. */
export async function haveChanged(db: Db): Promise<boolean> {
  const [row] = await db.select({ id: figureChanges.id }).from(figureChanges).limit(1);
  return row !== undefined;
}

type Changed = Pick<typeof figureChanges.$inferSelect, 'of' | 'key' | 'part'>;

/**
 * Adds up parts that have changed, the longest waiting first, and returns how many that were. What changes meanwhile is marked anew. To be
 * called in a transaction of its own.
 */
export async function addUpChangedParts(tx: Db): Promise<number> {
  // Of two at once, the slower would keep what it read before the other.
  await tx.execute(sql`lock table figure_reach in share row exclusive mode`);
  const changes = rowsOf<Changed>(
    await tx.execute(sql`with waiting as (
        select "of", key, part from figure_changes group by "of", key, part order by min(id) limit ${mostParts}),
      taken as (delete from figure_changes c using waiting w where (c."of", c.key, c.part) = (w."of", w.key, w.part))
      select * from waiting`),
  );
  const partsBy = (of: 'round' | 'directive') =>
    groupedBy(
      changes.filter((change) => change.of === of),
      ({ key }) => key,
    );
  for (const [round, changed] of partsBy('round')) await keepRound(tx, round, partsIn(changed));
  const byDirective = partsBy('directive');
  await markStale(tx, partsIn(byDirective.get(0) ?? []));
  for (const [directive, changed] of byDirective) if (directive !== 0) await keepReach(tx, directive, partsIn(changed));
  return changes.length + (await keepStale(tx));
}

const partsIn = (changes: readonly { part: number }[]): number[] => [...new Set(changes.map(({ part }) => part))];

async function keepRound(tx: Db, roundId: number, parts: number[]): Promise<void> {
  await tx.delete(figureCounts).where(and(eq(figureCounts.roundId, roundId), inArray(figureCounts.part, parts)));
  await tx.delete(figureSums).where(and(eq(figureSums.roundId, roundId), inArray(figureSums.part, parts)));
  await tx.delete(figureShares).where(and(eq(figureShares.roundId, roundId), inArray(figureShares.part, parts)));
  const [round] = await tx.select({ dutyId: rounds.dutyId }).from(rounds).where(eq(rounds.id, roundId));
  if (!round) return;
  const of = { id: roundId, dutyId: round.dutyId };
  const counts = countParts(tx, roundId, parts).as('counted');
  await tx.insert(figureCounts).select(
    tx
      .select({
        roundId: sql<number>`${roundId}::int`.as('round_id'),
        part: counts.part,
        parentId: counts.parentId,
        kind: counts.kind,
        due: counts.due,
        isExtended: counts.isExtended,
        reporting: counts.reporting,
        reported: counts.reported,
        onTime: counts.onTime,
        excused: counts.excused,
        firstAt: counts.firstAt,
        firstOwedAt: counts.firstOwedAt,
        lastReportedAt: counts.lastReportedAt,
      })
      .from(counts),
  );
  const sums = sumParts(tx, of, await readSummed(tx, of.dutyId), parts).as('summed');
  await tx.insert(figureSums).select(
    tx
      .select({
        roundId: sql<number>`${roundId}::int`.as('round_id'),
        part: sums.part,
        parentId: sums.parentId,
        kind: sums.kind,
        indicatorId: sums.indicatorId,
        total: sums.total,
        of: sums.of,
        units: sums.units,
        target: sums.target,
      })
      .from(sums),
  );
  const shares = shareParts(tx, of, parts).as('shared');
  await tx.insert(figureShares).select(
    tx
      .select({
        roundId: sql<number>`${roundId}::int`.as('round_id'),
        part: shares.part,
        indicatorId: shares.indicatorId,
        share: shares.share,
        firstAt: shares.firstAt,
      })
      .from(shares),
  );
}

async function keepReach(tx: Db, directiveId: number, parts: number[]): Promise<void> {
  await tx.delete(figureReach).where(and(eq(figureReach.directiveId, directiveId), inArray(figureReach.part, parts)));
  const reached = reachParts(tx, directiveId, parts).as('reached');
  await tx.insert(figureReach).select(
    tx
      .select({
        directiveId: sql<number>`${directiveId}::int`.as('directive_id'),
        part: reached.part,
        reason: reached.reason,
        assigned: reached.assigned,
        delivered: reached.delivered,
        acknowledged: reached.acknowledged,
        firstAt: reached.firstAt,
        isStale: sql<boolean>`false`.as('is_stale'),
      })
      .from(reached),
  );
}

/** Whoever comes or goes concerns every directive that their unit ever had. */
async function markStale(tx: Db, parts: number[]): Promise<void> {
  if (parts.length > 0) await tx.update(figureReach).set({ isStale: true }).where(inArray(figureReach.part, parts));
}

/** Directives that go on are added up again; one that is over stays marked, and whoever asks for it adds it up. */
async function keepStale(tx: Db): Promise<number> {
  const rows = await tx
    .selectDistinct({ key: figureReach.directiveId, part: figureReach.part })
    .from(figureReach)
    .innerJoin(directives, and(eq(directives.id, figureReach.directiveId), eq(directives.state, 'issued')))
    .where(sql`${figureReach.isStale}`)
    .limit(mostParts);
  for (const [directive, stale] of groupedBy(rows, ({ key }) => key)) await keepReach(tx, directive, partsIn(stale));
  return rows.length;
}
