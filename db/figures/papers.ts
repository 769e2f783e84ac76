import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { GroupLine } from '../../core/figures/papers.ts';
import { groupedBy } from '../../core/roster/grouped.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { directives, duties, obligations, rounds, units } from '../schema/tables.ts';
import { keyOf } from './paper-rows.ts';
import type { RoundStanding } from './parts/counts.ts';
import { findChangedParts } from './parts/parts.ts';
import { countStandings, readRoundFigures, totalExact, totalSums } from './parts/round-figures.ts';

/** A round with what its papers need besides the summary. */
export async function readRound(db: Db, roundId: number) {
  const [row] = await db
    .select({
      opensAt: rounds.opensAt,
      dutyId: rounds.dutyId,
      reportToId: duties.reportToId,
      issuerId: directives.issuerId,
      directiveId: directives.id,
      draft: directives.draft,
    })
    .from(rounds)
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .innerJoin(directives, eq(directives.id, duties.directiveId))
    .where(eq(rounds.id, roundId));
  if (!row) throw new Error(`round ${roundId} is gone`);
  return row;
}

/** The round of the same duty that opened last before this one; undefined for the first. */
export async function findPreviousRound(db: Db, dutyId: number, opensAt: Date): Promise<number | undefined> {
  const [row] = await db
    .select({ id: rounds.id })
    .from(rounds)
    .where(and(eq(rounds.dutyId, dutyId), lt(rounds.opensAt, opensAt)))
    .orderBy(desc(rounds.opensAt), desc(rounds.id))
    .limit(1);
  return row?.id;
}

/** How many units first reported in each hour of a round, in order; the instant is the hour's end. */
export function countArrivals(db: Db, roundId: number): Promise<{ at: Date; reported: number }[]> {
  const hour = sql`date_trunc('hour', ${obligations.firstReportedAt})`;
  return db
    .select({
      at: sql`${hour} + interval '1 hour'`.mapWith(obligations.firstReportedAt),
      reported: sql<number>`count(*)::int`,
    })
    .from(obligations)
    .where(and(eq(obligations.roundId, roundId), sql`${obligations.firstReportedAt} is not null`))
    .groupBy(sql`1`)
    .orderBy(sql`1`) as Promise<{ at: Date; reported: number }[]>;
}

type RoundOf = { id: number; dutyId: number; issuerId: number };

/** Progress and totals of every group of a round, in administrative order of each group's first unit. */
export async function totalGroups(db: Db, round: RoundOf): Promise<GroupLine[]> {
  const { standings, sums, form } = await readRoundFigures(db, round, await findChangedParts(db, round.id));
  const isBelow = ({ parentId }: { parentId: number }): boolean => parentId !== 0 && parentId !== round.issuerId;
  const groupOf = (one: { parentId: number; kind: string }): string | number =>
    isBelow(one) ? one.parentId : one.kind;
  const above = [...new Set(standings.filter(isBelow).map(({ parentId }) => parentId))];
  const parents = await db
    .select({ id: units.id, code: units.code, name: units.name })
    .from(units)
    .where(inArray(units.id, above));
  const firstAt = (ofGroup: RoundStanding[]): number => Math.min(...ofGroup.map((one) => one.firstAt));
  const groups = [...groupedBy(standings, groupOf)].sort(([, one], [, other]) => firstAt(one) - firstAt(other));
  const sumsOf = groupedBy(sums, groupOf);
  const denominator = form.find(({ isDenominator }) => isDenominator);
  return groups.map(([group, ofGroup]) => {
    const figures = sumsOf.get(group) ?? [];
    const whole = figures.filter(({ indicatorId }) => indicatorId === denominator?.id).map(({ total }) => total);
    return {
      key: keyOf(String(group), parents.find(({ id }) => id === group) ?? null),
      progress: countStandings(ofGroup),
      base: denominator ? totalExact(whole) : null,
      indicators: totalSums(form, figures),
    };
  });
}
