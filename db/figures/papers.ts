import { and, desc, eq, lt, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { GroupLine } from '../../core/figures/papers.ts';
import type { Db } from '../database.ts';
import { directives, duties, indicators, obligations, reportValues, rounds, targets, units } from '../schema/tables.ts';
import { keyOf } from './paper-rows.ts';
import { exactSum, progress, readSummed, totalOf, wholesOf, wholeValue } from './totals.ts';

const parent = alias(units, 'parent');

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

const isBelow = (issuerId: number) => and(eq(parent.id, units.parentId), ne(parent.id, issuerId));
const groupedBy = sql`case when ${parent.id} is null then ${units.kind} end`;

type RoundOf = { id: number; dutyId: number; issuerId: number };

/** Progress and totals of every group of a round, in administrative order of each group's first unit. */
export async function totalGroups(db: Db, round: RoundOf): Promise<GroupLine[]> {
  const rows = await db
    .select({
      kind: sql<string | null>`${groupedBy}`,
      below: { id: parent.id, code: parent.code, name: parent.name },
      ...progress,
    })
    .from(obligations)
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .leftJoin(parent, isBelow(round.issuerId))
    .where(eq(obligations.roundId, round.id))
    .groupBy(sql`1`, parent.id)
    .orderBy(sql`min(${units.position})`, sql`1`);
  const totals = await totalValues(db, round);
  const plans = await totalTargets(db, round);
  const form = await db
    .select()
    .from(indicators)
    .where(eq(indicators.dutyId, round.dutyId))
    .orderBy(indicators.position);
  const denominator = form.find((i) => i.isDenominator);
  return rows.map(({ kind, below, ...counts }) => {
    const of = (indicatorId: number) =>
      totals.find((t) => t.indicatorId === indicatorId && t.kind === kind && t.belowId === (below?.id ?? null));
    return {
      key: keyOf(kind ?? '', below),
      progress: counts,
      base: denominator ? (of(denominator.id)?.total ?? 0) : null,
      indicators: form
        .filter((i) => !i.isDenominator)
        .map((i) => {
          const plan = plans.find(
            (t) => t.indicatorId === i.id && t.kind === kind && t.belowId === (below?.id ?? null),
          );
          return totalOf({
            ...i,
            ...{ total: of(i.id)?.total, of: of(i.id)?.of, units: of(i.id)?.units },
            target: plan?.target ?? null,
          });
        }),
    };
  });
}

/** What the units of each group have been assigned to reach; those that are excused are left out. */
const totalTargets = (db: Db, round: RoundOf) =>
  db
    .select({
      kind: sql<string | null>`${groupedBy}`,
      belowId: parent.id,
      indicatorId: targets.indicatorId,
      target: exactSum(targets.value),
    })
    .from(obligations)
    .innerJoin(units, eq(units.id, obligations.unitId))
    .leftJoin(parent, isBelow(round.issuerId))
    .innerJoin(targets, eq(targets.unitId, units.id))
    .innerJoin(indicators, and(eq(indicators.id, targets.indicatorId), eq(indicators.dutyId, round.dutyId)))
    .where(and(eq(obligations.roundId, round.id), ne(obligations.state, 'excused')))
    .groupBy(sql`1`, parent.id, targets.indicatorId);

async function totalValues(db: Db, round: RoundOf) {
  const { number, of } = await readSummed(db, round.dutyId);
  const wholes = wholesOf(db, round.dutyId);
  return db
    .select({
      kind: sql<string | null>`${groupedBy}`,
      belowId: parent.id,
      indicatorId: reportValues.indicatorId,
      total: exactSum(number),
      of: exactSum(of),
      units: sql<number>`count(*)::int`,
    })
    .from(obligations)
    .innerJoin(units, eq(units.id, obligations.unitId))
    .leftJoin(parent, isBelow(round.issuerId))
    .innerJoin(reportValues, eq(reportValues.reportId, obligations.currentReportId))
    .leftJoin(wholes, eq(wholes.indicatorId, reportValues.indicatorId))
    .leftJoin(
      wholeValue,
      and(eq(wholeValue.reportId, reportValues.reportId), eq(wholeValue.indicatorId, wholes.wholeId)),
    )
    .where(eq(obligations.roundId, round.id))
    .groupBy(sql`1`, parent.id, reportValues.indicatorId);
}
