import { and, eq, sql } from 'drizzle-orm';
import type { Indicator } from '../../core/reports/obligation.ts';
import type { Target } from '../../core/reports/targets/read-targets.ts';
import type { Db } from '../database.ts';
import { chunks } from '../engine/chunks.ts';
import { inArray } from '../engine/lists.ts';
import { duties, indicators, targets } from '../schema/tables.ts';

/** The indicators of a directive, each with the key of its duty. */
export async function listIndicatorsOf(db: Db, directiveId: number): Promise<{ duty: string; indicator: Indicator }[]> {
  return db
    .select({ duty: duties.key, indicator: indicators })
    .from(indicators)
    .innerJoin(duties, eq(duties.id, indicators.dutyId))
    .where(eq(duties.directiveId, directiveId))
    .orderBy(duties.id, indicators.position);
}

/** Sets targets, in place of those that there were; returns how many are new and how many are others now. */
export async function saveTargets(db: Db, rows: readonly Target[]): Promise<{ added: number; changed: number }> {
  const ids = [...new Set(rows.map(({ indicatorId }) => indicatorId))];
  const before = await db
    .select()
    .from(targets)
    .where(and(inArray(targets.indicatorId, ids)));
  const known = new Map(before.map(({ indicatorId, unitId, value }) => [`${indicatorId} ${unitId}`, value]));
  const fresh = rows.filter(({ indicatorId, unitId, value }) => known.get(`${indicatorId} ${unitId}`) !== value);
  for (const some of chunks(fresh))
    await db
      .insert(targets)
      .values(some)
      .onConflictDoUpdate({ target: [targets.unitId, targets.indicatorId], set: { value: sql`excluded.value` } });
  const added = fresh.filter(({ indicatorId, unitId }) => !known.has(`${indicatorId} ${unitId}`)).length;
  return { added, changed: fresh.length - added };
}
