/** The units that consolidate others in the rounds of directives. */
import { and, asc, eq, min, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '../database.ts';
import { duties, obligations, rounds, units } from '../schema/tables.ts';

const consolidator = alias(units, 'consolidator');

/** Who consolidates whom until when: codes, the units in administrative order. */
export type ConsolidatorLine = { by: string; due: Date; overdueFrom: Date; units: string[] };

/** Who consolidates whom in the round of a duty that is open at `now` (civil time), or in its last; each body once for each deadline. */
export async function listConsolidators(
  db: Db,
  directiveId: number,
  dutyKey: string,
  now: Date,
): Promise<ConsolidatorLine[]> {
  const isOpen = sql`${rounds.due} >= ${now.toISOString()}::timestamptz`;
  const round = db
    .select({ id: rounds.id })
    .from(rounds)
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .where(and(eq(duties.directiveId, directiveId), eq(duties.key, dutyKey)))
    .orderBy(sql`${isOpen} desc`, sql`case when ${isOpen} then ${rounds.due} end`, sql`${rounds.due} desc`)
    .limit(1);
  return db
    .select({
      by: consolidator.code,
      due: sql`coalesce(${obligations.due}, ${rounds.due})`.mapWith(rounds.due),
      overdueFrom: sql`coalesce(${obligations.overdueFrom}, ${rounds.overdueFrom})`.mapWith(rounds.due),
      units: sql<string[]>`array_agg(${units.code} order by ${units.position}, ${units.id})`,
    })
    .from(obligations)
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .innerJoin(consolidator, eq(consolidator.id, obligations.consolidatorId))
    .where(eq(rounds.id, round))
    .groupBy(consolidator.code, sql`2`, sql`3`)
    .orderBy(asc(min(consolidator.position)), sql`2`);
}
